"""A report as a row of pieces that every document knows: headings, paragraphs, entries, tables, pictures."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Literal, TypeAlias

from tracktwo.figures.figure import Table
from tracktwo.locale import Words
from tracktwo.reports.topic import Finding, Topic
from tracktwo.reports.tree import (
    Block,
    Brief,
    Bullets,
    Clause,
    Digest,
    Document,
    Facts,
    FigureBlock,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Report,
    Signatures,
    TableBlock,
    TextBlock,
    blocks_in,
    reports_in,
    sections_in,
)
from tracktwo.reports.words import words_of

Style: TypeAlias = Literal["body", "note", "statement", "told", "more", "name", "digest"]
ANNEX = "tables"
"""The id of the section in which figures stand as tables."""


@dataclass(frozen=True)
class Head:
    """A heading of any level, with the anchor that the contents point to."""

    level: int
    text: str
    id: str = ""


@dataclass(frozen=True)
class Para:
    """Words in one of the styles; `language` is the tag of theirs where it is not the report’s."""

    text: str
    style: Style = "body"
    language: str = ""


@dataclass(frozen=True)
class Entry:
    """An entry of a list; without a number it gets a sign."""

    text: str
    number: str = ""


@dataclass(frozen=True)
class Rows:
    """Short facts by name."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Grid:
    """A table under its title."""

    title: str
    table: Table


@dataclass(frozen=True, eq=False)
class Picture:
    """A figure without its table, which stands in the annex."""

    block: FigureBlock


@dataclass(frozen=True)
class Break:
    """What follows begins a page."""


Piece: TypeAlias = Head | Para | Entry | Rows | Grid | Picture | Clause | Break


@dataclass(frozen=True)
class Row:
    """Pieces that belong together, a cell a language; where they are wide, one under the other."""

    cells: tuple[tuple[Piece, ...], ...]

    @property
    def is_stacked(self) -> bool:
        """Whether the languages stand one under the other."""
        return any(isinstance(one, Grid | Break) for cell in self.cells for one in cell)

    @property
    def is_break(self) -> bool:
        """Whether it only begins a page."""
        return all(isinstance(one, Break) for cell in self.cells for one in cell)


def rows_of(document: Document) -> Iterator[Row]:
    """The whole document, the tables of its figures at the end.

    >>> from tracktwo.reports.tree import Section
    >>> report = Report("Findings", "en", "", (Section("a", "Aims", (Paragraph("We meet."),)),))
    >>> [row.cells[0][0].text for row in rows_of(report)]
    ['Aims', 'We meet.']
    """
    reports = reports_in(document)
    words = [words_of(one) for one in reports]
    for sections in sections_in(document):
        yield Row(tuple((Head(1, one.heading, one.id),) for one in sections))
        for blocks in blocks_in(sections):
            cells = [tuple(pieces(one, said)) for one, said in zip(blocks, words, strict=True)]
            yield from _paired(cells)
    yield from _annex(reports, words)


def _paired(cells: list[tuple[Piece, ...]]) -> Iterator[Row]:
    """Piece beside piece where a block has as many in each language, else the blocks as they are."""
    if len({tuple(type(one).__name__ for one in cell) for cell in cells}) > 1:
        yield Row(tuple(cells))
        return
    for each in zip(*cells, strict=True):
        yield Row(tuple((one,) for one in each))


def _annex(reports: tuple[Report, ...], words: list[Words]) -> Iterator[Row]:
    figures = [list(_figures(one)) for one in reports]
    if not any(figures):
        return
    heads = (Head(1, annex_title(one), ANNEX) for one in words)
    yield Row(tuple((one,) for one in heads))
    for blocks in zip_longest(*figures):
        yield Row(tuple((_table_of(one),) for one in blocks if one))


def annex_title(words: Words) -> str:
    """The heading of the annex."""
    return words.gettext("The figures as tables")


def _figures(report: Report) -> Iterator[FigureBlock]:
    for section in report.sections:
        for one in section.blocks:
            if isinstance(one, FigureBlock) and not one.is_tabled:
                yield one


def _table_of(block: FigureBlock) -> Grid:
    return Grid(f"{block.label} {block.title}".strip(), block.table)


def pieces(block: Block, words: Words) -> Iterable[Piece]:
    """A block as pieces."""
    return _AS_PIECES[type(block)](block, words)


def _list(block: Bullets) -> Iterator[Piece]:
    for place, one in enumerate(block.items, start=1):
        yield Entry(one, f"{place}." if block.ordered else "")


def _names(block: Signatures) -> Iterator[Piece]:
    for side, names in block.sides:
        yield Para(side, "name")
        yield from (Entry(one) for one in names)


def _topic(topic: Topic, words: Words) -> Iterator[Piece]:
    yield Head(2, topic.title, f"found-{topic.key}")
    for one in topic.findings:
        yield from _finding(one, words)
    if topic.more:
        yield Para(topic.more, "more")


def _finding(one: Finding, words: Words) -> Iterator[Piece]:
    if one.quote is None:
        yield Entry(one.sentence)
        return
    yield Para(f"{words.quoted(one.quote.text)} {one.quote.key}", "statement", one.quote.language)
    yield Para(one.sentence, "told")


_AS_PIECES: Mapping[type[Block], Callable[[Any, Words], Iterable[Piece]]] = {
    Heading: lambda one, _: (Head(one.level, one.text, one.id),),
    Paragraph: lambda one, _: (Para(one.text),),
    Note: lambda one, _: (Para(one.text, "note"),),
    Bullets: lambda one, _: _list(one),
    Brief: lambda one, _: (Entry(line) for _, line in one.lines),
    Facts: lambda one, _: (Rows(one.rows),),
    Digest: lambda one, _: (Para(one.name, "name"), Para(one.value, "digest")),
    TextBlock: lambda one, _: one.clauses,
    Signatures: lambda one, _: _names(one),
    PageBreak: lambda _, __: (Break(),),
    Topic: _topic,
    FigureBlock: lambda one, _: (Picture(one),),
    TableBlock: lambda one, _: (Grid(one.title, one.table),),
}
