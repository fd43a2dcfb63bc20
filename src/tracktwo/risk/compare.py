"""Two sides' figures of a quantity against each other, and of a risk as a whole."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from tracktwo._typing import Floats
from tracktwo.risk.resampled import Side, difference
from tracktwo.risk.result import Comparison, Finding, Settings, SideFigures, Standing

Seen = tuple[SideFigures, Side]
"""A side as it is shown, and as it is computed with."""


def compare(one: Seen, other: Seen, settings: Settings) -> Comparison:
    """The difference between two sides, and whether it is surely small, surely there, or neither.

    `alike`: the whole interval lies within the margin, either way. `apart`: it lies on one side of
    0. Where both are so the difference is sure, and too small to matter: alike.
    """
    (shown, mine), (others, theirs) = one, other
    if shown.best is None or others.best is None:
        return Comparison(shown.side, others.side, "hidden")
    gap, low, high = difference(mine, theirs, seed=settings.seed, level=settings.level)
    margin = settings.margin * mine.scale.width
    standing = _standing(low, high, margin)
    more = (shown if gap > 0 else others).side if standing == "apart" else ""
    return Comparison(
        shown.side, others.side, standing, gap, low, high,
        overlap=_meet(shown, others),
        within=_within(shown, others),
        more=more,
        holds=_holds(mine, theirs, standing, gap, margin),
    )  # fmt: skip


def finding(one: str, other: str, rows: Sequence[Comparison]) -> Finding:
    """What the comparisons of one or both quantities amount to.

    >>> apart = Comparison("north", "south", "apart", 0.4, 0.2, 0.6, overlap=True, more="north")
    >>> finding("north", "south", [apart, Comparison("north", "south", "unclear")]).verdict
    'more'
    """
    standings = [row.standing for row in rows]
    apart = [row for row in rows if row.standing == "apart"]
    louder = {row.more for row in apart}
    if not rows or "hidden" in standings:
        return Finding(one, other, "hidden")
    if len(louder) > 1:
        return Finding(one, other, "mixed")
    if louder:
        alone = any(row.overlap is False for row in apart)
        return Finding(one, other, "alone" if alone else "more", louder.pop())
    return Finding(one, other, "alike" if set(standings) == {"alike"} else "unclear")


def _standing(low: float, high: float, margin: float) -> Standing:
    if -margin <= low and high <= margin:
        return "alike"
    return "apart" if low > 0 or high < 0 else "unclear"


def _meet(one: SideFigures, other: SideFigures) -> bool | None:
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return None
    return one.low <= other.high and other.low <= one.high


def _within(one: SideFigures, other: SideFigures) -> float | None:
    if one.spread is None or other.spread is None:
        return None
    return float(np.sqrt((one.spread**2 + other.spread**2) / 2))


def _holds(one: Side, other: Side, standing: Standing, gap: float, margin: float) -> bool | None:
    """Whether the difference stays where it is, whichever one expert is left out."""
    if standing == "unclear":
        return None
    left = [mine - other.value for mine in _without_each(one)]
    left += [one.value - theirs for theirs in _without_each(other)]
    if standing == "alike":
        return all(abs(still) <= margin for still in left)
    return all(still * gap > 0 for still in left)


def _without_each(side: Side) -> Iterator[float]:
    for place in range(side.n):
        best, weights = _dropped(side.best, place), _dropped(side.weights, place)
        if weights.sum() > 0:
            yield replace(side, best=best, weights=weights).value


def _dropped(values: Floats, place: int) -> Floats:
    return np.delete(values, place)
