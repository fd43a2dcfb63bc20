"""Everything a search starts from: options, points, conditions, and what each side has without."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import lcm

import numpy as np

from tracktwo._typing import Longs
from tracktwo.convergence.conditions import Amount, Condition, rows_of, what_is_wrong
from tracktwo.convergence.options import Options, refuse_repeats
from tracktwo.convergence.problem import Problem
from tracktwo.convergence.valuation import Valuation
from tracktwo.errors import InputError

LARGEST_UNIT = 10**7
"""Parts of a point beyond which sums of a hundred options might not fit a machine's whole numbers."""


@dataclass(frozen=True)
class Talks:
    """What is on offer between the sides; checked when made.

    `no_agreement` is what each side holds the lack of any agreement to be worth, in points, 0 unless
    told. Raises `InputError` where something cannot be meant.

    >>> from tracktwo.convergence import Option, Points
    >>> points = {("e1", "north"): (60, 40), ("e2", "south"): (100, -20)}
    >>> talks = Talks(
    ...     Options((Option("line"), Option("visits"))),
    ...     Valuation(tuple(
    ...         Points(expert, party, option, Fraction(value))
    ...         for (expert, party), values in points.items()
    ...         for option, value in zip(("line", "visits"), values)
    ...     )),
    ... )
    >>> talks.problem.gains((0, 1))
    (100, 80)
    """

    options: Options
    valuation: Valuation
    conditions: tuple[Condition, ...] = ()
    amounts: tuple[Amount, ...] = ()
    no_agreement: Mapping[str, Fraction] = field(default_factory=dict)

    def __post_init__(self) -> None:
        refuse_repeats((one.id for one in self.conditions), "condition")
        for option in self.valuation.options:
            if option not in self.options:
                raise InputError(f"option {option!r} got points and is not among the options")
        for party in self.no_agreement:
            if party not in self.parties:
                raise InputError(f"party {party!r} has a value of no agreement and gave no points")
        if len(self.parties) < 2:
            raise InputError("points come from one side only; packages are between two or more")
        self._check_amounts()
        for one in self.conditions:
            wrong = what_is_wrong(
                one, options=self.options.ids, parties=self.parties, amounts=self.kinds_of_amount
            )
            if wrong:
                raise InputError(f"condition {one.id!r}: {wrong}")
        if self.unit > LARGEST_UNIT:
            raise InputError("points are too fine for so many experts; write fewer decimals")

    def _check_amounts(self) -> None:
        for amount in self.amounts:
            if amount.option not in self.options:
                raise InputError(f"option {amount.option!r} has an amount and is not an option")
            if amount.party and amount.party not in self.parties:
                raise InputError(f"party {amount.party!r} has an amount and gave no points")

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The sides, in order of appearance."""
        return self.valuation.parties

    @cached_property
    def kinds_of_amount(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(amount.of for amount in self.amounts))

    @cached_property
    def unit(self) -> int:
        """Parts into which a point is cut so that every mean over experts is a whole number of them."""
        finest = lcm(
            *(one.points.denominator for one in self.valuation.rows),
            *(value.denominator for value in self.no_agreement.values()),
        )
        return finest * lcm(*(len(self.valuation.experts(party)) for party in self.parties))

    @cached_property
    def problem(self) -> Problem:
        """The search as whole numbers, with everybody's points."""
        options, parties = tuple(sorted(self.options.ids)), tuple(sorted(self.parties))
        means = [given.sum(axis=0) // len(given) for given in self.given.values()]
        floor = tuple(int(self.no_agreement.get(one, 0) * self.unit) for one in parties)
        rows = tuple(
            row
            for one in sorted(self.conditions, key=lambda one: one.id)
            for row in rows_of(one, options, parties, self.amounts)
        )
        return Problem(
            options, parties, np.array(means), floor, (self.unit,) * len(parties), self.unit, rows
        )

    @cached_property
    def given(self) -> Mapping[str, Longs]:
        """By party in order of ids: what each expert gave each option, in parts of a point."""
        return {party: self._given(party) for party in sorted(self.parties)}

    def _given(self, party: str) -> Longs:
        given = self.valuation.given(party)
        return np.array(
            [
                [int(given.get((expert, one), 0) * self.unit) for one in sorted(self.options.ids)]
                for expert in sorted(self.valuation.experts(party))
            ],
            dtype=np.int64,
        )
