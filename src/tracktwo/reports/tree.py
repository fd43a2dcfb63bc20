"""A report as a tree of values: built once, written as a page or a document, in one or two languages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal, TypeAlias

from tracktwo.errors import OptionError
from tracktwo.figures.figure import Figure, Table
from tracktwo.reports.topic import Topic

if TYPE_CHECKING:
    from altair import LayerChart

WIDE, NARROW = 680, 340
"""Pixels across: a figure on a page, and on a phone or in one of two columns."""


@dataclass(frozen=True)
class Heading:
    """A heading inside a section; the section’s own is of level 1."""

    id: str
    text: str
    level: Literal[2, 3] = 2


@dataclass(frozen=True)
class Paragraph:
    """A run of complete sentences."""

    text: str


@dataclass(frozen=True)
class Note:
    """A paragraph nobody should miss, such as that the data are simulated."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A list; where the order of its entries says something, they are numbered."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Facts:
    """Short facts by name: who was asked, with which settings."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Digest:
    """A hash by the name of what was hashed, in hexadecimal, to be compared sign by sign."""

    name: str
    value: str


@dataclass(frozen=True)
class Brief:
    """The report in a few lines: the titles of its figures, each with the anchor it stands at."""

    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Clause:
    """A unit of a text that the sides negotiated, with its number as printed.

    `level` is the depth of a heading or of an item, from 1; `language` is the tag of its words.
    """

    kind: Literal["heading", "paragraph", "item"]
    text: str
    number: str = ""
    level: int = 1
    language: str = ""


@dataclass(frozen=True)
class TextBlock:
    """A text under its units, in their order."""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Signatures:
    """Who answers for the report: by side, each author as it consents to be named."""

    sides: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class PageBreak:
    """On paper, what follows begins a page."""


@dataclass(frozen=True, eq=False)
class FigureBlock:
    """A figure with its words and table, drawn at the width that is asked for, once for each.

    `label` is its number in words, such as "Figure 2", where the report counts its figures.
    """

    id: str
    figure: Figure
    at: Callable[[int], Figure | None]
    label: str = ""
    is_tabled: bool = False
    """Whether a table of the report has its rows already."""
    drawn: dict[int, str] = field(default_factory=dict)
    """By width, the picture that was drawn of it."""

    @property
    def title(self) -> str:
        """What the figure states."""
        return self.figure.title

    @property
    def alt(self) -> str:
        """What can be seen."""
        return self.figure.alt

    @property
    def table(self) -> Table:
        """What is drawn, in rows."""
        return self.figure.table

    def chart(self, width: int) -> "LayerChart":
        """The chart at a width."""
        found = None if width == WIDE else _unchecked(self.at, width)
        return (found or self.figure).chart


def figure_blocks(
    id_: str, at: Callable[[int], Figure | None], *, is_tabled: bool = False
) -> tuple[FigureBlock, ...]:
    """The figure that is drawn so, or nothing where it has nothing to show."""
    figure = _unchecked(at, WIDE)
    return () if figure is None else (FigureBlock(id_, figure, at, is_tabled=is_tabled),)


def _unchecked(at: Callable[[int], Figure | None], width: int) -> Figure | None:
    """Draw without Altair checking every mark against its schema: half the time goes into that."""
    from altair.utils.schemapi import debug_mode

    with debug_mode(False):
        return at(width)


@dataclass(frozen=True)
class TableBlock:
    """A table that stands alone."""

    id: str
    title: str
    table: Table


Block: TypeAlias = (
    Heading
    | Paragraph
    | Note
    | Bullets
    | Facts
    | Digest
    | Brief
    | TextBlock
    | Signatures
    | PageBreak
    | Topic
    | FigureBlock
    | TableBlock
)


@dataclass(frozen=True)
class Section:
    """A part of the report; `id` is the anchor that the contents point to, `number` is printed."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    number: str = ""

    @property
    def heading(self) -> str:
        """Number and title as they are printed; the Chinese mark behind a number is its own space."""
        space = "" if self.number.endswith("、") else " "
        return f"{self.number}{space}{self.title}".strip()


@dataclass(frozen=True)
class Report:
    """A whole report in one language. `note` stands at the top where the data need one.

    `banner` stands on every page, such as that this is a draft; `subtitle` is under the title.
    """

    title: str
    language: str
    note: str
    sections: tuple[Section, ...]
    subtitle: str = ""
    banner: str = ""


@dataclass(frozen=True)
class SideBySide:
    """One report in two languages, whose blocks stand beside each other in pairs.

    Raises `OptionError` where the two are not of one build: the same sections with as many blocks of
    the same kinds.

    >>> pair = SideBySide(Report("Findings", "en", "", ()), Report("结论", "zh-Hans", "", ()))
    >>> [one.language for one in reports_in(pair)]
    ['en', 'zh-Hans']
    """

    one: Report
    other: Report

    def __post_init__(self) -> None:
        """Refuse two reports whose blocks are no pairs."""
        for mine, yours in zip_longest(self.one.sections, self.other.sections):
            if _build(mine) != _build(yours):
                which = mine or yours
                raise OptionError(
                    f"the two reports differ in section {which.id if which else ''}; "
                    "make both from the same dialogue"
                )


Document: TypeAlias = Report | SideBySide


def reports_in(document: Document) -> tuple[Report, ...]:
    """The report, or both of a pair."""
    return (document,) if isinstance(document, Report) else (document.one, document.other)


def sections_in(document: Document) -> Iterator[tuple[Section, ...]]:
    """Each section, in all languages of the document."""
    return zip(*(one.sections for one in reports_in(document)), strict=True)


def blocks_in(sections: Sequence[Section]) -> Iterator[tuple[Block, ...]]:
    """Each block of a section, in all languages of the document."""
    return zip(*(one.blocks for one in sections), strict=True)


def _build(section: Section | None) -> tuple[str, tuple[str, ...]] | None:
    if section is None:
        return None
    return section.id, tuple(type(one).__name__ for one in section.blocks)
