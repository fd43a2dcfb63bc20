"""What experts estimate: how likely a risk is and how severe, lowest, best and highest, twice.

In round 1 everybody estimates alone, in round 2 after having seen the others' estimates without
names (IDEA: Hemming, Burgman, Hanea, McBride & Wintle 2018, A practical guide to structured expert
elicitation using the IDEA protocol).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import isfinite
from typing import Literal

from tracktwo.dialogue import Scale
from tracktwo.errors import InputError
from tracktwo.risk.register import SEVERITY

Quantity = Literal["likelihood", "severity"]
QUANTITIES: tuple[Quantity, ...] = ("likelihood", "severity")
LIKELIHOOD = Scale("rating", 0.0, 1.0)
ROUNDS = (1, 2)
LEAST_SURE = 0.5
"""Who is less than half sure that the truth lies in an interval has given too narrow a one."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """One expert's estimate of one quantity of one risk, in one round.

    `low`, `best`, `high`: for `likelihood` the probability, 0..1, that the risk comes about in its
    period; for `severity` points of its scale. `sure` is how sure the expert is that the truth lies
    between the ends, 0.5..1, None where that was not asked (Speirs-Bridge et al. 2010).
    """

    risk: str
    expert: str
    side: str
    round: int
    quantity: Quantity
    low: float
    best: float
    high: float
    sure: float | None = None
    comment: str = ""

    @property
    def key(self) -> tuple[str, str, str, int]:
        return self.risk, self.quantity, self.expert, self.round


class Intake:
    """Takes estimates one by one, and says of each what is wrong with it beside those before."""

    def __init__(self, scale_of: Mapping[str, Scale]) -> None:
        self._scale_of = scale_of
        self._side_of: dict[str, str] = {}
        self._seen: set[tuple[str, str, str, int]] = set()

    def what_is_wrong(self, one: Estimate) -> str:
        """One sentence, empty where all is well."""
        wrong = _wrong_alone(one, self._scale_of) or self._wrong_beside_others(one)
        self._side_of.setdefault(one.expert, one.side)
        self._seen.add(one.key)
        return wrong

    def _wrong_beside_others(self, one: Estimate) -> str:
        sits = self._side_of.get(one.expert, one.side)
        if sits != one.side:
            return (
                f"expert {one.expert!r} sits for {sits!r} and here for {one.side!r}; "
                "an expert sits on one side"
            )
        if one.key in self._seen:
            return (
                f"expert {one.expert!r} already gave the {one.quantity} of {one.risk!r} in round "
                f"{one.round}; keep one"
            )
        return ""


@dataclass(frozen=True)
class Estimates:
    """Estimates checked when made. `scale_of` has the scale of severity of risks that state one.

    An expert sits on one side and estimates a quantity once a round. Raises `InputError` where
    something cannot be meant.

    >>> given = Estimates((Estimate("war", "e1", "north", 1, "likelihood", 0.1, 0.2, 0.4),))
    >>> given.sides, given.scale("war", "severity").high
    (('north',), 10.0)
    """

    rows: tuple[Estimate, ...]
    scale_of: Mapping[str, Scale] = field(default_factory=dict)

    def __post_init__(self) -> None:
        intake = Intake(self.scale_of)
        for one in self.rows:
            if wrong := intake.what_is_wrong(one):
                raise InputError(wrong)

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """The sides that estimate, in order of appearance."""
        return tuple(dict.fromkeys(one.side for one in self.rows))

    @cached_property
    def risks(self) -> tuple[str, ...]:
        """The risks estimated, in order of appearance."""
        return tuple(dict.fromkeys(one.risk for one in self.rows))

    @cached_property
    def latest(self) -> tuple[Estimate, ...]:
        """Everybody's last word on every quantity."""
        last: dict[tuple[str, str, str], Estimate] = {}
        for one in sorted(self.rows, key=lambda row: row.round):
            last[one.key[:3]] = one
        return tuple(last.values())

    def scale(self, risk: str, quantity: Quantity) -> Scale:
        """What a quantity of a risk is stated on."""
        return scale_of(risk, quantity, self.scale_of)


def scale_of(risk: str, quantity: Quantity, stated: Mapping[str, Scale]) -> Scale:
    """0..1 for a likelihood, the stated scale or else 0..10 for a severity."""
    return LIKELIHOOD if quantity == "likelihood" else stated.get(risk, SEVERITY)


def of(
    rows: Iterable[Estimate], risk: str, quantity: Quantity, side: str | None = None
) -> tuple[Estimate, ...]:
    """The estimates of a quantity of a risk, of everybody or of one side."""
    return tuple(
        one
        for one in rows
        if one.risk == risk and one.quantity == quantity and side in (None, one.side)
    )


def _wrong_alone(one: Estimate, stated: Mapping[str, Scale]) -> str:
    for name, value in (("risk", one.risk), ("expert", one.expert), ("side", one.side)):
        if not value.strip():
            return f"no {name} is named"
    if one.round not in ROUNDS:
        return f"round {one.round} is not known; write 1 (alone) or 2 (after seeing the others)"
    if one.quantity not in QUANTITIES:
        return f"quantity {one.quantity!r} is not known; write likelihood or severity"
    return _wrong_interval(one, scale_of(one.risk, one.quantity, stated)) or _wrong_sure(one)


def _wrong_interval(one: Estimate, scale: Scale) -> str:
    for name, value in (("low", one.low), ("best", one.best), ("high", one.high)):
        if not (isfinite(value) and scale.low <= value <= scale.high):
            return f"{name} {value:g} is out of range; {_how_to_write(one.quantity, scale)}"
    if not one.low <= one.best <= one.high:
        return (
            f"low {one.low:g}, best {one.best:g} and high {one.high:g} are not in order; "
            "low may not exceed best, nor best high"
        )
    return ""


def _how_to_write(quantity: Quantity, scale: Scale) -> str:
    if quantity == "likelihood":
        return "a likelihood lies between 0 and 1 (write 0.2 for 20 in a hundred)"
    return f"severity lies between {scale.low:g} and {scale.high:g}"


def _wrong_sure(one: Estimate) -> str:
    if one.sure is None or LEAST_SURE <= one.sure <= 1:
        return ""
    return (
        f"sure {one.sure:g} is out of range; write 0.5 to 1, how sure the expert is that the truth "
        "lies between low and high"
    )
