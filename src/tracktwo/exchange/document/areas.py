"""Areas of convergence: the titles under a heading that speaks of common interests."""

from collections.abc import Iterator

from tracktwo.exchange.document.entries import Entry, entries_of, headings_under, split_lead
from tracktwo.exchange.document.letters import is_title
from tracktwo.exchange.document.outline import Block
from tracktwo.exchange.document.proposal import Remark
from tracktwo.exchange.document.topics import Told


def areas_in(parts: list[Told]) -> tuple[list[Entry], list[Remark]]:
    """The areas of one section, in order: its sub-headings or, without any, its list."""
    headings = headings_under(parts)
    if not headings:
        return [_named(entry) for entry in entries_of(parts)], []
    strays = list(_stray_bullets(parts))
    found = sorted([*headings, *strays], key=lambda one: one.line)
    remarks = [Remark("bullet_as_area", one.line, one.text) for one in strays]
    return [Entry(one.text, one.line, number=one.number) for one in found], [
        *_broken_numbers(headings),
        *remarks,
    ]


def _named(entry: Entry) -> Entry:
    lead, _ = split_lead(entry.text)
    return Entry(lead or entry.text, entry.line, entry.theme, entry.number)


def _stray_bullets(parts: list[Told]) -> Iterator[Block]:
    """A title that lost its number: a bullet alone between text before and text after."""
    for part in parts:
        blocks = part.section.blocks
        for before, one, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
            if _is_titled(one) and not (
                _is_titled(before) or is_title(before.text) or is_title(after.text)
            ):
                yield one


def _is_titled(block: Block) -> bool:
    return block.role == "item" and block.style == "bullet" and is_title(block.text)


def _broken_numbers(headings: list[Block]) -> list[Remark]:
    """Say where arabic numbers of areas do not run on from the first."""
    numbers = [int(one.number) for one in headings if one.number.isdecimal()]
    first = numbers[0] if numbers else 0
    if numbers == list(range(first, first + len(numbers))):
        return []
    written = ", ".join(map(str, numbers[:12]))
    return [Remark("numbers_broken", headings[0].line, written)]
