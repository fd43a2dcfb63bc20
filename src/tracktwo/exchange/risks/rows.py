"""Small tables typed by people: rows with their lines, texts by language, numbers as people write them."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tracktwo.errors import InputError
from tracktwo.exchange.lists import Row
from tracktwo.exchange.text import read_bytes, records, separator_of

LANGUAGE = "[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*"
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
DECIMAL_COMMA = re.compile(r"[+-]?\d*,\d+", re.ASCII)


def read_rows(
    path: Path, wanted: Sequence[str], *, optional: Sequence[str] = (), texts: Sequence[str] = ()
) -> list[Row]:
    """Rows of a table with the `wanted` columns, `optional` ones, and `texts` by language.

    Blanks around a cell do not count. A column `text_en` is allowed where `texts` has `text`.
    """
    lines = _records(path)
    line, header = next(lines)
    names = [name.strip() for name in header]
    _check_header(path, line, names, wanted, optional, texts)
    rows = [
        Row(path, line, {name: cell.strip() for name, cell in zip(names, cells, strict=True)})
        for line, cells in lines
        if any(cell.strip() for cell in cells)
    ]
    if not rows:
        raise InputError("there is a header and no row under it; add rows", file=path)
    return rows


def _records(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Records with their lines; a row that is too wide is told what often makes it so."""
    try:
        yield from records(path, read_bytes(path))
    except InputError as error:
        if "cells and the header" not in error.message:
            raise
        message = f"{error.message} (a number with a decimal comma makes two cells)"
        raise InputError(message, file=path, line=error.line) from None


def texts_of(row: Row, name: str) -> dict[str, str]:
    """The texts of a row by language, from the columns `name_en`, `name_zh`, ..."""
    found = (
        (re.fullmatch(f"{name}_({LANGUAGE})", column), text) for column, text in row.cells.items()
    )
    return {match[1]: text for match, text in found if match and text}


def ids_in(row: Row, column: str) -> tuple[str, ...]:
    """The ids in a cell, parted by semicolons."""
    return tuple(filter(None, (one.strip() for one in row[column].split(";"))))


def number_in(row: Row, column: str, *, is_share: bool = False) -> float:
    """A number in a cell; a percent sign, a decimal comma or a word is refused with what to write."""
    text = row[column]
    if not text:
        row.refuse(f"{column} is empty; write a number")
    if not NUMBER.fullmatch(text):
        row.refuse(f"{column} {text!r} {_what_is_odd(text, is_share=is_share)}")
    return float(text)


def _what_is_odd(text: str, *, is_share: bool) -> str:
    if DECIMAL_COMMA.fullmatch(text):
        return f"has a decimal comma; write {text.replace(',', '.')}"
    bare = text.rstrip("%％ \u00a0\u202f").replace(",", ".")
    if bare != text and NUMBER.fullmatch(bare):
        share = float(bare) / 100
        return f"has a percent sign; write {share if is_share else float(bare):g}"
    return "is not a number; write digits, with a point for decimals"


def _check_header(
    path: Path,
    line: int,
    header: Sequence[str],
    wanted: Sequence[str],
    optional: Sequence[str],
    texts: Sequence[str],
) -> None:
    if len(header) == 1 and header[0].count(";") > 1 and separator_of(path) == ",":
        message = "the columns are parted by semicolons; save the table as CSV parted by commas"
        raise InputError(message, file=path, line=line)
    if len(header) == 1 and "\t" in header[0]:
        message = "the columns are parted by tabs; name the file .tsv or save it as CSV"
        raise InputError(message, file=path, line=line)
    for name in header:
        if header.count(name) > 1:
            raise InputError(f"column {name!r} appears twice; keep one", file=path, line=line)
    for column in wanted:
        if column not in header:
            there = ", ".join(header[:12])
            message = f"column {column!r} is missing (there are: {there})"
            raise InputError(message, file=path, line=line)
    for column in header:
        if column not in (*wanted, *optional) and not _is_text(column, texts):
            told = ", ".join((*wanted, *optional, *(f"{name}_en" for name in texts)))
            message = f"column {column!r} is not known; allowed are {told}"
            raise InputError(message, file=path, line=line)


def _is_text(column: str, texts: Sequence[str]) -> bool:
    return any(re.fullmatch(f"{name}_{LANGUAGE}", column) for name in texts)
