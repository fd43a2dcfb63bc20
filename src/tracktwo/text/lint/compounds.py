"""One compound joined in several ways: Asia-Pacific, Asia–Pacific, Asia Pacific; multi-faceted, multifaceted."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from tracktwo.text.lint.flaw import Flaw, Passage, Passages
from tracktwo.text.lint.minority import Written, minority

RULE = "compound"

_SIGN = re.compile(r"([-–‐])(?<=[^\W\d_].)([^\W\d_]{3,})(?![\w–‐-])")
_LEFT = re.compile(r"(?<![\w’'–‐-])[^\W\d_]{2,}\Z")
# Written apart these are names too; other pairs may well stand apart with another meaning.
_NAMES = re.compile(
    r"[AIET](?:(?<=\bA)sia|(?<=\bI)ndo|(?<=\bE)uro|(?<=\bT)rans) (?:Pacific|Atlantic)\b"
)
_CLOSED = re.compile(r"[a-z]{8,}(?![\w–‐-])")
# With a hyphen another word: to re-sign is not to resign.
_OTHER_WORD = ("re", "un", "pre")
_LONGEST = 30

_Parts: TypeAlias = tuple[str, str, str]


def compounds(passages: Passages) -> Iterator[Flaw]:
    """Compounds joined by a sign, or closed up, that this text mostly joins in another way.

    A hyphen and a blank are not held against each other, but in names: a long-term plan lasts for a
    long term.
    """
    for use, usual in minority(_uses(passages)):
        yield use.passage.flaw(RULE, use.start, use.end, suggestion=_as(use, usual))


def _uses(passages: Passages) -> Iterator[Written[_Parts]]:
    western = [one for one in passages if one.language != "zh"]
    joined = [use for passage in western for use in (*_joined(passage), *_apart(passage))]
    yield from joined
    halves = {
        "".join(use.thing[1:]): use.thing
        for use in joined
        if use.passage.source[use.start].islower() and use.thing[1] not in _OTHER_WORD
    }
    for passage in western if halves else ():
        for match in _CLOSED.finditer(passage.source):
            if match[0] in halves and not _goes_on_before(passage.source, match.start()):
                yield Written(halves[match[0]], "", passage, *match.span())


def _joined(passage: Passage) -> Iterator[Written[_Parts]]:
    for match in _SIGN.finditer(passage.source):
        left = _LEFT.search(passage.source, max(0, match.start() - _LONGEST), match.start())
        if left:
            parts = (passage.language, left[0].lower(), match[2].lower())
            yield Written(parts, match[1], passage, left.start(), match.end())


def _apart(passage: Passage) -> Iterator[Written[_Parts]]:
    for match in _NAMES.finditer(passage.source):
        left, right = match[0].lower().split(" ")
        yield Written((passage.language, left, right), " ", passage, *match.span())


def _goes_on_before(source: str, start: int) -> bool:
    return start > 0 and (source[start - 1].isalnum() or source[start - 1] in "’'–‐-")


def _as(use: Written[_Parts], way: str) -> str:
    written = use.passage.source[use.start : use.end]
    length = len(use.thing[1])
    return written[:length] + way + written[length + len(use.way) :]
