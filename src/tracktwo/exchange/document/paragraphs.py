"""A text as paragraphs, each with the line it begins on and what its form says of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from tracktwo.exchange.document.letters import plain

_LINE_END = re.compile(r"\r\n|\n|\r")
_HASHES = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_RULE = re.compile(r"[=\-_*~.·\s]{3,}")
_STARRED = re.compile(r"(\*\*|__)(?=\S)(.+)(?<=\S)\1")
TAB = 4


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and its place.

    `heading` is the level that a style or mark gives it (0 for none), `item` says that a list style
    makes it an item, `depth` how far it is indented (columns, or levels of a list), `gap` whether
    an empty line stands before it.
    """

    line: int
    text: str
    depth: int = 0
    gap: bool = False
    heading: int = 0
    item: Literal["", "bullet", "number"] = ""
    is_bold: bool = False


def lines_of(text: str) -> list[str]:
    """The lines of a text as an editor counts them."""
    lines = _LINE_END.split(text)
    return lines[:-1] if lines[-1] == "" else lines


def paragraphs_of(lines: list[str]) -> list[Paragraph]:
    """Every line that says something, with Markdown's headings taken for what they are.

    >>> [(p.line, p.heading, p.text) for p in paragraphs_of(["## Risks", "", " War. "])]
    [(1, 2, 'Risks'), (3, 0, 'War.')]
    """
    found: list[Paragraph] = []
    gap = True
    for number, raw in enumerate(lines, start=1):
        text = plain(raw)
        if text and _RULE.fullmatch(text):
            _underline(found, text, directly=not gap)
            gap = True
        elif text:
            found.append(_paragraph(number, raw, text, gap=gap))
            gap = False
        else:
            gap = True
    return found


def _paragraph(number: int, raw: str, text: str, *, gap: bool) -> Paragraph:
    if hashes := _HASHES.fullmatch(text):
        return Paragraph(number, hashes[2].strip("*_ "), gap=gap, heading=len(hashes[1]))
    if len(text) < 250 and (starred := _STARRED.fullmatch(text)):
        return Paragraph(number, starred[2], depth=_indent(raw), gap=gap, is_bold=True)
    return Paragraph(number, text, depth=_indent(raw), gap=gap)


def _underline(found: list[Paragraph], rule: str, *, directly: bool) -> None:
    """A row of = or - right under a short line makes it a heading."""
    if directly and found and rule[0] in "=-" and len(set(rule)) == 1 and len(found[-1].text) < 120:
        found[-1] = replace(found[-1], heading=1 if rule[0] == "=" else 2)


def _indent(raw: str) -> int:
    return sum(TAB if space == "\t" else 1 for space in _leading(raw))


def _leading(raw: str) -> Iterator[str]:
    for character in raw:
        if not character.isspace():
            return
        yield character
