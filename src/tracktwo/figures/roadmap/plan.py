"""A roadmap from left to right: a lane a stream, a mark a meeting, bands where nobody meets."""

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from tracktwo.figures import palette
from tracktwo.figures.canvas import (
    SMALL_TEXT,
    Record,
    chart_of,
    colour_of,
    drawn_from,
    layered,
    legend_entries,
    legend_layers,
    pixel_y,
    shape_of,
)
from tracktwo.figures.figure import Figure, Table, quoted_text
from tracktwo.figures.roadmap.time_plane import TimePlane
from tracktwo.figures.wrapping import width_of
from tracktwo.locale import Words
from tracktwo.locale.plain import plain
from tracktwo.roadmap import STREAMS, Calendar, Slot
from tracktwo.roadmap.calendar.words import stream_names
from tracktwo.roadmap.dates import dated, day_in_words, span_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    import altair as alt

LANE = 74
LEVELS = (-18.0, 0.0, 18.0)
"""Meetings of a lane stand at three heights in turn, so that their numbers do not meet."""


def roadmap_picture(calendar: Calendar, words: Words, *, width: int = 760) -> Figure | None:
    """Meetings in their streams over the time of the roadmap, numbered as in the table.

    Colour and shape say who hosts, a thin line which meeting prepares which, a band when both or one side do
    not meet. None where there is no calendar.
    """
    if not calendar.slots:
        return None
    hosts = {one.id: plain(one.name(words.language)) for one in calendar.roadmap.parties}
    series = tuple(hosts.values())
    legend, top = legend_entries(series, width)
    lanes: list[str] = [
        one for one in STREAMS if any(_stream(calendar, slot) == one for slot in calendar.slots)
    ]
    names: dict[str, str] = {one: stream_names(words)[one] for one in lanes}
    left = max(width_of(one, SMALL_TEXT) for one in names.values()) + 26
    floor = top + 34 + LANE * len(lanes)
    plane = TimePlane(calendar.roadmap.first, calendar.roadmap.last, left, width - 30, floor + 6)
    marks = _marks(calendar, plane, lanes, hosts, top + 34)
    layers: list[alt.Chart | alt.LayerChart | None] = [_bands(calendar, plane, top + 30, floor)]
    layers += plane.ground(top + 28, floor)
    layers += _lanes(names, plane, top + 34)
    layers += _drawn(calendar, marks, plane, series)
    layers += legend_layers(legend, series, pixel_y(plane.height))
    chart = layered(layers, width=width, height=plane.height)
    return Figure(_title(calendar, words), _alt(calendar, words), chart, _table(calendar, words, hosts))  # fmt: skip


def longest_pause(slots: tuple[Slot, ...]) -> tuple[date, date] | None:
    """The last day before and the first day after the longest time without a meeting."""
    pairs = [(one.last, other.day) for one, other in pairwise(slots)]
    return max(pairs, key=lambda pair: pair[1] - pair[0], default=None)


def _stream(calendar: Calendar, slot: Slot) -> str:
    return calendar.roadmap.meeting[slot.meeting].stream


def _marks(
    calendar: Calendar, plane: TimePlane, lanes: list[str], hosts: dict[str, str], top: float
) -> dict[str, Record]:
    found: dict[str, Record] = {}
    in_lane = dict.fromkeys(lanes, 0)
    for number, slot in enumerate(calendar.slots, 1):
        lane = _stream(calendar, slot)
        level = LEVELS[in_lane[lane] % len(LEVELS)]
        in_lane[lane] += 1
        y = top + LANE * (lanes.index(lane) + 0.5) + level
        found[slot.meeting] = {
            "id": slot.meeting,
            "text": str(number),
            "at": plane.at(slot.day),
            "y": y,
            "host": hosts.get(slot.host, plain(slot.host)),
        }
    return found


