"""An edit in place read as a proposal: what was replaced, word by word, in Chinese by character."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tracktwo.text.brackets.escapes import ESCAPE
from tracktwo.text.brackets.marks import WRITTEN
from tracktwo.text.brackets.scanner import scan
from tracktwo.text.brackets.signs import CLOSING_OF
from tracktwo.text.brackets.slashes import ADDRESS
from tracktwo.text.changes.operations import Replacement
from tracktwo.text.tokens import tokens
from tracktwo.text.versions.alignment import aligned

NEAR = 3
"""Fewer characters than these between two replacements, and they become one."""

_CLOSING = "".join(CLOSING_OF.values())
_CODE = r"(?<!`)(?P<tick>`+)[^`\r\n]++(?P=tick)(?!`)"
_WHOLE = re.compile(
    rf"{ESCAPE}|(?<=[{re.escape(_CLOSING)}]){WRITTEN.pattern}|\r\n|{_CODE}|{ADDRESS}"
)


def derived(old: str, new: str) -> tuple[Replacement, ...]:
    """The replacements of words that make `old` into `new`: few, short, in order and apart.

    Edits at two ends of a paragraph stay two. A bracket is replaced as a whole or keeps both its
    ends, and so do a mark behind it and an escaped character: any part of what two people change
    can be accepted without the other, and no bracket is broken.

    >>> derived("We shall meet in May.", "We should meet in June.")
    (Replacement(start=3, end=8, words='should'), Replacement(start=17, end=20, words='June'))
    >>> derived("We [shall/may] meet.", "We may meet.")
    (Replacement(start=3, end=14, words='may'),)
    >>> derived("双方应当举行会议。", "双方可以举行会议。")
    (Replacement(start=2, end=4, words='可以'),)
    """
    if old == new:
        return ()
    before, after = _pieces(old), _pieces(new)
    pairs = {
        start + step: other + step
        for start, other, length in aligned(before, after)
        for step in range(length)
    }
    starts, new_starts = _starts(before), _starts(after)
    _join_near(pairs, before, len(after))
    _keep_brackets_whole(pairs, _brackets(old, starts), _brackets(new, new_starts))
    return tuple(
        Replacement(starts[one], starts[end], new[new_starts[other] : new_starts[other_end]])
        for one, end, other, other_end in _gaps(pairs, len(before), len(after))
    )


def _pieces(source: str) -> list[str]:
    """The tokens of a source; an escape, a mark, a line end, code and an address are one each."""
    found: list[str] = []
    place = 0
    for whole in _WHOLE.finditer(source):
        found += tokens(source[place : whole.start()])
        found.append(whole[0])
        place = whole.end()
    return found + tokens(source[place:])


def _starts(pieces: list[str]) -> list[int]:
    """Where each piece starts, and at last where the source ends."""
    starts = [0]
    for one in pieces:
        starts.append(starts[-1] + len(one))
    return starts


def _brackets(source: str, starts: list[int]) -> dict[int, int]:
    """The pieces that hold the last character of a bracket, by those that hold its first."""
    piece_of = {offset: place for place, offset in enumerate(starts)}
    return {
        piece_of[one.start]: piece_of[one.end - 1]
        for one in scan(source).pairs
        if one.start in piece_of and one.end - 1 in piece_of and one.role != "none"
    }


_Gap = tuple[int, int, int, int]


def _gaps(pairs: dict[int, int], length: int, new_length: int) -> Iterator[_Gap]:
    """What stands between pieces that are the same: from, to in old, from, to in new."""
    place = other = 0
    for one, another in [*sorted(pairs.items()), (length, new_length)]:
        if one > place or another > other:
            yield place, one, other, another
        place, other = one + 1, another + 1


def _join_near(pairs: dict[int, int], before: list[str], new_length: int) -> None:
    """Let go of a few characters between two replacements."""
    gaps = list(_gaps(pairs, len(before), new_length))
    for (_, end, _, _), (start, _, _, _) in pairwise(gaps):
        if len("".join(before[end:start])) < NEAR:
            for one in range(end, start):
                del pairs[one]


def _keep_brackets_whole(pairs: dict[int, int], old: dict[int, int], new: dict[int, int]) -> None:
    """Let go of the inside of a bracket whose ends are not both the ends of one bracket in the other.

    What is let go of may be the end of another bracket; so it goes on until all are whole.
    """
    while True:
        back = {other: one for one, other in pairs.items()}
        loose = set(_loose(pairs, old, new))
        loose |= {back[other] for other in _loose(back, new, old)}
        if not loose:
            return
        for one in loose:
            del pairs[one]


def _loose(pairs: dict[int, int], old: dict[int, int], new: dict[int, int]) -> Iterator[int]:
    """Pieces in brackets that are not the same bracket on the other side."""
    ends = [-1]
    for start in sorted(old):
        end = old[start]
        is_same = start in pairs and end in pairs and new.get(pairs[start]) == pairs[end]
        if not is_same and end > ends[-1]:
            yield from (one for one in range(max(start, ends[-1] + 1), end + 1) if one in pairs)
            ends.append(end)
