"""On how many people a weighted mean rests."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.risk.assess import rests_on_enough
from tracktwo.risk.weights import effective_number


@pytest.mark.parametrize(
    ("weights", "number"), [([1, 1, 1], 3), ([1, 1, 0], 2), ([0, 0], 0), ([2, 1, 1], 16 / 6)]
)
def test_effective_number(weights, number) -> None:
    assert effective_number(np.array(weights, float)) == pytest.approx(number)


@given(st.lists(st.floats(0.01, 1), min_size=1, max_size=9))
def test_effective_number_is_at_most_that_of_people(weights) -> None:
    assert 1 - 1e-9 <= effective_number(np.array(weights)) <= len(weights) + 1e-9


def test_no_weight_rests_on_nobody() -> None:
    assert not rests_on_enough(np.zeros(3), 1)
    assert rests_on_enough(np.ones(3), 3)
