"""The frontier and the three solutions among points: any list of utilities, however long."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Floats, Longs
from tracktwo.convergence import solutions
from tracktwo.convergence.frontier import frontier


@dataclass(frozen=True, eq=False, slots=True)
class Bargain:
    """Places of points: the frontier, and the solutions, None where there is no agreement.

    `ideals` is the largest gain of each party where nobody loses.
    """

    frontier: Longs
    ideals: tuple[float, ...]
    nash: int | None
    kalai_smorodinsky: int | None
    egalitarian: int | None


def bargain(utilities: Floats, reserved: Sequence[float]) -> Bargain:
    """What is unbeaten among points in which nobody has less than `reserved`, and what is singled out.

    A solution gives everybody more than `reserved`; the point of disagreement is never moved to what
    the list happens to hold. Equal points are told once.

    >>> found = bargain(np.array([[1.0, 0.4], [0.8, 0.55], [0.7, 0.62], [0.5, 0.9]]), (0.3, 0.3))
    >>> found.nash, found.egalitarian, found.frontier.tolist()
    (2, 2, [0, 1, 2, 3])
    """
    gains = utilities - np.asarray(reserved, dtype=float)
    kept = np.flatnonzero(np.logical_and.reduce([column >= 0 for column in gains.T]))
    parties = utilities.shape[1]
    if not len(kept):
        return Bargain(kept, (0.0,) * parties, None, None, None)
    bearable = gains if len(kept) == len(gains) else np.asfortranarray(gains[kept])
    ideals = tuple(float(column.max()) for column in bearable.T)
    edge = kept[frontier(bearable)]
    agreed = edge[(gains[edge] > 0).all(axis=1)]
    if not len(agreed):
        return Bargain(edge, ideals, None, None, None)
    among = gains[agreed]
    return Bargain(
        edge,
        ideals,
        nash=int(agreed[solutions.nash(among)]),
        kalai_smorodinsky=int(agreed[solutions.kalai_smorodinsky(among, ideals)]),
        egalitarian=int(agreed[solutions.egalitarian(among)]),
    )
