"""What is known of a share or a mean: intervals that stay honest for five people."""

import numpy as np
from numpy.typing import ArrayLike
from scipy import special, stats

from tracktwo._typing import Floats

LEVEL = 0.95
"""Probability that an interval is meant to hold."""


def share_interval(
    yes: ArrayLike, n: ArrayLike, *, level: float = LEVEL, size: int | None = None
) -> tuple[Floats, Floats]:
    """Credible interval of a share under Jeffreys' prior, equal tails.

    Without `size`, the share of an endless population of which `n` people were asked and `yes` said
    yes. With `size`, the share among exactly that many people: those not asked are predicted
    (beta-binomial), so the interval closes as `n` nears `size` and is a point when all were asked.
    Nothing asked gives (0, 1). Where all or none said yes the closed end is 1 or 0 (Brown, Cai &
    DasGupta 2001, Interval Estimation for a Binomial Proportion, section 4.1).

    >>> low, high = share_interval(5, 5)
    >>> f"{low:.2f} {high:.2f}"
    '0.62 1.00'
    >>> [float(end) for end in share_interval(3, 5, size=5)]
    [0.6, 0.6]
    """
    yes, n = np.asarray(yes, np.float64), np.asarray(n, np.float64)
    tail = (1 - level) / 2
    low_tail = np.asarray(tail) * np.ones_like(n)
    high_tail = low_tail.copy()
    alpha, beta = yes + 0.5, n - yes + 0.5
    if size is None:
        low = special.betaincinv(alpha, beta, low_tail)
        high = special.betaincinv(alpha, beta, 1 - high_tail)
        low, high = np.where(yes == 0, 0.0, low), np.where(yes == n, 1.0, high)
    else:
        unasked = np.maximum(size - n, 0)
        more = stats.betabinom(unasked.astype(np.int64), alpha, beta)
        low = (yes + np.where(unasked > 0, more.ppf(tail), 0)) / np.maximum(size, n)
        high = (yes + np.where(unasked > 0, more.ppf(1 - tail), 0)) / np.maximum(size, n)
    asked = n > 0
    return np.where(asked, low, 0.0), np.where(asked, high, 1.0)


def mean_interval(
    total: ArrayLike,
    squares: ArrayLike,
    n: ArrayLike,
    *,
    low_end: ArrayLike,
    high_end: ArrayLike,
    level: float = LEVEL,
    size: int | None = None,
) -> tuple[Floats, Floats]:
    """Credible interval of the mean of values between two ends, from their sum and sum of squares.

    Student's t with one prior observation of spread (a quarter of the scale) added to the variance:
    five people who all say the same do not prove that everybody would. With `size`, the error is
    that of a finite population and vanishes when all were asked (Cochran 1977, section 2.6).
    Nothing asked gives the whole scale.

    >>> low, high = mean_interval(20, 82, 5, low_end=1, high_end=7)
    >>> f"{low:.2f} {high:.2f}"
    '2.94 5.06'
    """
    total, squares, n = (np.asarray(x, np.float64) for x in (total, squares, n))
    low_end, high_end = np.asarray(low_end, np.float64), np.asarray(high_end, np.float64)
    asked = np.maximum(n, 1)
    mean = total / asked
    scatter = np.maximum(squares - asked * mean**2, 0)
    variance = (scatter + ((high_end - low_end) / 4) ** 2) / asked
    unasked_share = 1.0 if size is None else np.clip(1 - n / size, 0, 1)
    half = special.stdtrit(asked, (1 + level) / 2) * np.sqrt(variance / asked * unasked_share)
    some = n > 0
    low = np.where(some, np.maximum(mean - half, low_end), low_end)
    return low, np.where(some, np.minimum(mean + half, high_end), high_end)


def difference_interval(
    first: ArrayLike,
    first_low: ArrayLike,
    first_high: ArrayLike,
    second: ArrayLike,
    second_low: ArrayLike,
    second_high: ArrayLike,
) -> tuple[Floats, Floats]:
    """Interval of first - second from the intervals of both, independent (MOVER).

    Zou & Donner 2008, Construction of confidence limits about effect measures: the distances from
    each estimate to the limit that matters are added in squares. With Wilson limits this is
    Newcombe's hybrid score interval.

    >>> low, high = difference_interval(0.8, 0.7, 0.9, 0.3, 0.2, 0.4)
    >>> f"{low:.3f} {high:.3f}"
    '0.359 0.641'
    """
    a, a_low, a_high = (np.asarray(x, np.float64) for x in (first, first_low, first_high))
    b, b_low, b_high = (np.asarray(x, np.float64) for x in (second, second_low, second_high))
    low = a - b - np.hypot(a - a_low, b_high - b)
    high = a - b + np.hypot(a_high - a, b - b_low)
    return low, high
