"""Intervals at one credence: the published formula, and what it may never do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.dialogue import Scale
from tracktwo.errors import OptionError
from tracktwo.risk import Estimate, at_credence

SHARE = Scale("rating", 0, 1)
shares = st.floats(0, 1, allow_subnormal=False)


def _one(low: float, best: float, high: float, sure: float | None) -> Estimate:
    return Estimate("war", "e1", "north", 1, "likelihood", low, best, high, sure)


@pytest.mark.parametrize(
    ("sure", "ends"),
    [(0.8, (0.3, 0.6)), (1.0, (0.32, 0.56)), (0.5, (0.24, 0.72)), (None, (0.3, 0.6))],
)
def test_ends_move_in_proportion(sure, ends) -> None:
    moved = at_credence([_one(0.3, 0.4, 0.6, sure)], SHARE, credence=0.8)

    assert (moved.low.round(9).tolist(), moved.high.round(9).tolist()) == ([ends[0]], [ends[1]])


def test_ends_are_cut_off_at_the_scale() -> None:
    moved = at_credence([_one(0.05, 0.5, 0.95, 0.5)], SHARE, credence=1)

    assert (moved.low.tolist(), moved.high.tolist()) == ([0.0], [1.0])


@given(st.tuples(shares, shares, shares).map(sorted), st.floats(0.5, 1), st.floats(0.5, 1))
def test_order_and_scale_are_kept(ends, sure, credence) -> None:
    moved = at_credence([_one(*ends, sure)], SHARE, credence=credence)

    assert 0 <= moved.low[0] <= moved.best[0] <= moved.high[0] <= 1


@pytest.mark.parametrize("credence", [0.4, 1.1])
def test_credence_outside_its_range_is_refused(credence) -> None:
    with pytest.raises(OptionError, match=r"it must lie between 0\.5 and 1"):
        at_credence([_one(0, 0.1, 0.2, None)], SHARE, credence=credence)
