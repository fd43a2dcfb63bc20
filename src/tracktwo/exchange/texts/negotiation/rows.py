"""Rows of the folder's tables, and the cells that all of them have."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tracktwo.errors import InputError
from tracktwo.exchange.lists import Row, read_rows
from tracktwo.exchange.texts.negotiation.known import Known


def rows_of(path: Path, columns: Sequence[str], needed: int) -> Iterator[Row]:
    """The rows of a table without blanks around their cells; none where there is no such file.

    The first `needed` columns must be there, and no others than `columns` may.
    """
    if not path.exists():
        return
    header, rows = read_rows(path)
    for column in columns[:needed]:
        if column not in header:
            there = ", ".join(header[:12])
            message = f"column {column!r} is missing (there are: {there}); add it"
            raise InputError(message, file=path, line=1)
    for column in header:
        if column not in columns:
            message = f"column {column!r} is not known; allowed are {', '.join(columns)}"
            raise InputError(message, file=path, line=1)
    yield from (
        Row(path, row.line, {name: cell.strip() for name, cell in row.cells.items()})
        for row in rows
    )


def side_of(row: Row, known: Known) -> str:
    """The side that a row names: one at the table."""
    side = row["side"]
    if not known.is_side(side):
        told = ", ".join(known.sides)
        remedy = f"use one of {told}" if told else "name one"
        row.refuse(f"side {side!r} does not sit at the table; {remedy}")
    return side


def unit_of(row: Row, what: str, unit: str, known: Known) -> str:
    """A unit that a row names: one that stands in the text or ever stood there."""
    if not known.has_unit(unit):
        row.refuse(f"{what} {unit!r} never stood in the text; name one that does")
    return unit


def whole(row: Row, column: str, *, first: int) -> int:
    """The whole number in a cell, from `first` on."""
    told = row[column]
    if not (told.isdecimal() and told.isascii() and len(told) < 10 and int(told) >= first):
        row.refuse(f"{column} {told!r} is no whole number from {first} on; write its digits")
    return int(told)
