"""The points a section makes: its list or, where it has none, the headings under it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tracktwo.exchange.document.letters import is_title
from tracktwo.exchange.document.lexicon import FRAME
from tracktwo.exchange.document.outline import Block
from tracktwo.exchange.document.topics import Told

_LEAD = re.compile(r"(?P<lead>[^:：.。]{2,60}?)(?:\s?[:：]\s*|\s[–—]\s)(?P<rest>\S.*)", re.DOTALL)
DEEPER = 2
"""Columns by which an item is set in under the one it belongs to."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One point: its text, place and number, and the sub-heading it stands under."""

    text: str
    line: int
    theme: str = ""
    number: str = ""


def entries_of(parts: list[Told]) -> list[Entry]:
    """The points of a section and those under it, which are `parts`."""
    listed = [entry for part in parts for entry in _listed(part)]
    return listed or [Entry(one.text, one.line, number=one.number) for one in headings_under(parts)]


def headings_under(parts: list[Told]) -> list[Block]:
    """The headings right under a section, framing ones left out."""
    root = parts[0].root
    return [
        one.section.heading
        for one in parts
        if one.section.heading
        and one.section.parent is root
        and not FRAME.search(one.section.heading.text)
    ]


def split_lead(text: str) -> tuple[str, str]:
    """A title before a colon or dash, and what follows; no title where there is none.

    >>> split_lead("Maritime security: both sides escort ships.")
    ('Maritime security', 'both sides escort ships.')
    """
    match = _LEAD.fullmatch(text)
    if match is None or len(match["lead"].split()) > 7 or not is_title(match["lead"]):
        return "", text
    return match["lead"].strip(), match["rest"]


def _listed(part: Told) -> Iterable[Entry]:
    """The items of one section, those set in deeper joined to the one they belong to."""
    is_nested = part.section is not part.root
    theme = part.section.heading.text if is_nested and part.section.heading else ""
    found: list[Entry] = []
    first: Block | None = None
    for block in part.section.blocks:
        if block.role != "item":
            continue
        if first is None or not _belongs(block, first):
            first = first or block
            found.append(Entry(block.text, block.line, theme, block.number))
        else:
            found[-1] = replace(found[-1], text=_joined(found[-1].text, block.text))
    return found


def _joined(text: str, more: str) -> str:
    return f"{text} {more}" if text[-1:] in ".;:,!?。；：，！？" else f"{text}; {more}"


def _belongs(block: Block, first: Block) -> bool:
    """Whether an item is part of the point above it: set in deeper, or a bullet under a number."""
    is_under_number = block.style == "bullet" and first.style != "bullet"
    return block.depth >= first.depth + DEEPER or is_under_number
