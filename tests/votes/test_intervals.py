import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from tracktwo.votes import difference_interval, mean_interval, share_interval

COUNTS = st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def wilson(yes, n):
    z = stats.norm.ppf(0.975)
    middle, half = (
        yes / n + z**2 / (2 * n),
        z * np.sqrt(yes / n * (1 - yes / n) / n + (z / n) ** 2 / 4),
    )
    return yes / n, (middle - half) / (1 + z**2 / n), (middle + half) / (1 + z**2 / n)


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_difference_with_wilson_limits_is_that_of_newcombe_1998(first, second, low, high):
    found = difference_interval(*wilson(*first), *wilson(*second))

    assert [round(float(end), 4) for end in found] == [low, high]


@given(COUNTS)
def test_share_is_inside_its_interval_and_the_interval_inside_0_and_1(counts):
    yes, n = counts

    low, high = share_interval(yes, n)

    assert 0 <= low <= yes / n <= high <= 1


@given(COUNTS)
def test_share_interval_of_no_mirrors_that_of_yes(counts):
    yes, n = counts

    low, high = share_interval(yes, n)
    mirrored = share_interval(n - yes, n)

    assert np.allclose(mirrored, (1 - high, 1 - low))


@given(COUNTS, st.integers(0, 40))
def test_share_interval_of_a_delegation_holds_what_may_still_be_said(counts, unasked):
    yes, n = counts
    size = n + unasked

    low, high = share_interval(yes, n, size=size)

    assert yes / size <= low <= high <= (yes + unasked) / size
    assert float(low * size).is_integer() or np.isclose(low * size, np.rint(low * size))


@given(COUNTS)
def test_share_of_a_whole_delegation_is_known(counts):
    yes, n = counts

    assert share_interval(yes, n, size=n) == (yes / n, yes / n)


def test_share_interval_of_a_large_delegation_nears_that_of_a_population():
    assert np.allclose(share_interval(30, 50, size=10**5), share_interval(30, 50), atol=1e-3)


def test_share_interval_of_nothing_says_nothing():
    low, high = share_interval([0, 3], [0, 6])

    assert (low[0], high[0]) == (0, 1)
    assert 0 < low[1] < high[1] < 1


def test_share_interval_holds_about_as_often_as_it_says():
    random = np.random.default_rng(5)
    truth = random.random(20_000)

    low, high = share_interval(random.binomial(12, truth), 12)

    assert abs(((low <= truth) & (truth <= high)).mean() - 0.95) < 0.01


def test_share_interval_of_a_delegation_holds_about_as_often_as_it_says():
    random = np.random.default_rng(6)
    yes_among_all = random.binomial(40, random.random(3000))
    yes = random.hypergeometric(yes_among_all, 40 - yes_among_all, 15)

    low, high = share_interval(yes, 15, size=40)

    inside = (low <= yes_among_all / 40) & (yes_among_all / 40 <= high)
    assert inside.mean() >= 0.94


@given(st.lists(st.integers(1, 7), min_size=1, max_size=20))
def test_mean_is_inside_its_interval_and_the_interval_inside_the_scale(ratings):
    rated = np.array(ratings, float)

    low, high = mean_interval(rated.sum(), (rated**2).sum(), len(rated), low_end=1, high_end=7)

    assert 1 <= low <= rated.mean() + 1e-9
    assert rated.mean() - 1e-9 <= high <= 7


def test_mean_of_a_whole_delegation_is_known():
    low, high = mean_interval(20, 90, 5, low_end=1, high_end=7, size=5)

    assert (low, high) == (4, 4)


def test_mean_interval_of_nothing_is_the_scale():
    assert mean_interval(0, 0, 0, low_end=1, high_end=7) == (1, 7)


def test_mean_interval_widens_with_the_spread():
    low, high = mean_interval([20, 20], [80, 100], [5, 5], low_end=1, high_end=7)

    assert low[1] < low[0] < high[0] < high[1]