def _bands(calendar: Calendar, plane: TimePlane, top: float, floor: float) -> "alt.Chart | None":
    import altair as alt

    records = [
        {"from": plane.at(one.first), "to": plane.at(one.last), "y": top, "y2": floor}
        for one in calendar.roadmap.blackouts
    ]
    return drawn_from(
        records,
        lambda chart: chart.mark_rect(color=palette.TRACK, opacity=0.55).encode(
            x=plane.x("from"), x2=alt.X2("to:Q"), y=pixel_y(plane.height), y2=alt.Y2("y2:Q")
        ),
    )


def _lanes(names: dict[str, str], plane: TimePlane, top: float) -> "Iterator[alt.Chart | None]":
    middles = [top + LANE * (n + 0.5) for n in range(len(names))]
    lines = [
        {"from": plane.left, "to": plane.right, "y": y + LANE / 2, "y2": y + LANE / 2}
        for y in middles
    ]
    yield plane.rules(lines, "from", "to", color=palette.TRACK, strokeWidth=1)
    told = [
        {"at": 6.0, "y": y, "text": name} for y, name in zip(middles, names.values(), strict=True)
    ]
    yield plane.texts(told, align="left", fontSize=SMALL_TEXT, fontWeight=600, color=palette.INK)


def _drawn(
    calendar: Calendar, marks: dict[str, Record], plane: TimePlane, series: tuple[str, ...]
) -> "Iterator[alt.Chart | None]":
    prepared = [
        {"from": marks[before]["at"], "to": one["at"], "y": marks[before]["y"], "y2": one["y"]}
        for name, one in marks.items()
        if (before := calendar.roadmap.meeting[name].prepared_by) in marks
    ]
    yield plane.rules(prepared, "from", "to", color=palette.RULE, strokeWidth=1, opacity=0.7)
    records = list(marks.values())
    points = chart_of(records).mark_point(filled=True, size=96, opacity=1)
    yield points.encode(
        x=plane.x("at"),
        y=pixel_y(plane.height),
        color=colour_of("host", series),
        shape=shape_of("host", series),
    )
    yield plane.texts(
        records, align="left", dx=8, fontSize=SMALL_TEXT, fontWeight=600, color=palette.INK
    )


def _title(calendar: Calendar, words: Words) -> str:
    pause = longest_pause(calendar.slots)
    n = len(calendar.slots)
    if pause is None:
        return words.ngettext("{n} meeting", "{n} meetings", n)
    days = (pause[1] - pause[0]).days - 1
    return words.ngettext(
        "{n} meeting; the longest pause is {days} days, from {first} on",
        "{n} meetings; the longest pause is {days} days, from {first} on",
        n,
        days=words.number(days),
        first=day_in_words(pause[0] + timedelta(days=1), words),
    )


def _alt(calendar: Calendar, words: Words) -> str:
    roadmap = calendar.roadmap
    return words.ngettext(
        "Timeline from {first} to {last} with {n} meeting in lanes, a stream each; lines lead from a preparatory meeting to what it prepares, grey bands are times without meetings.",
        "Timeline from {first} to {last} with {n} meetings in lanes, a stream each; lines lead from a preparatory meeting to what it prepares, grey bands are times without meetings.",
        len(calendar.slots),
        first=day_in_words(roadmap.first, words),
        last=day_in_words(roadmap.last, words),
    )


def _days(slot: Slot, words: Words) -> str:
    if slot.day == slot.last:
        return dated(slot.day, words)
    return span_in_words(slot.day, slot.last, words)


def _table(calendar: Calendar, words: Words, hosts: dict[str, str]) -> Table:
    roadmap = calendar.roadmap
    columns = (
        words.gettext("No."),
        words.gettext("Day"),
        words.gettext("Meeting"),
        words.gettext("Stream"),
        words.gettext("Host"),
        words.gettext("Place"),
    )
    rows = []
    for number, slot in enumerate(calendar.slots, 1):
        meeting = roadmap.meeting[slot.meeting]
        place = plain(roadmap.place[slot.place].name(words.language))
        rows.append(
            (
                str(number),
                _days(slot, words),
                quoted_text(meeting.id, meeting.names, words.language),
                stream_names(words)[meeting.stream],
                hosts.get(slot.host, plain(slot.host)),
                words.gettext("by video") if meeting.is_virtual else place,
            )
        )
    return Table(columns, tuple(rows))
