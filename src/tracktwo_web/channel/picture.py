"""The maritime picture of a line: the marks that are asked for, those that meet, their rows and chart."""

from dataclasses import dataclass

from django.utils.translation import gettext

from tracktwo.channel.messages import Type
from tracktwo.channel.messages.as_json import message_from
from tracktwo.channel.picture import Asked, Mark, marks_of, shown
from tracktwo.channel.picture.meeting import Meeting, meetings_of
from tracktwo.channel.picture.words import (
    CERTAINTIES,
    band_in_words,
    positions_of,
    shape_in_words,
    time_in_words,
    title_in_words,
)
from tracktwo.locale import said, translator
from tracktwo_web.channel import queries
from tracktwo_web.channel.models import Line
from tracktwo_web.channel.telling import kind_name, utc
from tracktwo_web.kit.languages import reader_language

KINDS_WITH_PLACES = ("PN", "AC", "NW", "AN", "EN", "HI", "MI", "UA", "UR", "VR", "CV")
_SAYING = (Type.NEW.value, Type.UPDATE.value, Type.REPLY.value, Type.CANCEL.value)


@dataclass(frozen=True)
class Row:
    """A mark as the table has it; its number is that on the chart."""

    number: int
    mark: Mark
    kind: str
    title: str
    shape: str
    positions: tuple[str, ...]
    time: str
    band: str
    certainty: str
    css: str

    @property
    def text(self) -> str:
        """All of it in a line, for whoever points at the mark or hears it."""
        told = (self.number, self.kind, self.title, self.mark.office, self.shape, *self.positions, self.time, self.band, self.certainty)  # fmt: skip
        return translator(reader_language()).phrases(str(one) for one in told if one)


@dataclass(frozen=True)
class Picture:
    """The marks that are asked for, in order of time, and the notified activities among them that meet."""

    asked: Asked
    marks: tuple[Mark, ...]
    meetings: tuple[Meeting, ...]


def picture_of(line: Line, asked: Asked) -> Picture:
    """The picture as the office at this end has it."""
    marks = sorted(
        shown(_marks_on(line, asked), asked), key=lambda one: (one.since or asked.at, one.id)
    )
    return Picture(asked, tuple(marks), meetings_of(line.office, marks))


def _marks_on(line: Line, asked: Asked) -> tuple[Mark, ...]:
    """Every mark on a line that had been told by then, and what ended some of them."""
    found = queries.of_sort(line, is_exercise=asked.is_exercise).filter(
        entry__isnull=False, kind__in=KINDS_WITH_PLACES, type__in=_SAYING, sent__lte=asked.at
    )
    contents = found.order_by("sent", "code").values_list("content", flat=True)
    return marks_of(message_from(one)[0] for one in contents)


def rows_of(picture: Picture, colours: dict[str, str]) -> list[Row]:
    """The rows of a table; `colours` are the classes of offices."""
    meeting = {mark.id for one in picture.meetings for mark in (one.mine, one.other)}
    return [
        _row(
            number, mark, f"{colours.get(mark.office, '')}{' meets' if mark.id in meeting else ''}"
        )
        for number, mark in enumerate(picture.marks, 1)
    ]


def _row(number: int, mark: Mark, css: str) -> Row:
    words = translator(reader_language())
    return Row(
        number,
        mark,
        kind_name(mark.kind),
        title_in_words(mark, words),
        shape_in_words(mark.where, words),
        positions_of(mark.where),
        time_in_words(mark, words),
        band_in_words(mark.lower, mark.upper, words),
        said(CERTAINTIES[mark.certainty], words),
        f"{css} {mark.certainty.value}",
    )


def meetings_told(picture: Picture) -> list[str]:
    """Each overlap as a sentence with the least that is needed to talk of it."""
    return [_told(one) for one in picture.meetings]


def _told(one: Meeting) -> str:
    words = translator(reader_language())
    met = one.met
    told = {
        "mine": one.mine.id,
        "other": one.other.id,
        "start": utc(met.window.start),
        "end": utc(met.window.end),
        "band": band_in_words(met.band.lower, met.band.upper, words),
    }
    if told["band"]:
        return gettext("%(mine)s and %(other)s are in each other’s way from %(start)s to %(end)s, %(band)s.") % told  # fmt: skip
    return gettext("%(mine)s and %(other)s are in each other’s way from %(start)s to %(end)s, at any height.") % told  # fmt: skip
