"""Brackets of a text matched in one pass, each judged by what it holds and what stands around it."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from tracktwo.text.brackets import marks, notes
from tracktwo.text.brackets.escapes import ESCAPE
from tracktwo.text.brackets.faults import Break
from tracktwo.text.brackets.signs import BRACKETS, CLOSING_OF, OPENING_OF, SLASHES
from tracktwo.text.brackets.slashes import ADDRESS, joins

_CODE = r"(?<!`)(`+)[^`\r\n]++\1(?!`)"
_SIGN = re.compile(rf"[{re.escape(BRACKETS)}{SLASHES}]|{ESCAPE}|{_CODE}|{ADDRESS}")
_QUOTATION = re.compile('“[^“”]*”|«[^«»]*»|「[^「」]*」|『[^『』]*』|"[^"\r\n]*"')


@dataclass(slots=True)
class Pair:
    """An opening bracket, the place behind its closing one, and behind the mark that follows.

    `slashes` are the places of those that part its wordings; `role` says what the brackets hold.
    """

    start: int
    end: int = -1
    mark_end: int = -1
    role: Literal["wordings", "placeholder", "none"] = "none"
    has_inner: bool = False
    slashes: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Scanned:
    """Whole pairs in the order in which they close, and brackets that are not whole."""

    pairs: list[Pair]
    breaks: list[Break]


def scan(source: str) -> Scanned:
    """The brackets of a text.

    >>> [(one.start, one.end, one.role) for one in scan("[shall/may] [sic]").pairs]
    [(0, 11, 'wordings'), (12, 17, 'none')]
    """
    scanner = _Scanner(source)
    place = 0
    while sign := _SIGN.search(source, place):
        place = scanner.take(sign)
    scanner.breaks += (Break("never_closed", one.start) for one in scanner.open)
    return Scanned(scanner.pairs, scanner.breaks)


class _Scanner:
    """What is open at a place of the text, and what was found before it."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.open: list[Pair] = []
        self.kinds: Counter[str] = Counter()
        self.pairs: list[Pair] = []
        self.breaks: list[Break] = []
        self.indices: set[int] = set()
        self.omissions = _omissions(source)

    def take(self, sign: re.Match[str]) -> int:
        """Read one sign; where to go on."""
        character, place = sign[0], sign.start()
        if character in CLOSING_OF:
            self._open(place, character)
        elif character in OPENING_OF:
            return self._close(place, OPENING_OF[character])
        elif character in SLASHES and self.open and not joins(self.source, place):
            self.open[-1].slashes.append(place)
        return sign.end()

    def _open(self, place: int, opening: str) -> None:
        if self.open:
            self.open[-1].has_inner = True
        self.open.append(Pair(place))
        self.kinds[opening] += 1

    def _close(self, place: int, opening: str) -> int:
        """Close the innermost bracket of a kind; those of other kinds that it holds are broken."""
        if not self.open:
            self.breaks.append(Break("never_opened", place))
            return place + 1
        pair = self._pop()
        if self.source[pair.start] != opening:
            self.breaks.append(Break("other_kind", place, pair.start))
            if not self.kinds[opening]:
                return place + 1
            pair = self._pop_to(opening)
        return self._judge(pair, place + 1)

    def _pop(self) -> Pair:
        pair = self.open.pop()
        self.kinds[self.source[pair.start]] -= 1
        return pair

    def _pop_to(self, opening: str) -> Pair:
        while self.source[(pair := self._pop()).start] != opening:
            self.breaks.append(Break("never_closed", pair.start))
        return pair

    def _judge(self, pair: Pair, end: int) -> int:
        """Say what a whole pair holds. A mark right behind it settles that it is one of ours."""
        pair.end = pair.mark_end = end
        self.pairs.append(pair)
        inside = "" if pair.has_inner else self.source[pair.start + 1 : end - 1]
        has_signs = pair.has_inner or bool(pair.slashes)
        mark = marks.WRITTEN.match(self.source, end)
        if mark:
            pair.mark_end = mark.end()
        elif (link_end := notes.end_of_link(self.source, pair.start, end)) > 0:
            return link_end
        elif self._is_fixed(pair) or (not has_signs and self._is_note(pair, inside)):
            return end
        is_placeholder = not has_signs and notes.is_placeholder(inside)
        pair.role = "placeholder" if is_placeholder else "wordings"
        return pair.mark_end

    def _is_fixed(self, pair: Pair) -> bool:
        behind_index = pair.start in self.indices
        if notes.is_index(self.source, pair.start, pair.end, behind_index=behind_index):
            self.indices.add(pair.end)
            return True
        return notes.is_fixed(self.source, pair.start, pair.end)

    def _is_note(self, pair: Pair, inside: str) -> bool:
        return notes.is_note(inside) or pair.start in self.omissions


def _omissions(source: str) -> set[int]:
    """Where a quotation leaves words out: “We [...] agree”."""
    if not notes.OMITTED.search(source):
        return set()
    return {
        match.start() + place.start()
        for match in _QUOTATION.finditer(source)
        for place in notes.OMITTED.finditer(match[0])
    }
