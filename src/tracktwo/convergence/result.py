"""What a search gives: packages with what each side gains, and how sure that is."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Solution = Literal["nash", "kalai_smorodinsky", "egalitarian"]
SOLUTIONS: tuple[Solution, ...] = ("nash", "kalai_smorodinsky", "egalitarian")


@dataclass(frozen=True, slots=True)
class Package:
    """Options to be agreed together, and what each party has of them.

    `utilities` are points; `gains` are points above what the party has without an agreement.
    `proven` says whether it is certain that no package does better by the measure it was sought by.
    """

    options: tuple[str, ...]
    utilities: Mapping[str, Fraction]
    gains: Mapping[str, Fraction]
    proven: bool


@dataclass(frozen=True, slots=True)
class Frontier:
    """Packages that no other beats, in which nobody loses against no agreement.

    `complete` says that there are no more. Where it is False this is a sample, and `bound` says what
    may be missing: with two parties, no missing package gives both of them more than `bound` points
    above any one package listed beside it; with more, no missing package gives more than `bound`
    points in all. None where nothing can be said.
    """

    packages: tuple[Package, ...]
    complete: bool
    bound: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A smallest set of demands that cannot all be met: no set of fewer clashes.

    `conditions` are ids. `parties` are those whose gain is part of it: empty where the conditions
    clash by themselves. `proven` says whether it is certain that no smaller set clashes.
    """

    conditions: tuple[str, ...]
    parties: tuple[str, ...]
    proven: bool


@dataclass(frozen=True, slots=True)
class Agreement:
    """What can be agreed. Solutions are None where there is no agreement; `conflict` then says why.

    `ideals` is the largest gain each party could have without loss to any other.
    """

    parties: tuple[str, ...]
    options: tuple[str, ...]
    frontier: Frontier
    ideals: Mapping[str, Fraction]
    nash: Package | None
    kalai_smorodinsky: Package | None
    egalitarian: Package | None
    conflict: Conflict | None = None

    def solution(self, name: Solution) -> Package | None:
        """A solution by its name."""
        found: Package | None = getattr(self, name)
        return found
