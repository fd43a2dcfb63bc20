"""A warning read from its text: ours, and what coordinators write in the same order."""

import re
from collections import deque
from datetime import datetime
from typing import NamedTuple

from tracktwo.errors import InputError
from tracktwo.exchange.channel.navarea.places import begins_place, take_places
from tracktwo.exchange.channel.navarea.warning import NavigationalWarning, Number
from tracktwo.exchange.channel.navarea.words import CANCEL, CHARTS, EXERCISE, ITSELF
from tracktwo.exchange.channel.radio_text import lines_of, read_utc_words
from tracktwo.locale import english

_CHARTS = re.compile(rf"{CHARTS}S? (?P<charts>.+)")
_MOMENT = r"[0-9]{6} UTC [A-Z]{3} [0-9]{2}"
_TIMES = re.compile(
    rf"FROM (?P<start>{_MOMENT})(?: TO (?P<end>{_MOMENT}))?|UNTIL (?P<until>{_MOMENT})"
)
_CANCELS = re.compile(rf"{CANCEL} (?P<number>[A-Z][A-Z0-9 \-]* [0-9]{{3,6}}/[0-9]{{2}})")


class _Preamble(NamedTuple):
    """Elements 2 to 5."""

    general_area: str
    locality: str
    charts: tuple[str, ...]
    subject: str


class _After(NamedTuple):
    """Elements 7 and 8."""

    start: datetime | None
    end: datetime | None
    remarks: tuple[str, ...]
    cancels: tuple[Number, ...]
    cancel_at: datetime | None


def read_navarea(text: str) -> NavigationalWarning:
    r"""The warning that a text is; `InputError` where an element is missing or cannot be read.

    Before the position stand, on a line each, series and number, general area, locality, chart and key
    subject; the last of them is the subject, whatever else is left out.

    >>> told = read_navarea("NAVAREA XI 007/26\nSOUTH CHINA SEA.\nGUNNERY WITHIN 5 MILES OF 21-30N 113-45E.\n")
    >>> told.subject, told.places
    ('GUNNERY', (Around(centre='21-30N 113-45E', miles='5'),))
    """
    lines = deque(lines_of(text))
    is_exercise = _take_exercise(lines)
    if not lines:
        raise InputError(english("there is no warning in this text"))
    number = Number.read(_element(lines.popleft()))
    before = []
    while lines and not begins_place(lines[0]):
        before.append(_element(lines.popleft()))
    where = take_places(lines, number)
    preamble = _preamble([*before, *filter(None, [where.before])], number)
    after = _after([*filter(None, [where.after]), *lines])
    return NavigationalWarning(
        number=number,
        general_area=preamble.general_area,
        locality=preamble.locality,
        charts=preamble.charts,
        subject=preamble.subject,
        places=where.places,
        seen=where.seen,
        start=after.start,
        end=after.end,
        remarks=after.remarks,
        cancels=after.cancels,
        cancel_at=after.cancel_at,
        is_exercise=is_exercise,
    )


def _take_exercise(lines: deque[str]) -> bool:
    """Whether the first line and the last say that it is an exercise; one alone is a damaged text."""
    marked = [bool(lines) and _element(lines[end]) == EXERCISE for end in (0, -1)]
    if not any(marked):
        return False
    if not all(marked) or len(lines) < 3:
        raise InputError(
            english(
                "the first line and the last of an exercise are both {words}; one is missing",
                words=EXERCISE,
            )
        )
    lines.popleft()
    lines.pop()
    return True


def _preamble(before: list[str], number: Number) -> _Preamble:
    """Charts, where they are named, part what lies before from the subject."""
    charts: tuple[str, ...] = ()
    for place, line in enumerate(before):
        if found := _CHARTS.fullmatch(line):
            charts = tuple(one.strip() for one in found["charts"].split(",") if one.strip())
            before = before[:place] + before[place + 1 :]
            break
    if not 1 <= len(before) <= 3:
        raise InputError(
            english(
                "before its position {number} has {n} lines of words; write general area, locality and key subject, on a line each",
                number=number,
                n=len(before),
            )
        )
    *areas, subject = before
    general, locality = (*areas, "", "")[:2]
    return _Preamble(general, locality, charts, subject)


def _after(lines: list[str]) -> _After:
    start = end = cancel_at = None
    remarks: list[str] = []
    cancels: list[Number] = []
    for line in map(_element, lines):
        if found := _TIMES.fullmatch(line):
            start, end = _moment(found["start"]), _moment(found["end"] or found["until"])
        elif line.startswith(ITSELF):
            cancel_at = read_utc_words(line.removeprefix(ITSELF).strip())
        elif found := _CANCELS.fullmatch(line):
            cancels.append(Number.read(found["number"]))
        elif line:
            remarks.append(line)
    return _After(start, end, tuple(remarks), tuple(cancels), cancel_at)


def _moment(words: str | None) -> datetime | None:
    return read_utc_words(words) if words else None


def _element(line: str) -> str:
    """A line without the stop at its end."""
    return line.rstrip(". ").strip()
