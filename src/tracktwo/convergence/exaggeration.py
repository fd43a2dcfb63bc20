"""What a side would win by not saying what things are worth to it, under each solution.

Three ways of exaggerating, each by one side alone, the others saying what they said:

    scale       all its points, and its value of no agreement, times two
    costs       its points below 0 times two, but not below -100
    walk-away   its value of no agreement ten points higher

Scaling moves neither Nash's nor Kalai and Smorodinsky's solution, which compare no points between
sides; it moves the egalitarian one. That is why points are declared: a hundred for every expert.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, get_args

import numpy as np

from tracktwo._typing import Progress, silent
from tracktwo.convergence.choosing import chooser
from tracktwo.convergence.problem import Problem
from tracktwo.convergence.result import SOLUTIONS, Agreement, Package, Solution
from tracktwo.convergence.solver.model import Effort, Found
from tracktwo.convergence.talks import Talks
from tracktwo.convergence.valuation import WHOLE

Way = Literal["scale", "costs", "walk-away"]
WAYS: tuple[Way, ...] = get_args(Way)
FACTOR = 2
HIGHER = 10
EFFORT = 40.0


@dataclass(frozen=True, slots=True)
class Exaggeration:
    """What comes of it when one party exaggerates in one way, under one solution.

    `options` is the package then, None where no agreement is left; `adds` and `drops` is how it
    differs. `change` is what each party has more of it than before, in points by its true values:
    the party that exaggerates may lose.
    """

    party: str
    way: Way
    solution: Solution
    options: tuple[str, ...] | None
    adds: tuple[str, ...]
    drops: tuple[str, ...]
    change: Mapping[str, Fraction]
    proven: bool

    @property
    def changes(self) -> bool:
        """Whether the package is another one."""
        return bool(self.adds or self.drops or self.options is None)

    @property
    def pays(self) -> bool:
        """Whether the party that exaggerates has more of it."""
        return self.change[self.party] > 0


def exaggeration(
    talks: Talks,
    agreement: Agreement,
    *,
    effort: float = EFFORT,
    progress: Progress = silent,
) -> tuple[Exaggeration, ...]:
    """Every way of exaggerating, of every party, under each solution there is.

    >>> from tracktwo.convergence import Option, Options, Points, Valuation, search
    >>> points = {("e1", "north"): (60, 40), ("e2", "south"): (-35, 100)}
    >>> rows = tuple(
    ...     Points(expert, party, option, Fraction(value))
    ...     for (expert, party), values in points.items()
    ...     for option, value in zip("ab", values)
    ... )
    >>> talks = Talks(Options((Option("a"), Option("b"))), Valuation(rows))
    >>> found = exaggeration(talks, search(talks))
    >>> [(one.way, one.drops, one.pays) for one in found if one.solution == "nash" and one.changes]
    [('costs', ('a',), True)]
    """
    problem = talks.problem
    choose = chooser(problem, Effort(effort))
    wanted = [
        (true, name, party, way)
        for name in SOLUTIONS
        if (true := agreement.solution(name)) is not None
        for party in range(len(problem.parties))
        for way in WAYS
    ]
    told = []
    for done, (true, name, party, way) in enumerate(wanted):
        progress("exaggeration", done, len(wanted))
        found = choose(name, exaggerated(problem, party, way))
        told.append(_told(problem, true, found, (problem.parties[party], way, name)))
    progress("exaggeration", len(wanted), len(wanted))
    return tuple(told)


def _told(
    problem: Problem, true: Package, found: Found | None, case: tuple[str, Way, Solution]
) -> Exaggeration:
    party, way, name = case
    then = problem.gains(found.chosen) if found else (0,) * len(problem.parties)
    gains = problem.in_points(then)
    options = problem.named(found.chosen) if found else None
    before, after = set(true.options), set(options or ())
    return Exaggeration(
        party,
        way,
        name,
        options,
        adds=tuple(sorted(after - before)),
        drops=tuple(sorted(before - after)),
        change={one: gain - true.gains[one] for one, gain in gains.items()},
        proven=true.proven and (found is None or found.proven),
    )


def exaggerated(problem: Problem, party: int, way: Way) -> Problem:
    """The problem when one party exaggerates. Other sides say what they said."""
    values, floor, least = problem.values.copy(), list(problem.floor), list(problem.least)
    if way == "scale":
        values[party] *= FACTOR
        floor[party] *= FACTOR
        least[party] *= FACTOR
    elif way == "costs":
        costs = np.maximum(values[party] * FACTOR, -WHOLE * problem.unit)
        values[party] = np.where(values[party] < 0, costs, values[party])
    else:
        floor[party] += HIGHER * problem.unit
    return problem.changed(values=values, floor=tuple(floor), least=tuple(least))
