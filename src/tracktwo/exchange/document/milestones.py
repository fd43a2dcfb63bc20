"""Milestones: entries that begin with a date, under a heading that says so or in a row elsewhere."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from tracktwo.exchange.document.dates import Dated, dated
from tracktwo.exchange.document.outline import Block
from tracktwo.exchange.document.proposal import Milestone, Remark
from tracktwo.exchange.document.topics import Told, Topic

FEWEST = 3
"""Dated entries in a row that are a chronology without a heading that says so."""


def milestones_in(parts: Iterable[Told]) -> tuple[list[Milestone], list[Remark]]:
    """Every milestone in the order of the document, and what was unsure about them."""
    found: list[Milestone] = []
    remarks: list[Remark] = []
    for part in parts:
        if part.topic is Topic.BACK:
            continue
        entries = list(_entries(part))
        if part.topic is Topic.MILESTONES:
            found += entries
        elif len(entries) >= FEWEST:
            found += entries
            remarks.append(Remark("undated_section", entries[0].line, entries[0].dated))
    return found, remarks + _out_of_order(found)


def _entries(part: Told) -> Iterator[Milestone]:
    """The dated entries of a section; a date alone, or as a heading, dates what follows it."""
    heading = part.section.heading
    blocks = [*([heading] if heading else []), *part.section.blocks]
    waiting: tuple[Dated, Block] | None = None
    for block in blocks:
        date = dated(block.text)
        if date is None:
            if waiting:
                yield _milestone(waiting[0], waiting[1], block.text)
                waiting = None
        elif date.rest:
            yield _milestone(date, block, date.rest)
            waiting = None
        else:
            waiting = date, block


def _milestone(date: Dated, block: Block, text: str) -> Milestone:
    return Milestone(date.start, date.end, date.dated, text, block.line)


def _out_of_order(found: list[Milestone]) -> list[Remark]:
    """The first entry of each step back in time; a list that runs backwards throughout is in order."""
    pairs = list(pairwise(found))
    if all(one.start >= after.start for one, after in pairs):
        return []
    return [
        Remark("out_of_order", after.line, after.dated, one.dated)
        for one, after in pairs
        if after.start < one.start
    ]
