"""Ids, which are always text, and their integer codes."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tracktwo.errors import InputError
from tracktwo.exchange.table import LargeTable, Table, damage_refused

if TYPE_CHECKING:
    import polars as pl

_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,18}", re.ASCII)


def natural_order(ids: Iterable[str]) -> tuple[str, ...]:
    """Ids in the order of their numbers when all are whole numbers, else as text.

    >>> natural_order(["10", "9", "1"]), natural_order(["p10", "p9"])
    (('1', '9', '10'), ('p10', 'p9'))
    """
    ids = list(ids)
    if all(_WHOLE_NUMBER.fullmatch(one) for one in ids):
        return tuple(sorted(ids, key=lambda one: (int(one), one)))
    return tuple(sorted(ids))


def as_text(column: "pl.Series") -> "pl.Series":
    """A column as text: whole numbers without decimals, whatever the type they are stored as.

    Raises `ValueError` with the name of the type where there is no one way to write it.
    """
    import polars as pl

    kind = column.dtype
    if kind.is_float():
        whole = column.cast(pl.Int64, strict=False)
        if (whole != column).any():
            raise ValueError(f"decimal numbers ({kind})")
        column = whole
    elif not (kind.is_integer() or kind in (pl.String, pl.Categorical, pl.Enum, pl.Null)):
        raise ValueError(str(kind))
    return column.cast(pl.String)


def distinct_ids(table: Table | LargeTable, column: str, answer: str) -> set[str]:
    """The ids in a column, rows without an answer left out."""
    import polars as pl

    lazy = table.lazy()
    answered = pl.col(answer).is_not_null()
    if lazy.collect_schema()[answer].is_float():
        answered &= pl.col(answer).is_not_nan()
    with damage_refused(table.path):
        ids = lazy.filter(answered).select(pl.col(column).unique()).collect(engine="streaming")
    return set(text_of(table, ids[column].drop_nulls()))


def text_of(table: Table | LargeTable, column: "pl.Series") -> "pl.Series":
    """A column as text; `InputError` where its type cannot be an id."""
    try:
        return as_text(column)
    except ValueError as error:
        message = f"column {column.name!r} holds {error}; store it as text or whole numbers"
        raise InputError(message, file=table.path) from None


def codes(table: Table, column: str, ids: Sequence[str]) -> "pl.Series":
    """The place of each id in `ids`, null where it is not among them (or empty)."""
    import polars as pl

    raw = table.frame[column]
    if raw.dtype == pl.String:
        return _places(raw, ids)
    known = raw.unique().drop_nulls()
    places = _places(text_of(table, known), ids)
    return raw.to_frame("id").join(
        pl.DataFrame({"id": known, "place": places}), on="id", how="left", maintain_order="left"
    )["place"]


def _places(column: "pl.Series", ids: Sequence[str]) -> "pl.Series":
    import polars as pl

    return column.cast(pl.Enum(ids), strict=False).to_physical().cast(pl.Int32)
