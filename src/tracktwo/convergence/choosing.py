"""One solution of one problem: by looking at every package, or by the solver where there are too many."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from tracktwo.convergence import solutions
from tracktwo.convergence.enumeration import Packages, can_enumerate, packages
from tracktwo.convergence.problem import Gains, Problem
from tracktwo.convergence.result import Package, Solution
from tracktwo.convergence.solver import leximin
from tracktwo.convergence.solver.model import Effort, Found, Unsolved
from tracktwo.convergence.solver.nash import nash


@dataclass(frozen=True)
class Ideals:
    """The largest gain of each party where nobody loses, and whether that is certain."""

    gains: Gains
    proven: bool = True


def ideals_among(packages: Packages) -> Ideals:
    """The ideals of packages that were looked at one by one."""
    bearable = packages.bearable.gains
    if not len(bearable):
        return Ideals((0,) * len(packages.problem.parties))
    return Ideals(tuple(bearable.max(axis=0).tolist()))


def ideals_by_solver(problem: Problem, effort: Effort) -> Ideals:
    try:
        return Ideals(*leximin.ideals(problem, effort))
    except Unsolved:
        return Ideals((0,) * len(problem.parties), proven=False)


def choose(name: Solution, packages: Packages, ideals: Ideals) -> Found | None:
    """A solution among packages that were looked at one by one; None without an agreement."""
    agreeable = packages.agreeable
    gains = agreeable.gains
    if not len(gains):
        return None
    if name == "nash":
        place = solutions.nash(gains)
    elif name == "egalitarian":
        place = solutions.egalitarian(gains)
    else:
        place = solutions.kalai_smorodinsky(gains, ideals.gains)
    chosen = agreeable.chosen(place)
    return Found(chosen, tuple(gains[place].tolist()), proven=True)


def solve(name: Solution, problem: Problem, ideals: Ideals, effort: Effort) -> Found | None:
    """A solution by the solver; None without an agreement, or where none was found in time."""
    try:
        if name == "nash":
            found = nash(problem, effort)
        elif name == "egalitarian":
            found = leximin.egalitarian(problem, effort)
        else:
            found = leximin.kalai_smorodinsky(problem, ideals.gains, effort)
            if found and not ideals.proven:
                found = Found(found.chosen, found.gains, proven=False)
    except Unsolved:
        return None
    return found and trimmed(problem, found)


Chooser = Callable[[Solution, Problem], Found | None]
"""Gives a solution of a problem, None without an agreement."""


def chooser(base: Problem, effort: Effort) -> Chooser:
    """What chooses in problems that differ from `base` in their values only.

    `base` must have a value for each option that has one in any of the problems.
    """
    return by_looking(base) if can_enumerate(base) else by_solver(effort)


def by_looking(base: Problem) -> Chooser:
    """Chooses among the packages that hold all conditions, which are looked for once."""
    looked = packages(base)

    def chosen(name: Solution, problem: Problem) -> Found | None:
        valued = looked.valued(problem)
        return choose(name, valued, ideals_among(valued))

    return chosen


def by_solver(effort: Effort) -> Chooser:
    """Asks the solver each time, within so much effort in all."""

    def solved(name: Solution, problem: Problem) -> Found | None:
        is_of_shares = name == "kalai_smorodinsky"
        ideals = ideals_by_solver(problem, effort) if is_of_shares else Ideals(())
        return solve(name, problem, ideals, effort)

    return solved


def trimmed(problem: Problem, found: Found) -> Found:
    """Without options that are worth nothing to anybody and that no condition asks for."""
    chosen = list(found.chosen)
    for place in found.chosen:
        others = [one for one in chosen if one != place]
        if not problem.values[:, place].any() and problem.holds(others):
            chosen = others
    return Found(tuple(chosen), found.gains, found.proven)


def as_package(problem: Problem, found: Found) -> Package:
    """What was found, in points and by id."""
    gains = problem.in_points(found.gains)
    floor = problem.in_points(problem.floor)
    utilities = {party: gain + floor[party] for party, gain in gains.items()}
    return Package(problem.named(found.chosen), utilities, gains, found.proven)


def in_points(problem: Problem, parts: int | None) -> Fraction | None:
    return None if parts is None else Fraction(parts, problem.unit)
