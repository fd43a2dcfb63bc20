"""What sides think of each other, as values."""

from dataclasses import dataclass
from typing import Literal

Class = Literal[
    "shared_known",
    "hidden_agreement",
    "disagreement_known",
    "hidden_disagreement",
    "contested",
    "unknown",
]
"""Six ways a statement can lie between a side that predicts and the side it predicts."""


@dataclass(frozen=True, slots=True)
class Perception:
    """What side `of` expects side `about` to answer, against what it does answer.

    For votes `actual` and `predicted` are shares that agree (of all answers, passes included); for
    ratings they are means. `error` is predicted - actual with its interval `low`, `high`: at the
    level asked for, or at a stricter one in a row where `misperceived` (see `claims`).
    `misperceived` only where that interval, after control of the false discovery rate, excludes the
    smallest effect of interest. `of` equal to `about` is a side's picture of itself. `n_of` people
    predicted, `n_about` answered; each is None below k, and all figures are None if either is.
    """

    statement: str
    of: str
    about: str
    n_of: int | None
    n_about: int | None
    actual: float | None
    predicted: float | None
    predicted_low: float | None
    predicted_high: float | None
    error: float | None
    low: float | None
    high: float | None
    misperceived: bool
    kind: Class


@dataclass(frozen=True, slots=True)
class Pair:
    """One side's picture of another over all `statements` with figures.

    `accuracy`: 1 - mean absolute error as a share of the scale. `bias`: mean error towards
    difference, as a share of the scale (positive: `of` thinks `about` more distant from itself than
    it is). `exaggeration`: predicted difference over real difference (1: true; None where the sides
    hardly differ). Sampling noise is taken out of all three, each has an interval (see `pairs`).
    A side's picture of itself has an accuracy only.
    """

    of: str
    about: str
    statements: int
    accuracy: float | None
    accuracy_low: float | None
    accuracy_high: float | None
    bias: float | None
    bias_low: float | None
    bias_high: float | None
    exaggeration: float | None
    exaggeration_low: float | None
    exaggeration_high: float | None


@dataclass(frozen=True, slots=True)
class Perceptions:
    """All rows by statement, then side that predicts, then side predicted; pairs in the same order."""

    perceptions: tuple[Perception, ...]
    pairs: tuple[Pair, ...]
