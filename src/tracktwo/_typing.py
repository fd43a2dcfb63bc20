"""Names for the arrays that travel between functions; the shape stands in each docstring."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Floats32 = NDArray[np.float32]
Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Small = NDArray[np.int8]
Flags = NDArray[np.bool_]

Progress = Callable[[str, int, int], None]
"""Told of long work as (what, done, total); total 0 means "not known yet"."""


def silent(what: str, done: int, total: int) -> None:
    """A listener that says nothing: the default wherever progress may be shown."""
