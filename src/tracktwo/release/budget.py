"""How much of anybody's privacy noisy counts may spend, and the noise that this asks for."""

import math
from dataclasses import dataclass
from typing import Literal

from tracktwo.errors import OptionError
from tracktwo.locale import english

LARGEST_EPSILON = 10.0
"""Beyond, an attacker may be 22,000 times surer than before: that protects nobody."""
LARGEST_DELTA = 1e-5
DELTA, ANSWERS = 1e-6, 20
"""Of a budget that says no more than its epsilon."""
SURE = 0.95
"""The share of counts that lie within `plus_minus` of the truth."""


@dataclass(frozen=True, slots=True)
class Budget:
    """The privacy that is spent once and for all on each person (Dwork & Roth 2014, definition 2.4).

    Whatever an attacker knows, no conclusion about a person becomes more than e^`epsilon` times as
    likely, or less likely by that, because this person took part; but for a probability of `delta`.
    With `delta` 0 the noise is Laplace's, else Gauss's, both on whole numbers (Ghosh et al. 2009;
    Canonne, Kamath & Steinke 2020). A person counts in at most `answers` answers, drawn at random:
    the noise grows with this number, and must not depend on the data.

    Raises `OptionError` for values that protect nobody or mean nothing.

    >>> Budget(1.0).answers
    20
    """

    epsilon: float
    delta: float = DELTA
    answers: int = ANSWERS

    def __post_init__(self) -> None:
        if not 0 < self.epsilon <= LARGEST_EPSILON:
            raise OptionError(
                english(
                    "epsilon is {given}; it must be above 0 and at most {most}: 1 is usual",
                    given=_written(self.epsilon),
                    most=_written(LARGEST_EPSILON),
                )
            )
        if not 0 <= self.delta <= LARGEST_DELTA:
            raise OptionError(
                english(
                    "delta is {given}; it must be 0, or at most {most}",
                    given=_written(self.delta),
                    most=_written(LARGEST_DELTA),
                )
            )
        if self.answers < 1:
            raise OptionError(
                english(
                    "a person counts in {given} answers; it must be 1 or more", given=self.answers
                )
            )


@dataclass(frozen=True, slots=True)
class Noise:
    """What was added to each count, and what that costs: the spent `budget` is never more than asked.

    `scale` is the parameter of the distribution: b of Laplace's, sigma of Gauss's. 95 counts of 100
    lie within `plus_minus` of the truth.
    """

    kind: Literal["laplace", "gauss"]
    scale: float
    plus_minus: int
    budget: Budget


def _written(number: float) -> str:
    return f"{number:g}" if math.isfinite(number) else str(number)
