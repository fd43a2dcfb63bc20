"""A report as a tree of values: built once from an analysis, written as a page (or a document)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracktwo.figures.figure import Table
from tracktwo.reports.topic import Topic

if TYPE_CHECKING:
    from altair import LayerChart


@dataclass(frozen=True)
class Paragraph:
    """A run of complete sentences."""

    text: str


@dataclass(frozen=True)
class Note:
    """A paragraph nobody should miss, such as that the data are simulated."""

    text: str


@dataclass(frozen=True)
class Facts:
    """Short facts by name: who was asked, with which settings."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Brief:
    """The report in a few lines: the titles of its figures, each with the anchor it stands at."""

    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, eq=False)
class FigureBlock:
    """A figure drawn twice, for a page and for a phone, with the same words and table."""

    id: str
    title: str
    alt: str
    wide: "LayerChart"
    narrow: "LayerChart"
    table: Table


@dataclass(frozen=True)
class TableBlock:
    """A table that stands alone."""

    id: str
    title: str
    table: Table


Block = Paragraph | Note | Facts | Brief | Topic | FigureBlock | TableBlock


@dataclass(frozen=True)
class Section:
    """A part of the report; `id` is the anchor that the contents point to."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Report:
    """A whole report in one language. `note` stands at the top where the data need one."""

    title: str
    language: str
    note: str
    sections: tuple[Section, ...]
