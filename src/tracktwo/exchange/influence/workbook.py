"""XLSX workbooks as grids, and grids as workbooks."""

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.errors import InputError, OptionError
from tracktwo.exchange.influence.grid import Grid, grid_of
from tracktwo.exchange.influence.workbook_claims import DAMAGED, read_archive

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

TOO_LONG = (
    "a spreadsheet holds texts of at most 32,767 characters and 1,048,576 rows; name a folder"
)
Cell = str | float | None
Sheet = tuple[str, Sequence[str], Iterable[Sequence[Cell]]]
"""Name, header and rows; text stays text, None is an empty cell."""


def read_workbook(path: Path) -> dict[str, Grid]:
    """The sheets that hold something, by name; `InputError` where the workbook cannot be read."""
    from python_calamine import CalamineError, SheetTypeEnum, load_workbook

    raw = read_archive(path)
    try:
        book = load_workbook(io.BytesIO(raw))
        sheets = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        names = [one.name for one in sheets]  # a sheet may also be a chart
        rows = [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in names]
    except (CalamineError, ValueError):
        raise InputError(DAMAGED, file=path) from None
    held = {name: cells for name, cells in zip(names, rows, strict=True) if any(map(any, cells))}
    if not held:
        raise InputError("the workbook is empty; it needs a header and rows", file=path)
    return {name: _grid(path, name, cells) for name, cells in held.items()}


def as_workbook(sheets: Iterable[Sheet]) -> bytes:
    """An XLSX file in which every text is text, whatever it begins with, and every number a number.

    Raises `OptionError` where a text or the table is longer than a spreadsheet can hold.
    """
    from xlsxwriter import Workbook

    raw = io.BytesIO()
    with Workbook(raw, {"in_memory": True}) as book:
        for name, header, rows in sheets:
            _fill(book.add_worksheet(name), [header, *rows])
    return raw.getvalue()


def _fill(sheet: "Worksheet", rows: Sequence[Sequence[Cell]]) -> None:
    for number, cells in enumerate(rows):
        for place, cell in enumerate(cells):
            write = sheet.write_string if isinstance(cell, str) else sheet.write_number
            if cell is not None and write(number, place, cell):
                raise OptionError(TOO_LONG)
    sheet.freeze_panes(1, 1)


def _grid(path: Path, name: str, rows: Sequence[Sequence[object]]) -> Grid:
    texts = ([_as_text(cell) for cell in cells] for cells in rows)
    return grid_of(path, enumerate(texts, start=1), sheet=name)


def _as_text(cell: object) -> str:
    """A cell as the text a CSV would hold."""
    if isinstance(cell, float):
        return repr(int(cell)) if cell.is_integer() else repr(cell)
    return str(cell)
