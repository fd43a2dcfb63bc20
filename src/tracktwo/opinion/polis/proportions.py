"""Polis's shares and z values: every count starts at one, so that nothing is ever certain."""

import numpy as np

from tracktwo._typing import Floats, Longs

SIGNIFICANT = 1.2816
"""z over which a one-sided test at 90 % says yes."""


def share(successes: Longs, trials: Longs) -> Floats:
    """(successes + 1) / (trials + 2), the shape of the counts.

    >>> share(np.array([3]), np.array([4])).tolist()
    [0.6666666666666666]
    """
    return np.asarray((successes + 1) / (trials + 2))


def share_z(successes: Longs, trials: Longs) -> Floats:
    """z of the share against one half, the shape of the counts.

    With one success and one trial put in beforehand: 2 sqrt(n) (p - 1/2), n = trials + 1,
    p = (successes + 1) / n. One agreement out of one is thereby called significant already.

    >>> share_z(np.array([3, 1]), np.array([3, 1])).round(4).tolist()
    [2.0, 1.4142]
    """
    n = trials + 1
    return np.asarray(2 * np.sqrt(n) * ((successes + 1) / n - 0.5))


def difference_z(successes: Longs, trials: Longs, others: Longs, other_trials: Longs) -> Floats:
    """z of a share against that of others (pooled two-proportion test), the shape of the counts.

    One success and one trial are put in on either side; 0 where all succeed on both.

    >>> difference_z(np.array([8]), np.array([8]), np.array([1]), np.array([3])).round(4).tolist()
    [2.3061]
    """
    n, m = trials + 1, other_trials + 1
    pooled = (successes + others + 2) / (n + m)
    spread = np.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
    difference = (successes + 1) / n - (others + 1) / m
    return np.asarray(np.divide(difference, spread, out=np.zeros(spread.shape), where=spread > 0))
