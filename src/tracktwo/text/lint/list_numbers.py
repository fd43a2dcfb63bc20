"""Numbers of a list that jump, or that are all the same."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from tracktwo.text.lint.flaw import Flaw, Passage, Passages

RULE = "list_number"

_LINE = re.compile(
    r"^(?P<indent>[^\S\n]*)(?P<open>[(（]?)(?P<number>\d{1,3})(?P<close>[.)）、])(?=[^\S\n]+\S|(?<=、)\S)",
    re.MULTILINE,
)
_NUMBER = re.compile(r"(?P<open>[(（]?)(?P<number>\d{1,3})(?P<close>[.)）、]?)")
ALL_SAME = 3
"""Items from which a list whose numbers are all 1 is told."""


class _Item(NamedTuple):
    style: tuple[str | None, ...]
    number: int
    passage: Passage
    start: int
    end: int


def list_numbers(passages: Passages) -> Iterator[Flaw]:
    """Numbers that do not follow the one before.

    Printed numbers of units are looked at among the units under one parent; where a unit was
    suppressed its number is missed on purpose, so that a person decides. Lists may begin anew at 1.
    """
    for _, items in groupby(sorted(_items(passages), key=_style), key=_style):
        yield from _jumps(list(items))


def _style(item: _Item) -> tuple[str, ...]:
    return tuple(part or "" for part in item.style)


def _items(passages: Passages) -> Iterator[_Item]:
    for passage in passages:
        printed = _NUMBER.fullmatch(passage.number)
        if printed:
            style = ("unit", passage.parent, printed["open"], printed["close"])
            yield _Item(style, int(printed["number"]), passage, 0, 0)
        for match in _LINE.finditer(passage.source):
            style = ("line", passage.unit, match["open"], match["close"])
            start = match.start("open")
            yield _Item(style, int(match["number"]), passage, start, match.end("close"))


def _jumps(items: list[_Item]) -> Iterator[Flaw]:
    if len(items) >= ALL_SAME and all(one.number == 1 for one in items):
        yield from (_flaw(one, "list_number_same") for one in items[1:])
        return
    for before, one in pairwise(items):
        if one.number not in {1, before.number + 1}:
            yield _flaw(one, RULE)


def _flaw(item: _Item, sentence: str) -> Flaw:
    return item.passage.flaw(RULE, item.start, item.end, sentence=sentence)
