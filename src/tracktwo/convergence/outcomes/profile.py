"""What outcomes are worth to a party: a sum over issues, and over boxes of values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Floats
from tracktwo.convergence.outcomes.domain import Domain

DECIMALS = 12
"""Utilities are rounded so that sums which are equal on paper stay equal."""


@dataclass(frozen=True, slots=True)
class Box:
    """What is added where all of some issues lie within bounds: places of values, both included."""

    worth: float
    bounds: Mapping[int, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Profile:
    """A party's worth of every value of every issue, weights included, and of boxes (hypervolumes).

    `reserved` is what the party has without an agreement.
    """

    party: str
    worth: tuple[tuple[float, ...], ...]
    boxes: tuple[Box, ...] = ()
    reserved: float = 0.0


def utilities(domain: Domain, profiles: Sequence[Profile]) -> Floats:
    """What every outcome is worth to every party: a row an outcome, a column a party.

    >>> from tracktwo.convergence.outcomes import Issue
    >>> domain = Domain((Issue("place", ("a", "b")), Issue("days", ("1", "2"))))
    >>> utilities(domain, [Profile("north", ((0.5, 0.0), (0.0, 0.5)))]).ravel().tolist()
    [0.5, 1.0, 0.0, 0.5]
    """
    found = np.empty((domain.size, len(profiles)), order="F")
    for column, profile in enumerate(profiles):
        found[:, column] = _of_one(domain, profile)
    return found


def _of_one(domain: Domain, profile: Profile) -> Floats:
    total = np.zeros(1)
    for worth in profile.worth:
        total = np.add.outer(total, np.array(worth)).ravel()
    cube = total.reshape(domain.shape)
    for box in profile.boxes:
        where = tuple(
            slice(box.bounds[n][0], box.bounds[n][1] + 1) if n in box.bounds else slice(None)
            for n in range(len(domain.shape))
        )
        cube[where] += box.worth
    return np.round(total, DECIMALS)
