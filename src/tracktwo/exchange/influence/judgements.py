"""Judgements as rows of a table: source, target, weight and what else is known, one row each."""

from collections.abc import Iterable, Iterator, Sequence

from tracktwo.exchange.formulas import guarded
from tracktwo.exchange.influence.assemble import FoundLink
from tracktwo.exchange.influence.fields import LINK_FIELDS, link_of
from tracktwo.exchange.influence.grid import Grid
from tracktwo.exchange.influence.reading import Reading
from tracktwo.exchange.influence.strengths import as_number
from tracktwo.exchange.influence.workbook import Cell
from tracktwo.influence.maps import Link

NEEDED = ("source", "target", "weight")
JUDGEMENT_COLUMNS = ("source", "target", *LINK_FIELDS)
_ALSO_CALLED = {"from": "source", "to": "target"}


def has_judgements(grid: Grid) -> bool:
    """Whether the header is that of judgements, be it one with a column missing."""
    return len(set(NEEDED) & set(columns_of(grid))) > 1


def columns_of(grid: Grid) -> list[str]:
    """The names of columns as we call them: `From` is source."""
    folded = (name.casefold() for name in grid.header)
    return [_ALSO_CALLED.get(name, name) for name in folded]


def read_judgements(grid: Grid, reading: Reading) -> list[FoundLink]:
    """The judgements in the order of rows; `InputError` at the first cell that cannot be meant."""
    columns = columns_of(grid)
    require_columns(grid, columns, needed=NEEDED, allowed=JUDGEMENT_COLUMNS)
    return [_read(grid, columns, row, cells, reading) for row, cells in grid.rows]


def _read(
    grid: Grid, columns: Sequence[str], row: int, cells: Sequence[str], reading: Reading
) -> FoundLink:
    told, at = dict(zip(columns, cells, strict=True)), grid.at(row)
    for end in ("source", "target"):
        if not told[end].strip():
            at.refuse(f"no {end} is named; name a concept")
    return link_of(told["source"], told["target"], told, at, signs_as=reading.signs_as), at


def require_columns(
    grid: Grid,
    columns: Sequence[str],
    *,
    needed: Sequence[str],
    allowed: Iterable[str],
    more: str = "",
) -> None:
    """Refuse a header without a needed column, with one twice, or with one that is not known."""
    known, told = set(allowed), ", ".join(allowed) + more
    for name in needed:
        if name not in columns:
            there = ", ".join(grid.header[:12])
            grid.at_header.refuse(f"column {name!r} is missing (there are: {there})")
    for place, name in enumerate(columns):
        at = grid.at(grid.header_row, place)
        if columns.count(name) > 1:
            at.refuse(f"column {name!r} appears twice; keep one")
        if name not in known:
            at.refuse(f"column {name!r} is not known; allowed are {told}")


def judgement_rows(links: Iterable[Link]) -> Iterator[list[Cell]]:
    """A row for each judgement, in the order of `JUDGEMENT_COLUMNS`: numbers as numbers."""
    for link in links:
        values = (link.source, link.target, *(getattr(link, name) for name in LINK_FIELDS))
        yield [None if value == "" else value for value in values]


def as_cells(rows: Iterable[Sequence[Cell]]) -> Iterator[list[str]]:
    """Rows for a CSV: text that would run is guarded, a number is as short as it can be."""
    for row in rows:
        yield [_as_cell(one) for one in row]


def _as_cell(value: Cell) -> str:
    if isinstance(value, str):
        return guarded(value)
    return "" if value is None else as_number(value)
