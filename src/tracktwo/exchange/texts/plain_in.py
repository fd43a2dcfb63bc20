"""A text that anybody typed, as TXT or Markdown, taken apart into units with ids in order."""

import re
from collections.abc import Iterator

from tracktwo.exchange.document.letters import plain
from tracktwo.exchange.document.outline import Block, Section, outline
from tracktwo.exchange.document.paragraphs import Paragraph, lines_of, paragraphs_of
from tracktwo.exchange.document.wrapping import unwrapped
from tracktwo.exchange.texts.printed_number import number_and_words
from tracktwo.exchange.texts.structure import structured
from tracktwo.text.units import NegotiatedText, Unit, UnitKind

_BULLET = re.compile(r"(?:[•▪◦‣⁃●○■□◆◇▶►➢➤✓✔·∙※★☆\uf0b7\uf0a7\uf0d8]\s*|[-–—*+]\s+|o\s+(?=[A-Z]))")
_ITEMS = {"letter", "part", "number", "bullet"}


def from_plain(source: str, *, language: str) -> NegotiatedText:
    r"""The text that lines hold: headings, lead-ins, paragraphs and items, numbers as they are printed.

    The first heading, where another follows it at once, is the title. Words are kept as typed, two
    blanks and all; lines broken at a margin are put together.

    >>> text = from_plain("AIMS\n\nThe parties will:\n\n(a) meet;\n(b) talk.\n", language="en")
    >>> [(one.kind.value, one.number, one.texts["en"], one.parent) for one in text.units[1:3]]
    [('chapeau', '', 'The parties will:', 'u1'), ('item', '(a)', 'meet;', 'u2')]
    """
    lines = lines_of(source)
    paragraphs = unwrapped(paragraphs_of(lines))
    sections = outline(paragraphs)
    by_line = {one.line: one for one in paragraphs}
    title = _title(sections)
    blocks = [each for each in _blocks(sections) if each[0] is not title]
    units = [
        _unit(f"u{number}", block, level, _typed(block, by_line[block.line], lines), language)
        for number, (block, level) in enumerate(blocks, start=1)
    ]
    named = {language: title.text} if title else {}
    return NegotiatedText(named, (language,), structured(units))


def _title(sections: list[Section]) -> Block | None:
    """The first heading, where it carries no number and nothing stands between it and the next."""
    if sections[0].blocks or len(sections) < 3:
        return None
    first = sections[1]
    is_bare = first.heading is not None and not first.heading.number and not first.blocks
    return first.heading if is_bare else None


def _blocks(sections: list[Section]) -> Iterator[tuple[Block, int]]:
    """Every block with the level of a heading or item."""
    skipped = _title(sections)
    for section in sections:
        if section.heading:
            yield section.heading, _level(section, skipped)
        depths: list[int] = []
        for block in section.blocks:
            if block.role != "item":
                depths = []
                yield block, 1
                continue
            while depths and depths[-1] > block.depth:
                depths.pop()
            if not depths or depths[-1] < block.depth:
                depths.append(block.depth)
            yield block, len(depths)


def _level(section: Section, title: Block | None) -> int:
    level, above = 1, section.parent
    while above is not None:
        level += above.heading is not title
        above = above.parent
    return level


def _typed(block: Block, paragraph: Paragraph, lines: list[str]) -> str:
    """The words of a block as they were typed, where they stand on one line."""
    raw = lines[block.line - 1].strip().lstrip("\ufeff")
    is_whole = plain(raw).endswith(paragraph.text) or plain(raw.strip("#*_ ")) == paragraph.text
    return (
        raw.strip("#*_ ") if is_whole and paragraph.heading else raw if is_whole else paragraph.text
    )


def _unit(key: str, block: Block, level: int, typed: str, language: str) -> Unit:
    bullet = _BULLET.match(typed)
    number, words = number_and_words(typed[bullet.end() :] if bullet else typed)
    if block.role == "heading":
        return Unit(key, UnitKind.HEADING, {language: words}, number, level=level)
    is_item = (
        bullet is not None
        or block.style in _ITEMS
        or (number[:1] in ("(", "（") and block.role == "item")
    )
    if block.role == "item" and is_item:
        return Unit(key, UnitKind.ITEM, {language: words}, number, level=level)
    return Unit(key, UnitKind.PARAGRAPH, {language: words}, number)
