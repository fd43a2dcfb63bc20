"""The frontier is what comparing every pair of points would give."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tracktwo.convergence.frontier import frontier


def _beaten(points: np.ndarray, one: int) -> bool:
    here = points[one]
    return bool(((points >= here).all(axis=1) & (points > here).any(axis=1)).any())


@given(
    st.integers(2, 4).flatmap(
        lambda parties: arrays(
            np.int64, st.tuples(st.integers(1, 40), st.just(parties)), elements=st.integers(-6, 6)
        )
    )
)
def test_frontier_is_what_every_pair_gives(points: np.ndarray) -> None:
    found = frontier(points)

    told = [tuple(points[place]) for place in found]
    expected = {tuple(row) for n, row in enumerate(points) if not _beaten(points, n)}
    assert told == sorted(expected, reverse=True)


@pytest.mark.parametrize("parties", [2, 3])
def test_frontier_of_many_points(parties: int) -> None:
    points = np.random.default_rng(parties).random((3_000, parties))

    found = frontier(points)

    assert set(found.tolist()) == {n for n in range(3_000) if not _beaten(points, n)}


def test_first_of_equal_points_is_told() -> None:
    assert frontier(np.array([[1, 1], [2, 2], [2, 2]])).tolist() == [1]


def test_no_points_have_no_frontier() -> None:
    assert frontier(np.empty((0, 2))).tolist() == []
