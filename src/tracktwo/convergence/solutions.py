"""Nash's, Kalai and Smorodinsky's, and the egalitarian choice among points, with exact ties.

Each takes gains above the value of no agreement, a row a point, all above 0, and gives the place of
the chosen point. A sum or a product of floating numbers only says which points come into question;
among those, fractions decide. Of equal points the first is taken.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import prod
from typing import Any

import numpy as np

from tracktwo._typing import Floats
from tracktwo.convergence.frontier import Points

NEAR = 1e-9
"""Relative error below which floating numbers do not decide."""

Key = tuple[Any, ...]


def nash(gains: Points) -> int:
    """The point with the largest product of gains (Nash 1950).

    Of equal products, the one whose gains are most alike.

    >>> nash(np.array([[6, 6], [12, 5], [8, 6]]))
    1
    """
    rough = gains.astype(float).prod(axis=1)
    return _best(gains, rough, lambda row: (prod(row), *sorted(row)))


def kalai_smorodinsky(gains: Points, ideals: Sequence[float]) -> int:
    """The point whose least share of what each party could have at best is largest (1975), leximin.

    `ideals` are the largest gains each party could have without loss to any other. After the least
    share the next least decides, and so on, so that no point beats the chosen one.

    >>> kalai_smorodinsky(np.array([[18, 1], [12, 5], [6, 7]]), (18, 8))
    1
    """
    best = [_exact(ideal) for ideal in ideals]
    rough = (gains / np.asarray([float(ideal) for ideal in ideals])).min(axis=1)
    return _best(gains, rough, lambda row: tuple(sorted(map(Fraction.__truediv__, row, best))))


def egalitarian(gains: Points) -> int:
    """The point whose least gain is largest, then the next least (Kalai 1977, leximin).

    >>> egalitarian(np.array([[6, 6], [8, 6], [12, 5]]))
    1
    """
    return _best(gains, gains.min(axis=1).astype(float), lambda row: tuple(sorted(row)))


def _best(gains: Points, rough: Floats, key: Callable[[Sequence[Fraction]], Key]) -> int:
    near = np.flatnonzero(rough >= rough.max() * (1 - NEAR))
    # Of equal points only the first comes into question; keys of thousands of them would take long.
    _, first = np.unique(gains[near], axis=0, return_index=True)
    exact = {
        int(place): [_exact(one) for one in gains[place].tolist()] for place in near[np.sort(first)]
    }
    return max(exact, key=lambda place: (key(exact[place]), exact[place]))


def _exact(number: float) -> Fraction:
    return Fraction(number)
