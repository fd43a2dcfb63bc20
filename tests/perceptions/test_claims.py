import numpy as np
import pytest
from scipy import stats

from tracktwo.perceptions.claims import error_bounds, misperceptions
from tracktwo.perceptions.rows import answers_of, rows_of
from tracktwo.simulate import Misperception, perception_world

EFFECT = 0.1


@pytest.fixture(scope="module")
def rows(counted):
    planted = [Misperception(s, 0, 1, error) for s, error in enumerate((-0.5, -0.4, 0.4, 0.3, 0.3))]
    world, _ = perception_world(seats=60, planted=planted, seed=11)
    return rows_of(world, answers_of(world, counted(world)), k=1)


def _excludes(low, high):
    return (low > EFFECT) | (high < -EFFECT)


def _p_values(rows):
    """Smallest alpha at which each row's interval excludes the effect, by bisection."""
    low, high = np.zeros(len(rows.statement)), np.ones(len(rows.statement))
    for _ in range(45):
        middle = (low + high) / 2
        excluded = np.array(
            [
                _excludes(*(end[0] for end in error_bounds(rows.take(np.array([row])), 1 - alpha)))
                for row, alpha in enumerate(middle)
            ]
        )
        low, high = np.where(excluded, low, middle), np.where(excluded, middle, high)
    return high


@pytest.mark.parametrize("rate", [0.01, 0.05, 0.2])
def test_misperceptions_are_those_of_benjamini_and_hochberg(rows, rate):
    claimed, _, _ = misperceptions(rows, smallest_effect=EFFECT, rate=rate, level=0.95)

    theirs = stats.false_discovery_control(_p_values(rows)) <= rate
    assert claimed.tolist() == theirs.tolist()
    assert claimed.any()


@pytest.mark.parametrize("rate", [0.01, 0.05, 0.4])
def test_misperceptions_have_intervals_that_exclude_the_effect(rows, rate):
    claimed, low, high = misperceptions(rows, smallest_effect=EFFECT, rate=rate, level=0.95)

    assert _excludes(low, high)[claimed].all()


def test_misperceptions_adjust_only_the_intervals_of_claims(rows):
    claimed, low, high = misperceptions(rows, smallest_effect=EFFECT, rate=0.05, level=0.95)

    plain, wider = (
        error_bounds(rows, level) for level in (0.95, 1 - 0.05 * claimed.sum() / len(claimed))
    )
    assert low.tolist() == np.where(claimed, wider[0], plain[0]).tolist()
    assert high.tolist() == np.where(claimed, wider[1], plain[1]).tolist()
