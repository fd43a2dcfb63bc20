"""The pool of distributions against its definition."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.risk.cooke.worked_example import SEEDS
from tracktwo.errors import OptionError
from tracktwo.risk import decision_maker
from tracktwo.risk.cooke.scores import ranges


def _below(expert: int, question: int, at: float) -> float:
    low, high = ranges(SEEDS)[question]
    return float(
        np.interp(at, [low, *SEEDS.quantiles[expert, question], high], [0, 0.05, 0.5, 0.95, 1])
    )


@given(st.lists(st.floats(0.01, 1), min_size=3, max_size=3))
def test_quantiles_have_the_pooled_probability_below_them(weights) -> None:
    shares = np.array(weights) / sum(weights)

    found = decision_maker(SEEDS, weights=np.array(weights))

    for question, row in enumerate(found):
        below = [sum(w * _below(n, question, at) for n, w in enumerate(shares)) for at in row]
        assert below == pytest.approx([0.05, 0.5, 0.95], abs=1e-9)


def test_pool_of_one_is_that_one() -> None:
    assert decision_maker(SEEDS, weights=np.array([0.0, 1, 0])) == pytest.approx(SEEDS.quantiles[1])


@pytest.mark.parametrize("weights", [[0.0, 0, 0], [1.0, 1], [1.0, -1, 1]])
def test_weights_that_do_not_fit_are_refused(weights) -> None:
    with pytest.raises(OptionError, match="one an expert, none below 0 and not all 0"):
        decision_maker(SEEDS, weights=np.array(weights))
