"""A cross-impact matrix: what each state of a descriptor adds to the score of every other state."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np
from numpy.typing import NDArray

from tracktwo._typing import Flags, Floats, Ints
from tracktwo.errors import InputError, OptionError

DECIMALS = 6
"""Decimals a judgement may have: as whole multiples of a millionth, sums and ties are exact."""

LARGEST = 1000
"""The largest judgement; usual ones lie in -3..3."""

CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")

Steps = NDArray[np.int16] | NDArray[np.int64]
"""Scores in steps: in two bytes where four times the largest fits, which is nearly always."""


@dataclass(frozen=True, slots=True)
class Descriptor:
    """Something that develops one way or another: an id and the states it may be in, two or more.

    >>> Descriptor("Trade", ("open", "parted"))
    Descriptor(id='Trade', states=('open', 'parted'))
    """

    id: str
    states: tuple[str, ...]

    def __post_init__(self) -> None:
        if not _is_name(self.id) or "=" in self.id:
            raise InputError(f"a descriptor is called {self.id!r}; give it a plain name without =")
        if len(self.states) < 2:
            raise InputError(f"descriptor {self.id!r} has a single state; give it two or more")
        for state in self.states:
            if not _is_name(state):
                told = f"a state of descriptor {self.id!r} is called {state!r}"
                raise InputError(f"{told}; give it a plain name")
            if self.states.count(state) > 1:
                raise InputError(f"descriptor {self.id!r} has state {state!r} twice; keep one")


@dataclass(frozen=True, eq=False)
class CrossImpactMatrix:
    """Judgements between the S states of all descriptors: `impacts` is (S, S), row to column.

    A judgement says how much the state of the row speaks for (above 0) or against (below 0) the
    state of the column. States stand in the order of the descriptors; between the states of one
    descriptor all is 0. Raises `InputError` where that does not hold, where an id repeats, or where
    a judgement is beyond `LARGEST` or has more than `DECIMALS` decimals.

    >>> trade, pacts = Descriptor("Trade", ("open", "parted")), Descriptor("Pacts", ("few", "many"))
    >>> judged = np.array([[0, 0, 2, -2], [0, 0, -1, 1], [1, -1, 0, 0], [-3, 3, 0, 0]])
    >>> matrix = CrossImpactMatrix((trade, pacts), judged)
    >>> matrix.labels
    ('Trade=open', 'Trade=parted', 'Pacts=few', 'Pacts=many')
    >>> matrix.combinations
    4

    Source: Weimer-Jehle 2006, Cross-impact balances, Technological Forecasting & Social Change 73.
    """

    descriptors: tuple[Descriptor, ...]
    impacts: Floats

    def __post_init__(self) -> None:
        ids = [one.id for one in self.descriptors]
        for one in ids:
            if ids.count(one) > 1:
                raise InputError(f"descriptor {one!r} appears twice; keep one")
        if len(ids) < 2:
            raise InputError("a cross-impact matrix needs two descriptors or more")
        object.__setattr__(self, "impacts", np.array(self.impacts, np.float64))
        _check_shape(self)
        _check_numbers(self)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """`Descriptor=state` for each of the S states."""
        return tuple(f"{one.id}={state}" for one in self.descriptors for state in one.states)

    @cached_property
    def starts(self) -> Ints:
        """(D + 1,): where the states of each descriptor begin, and S at the end."""
        counts = [0, *(len(one.states) for one in self.descriptors)]
        return np.cumsum(counts).astype(np.int32)

    @cached_property
    def owners(self) -> Ints:
        """(S,): the descriptor of each state."""
        return np.repeat(np.arange(len(self.descriptors)), np.diff(self.starts)).astype(np.int32)

    @property
    def combinations(self) -> int:
        """How many scenarios can be put together."""
        return prod(len(one.states) for one in self.descriptors)

    @cached_property
    def per_unit(self) -> int:
        """Steps to a judgement of 1, the fewest that make every judgement a whole number of steps."""
        scales: list[int] = [10**decimals for decimals in range(DECIMALS + 1)]
        return next(one for one in scales if _is_whole(self.impacts * one).all())

    @cached_property
    def steps(self) -> Steps:
        """(S, S): the judgements in whole steps."""
        steps = np.rint(self.impacts * self.per_unit).astype(np.int64)
        largest = 4 * len(self.descriptors) * int(np.abs(steps).max())
        return steps.astype(np.int16) if largest < np.iinfo(np.int16).max else steps

    def descriptor_at(self, descriptor: str) -> int:
        """The place of a descriptor; `OptionError` where there is none of that id."""
        ids = [one.id for one in self.descriptors]
        if descriptor not in ids:
            raise OptionError(f"there is no descriptor {descriptor!r}; there are {', '.join(ids)}")
        return ids.index(descriptor)

    def state_at(self, descriptor: str, state: str) -> int:
        """The place of a state among the states of its descriptor; `OptionError` where unknown."""
        states = self.descriptors[self.descriptor_at(descriptor)].states
        if state not in states:
            there = ", ".join(states)
            raise OptionError(f"descriptor {descriptor!r} has no state {state!r}; it has {there}")
        return states.index(state)

    def held_places(self, held: Mapping[str, str] | None) -> dict[int, int]:
        """Held descriptors and their states, as places."""
        return {self.descriptor_at(one): self.state_at(one, at) for one, at in (held or {}).items()}


def _is_name(text: str) -> bool:
    """Whether a text can stand in a table and be typed: some letters, no blanks around, no controls."""
    return bool(text) and text == text.strip() and not CONTROL.search(text)


def _check_shape(matrix: CrossImpactMatrix) -> None:
    n = len(matrix.labels)
    if matrix.impacts.shape != (n, n):
        shape = " by ".join(map(str, matrix.impacts.shape))
        raise InputError(f"the impacts are {shape} for {n} states; make them {n} by {n}")


def _check_numbers(matrix: CrossImpactMatrix) -> None:
    impacts, own = matrix.impacts, matrix.owners[:, None] == matrix.owners
    plain = (np.abs(impacts) <= LARGEST) & _is_whole(impacts * 10**DECIMALS)
    for row, column in np.argwhere(~plain | (own & (impacts != 0))):
        source, target = matrix.labels[row], matrix.labels[column]
        raise InputError(complaint(source, target, float(impacts[row, column])))


def complaint(source: str, target: str, value: float) -> str:
    """What is wrong with an impact of one `Descriptor=state` on another; empty where nothing is.

    >>> complaint("Trade=open", "Trade=parted", -1)
    "'Trade=open' has an impact on 'Trade=parted', a state of the same descriptor; leave it empty or 0"
    """
    told = f"the impact of {source!r} on {target!r} is {value:.12g}"
    if not abs(value) <= LARGEST:
        return f"{told}; use numbers from -{LARGEST} to {LARGEST}"
    if not _is_whole(np.array([value * 10**DECIMALS])).all():
        return f"{told}; round it to {DECIMALS} decimals"
    if value and source.partition("=")[0] == target.partition("=")[0]:
        told = f"{source!r} has an impact on {target!r}, a state of the same descriptor"
        return f"{told}; leave it empty or 0"
    return ""


def _is_whole(numbers: Floats) -> Flags:
    """Where numbers are whole, but for what a float cannot hold."""
    return np.abs(numbers - np.rint(numbers)) <= 5e-7
