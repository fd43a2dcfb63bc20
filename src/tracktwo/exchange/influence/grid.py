"""A table as cells of text that know where they stand, from a CSV or a sheet of a workbook."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tracktwo.errors import InputError
from tracktwo.exchange.formulas import guarded, unguarded
from tracktwo.exchange.influence.place import Place
from tracktwo.exchange.text import read_bytes, records, separator_of

Row = tuple[int, list[str]]
"""The line (CSV) or row (sheet) from 1, and its cells."""


@dataclass(frozen=True)
class Grid:
    """The header and the rows under it, blank rows and columns left out. `sheet` is empty for a CSV.

    `columns` are the numbers of the columns in the file, from 1.
    """

    path: Path
    header: list[str]
    rows: list[Row]
    header_row: int
    columns: list[int]
    sheet: str = ""

    def at(self, row: int, column: int | None = None) -> Place:
        """The place of a row or, in a sheet, of the cell in a column counted from 0."""
        if not self.sheet:
            return Place(self.path, row)
        if column is None:
            return Place(self.path, spot=f"row {row} of sheet {self.sheet}")
        return Place(self.path, spot=f"cell {self.letters(column)}{row} of sheet {self.sheet}")

    def letters(self, column: int) -> str:
        """What a spreadsheet calls a column counted from 0."""
        number, letters = self.columns[column], ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return letters

    @property
    def at_header(self) -> Place:
        return self.at(self.header_row)


def grid_of(path: Path, rows: Iterable[Row], *, sheet: str = "") -> Grid:
    """The grid of rows of one width, the header first; `InputError` where there is none."""
    filled = [row for row in rows if any(cell.strip() for cell in row[1])]
    if not filled:
        where = f"sheet {sheet} is empty" if sheet else "the file is empty"
        raise InputError(f"{where}; it needs a header and rows", file=path)
    used = [
        place for place in range(len(filled[0][1])) if any(row[place].strip() for _, row in filled)
    ]
    kept = [(number, [cells[place] for place in used]) for number, cells in filled]
    number, header = kept[0]
    return Grid(
        path, [name.strip() for name in header], kept[1:], number, [one + 1 for one in used], sheet
    )


def read_csv(path: Path) -> Grid:
    """A .csv or .tsv file, checked line by line."""
    return grid_of(path, _rows(path))


def _rows(path: Path) -> Iterator[Row]:
    lines = records(path, read_bytes(path))
    for number, (line, record) in enumerate(lines):
        if number == 0:
            _check_separator(path, line, record)
        if record:
            yield line, [unguarded(cell) for cell in record]


def _check_separator(path: Path, line: int, header: list[str]) -> None:
    if len(header) != 1:
        return
    for separator, name in ((";", "semicolons"), ("\t", "tabs"), (",", "commas")):
        if separator in header[0]:
            wanted = "tabs" if separator_of(path) == "\t" else "commas"
            message = f"the cells are separated by {name}; save the file with {wanted}"
            raise InputError(message, file=path, line=line)


def as_csv(header: Sequence[str], rows: Iterable[Sequence[str]], *, separator: str = ",") -> str:
    """The text of a CSV file, no cell of which a spreadsheet takes for a formula."""
    needs_quotes = re.compile(f'["\r\n{separator}]')

    def cell(text: str) -> str:
        # Python's own writer leaves a carriage return bare, which its reader refuses.
        return '"' + text.replace('"', '""') + '"' if needs_quotes.search(text) else text

    lines = ([guarded(name) for name in header], *rows)
    return "".join(separator.join(map(cell, cells)) + "\n" for cells in lines)
