"""The interval of a difference: how often it holds the planted one, and what it does with few."""

import numpy as np
import pytest

from tracktwo.dialogue import Scale
from tracktwo.risk.resampled import Side, difference, stretch

SHARE = Scale("rating", 0, 1)


def _side(best, *, weights=None, kind="linear", quantity="likelihood", scale=SHARE) -> Side:
    best = np.asarray(best, np.float64)
    given = np.ones(len(best)) if weights is None else np.asarray(weights, np.float64)
    return Side(best, given, kind, quantity, scale)


@pytest.mark.parametrize("n", [3, 5, 14])
def test_interval_holds_the_planted_difference(n) -> None:
    rng = np.random.default_rng(n)
    held = 0

    for trial in range(150):
        one, other = (np.clip(rng.normal(mean, 0.15, n), 0, 1) for mean in (0.6, 0.4))
        _, low, high = difference(_side(one), _side(other), seed=trial)
        held += low <= 0.2 <= high

    assert held >= 0.93 * 150


def test_same_seed_gives_the_same_interval() -> None:
    one, other = _side([0.2, 0.3, 0.5]), _side([0.4, 0.6, 0.7])

    assert difference(one, other, seed=4) == difference(one, other, seed=4)


def test_equal_guesses_of_few_are_not_certainty() -> None:
    gap, low, high = difference(_side([0.5] * 3), _side([0.4] * 3), seed=1)

    assert gap == pytest.approx(0.1)
    assert low < 0 < high


def test_one_expert_a_side_says_nothing() -> None:
    _, low, high = difference(_side([0.9]), _side([0.1]), seed=1)

    assert low < 0 < high


def test_interval_stays_on_the_scale() -> None:
    ten = Scale("rating", 0, 10)
    one, other = (_side(best, quantity="severity", scale=ten) for best in ([10] * 3, [0] * 3))

    gap, low, high = difference(one, other, seed=1)

    assert (gap, high) == (10.0, 10.0)
    assert 0 < low < 10


def test_only_likelihoods_have_odds() -> None:
    best = [0.01, 0.5, 0.6]
    ten = Scale("rating", 0, 1)

    severity = _side(best, kind="log", quantity="severity", scale=ten)

    assert severity.value == pytest.approx(0.37)
    assert _side(best, kind="log").value < 0.3


def test_stretch_fades_with_number() -> None:
    stretched = [stretch(n, 0.95) for n in (2, 3, 5, 14, 1000)]

    assert stretched == sorted(stretched, reverse=True)
    assert stretched[-1] == pytest.approx(1, abs=0.01)


def test_expert_without_weight_moves_nothing() -> None:
    one = _side([0.2, 0.3, 0.4, 0.99], weights=[1, 1, 1, 0])

    assert one.value == pytest.approx(0.3)
