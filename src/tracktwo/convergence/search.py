"""From what is on offer to the packages that all sides prefer to no agreement."""

from tracktwo._typing import Progress, silent
from tracktwo.convergence.choosing import (
    Ideals,
    as_package,
    choose,
    ideals_among,
    ideals_by_solver,
    in_points,
    solve,
    trimmed,
)
from tracktwo.convergence.conflicts import conflict
from tracktwo.convergence.enumeration import Packages, can_enumerate, packages
from tracktwo.convergence.frontier import frontier
from tracktwo.convergence.problem import Problem
from tracktwo.convergence.result import SOLUTIONS, Agreement, Frontier, Package, Solution
from tracktwo.convergence.solver.frontier import trace
from tracktwo.convergence.solver.model import Effort, Found
from tracktwo.convergence.talks import Talks
from tracktwo.errors import OptionError

MOST_POINTS = 40
"""Packages of the frontier that are sought beyond twenty options, unless told otherwise."""
EFFORT = 20.0
"""Deterministic time that a search may take, by the solver's own measure."""


def search(
    talks: Talks,
    *,
    points: int | None = MOST_POINTS,
    effort: float = EFFORT,
    progress: Progress = silent,
) -> Agreement:
    """Every package that no other beats, and the three that bargaining theory singles out.

    An agreement gives every side at least one point above its value of no agreement. Up to twenty
    options that matter, all packages are looked at; beyond, OR-Tools CP-SAT searches and proves, the
    frontier up to `points` packages (None for all of it), within `effort` of deterministic time.
    Raises `OptionError` for an option that does not fit.

    >>> from fractions import Fraction
    >>> from tracktwo.convergence import Option, Options, Points, Valuation
    >>> points = {("e1", "north"): (70, 30, -20), ("e2", "south"): (-10, 40, 60)}
    >>> rows = tuple(
    ...     Points(expert, party, option, Fraction(value))
    ...     for (expert, party), values in points.items()
    ...     for option, value in zip("abc", values)
    ... )
    >>> found = search(Talks(Options((Option("a"), Option("b"), Option("c"))), Valuation(rows)))
    >>> found.nash.options, {party: int(gain) for party, gain in found.nash.gains.items()}
    (('a', 'b', 'c'), {'north': 80, 'south': 90})

    Nash 1950; Kalai & Smorodinsky 1975; Kalai 1977.
    """
    if points is not None and points < 2:
        raise OptionError(f"points is {points}; the frontier needs 2 or more")
    if effort <= 0:
        raise OptionError(f"effort is {effort:g}; it must be above 0")
    return search_problem(talks.problem, points=points, effort=effort, progress=progress)


def search_problem(
    problem: Problem,
    *,
    points: int | None = MOST_POINTS,
    effort: float = EFFORT,
    progress: Progress = silent,
) -> Agreement:
    """What `search` gives, of a search that is in whole numbers already."""
    if can_enumerate(problem):
        return _by_looking(problem, effort, progress)
    return _by_solver(problem, points, Effort(effort), progress)


def _by_looking(problem: Problem, effort: float, progress: Progress) -> Agreement:
    progress("packages", 0, 1)
    looked = packages(problem)
    ideals = ideals_among(looked)
    found = {name: choose(name, looked, ideals) for name in SOLUTIONS}
    progress("packages", 1, 1)
    return _agreement(problem, _frontier(looked), ideals, found, Effort(effort))


def _frontier(looked: Packages) -> Frontier:
    bearable = looked.bearable
    best = frontier(bearable.gains)
    return Frontier(
        tuple(
            as_package(
                looked.problem,
                Found(bearable.chosen(place), tuple(bearable.gains[place].tolist()), proven=True),
            )
            for place in best.tolist()
        ),
        complete=True,
    )


def _by_solver(
    problem: Problem, points: int | None, effort: Effort, progress: Progress
) -> Agreement:
    steps = len(SOLUTIONS) + 2
    progress("packages", 0, steps)
    ideals = ideals_by_solver(problem, effort)
    found: dict[Solution, Found | None] = {}
    for done, name in enumerate(SOLUTIONS, start=1):
        progress("packages", done, steps)
        found[name] = solve(name, problem, ideals, effort)
    progress("frontier", steps - 1, steps)
    traced = trace(problem, effort, most=points)
    shown = tuple(as_package(problem, trimmed(problem, one)) for one in traced.found)
    edge = Frontier(shown, traced.complete, in_points(problem, traced.bound))
    return _agreement(problem, edge, ideals, found, effort)


def _agreement(
    problem: Problem,
    edge: Frontier,
    ideals: Ideals,
    found: dict[Solution, Found | None],
    effort: Effort,
) -> Agreement:
    told: dict[Solution, Package | None] = {
        name: as_package(problem, one) if one else None for name, one in found.items()
    }
    return Agreement(
        problem.parties,
        problem.options,
        edge,
        problem.in_points(ideals.gains),
        told["nash"],
        told["kalai_smorodinsky"],
        told["egalitarian"],
        None if any(found.values()) else conflict(problem, effort),
    )
