"""Trades: changes to the package on the table from which every side gains, the smallest first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from tracktwo.convergence.choosing import as_package
from tracktwo.convergence.enumeration import can_enumerate, packages
from tracktwo.convergence.problem import Gains, Problem
from tracktwo.convergence.result import Package
from tracktwo.convergence.solver.model import Effort, Found, Model, Unsolved, beyond
from tracktwo.convergence.talks import Talks
from tracktwo.errors import OptionError

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import LinearExpr

EFFORT = 20.0


@dataclass(frozen=True, slots=True)
class Trade:
    """A change to the package on the table: what comes in, what goes, and what that leads to.

    `more` is what each party has above the package on the table, in points.
    """

    adds: tuple[str, ...]
    drops: tuple[str, ...]
    package: Package
    more: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Trades:
    """The package on the table and the trades found; `broken` are conditions it does not hold.

    `complete` says that no smaller trade is missing: all that are listed are the smallest there are.
    """

    table: Package
    broken: tuple[str, ...]
    trades: tuple[Trade, ...]
    complete: bool


def trades(
    talks: Talks,
    table: Sequence[str],
    *,
    most: int = 5,
    least: Fraction = Fraction(1),
    effort: float = EFFORT,
) -> Trades:
    """Up to `most` packages that give every side `least` points more than the one on the table.

    Those with the fewest changes come first, and of as many changes the one whose least gain over
    the table is largest. None is listed that gives nobody more than one listed before it. All hold every condition, and nobody is left with less than a point above
    no agreement. Raises `OptionError` for an option that is not on offer.

    >>> from tracktwo.convergence import Option, Options, Points, Valuation
    >>> points = {("e1", "north"): (70, 30, -20), ("e2", "south"): (-10, 40, 60)}
    >>> rows = tuple(
    ...     Points(expert, party, option, Fraction(value))
    ...     for (expert, party), values in points.items()
    ...     for option, value in zip("abc", values)
    ... )
    >>> talks = Talks(Options((Option("a"), Option("b"), Option("c"))), Valuation(rows))
    >>> [(one.adds, one.drops) for one in trades(talks, ["b"]).trades]
    [(('a', 'c'), ())]
    """
    _check(talks, table, most, least)
    problem = talks.problem
    on_table = problem.places(table)
    here = problem.gains(on_table)
    delta = int(least * problem.unit)
    wanted = tuple(max(now + delta, low) for now, low in zip(here, problem.least, strict=True))
    if can_enumerate(problem) and set(on_table) <= set(problem.live):
        found, complete = _by_looking(problem, on_table, wanted, most), True
    else:
        found, complete = _by_solver(problem, on_table, wanted, most, Effort(effort))
    return Trades(
        as_package(problem, Found(on_table, here, proven=False)),
        problem.broken(on_table),
        tuple(_trade(problem, on_table, here, one) for one in found),
        complete,
    )


def _check(talks: Talks, table: Sequence[str], most: int, least: Fraction) -> None:
    for option in table:
        if option not in talks.options:
            raise OptionError(f"option {option!r} is not on offer; write ids of the options")
        if list(table).count(option) > 1:
            raise OptionError(f"option {option!r} lies on the table twice; name it once")
    if most < 1:
        raise OptionError(f"{most} trades are asked for; ask for 1 or more")
    if least <= 0:
        raise OptionError("a trade must give everybody more than 0 points; raise the least gain")


def _by_looking(problem: Problem, table: Sequence[int], wanted: Gains, most: int) -> list[Found]:
    looked = packages(problem)
    looked = looked.within(np.flatnonzero((looked.gains >= wanted).all(axis=1)))
    changes = np.bitwise_count(looked.bits ^ looked.bits_of(table))
    above = looked.gains - np.array(wanted)
    left = np.lexsort((-above.sum(axis=1), -above.min(axis=1), changes))
    found: list[Found] = []
    while len(left) and len(found) < most:
        gains = looked.gains[left[0]]
        found.append(Found(looked.chosen(left[0]), tuple(gains.tolist()), proven=True))
        left = left[(looked.gains[left] > gains).any(axis=1)]
    return found


def _by_solver(
    problem: Problem, table: Sequence[int], wanted: Gains, most: int, effort: Effort
) -> tuple[list[Found], bool]:
    found: list[Found] = []
    try:
        for one in _smallest(problem, table, wanted, effort):
            found.append(one)
            if not one.proven or len(found) == most:
                break
    except Unsolved:
        return found, False
    return found, all(one.proven for one in found)


def _smallest(
    problem: Problem, table: Sequence[int], wanted: Gains, effort: Effort
) -> Iterator[Found]:
    """Trades one by one, each excluding what one before is as good as: first by changes, then by gain."""
    before: list[Found] = []
    while True:
        fewest = _next(problem, table, wanted, before).solve_fewest(effort)
        if fewest is None:
            return
        changes = len(set(fewest.chosen) ^ set(table))
        best = _next(problem, table, wanted, before).solve_best(changes, effort) or fewest
        found = Found(best.chosen, best.gains, best.proven and fewest.proven)
        before.append(found)
        yield found


@dataclass
class _Next:
    """A model of what is better than the table and not yet listed."""

    model: Model
    table: frozenset[int]
    wanted: Gains

    @property
    def _changes(self) -> "LinearExpr":
        signs = [-1 if place in self.table else 1 for place in range(len(self.model.options))]
        return self.model.sum(signs) + len(self.table)

    def solve_fewest(self, effort: Effort) -> Found | None:
        self.model.cp.minimize(self._changes)
        return self.model.solve(effort)

    def solve_best(self, changes: int, effort: Effort) -> Found | None:
        lowest = self.model.cp.new_int_var(0, max(self.model.problem.most) + 1, "")
        for gain, low in zip(self.model.gains, self.wanted, strict=True):
            self.model.cp.add(gain - low >= lowest)
        self.model.cp.add(self._changes == changes)
        self.model.cp.maximize(lowest)
        return self.model.solve(effort)


def _next(problem: Problem, table: Sequence[int], wanted: Gains, before: Sequence[Found]) -> _Next:
    model = Model(problem)
    model.require(wanted)
    for one in before:
        beyond(model, one.gains)
    return _Next(model, frozenset(table), wanted)


def _trade(problem: Problem, table: Sequence[int], here: Gains, found: Found) -> Trade:
    more = [there - now for there, now in zip(found.gains, here, strict=True)]
    return Trade(
        problem.named(set(found.chosen) - set(table)),
        problem.named(set(table) - set(found.chosen)),
        as_package(problem, found),
        problem.in_points(more),
    )
