"""Open data as values: tables whose every column says what it holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tracktwo.locale import Sentence
from tracktwo.release.budget import Noise

Cell = str | int | float | None
NO_SIDE = ""
"""In the column `party`: people who sit on no side."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the type that a Data Package gives it, and what it holds."""

    name: str
    type: Literal["string", "integer", "number"]
    meaning: Sentence


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a name, with what one row of it is."""

    name: str
    row: Sentence
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class OpenData:
    """Tables that may be read by everybody, and how they were made safe for that.

    `k` is the least number of people behind a figure, for aggregates; `noise` says how much was
    added, for noisy counts. One of the two is None. `title` and `note` are texts by language.
    """

    tables: tuple[Table, ...]
    title: Mapping[str, str]
    note: Mapping[str, str]
    k: int | None = None
    noise: Noise | None = None

    def table(self, name: str) -> Table:
        return next(one for one in self.tables if one.name == name)

    @property
    def filled(self) -> tuple[Table, ...]:
        """The tables that have rows: where nobody sits on a side there are no sides to list."""
        return tuple(one for one in self.tables if one.rows)
