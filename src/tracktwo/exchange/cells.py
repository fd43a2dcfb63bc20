"""Columns checked and turned into numbers; the first bad row is named and refused."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from tracktwo._typing import Flags, Ints
from tracktwo.errors import InputError
from tracktwo.exchange.ids import as_text, codes
from tracktwo.exchange.table import LargeTable, Table

if TYPE_CHECKING:
    import polars as pl

VOTES = "1 (agree), 0 (pass) or -1 (disagree)"


def require_columns(
    table: Table | LargeTable,
    wanted: Sequence[str],
    *,
    only: bool,
    optional: Sequence[str] = (),
    remedy: str = "",
) -> None:
    """Refuse a table without a wanted column or, where `only` these and the optional ones are
    allowed, with another.
    """
    for column in wanted:
        if column not in table.columns:
            there = ", ".join(table.columns[:12])
            message = f"column {column!r} is missing (there are: {there}){remedy}"
            raise InputError(message, file=table.path, line=_header_line(table))
    if not only:
        return
    for column in table.columns:
        if column not in (*wanted, *optional):
            allowed = ", ".join((*wanted, *optional))
            message = f"column {column!r} is not known; allowed are {allowed}"
            raise InputError(message, file=table.path, line=_header_line(table))


def require_rows(table: Table | LargeTable) -> None:
    if not table.rows:
        raise InputError("there is a header and no row under it; add rows", file=table.path)


def numbers(table: Table, column: str, values: Mapping[str, float] | None) -> "pl.Series":
    """A column of answers as float32, null where a cell is empty."""
    import polars as pl

    raw = table.frame[column]
    if values is not None:
        return _translated(table, raw, values)
    if raw.dtype.is_numeric():
        return raw.cast(pl.Float32).fill_nan(None)
    text = _text(table, raw).str.strip_chars()
    parsed = text.cast(pl.Float32, strict=False)
    bad = text.is_not_null() & ~parsed.is_finite().fill_null(value=False)
    _refuse_first(table, bad, lambda row: f"{column} {raw[row]!r} is not a number{_say_values()}")
    return parsed


def _translated(table: Table, raw: "pl.Series", values: Mapping[str, float]) -> "pl.Series":
    import polars as pl

    text = _text(table, raw)
    meant = text.replace_strict(
        list(values), list(values.values()), default=None, return_dtype=pl.Float32
    )
    known = ", ".join(values)
    bad = text.is_not_null() & meant.is_null()
    _refuse_first(
        table, bad, lambda row: f"{raw.name} {text[row]!r} is not among the values told ({known})"
    )
    return meant


def _text(table: Table, raw: "pl.Series") -> "pl.Series":
    import polars as pl

    if raw.dtype == pl.Boolean:
        return raw.cast(pl.String)
    try:
        return as_text(raw)
    except ValueError as error:
        message = f"column {raw.name!r} holds {error}, which are not answers"
        raise InputError(message, file=table.path) from None


def _say_values() -> str:
    return "; write a number or say what the words mean (values, --values)"


def codes_of(
    table: Table, column: str, ids: Sequence[str], answered: "pl.Series", remedy: str
) -> Ints:
    """The place of each row's id in `ids`; rows without an answer get any place."""
    found = codes(table, column, ids)
    missing = answered & found.is_null()

    def message(row: int) -> str:
        name = table.frame[column][row]
        return f"{column} {name!r} is not {remedy}" if name is not None else f"no {column} is named"

    _refuse_first(table, missing, message)
    return found.fill_null(-1).to_numpy()


def refuse_flagged(table: Table, bad: Flags, message: "MessageOfRow") -> None:
    """Refuse the first flagged row, if any."""
    if bad.any():
        row = int(np.argmax(bad))
        table.refuse(row, message(row))


def _refuse_first(table: Table, bad: "pl.Series", message: "MessageOfRow") -> None:
    refuse_flagged(table, bad.fill_null(value=False).to_numpy(), message)


def _header_line(table: Table | LargeTable) -> int | None:
    return None if table.path.suffix.lower() in {".parquet", ".json"} else 1


if TYPE_CHECKING:
    from collections.abc import Callable

    MessageOfRow = Callable[[int], str]
