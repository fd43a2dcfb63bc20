"""Brackets that hold wordings, and where the words of each stand in a source."""

import re
from collections.abc import Iterator

from tracktwo.text.brackets.labels import beginning
from tracktwo.text.brackets.scanner import Pair, scan
from tracktwo.text.brackets.signs import DOUBTS

_LAST_DOUBT = re.compile(rf"(?<!\\)\s*[{DOUBTS}]+\s*\Z")


def wording_pairs(source: str) -> list[Pair]:
    """Brackets that hold wordings, in order of opening."""
    pairs = (one for one in scan(source).pairs if one.role != "none")
    return sorted(pairs, key=lambda one: one.start)


def wording_spans(source: str, pair: Pair, sides: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where the words of each wording stand, without label, doubt and blanks around."""
    starts = [pair.start + 1, *(slash + 1 for slash in pair.slashes)]
    ends = [*pair.slashes, pair.end - 1]
    for start, end in zip(starts, ends, strict=True):
        wording = source[start:end]
        found = beginning(sides).match(wording)
        first = found.end() if found else 0
        doubt = _LAST_DOUBT.search(wording, first)
        last = doubt.start() if doubt else len(wording.rstrip())
        yield start + min(first, last), start + last
