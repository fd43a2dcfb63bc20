"""What options are worth to each side: points that its experts divide, blind, and their spread.

Points are exact fractions throughout: no sum of them is ever rounded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import sqrt

from tracktwo.errors import InputError

WHOLE = 100
"""The points that each expert divides among the options that serve the side."""
FINEST = 1000
"""The finest part of a point that may be given."""


@dataclass(frozen=True, slots=True)
class Points:
    """What one expert gives an option: above 0 where it serves the side, below 0 where it costs it."""

    expert: str
    party: str
    option: str
    points: Fraction

    @property
    def key(self) -> tuple[str, str]:
        return self.expert, self.option


@dataclass(frozen=True, slots=True)
class Spread:
    """What an option is worth to a side: the mean over its experts, and how far they differ.

    `n` is how many experts said anything about it. `low` and `high` are the least and the most that
    any expert of the side gave (nothing said counts as 0), `sd` their standard deviation.
    """

    option: str
    n: int
    mean: Fraction
    low: Fraction
    high: Fraction
    sd: float


class Intake:
    """Takes points one by one, and says of each what is wrong with it beside those before."""

    def __init__(self) -> None:
        self._party_of: dict[str, str] = {}
        self._seen: set[tuple[str, str]] = set()

    def what_is_wrong(self, one: Points) -> str:
        """One sentence, empty where all is well."""
        wrong = _wrong_alone(one) or self._wrong_beside_others(one)
        self._party_of.setdefault(one.expert, one.party)
        self._seen.add(one.key)
        return wrong

    def _wrong_beside_others(self, one: Points) -> str:
        sits = self._party_of.get(one.expert, one.party)
        if sits != one.party:
            return (
                f"expert {one.expert!r} sits for {sits!r} and here for {one.party!r}; "
                "an expert sits on one side"
            )
        if one.key in self._seen:
            return f"expert {one.expert!r} already gave points to {one.option!r}; keep one"
        return ""


@dataclass(frozen=True)
class Valuation:
    """Points checked when made: each expert's points above 0 sum to 100, none is below -100.

    That is the scale on which sides are compared where they are compared at all. `InputError` where
    something cannot be meant.

    >>> given = Valuation((
    ...     Points("e1", "north", "line", Fraction(70)),
    ...     Points("e1", "north", "visits", Fraction(30)),
    ...     Points("e2", "north", "line", Fraction(100)),
    ...     Points("e2", "north", "visits", Fraction(-40)),
    ... ))
    >>> [(one.option, str(one.mean), str(one.low), str(one.high)) for one in given.of("north")]
    [('line', '85', '70', '100'), ('visits', '-5', '-40', '30')]
    """

    rows: tuple[Points, ...]

    def __post_init__(self) -> None:
        intake = Intake()
        for one in self.rows:
            if wrong := intake.what_is_wrong(one):
                raise InputError(wrong)
        for expert, total in self.totals.items():
            if wrong := wrong_total(expert, total):
                raise InputError(wrong)

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The sides whose experts gave points, in order of appearance."""
        return tuple(dict.fromkeys(one.party for one in self.rows))

    @cached_property
    def options(self) -> tuple[str, ...]:
        """The options that got points, in order of appearance."""
        return tuple(dict.fromkeys(one.option for one in self.rows))

    @cached_property
    def totals(self) -> Mapping[str, Fraction]:
        """The sum of each expert's points above 0."""
        total: dict[str, Fraction] = {}
        for one in self.rows:
            total[one.expert] = total.get(one.expert, Fraction()) + max(one.points, Fraction())
        return total

    def experts(self, party: str) -> tuple[str, ...]:
        """The experts of a side, in order of appearance."""
        return tuple(dict.fromkeys(one.expert for one in self.rows if one.party == party))

    def given(self, party: str) -> Mapping[tuple[str, str], Fraction]:
        """What was given, by expert and option."""
        return {one.key: one.points for one in self.rows if one.party == party}

    def of(self, party: str, options: Sequence[str] | None = None) -> tuple[Spread, ...]:
        """What each option is worth to a side; options nobody spoke of are worth 0."""
        experts, given = self.experts(party), self.given(party)
        return tuple(
            _spread(option, experts, given)
            for option in (self.options if options is None else options)
        )


def _spread(
    option: str, experts: Sequence[str], given: Mapping[tuple[str, str], Fraction]
) -> Spread:
    points = [given.get((expert, option), Fraction()) for expert in experts]
    mean = sum(points, Fraction()) / len(points) if points else Fraction()
    scatter = sum((one - mean) ** 2 for one in points)
    return Spread(
        option,
        n=sum((expert, option) in given for expert in experts),
        mean=mean,
        low=min(points, default=Fraction()),
        high=max(points, default=Fraction()),
        sd=sqrt(scatter / (len(points) - 1)) if len(points) > 1 else 0.0,
    )


def _wrong_alone(one: Points) -> str:
    for name, value in (("expert", one.expert), ("party", one.party), ("option", one.option)):
        if not value.strip():
            return f"no {name} is named"
    if not -WHOLE <= one.points <= WHOLE:
        return f"points {float(one.points):g} are out of range; they lie between -100 and 100"
    if FINEST % one.points.denominator:
        return f"points {float(one.points):g} are too fine; write at most three decimals"
    return ""


def wrong_total(expert: str, total: Fraction) -> str:
    """What is wrong with the sum of an expert's points above 0; empty where it is 100."""
    if total == WHOLE:
        return ""
    return (
        f"expert {expert!r} gave {float(total):g} points in all to options that serve the side; "
        "they must sum to 100"
    )
