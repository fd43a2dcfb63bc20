"""All packages of up to twenty options, one by one: nothing is left to a solver."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tracktwo._typing import Longs
from tracktwo.convergence.problem import Problem

MOST_OPTIONS = 20
"""Options that matter, up to which every package is looked at (about a million)."""


@dataclass(frozen=True, eq=False)
class Packages:
    """The packages of a problem that hold all conditions, and the gains of each.

    A package is a number whose bits are the options that matter, the first option the highest bit.
    They stand with the fewest options first, then in the order of their options' ids: of packages
    with equal gains the first is the one that is told.
    """

    problem: Problem
    live: tuple[int, ...]
    bits: Longs
    gains: Longs

    def chosen(self, place: int) -> tuple[int, ...]:
        """The places of the options in a package."""
        bits, last = int(self.bits[place]), len(self.live) - 1
        return tuple(one for n, one in enumerate(self.live) if bits >> (last - n) & 1)

    def bits_of(self, chosen: Sequence[int]) -> int:
        """The number of a package."""
        last, there = len(self.live) - 1, set(chosen)
        return sum(1 << (last - n) for n, place in enumerate(self.live) if place in there)

    def within(self, kept: Longs) -> "Packages":
        """Only those at certain places."""
        return Packages(self.problem, self.live, self.bits[kept], self.gains[kept])

    @cached_property
    def bearable(self) -> "Packages":
        """Those in which nobody loses against no agreement."""
        return self.within(np.flatnonzero((self.gains >= 0).all(axis=1)))

    @cached_property
    def agreeable(self) -> "Packages":
        """Those in which everybody gains enough to agree."""
        return self.within(np.flatnonzero((self.gains >= self.problem.least).all(axis=1)))

    def valued(self, problem: Problem) -> "Packages":
        """The same packages with other values."""
        return Packages(problem, self.live, self.bits, gains_of(problem, self.live, self.bits))


def can_enumerate(problem: Problem) -> bool:
    """Whether there are few enough options that matter."""
    return len(problem.live) <= MOST_OPTIONS


def packages(problem: Problem) -> Packages:
    """Every package that holds all conditions, in order."""
    live = problem.live
    left = np.arange(1 << len(live), dtype=np.int64)
    for row in problem.rows:
        left = left[sums(live, row.weights, left) <= row.most]
    left = left[np.lexsort((-left, np.bitwise_count(left)))]
    return Packages(problem, live, left, gains_of(problem, live, left))


def gains_of(problem: Problem, live: Sequence[int], bits: Longs) -> Longs:
    """The gains of packages, a row each."""
    worth = [
        sums(live, values, bits) - floor
        for values, floor in zip(problem.values.tolist(), problem.floor, strict=True)
    ]
    return np.column_stack(worth)


def sums(live: Sequence[int], weights: Sequence[int], bits: Longs) -> Longs:
    """The summed weights of packages: two tables of half the options each, looked up."""
    ordered = [weights[place] for place in reversed(live)]
    half = len(ordered) // 2
    low, high = _table(ordered[:half]), _table(ordered[half:])
    return np.asarray(low[bits & ((1 << half) - 1)] + high[bits >> half])


def _table(weights: Sequence[int]) -> Longs:
    """The sum of every subset, the first weight the lowest bit."""
    total = np.zeros(1, dtype=np.int64)
    for weight in weights:
        total = np.concatenate((total, total + weight))
    return total
