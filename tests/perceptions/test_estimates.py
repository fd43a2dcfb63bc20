import numpy as np
import pytest
from scipy import stats

from tracktwo.perceptions.estimates import Estimates, exact_share_interval
from tracktwo.votes import mean_interval


def test_exact_share_interval_is_clopper_pearsons():
    yes = np.arange(8.0)

    low, high = exact_share_interval(yes, np.full(8, 7.0), level=0.9)

    theirs = [stats.binomtest(int(y), 7).proportion_ci(0.9) for y in yes]
    assert low == pytest.approx([interval.low for interval in theirs])
    assert high == pytest.approx([interval.high for interval in theirs])


@pytest.mark.parametrize("size", [6, 11])
@pytest.mark.parametrize("level", [0.93, 0.999])
def test_exact_share_interval_inverts_the_hypergeometric_test(size, level):
    for n in range(1, size):
        yes = np.arange(n + 1.0)

        low, high = exact_share_interval(yes, np.full(n + 1, float(n)), level=level, size=size)

        assert [low.tolist(), high.tolist()] == _hypergeometric(yes, n, size, (1 - level) / 2)


def _hypergeometric(yes, n, size, tail):
    """Shares a two-sided exact test does not reject, tried one by one."""
    inside = np.arange(size + 1)
    at_least = stats.hypergeom.sf(yes[:, None] - 1, size, inside, n) > tail
    at_most = stats.hypergeom.cdf(yes[:, None], size, inside, n) > tail
    low = at_least.argmax(axis=1) / size
    high = (size - at_most[:, ::-1].argmax(axis=1)) / size
    return [low.tolist(), high.tolist()]


def test_exact_share_interval_of_a_census_is_a_point():
    low, high = exact_share_interval(np.array([0.0, 3, 5]), np.full(3, 5.0), level=0.999, size=5)

    assert low.tolist() == high.tolist() == [0.0, 0.6, 1.0]


def test_exact_share_interval_misses_no_more_often_than_it_says():
    n, share, yes = 10, np.linspace(0, 1, 201), np.arange(11.0)

    low, high = exact_share_interval(yes, np.full(11, float(n)), level=0.95)

    missed = (low[:, None] > share) | (high[:, None] < share)
    assert (stats.binom.pmf(yes[:, None], n, share) * missed).sum(axis=0).max() <= 0.05


def test_estimates_use_each_rows_own_size():
    columns = (np.full(2, 4.0), np.full(2, 10.0), np.full(2, 30.0), np.ones(2), np.full(2, 5.0))
    estimates = Estimates(*columns, size=np.array([np.inf, 5.0]))

    low, high = estimates.mean_bounds(0.9)

    wide = mean_interval(10, 30, 4, low_end=1, high_end=5, level=0.9)
    narrow = mean_interval(10, 30, 4, low_end=1, high_end=5, level=0.9, size=5)
    assert [low.tolist(), high.tolist()] == [[wide[0], narrow[0]], [wide[1], narrow[1]]]


def test_estimates_of_nothing_have_no_value():
    nothing = Estimates(*(np.zeros(1) for _ in range(4)), np.ones(1), np.full(1, np.inf))

    assert np.isnan(nothing.value).all()
    assert nothing.variance == pytest.approx(1 / 16)
