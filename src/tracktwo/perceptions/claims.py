"""Where a misperception may be claimed, and the interval that carries the claim.

A claim says that |error| is above the smallest effect of interest. It is made where the interval of
the error leaves out everything from -effect to +effect, with the level of the intervals set so that
the false discovery rate over all rows is held: with m rows and r claims, level 1 - r x rate / m.
The largest r that bears itself out this way is the Benjamini-Hochberg rule (1995) applied to the p
values the intervals imply, and those intervals are the ones Benjamini & Yekutieli (2005, False
Discovery Rate-Adjusted Multiple Confidence Intervals for Selected Parameters) give for the rows
selected. So the published interval of a claim always excludes the effect: it is the claim.
"""

from collections.abc import Callable

import numpy as np

from tracktwo._typing import Flags, Floats, Longs
from tracktwo.perceptions.estimates import Bounds
from tracktwo.perceptions.rows import Rows
from tracktwo.votes import difference_interval


def error_bounds(rows: Rows, level: float) -> Bounds:
    """Interval of predicted - actual: exact for shares, t for means, joined by MOVER, (rows,)."""
    actual, predicted = rows.actual, rows.predicted
    low, high = actual.mean_bounds(level)
    low[rows.is_vote], high[rows.is_vote] = actual.take(rows.is_vote).share_bounds(level)
    return difference_interval(
        predicted.value, *predicted.mean_bounds(level), actual.value, low, high
    )


def misperceptions(
    rows: Rows, *, smallest_effect: float, rate: float, level: float
) -> tuple[Flags, Floats, Floats]:
    """Which rows are claimed, and the interval of every error.

    `smallest_effect` is a share of the scale's width. Rows not claimed keep the interval at
    `level`, claimed ones get the adjusted interval.
    """
    return claims(
        lambda chosen, level: error_bounds(rows.take(chosen), level),
        smallest_effect * rows.width,
        rate=rate,
        level=level,
    )


def claims(
    bounds_of: Callable[[Longs, float], Bounds], effect: Floats, *, rate: float, level: float
) -> tuple[Flags, Floats, Floats]:
    """Which errors are surely beyond +-`effect`, (rows,), and the interval of each.

    `bounds_of(chosen, level)` gives the intervals of some rows, by their numbers.
    """
    low, high = bounds_of(np.arange(len(effect)), level)
    claimed = np.ones(len(effect), np.bool_)
    while claimed.any():
        chosen = np.flatnonzero(claimed)
        adjusted = 1 - len(chosen) * rate / len(effect)
        bounds = bounds_of(chosen, adjusted)
        outside = _exclude(bounds, effect[chosen])
        if outside.all():
            low[chosen], high[chosen] = bounds
            break
        claimed[chosen[~outside]] = False
    return claimed, low, high


def _exclude(bounds: Bounds, effect: Floats) -> Flags:
    """Whether nothing between -effect and +effect is within the bounds.

    A hair is left out: predictions are stored in single precision, and .6 - .5 is not above .1.
    """
    hair = effect * 1e-6
    return (bounds[0] > effect + hair) | (bounds[1] < -effect - hair)
