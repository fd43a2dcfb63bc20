"""A negotiation domain: issues, each with the values it may take; an outcome has one value of each."""

from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np

from tracktwo.errors import InputError

MOST = 20_000_000
"""Outcomes beyond which utilities do not fit the memory of an ordinary machine."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What is to be settled, and the values it may take."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Domain:
    """Issues, checked when made; outcomes are counted with the last issue's values running fastest.

    >>> domain = Domain((Issue("place", ("north", "south")), Issue("days", ("1", "2", "3"))))
    >>> domain.size, domain.outcome(4)
    (6, ('south', '2'))
    """

    issues: tuple[Issue, ...]

    def __post_init__(self) -> None:
        names = [issue.name for issue in self.issues]
        if not names:
            raise InputError("there is no issue; a domain has one or more")
        for issue in self.issues:
            if names.count(issue.name) > 1:
                raise InputError(f"issue {issue.name!r} appears twice; names must differ")
            if not issue.values:
                raise InputError(f"issue {issue.name!r} has no value; give it one or more")
            if len(set(issue.values)) < len(issue.values):
                raise InputError(f"issue {issue.name!r} has a value twice; keep one")
        if self.size > MOST:
            raise InputError(
                f"the domain has {float(self.size):.3g} outcomes; up to {MOST:,} can be looked at"
            )

    @cached_property
    def shape(self) -> tuple[int, ...]:
        return tuple(len(issue.values) for issue in self.issues)

    @cached_property
    def size(self) -> int:
        return prod(self.shape)

    def outcome(self, place: int) -> tuple[str, ...]:
        """The values of an outcome, an issue each."""
        where = np.unravel_index(place, self.shape)
        return tuple(issue.values[int(n)] for issue, n in zip(self.issues, where, strict=True))
