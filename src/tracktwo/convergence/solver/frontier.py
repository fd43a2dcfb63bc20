"""The frontier, package by package, each certainly unbeaten; all of it, or a sample with its bound."""

from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import count

from tracktwo.convergence.problem import Problem
from tracktwo.convergence.solver.model import Effort, Found, Model, Unsolved, beyond
from tracktwo.convergence.solver.nash import hint


@dataclass(frozen=True)
class Traced:
    """Unbeaten packages, whether they are all, and what may be missing, in parts of a point."""

    found: tuple[Found, ...]
    complete: bool
    bound: int | None


def trace(problem: Problem, effort: Effort, *, most: int | None) -> Traced:
    """The unbeaten packages in which nobody loses; at most so many of them."""
    try:
        if len(problem.parties) == 2:
            return _between(problem, effort, most)
        return _by_sum(problem, effort, most)
    except Unsolved:
        return Traced((), complete=False, bound=None)


def _between(problem: Problem, effort: Effort, most: int | None) -> Traced:
    """Two parties: a package inside the largest gap between two found ones, until no gap holds any.

    In the gap a weighted sum is maximised, its weights the sides of the gap: what beats its best
    package would lie in the gap too. A missing package lies in a gap that is left, so it gives both
    parties no more than the smaller side of that gap above one of its ends.
    """
    ends = [_end(problem, first, effort) for first in (0, 1)]
    found = [end for end in ends if end is not None]
    if len(found) < 2 or found[0].gains == found[1].gains:
        return Traced(tuple(found[:1]), complete=all(one.proven for one in found), bound=None)
    number = count()
    gaps: list[tuple[int, int, Found, Found]] = []

    def leave(one: Found, other: Found) -> None:
        if (width := _missing(one, other)) > 0:
            heappush(gaps, (-width, next(number), one, other))

    leave(*found)
    while gaps and (most is None or len(found) < most) and not effort.is_spent:
        gap = heappop(gaps)
        _, _, one, other = gap
        try:
            here = _inside(problem, one, other, effort)
        except Unsolved:
            here = Found((), (), proven=False)
        if here is not None and not here.proven:
            heappush(gaps, gap)
            break
        if here is not None:
            found.append(here)
            leave(one, here)
            leave(here, other)
    heapify(gaps)
    sure = all(one.proven for one in found)
    bound = -gaps[0][0] if gaps and sure else None
    ordered = tuple(sorted(found, key=lambda one: -one.gains[0]))
    return Traced(ordered, complete=sure and not gaps, bound=bound)


def _missing(one: Found, other: Found) -> int:
    """How much a package between two neighbours may give both parties above the nearer of them."""
    (left, low), (right, high) = one.gains, other.gains
    return min(left - right, high - low) - 1


def _end(problem: Problem, first: int, effort: Effort) -> Found | None:
    """The best package for one party, and of those the best for the other."""
    model = Model(problem)
    model.require([0, 0])
    model.cp.maximize(model.gains[first])
    best = model.solve(effort)
    if best is None:
        return None
    model.cp.add(model.gains[first] >= best.gains[first])
    model.cp.maximize(model.gains[1 - first])
    hint(model, best)
    found = model.solve(effort)
    return found and Found(found.chosen, found.gains, found.proven and best.proven)


def _inside(problem: Problem, one: Found, other: Found, effort: Effort) -> Found | None:
    (left, low), (right, high) = one.gains, other.gains
    model = Model(problem)
    model.require([max(right + 1, 0), max(low + 1, 0)])
    model.cp.maximize(model.weighted([high - low, left - right]))
    return model.solve(effort)


def _by_sum(problem: Problem, effort: Effort, most: int | None) -> Traced:
    """More parties: of all packages that no found one beats or equals, the one with the largest sum.

    What beats it would be among them with a larger sum, so that it is unbeaten. Sums fall from one to
    the next: a missing package has no larger sum than the last.
    """
    model = Model(problem)
    model.require([0] * len(problem.parties))
    model.cp.maximize(model.weighted([1] * len(problem.parties)))
    found: list[Found] = []
    while most is None or len(found) < most:
        try:
            here = model.solve(effort) if not effort.is_spent else Found((), (), proven=False)
        except Unsolved:
            here = Found((), (), proven=False)
        if here is None:
            return Traced(_ordered(found), complete=True, bound=None)
        if not here.proven:
            break
        found.append(here)
        beyond(model, here.gains)
    bound = sum(found[-1].gains) if found else None
    return Traced(_ordered(found), complete=False, bound=bound)


def _ordered(found: list[Found]) -> tuple[Found, ...]:
    return tuple(sorted(found, key=lambda one: [-gain for gain in one.gains]))
