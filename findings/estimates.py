"""Averages over roll calls, with intervals that know that roll calls of a session go together."""

from dataclasses import dataclass

import numpy as np
from scipy import special

from tracktwo._typing import Floats, Ints
from tracktwo.votes import LEVEL, mean_interval

FEWEST = 20
"""Below this many roll calls nothing is said."""


@dataclass(frozen=True)
class Estimate:
    """A mean between 0 and 1 over `n` roll calls, with the ends of its 95% interval."""

    value: float
    low: float
    high: float
    n: int

    @property
    def is_known(self) -> bool:
        return self.n >= FEWEST


def mean_over(figures: Floats, session: Ints) -> Estimate:
    """The mean of figures between 0 and 1, nan left out.

    The interval says how far the mean would move with other sessions of the same kind. It is the
    wider of two: the library's for independent roll calls, and one that takes sessions as the
    units (linearised ratio, Student's t; Cochran 1977, section 9A.2).

    >>> mean_over(np.array([1.0, 0.0, np.nan, 1.0]), np.array([26, 26, 26, 27])).n
    3
    """
    there = ~np.isnan(figures)
    kept, session = figures[there], session[there]
    if not len(kept):
        return Estimate(np.nan, 0.0, 1.0, 0)
    low, high = mean_interval(kept.sum(), (kept**2).sum(), len(kept), low_end=0.0, high_end=1.0)
    half = _between_sessions(kept, session)
    mean = float(kept.mean())
    return Estimate(
        mean,
        max(min(float(low), mean - half), 0.0),
        min(max(float(high), mean + half), 1.0),
        len(kept),
    )


def _between_sessions(figures: Floats, session: Ints) -> float:
    """Half the width of the interval with sessions as units; 0 where there is only one."""
    _, unit = np.unique(session, return_inverse=True)
    units = int(unit.max()) + 1
    if units < 2:
        return 0.0
    residuals = np.bincount(unit, figures - figures.mean())
    variance = units / (units - 1) * (residuals**2).sum() / len(figures) ** 2
    return float(special.stdtrit(units - 1, (1 + LEVEL) / 2) * np.sqrt(variance))


def kappa(one: Floats, other: Floats) -> float:
    """Cohen's kappa of two voters' yes, abstain and no: agreement beyond what their habits give.

    >>> kappa(np.array([1.0, 1, 0, -1]), np.array([1.0, 1, 0, -1]))
    1.0
    """
    there = ~(np.isnan(one) | np.isnan(other))
    table = np.zeros((3, 3))
    np.add.at(table, (one[there].astype(int) + 1, other[there].astype(int) + 1), 1)
    table /= table.sum()
    by_chance = float(table.sum(axis=0) @ table.sum(axis=1))
    return float((np.trace(table) - by_chance) / (1 - by_chance))
