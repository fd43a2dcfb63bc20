import numpy as np


def test_mean_leaves_out_what_is_unknown() -> None:
    from findings.estimates import mean_over

    found = mean_over(np.array([1.0, np.nan, 0.0, 1.0]), np.array([26, 26, 27, 28]))

    assert (round(found.value, 3), found.n, found.is_known) == (0.667, 3, False)


def test_interval_is_wider_where_sessions_differ() -> None:
    from findings.estimates import mean_over

    figures = np.tile([1.0, 0.0], 60)
    mixed, apart = np.repeat([26, 27, 28, 29], 30), np.tile([26, 27], 60)

    alike, different = mean_over(figures, mixed), mean_over(figures, apart)

    assert different.high - different.low > 2 * (alike.high - alike.low)


def test_nothing_known_is_the_whole_range() -> None:
    from findings.estimates import mean_over

    found = mean_over(np.array([np.nan]), np.array([26]))

    assert (found.low, found.high, found.n) == (0.0, 1.0, 0)


def test_kappa_of_unrelated_voters_is_zero() -> None:
    from findings.estimates import kappa

    one, other = np.array([1.0, 1, -1, -1]), np.array([1.0, -1, 1, -1])

    assert kappa(one, other) == 0
