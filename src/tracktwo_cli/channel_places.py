"""The places of a picture, in lines and as a document, and the chart of them as a file."""

from collections.abc import Sequence
from datetime import datetime

from tracktwo.channel.kinds import kind_of
from tracktwo.channel.kinds.read_values import moment_json
from tracktwo.channel.messages import date_time_group
from tracktwo.channel.picture import Mark
from tracktwo.channel.picture.chart import chart_of
from tracktwo.channel.picture.meeting import Meeting, meetings_of
from tracktwo.channel.picture.words import (
    CERTAINTIES,
    band_in_words,
    place_in_words,
    positions_of,
    time_in_words,
    title_in_words,
)
from tracktwo.exchange.channel.chart_svg import Told as Labelled
from tracktwo.exchange.channel.chart_svg import svg_of
from tracktwo.locale import Words, said
from tracktwo_cli.channel_told import Told

_INKS = ("first", "second")
"""Of offices in the order of their names."""


def places_told(
    marks: Sequence[Mark], at: datetime, words: Words, *, is_exercise: bool, left_out: int
) -> Told:
    """How many places, a line each, which of them meet, and how many of the other sort were left out."""
    meetings = _meetings(marks)
    lines = [
        words.ngettext("{n} place, as it had been told by {time}.", "{n} places, as they had been told by {time}.", len(marks), time=date_time_group(at)),
        *(f"{n}  {one.message}  {_in_a_line(one, words)}" for n, one in enumerate(marks, 1)),
        *(_meeting_in_words(one, words) for one in meetings),
    ]  # fmt: skip
    if left_out and is_exercise:
        lines.append(words.ngettext("{n} place that is meant is left out; leave --exercise out to see it.", "{n} places that are meant are left out; leave --exercise out to see them.", left_out))  # fmt: skip
    elif left_out:
        lines.append(words.ngettext("{n} place of exercises is left out; see it with --exercise.", "{n} places of exercises are left out; see them with --exercise.", left_out))  # fmt: skip
    document = {
        "at": moment_json(at),
        "marks": [_mark_json(one) for one in marks],
        "meetings": [_meeting_json(one) for one in meetings],
        "left_out": left_out,
    }
    return Told(lines, document)


def chart_text(marks: Sequence[Mark], words: Words, *, is_exercise: bool) -> str:
    """The chart, with an ink for each office, and the banner of exercises."""
    inks = dict(zip(sorted({one.office for one in marks}), _INKS, strict=False))
    meeting = {mark.id for one in _meetings(marks) for mark in (one.mine, one.other)}
    told = [
        Labelled(n, one.kind, f"{n}. {one.message}: {_in_a_line(one, words)}", f"{inks.get(one.office, '')} {one.certainty.value}{' meets' if one.id in meeting else ''}")
        for n, one in enumerate(marks, 1)
    ]  # fmt: skip
    return svg_of(
        chart_of([one.where for one in marks]),
        told,
        title=words.gettext("Chart of places that messages tell of"),
        is_alone=True,
        banner=words.gettext("EXERCISE EXERCISE EXERCISE") if is_exercise else "",
    )


def _meetings(marks: Sequence[Mark]) -> tuple[Meeting, ...]:
    """Of every pair of offices, each pair of activities once."""
    offices = sorted({one.office for one in marks})
    return tuple(
        one
        for n, office in enumerate(offices)
        for one in meetings_of(office, [mark for mark in marks if mark.office not in offices[:n]])
    )


def _in_a_line(one: Mark, words: Words) -> str:
    told = (
        said(kind_of(one.kind).name, words),
        title_in_words(one, words),
        place_in_words(one.where, words),
        time_in_words(one, words),
        band_in_words(one.lower, one.upper, words),
        said(CERTAINTIES[one.certainty], words),
    )
    return words.phrases(filter(None, told))


def _meeting_in_words(one: Meeting, words: Words) -> str:
    times = f"{date_time_group(one.met.window.start)}–{date_time_group(one.met.window.end)}"
    return words.gettext(
        "{mine} and {other} are in each other’s way: {times}",
        mine=one.mine.id,
        other=one.other.id,
        times=times,
    )


def _mark_json(one: Mark) -> dict[str, object]:
    return {
        "id": one.id,
        "message": str(one.message),
        "status": one.status,
        "certainty": one.certainty.value,
        "shape": type(one.where).__name__.lower(),
        "positions": list(positions_of(one.where)),
        "start": moment_json(one.since) if one.since else None,
        "end": moment_json(one.until) if one.until else None,
        "lower_metres": one.lower,
        "upper_metres": one.upper,
    }


def _meeting_json(one: Meeting) -> dict[str, object]:
    window = one.met.window
    return {
        "marks": [one.mine.id, one.other.id],
        "start": moment_json(window.start),
        "end": moment_json(window.end),
    }
