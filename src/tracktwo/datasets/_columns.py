"""Columns of ids turned into places, for data sets that come in their own layouts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from tracktwo._typing import Floats32, Ints

if TYPE_CHECKING:
    import polars as pl


def places(column: "pl.Series", ids: Sequence[str]) -> Ints:
    """The place of each id in `ids`, all of which must be there."""
    import polars as pl

    text = column.cast(pl.String)
    codes = text.replace_strict(list(ids), np.arange(len(ids), dtype=np.int32))
    return np.asarray(codes.cast(pl.Int32).to_numpy())


def values(column: "pl.Series") -> Floats32:
    import polars as pl

    return np.asarray(column.cast(pl.Float32).to_numpy())
