"""Element 6 of a warning: where the hazard is, over one line or several."""

import re
from collections import deque
from typing import NamedTuple

from tracktwo.errors import InputError
from tracktwo.exchange.channel.navarea.warning import (
    Around,
    Bounded,
    Number,
    Place,
    Seen,
    Spots,
    position_words,
)
from tracktwo.exchange.channel.navarea.words import AND, HAS_POSITION
from tracktwo.locale import english

_AREA = re.compile(r"(?P<before>.*?) ?\b(?:IN )?(?:THE )?AREA BOUNDED BY:?")
_WITHIN = re.compile(r"(?P<before>.*?) ?\bWITHIN (?P<miles>[0-9.]{1,11}) ?(?:NM|MILES?|NAUTICAL MILES?) OF")  # fmt: skip
_IN = re.compile(r"(?P<before>.*?) ?\b(?:IN|AT|NEAR)(?: POSITIONS?)?:?")
_SEEN = re.compile(r"(?P<before>.*?) ?\b(?P<seen>LOCATED|REPORTED)")
_BETWEEN = re.compile(r"[,. ]*(?:AND (?=[0-9]))?")


class Element(NamedTuple):
    """What element 6 says, and words on its lines that belong to the elements around it."""

    before: str
    seen: Seen | None
    places: tuple[Place, ...]
    after: str


class _One(NamedTuple):
    """One place, with the words around it."""

    before: str
    place: Place
    after: str


def begins_place(line: str) -> bool:
    """Whether a place is named on a line, or begins to be."""
    return bool(HAS_POSITION.search(line) or _AREA.fullmatch(line))


def take_places(lines: deque[str], number: Number) -> Element:
    """Take element 6 from the front of the lines; `InputError` where there is none."""
    if not lines:
        raise InputError(
            english("{number} names no position, such as 05-30.0S 120-15.5W", number=number)
        )
    first = last = _take(lines, number)
    places = [first.place]
    while not last.after and lines and _goes_on(lines[0]):
        lines[0] = lines[0].removeprefix(AND)
        last = _take(lines, number)
        places.append(last.place)
    found = _SEEN.fullmatch(first.before)
    if not found:
        return Element(first.before, None, tuple(places), last.after)
    return Element(found["before"], Seen(found["seen"]), tuple(places), last.after)


def _goes_on(line: str) -> bool:
    """Whether another place stands on this line, without words of its own before it."""
    if not line.startswith(AND):
        return False
    words, _, _ = _parted(line.removeprefix(AND))
    opened = _AREA.fullmatch(words) or _WITHIN.fullmatch(words) or _IN.fullmatch(words)
    return bool(opened and not opened["before"])


def _take(lines: deque[str], number: Number) -> _One:
    words, position, rest = _parted(lines.popleft())
    if found := _WITHIN.fullmatch(words):
        around = Around(position_words(position), found["miles"])
        return _One(found["before"].strip(), around, rest.strip(",. "))
    positions, after = _positions(position + rest, lines)
    if not positions:
        raise InputError(english("the area of {number} lists no positions", number=number))
    if found := _AREA.fullmatch(words):
        return _One(found["before"].strip(), Bounded(positions), after)
    found = _IN.fullmatch(words)
    return _One((found["before"] if found else words).strip(), Spots(positions), after)


def _parted(line: str) -> tuple[str, str, str]:
    """The words before the first position on a line, that position, and what follows."""
    first = HAS_POSITION.search(line)
    if not first:
        return line, "", ""
    return line[: first.start()].rstrip(), first[0], line[first.end() :]


def _positions(rest: str, lines: deque[str]) -> tuple[tuple[str, ...], str]:
    """Positions one after another, over as many lines as they go on; then the words behind them."""
    found: list[str] = []
    while True:
        one = HAS_POSITION.match(rest)
        if one:
            found.append(position_words(one[0]))
            between = _BETWEEN.match(rest, one.end())
            rest = rest[between.end() if between else one.end() :]
        elif not rest and lines and HAS_POSITION.match(lines[0]):
            rest = lines.popleft()
        else:
            return tuple(found), rest.strip(". ")
