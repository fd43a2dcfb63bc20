"""The search as whole numbers: what every package is worth to every party, and what may stand together.

Options, parties and conditions are in the order of their ids, so that nothing found depends on the
order in which somebody wrote them down.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

import numpy as np

from tracktwo._typing import Longs
from tracktwo.convergence.conditions import Row

Gains = tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Problem:
    """Values in whole parts of a point, `unit` of them a point.

    `values` has a row a party and a column an option; `floor` is what each party has without an
    agreement, `least` the least gain above that for which it would agree.
    """

    options: tuple[str, ...]
    parties: tuple[str, ...]
    values: Longs
    floor: Gains
    least: Gains
    unit: int
    rows: tuple[Row, ...]

    @cached_property
    def live(self) -> tuple[int, ...]:
        """The options that matter: worth something to somebody, or named by a condition."""
        return tuple(
            place
            for place in range(len(self.options))
            if self.values[:, place].any() or any(row.weights[place] for row in self.rows)
        )

    @cached_property
    def conditions(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row.condition for row in self.rows))

    @cached_property
    def most(self) -> Gains:
        """More than this no party can gain."""
        best = np.maximum(self.values, 0).sum(axis=1).tolist()
        return tuple(high - low for high, low in zip(best, self.floor, strict=True))

    def gains(self, chosen: Iterable[int]) -> Gains:
        """What each party has of the options at these places, above what it has without agreement."""
        worth = self.values[:, list(chosen)].sum(axis=1).tolist()
        return tuple(here - floor for here, floor in zip(worth, self.floor, strict=True))

    def holds(self, chosen: Iterable[int]) -> bool:
        """Whether all conditions hold."""
        return not self.broken(chosen)

    def broken(self, chosen: Iterable[int]) -> tuple[str, ...]:
        """The conditions that do not hold."""
        there = list(chosen)
        wrong = (
            row.condition
            for row in self.rows
            if sum(row.weights[place] for place in there) > row.most
        )
        return tuple(dict.fromkeys(wrong))

    def places(self, ids: Iterable[str]) -> tuple[int, ...]:
        """The places of options by id."""
        there = set(ids)
        return tuple(place for place, id_ in enumerate(self.options) if id_ in there)

    def named(self, chosen: Iterable[int]) -> tuple[str, ...]:
        """The ids of options by place."""
        return tuple(self.options[place] for place in sorted(chosen))

    def in_points(self, gains: Sequence[int]) -> dict[str, Fraction]:
        """Gains by party, in points."""
        return {
            party: Fraction(int(gain), self.unit)
            for party, gain in zip(self.parties, gains, strict=True)
        }

    def are_agreed(self, gains: Sequence[int]) -> bool:
        """Whether everybody gains enough to agree."""
        return all(gain >= least for gain, least in zip(gains, self.least, strict=True))

    def changed(self, **changes: object) -> "Problem":
        """The same with other values, floors or least gains."""
        return replace(self, **changes)  # type: ignore[arg-type]
