"""How firm a package is: what stays in it when other experts of the same sides had been asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from tracktwo._typing import Longs, Progress, silent
from tracktwo.convergence.choosing import chooser
from tracktwo.convergence.enumeration import can_enumerate
from tracktwo.convergence.result import Solution
from tracktwo.convergence.solver.model import Effort
from tracktwo.convergence.talks import Talks
from tracktwo.errors import OptionError

DRAWS, FEWER_DRAWS = 200, 40
"""Draws with up to twenty options, and beyond."""
EFFORT = 40.0

Standing = Literal["firm", "contested", "never"]


@dataclass(frozen=True, slots=True)
class Firmness:
    """In which share of draws each option is part of the solution.

    `share` is by option, of the `agreed` draws in which there is an agreement; `draws` is how many
    were drawn, `proven` whether every package among them was proven.
    """

    solution: Solution
    draws: int
    agreed: int
    share: Mapping[str, float]
    proven: bool

    def standing(self, option: str) -> Standing:
        """Firm where it is in every draw, never where it is in none, else contested."""
        share = self.share[option]
        if not self.agreed or share == 0:
            return "never"
        return "firm" if share == 1 else "contested"

    def of(self, standing: Standing) -> tuple[str, ...]:
        """The options that stand so, the most frequent first."""
        there = [option for option in self.share if self.standing(option) == standing]
        return tuple(sorted(there, key=lambda option: -self.share[option]))


def firmness(
    talks: Talks,
    *,
    solution: Solution = "nash",
    draws: int | None = None,
    seed: int = 0,
    effort: float = EFFORT,
    progress: Progress = silent,
) -> Firmness:
    """Draw the experts of each side again, with replacement, and choose a package each time.

    As many experts as there are, some of them more than once and some not at all: what the sides
    might have said if others like them had come (Efron 1979). The same `seed` gives the same draws.

    >>> from fractions import Fraction
    >>> from tracktwo.convergence import Option, Options, Points, Valuation
    >>> said = {"e1": ("north", 70, 30), "e2": ("north", 100, -50), "e3": ("south", 60, 40)}
    >>> rows = tuple(
    ...     Points(expert, party, option, Fraction(value))
    ...     for expert, (party, *values) in said.items()
    ...     for option, value in zip(("line", "visits"), values)
    ... )
    >>> talks = Talks(Options((Option("line"), Option("visits"))), Valuation(rows))
    >>> found = firmness(talks, seed=1)
    >>> found.of("firm"), found.of("contested")
    (('line',), ('visits',))
    """
    problem = talks.problem
    base = problem.changed(values=_any(list(talks.given.values())))
    wanted = draws if draws is not None else (DRAWS if can_enumerate(base) else FEWER_DRAWS)
    if wanted < 1:
        raise OptionError(f"{wanted} draws are asked for; ask for 1 or more")
    choose = chooser(base, Effort(effort))
    rng = np.random.default_rng(seed)
    count = np.zeros(len(problem.options), dtype=np.int64)
    agreed, proven = 0, True
    for done in range(wanted):
        progress("draws", done, wanted)
        drawn = _drawn(list(talks.given.values()), rng)
        found = choose(solution, problem.changed(values=drawn))
        if found is not None:
            count[list(found.chosen)] += 1
            agreed, proven = agreed + 1, proven and found.proven
    progress("draws", wanted, wanted)
    share = {
        option: int(n) / agreed if agreed else 0.0
        for option, n in zip(problem.options, count, strict=True)
    }
    return Firmness(solution, wanted, agreed, share, proven)


def _drawn(given: Sequence[Longs], rng: np.random.Generator) -> Longs:
    """Values of each side with its experts drawn anew; whole parts of a point, as before."""
    rows = []
    for points in given:
        who = rng.integers(0, len(points), len(points))
        rows.append(points[who].sum(axis=0) // len(points))
    return np.array(rows)


def _any(given: Sequence[Longs]) -> Longs:
    """Something other than 0 for each option that any expert gave points, as any draw may."""
    return np.array([np.abs(points).max(axis=0) for points in given])
