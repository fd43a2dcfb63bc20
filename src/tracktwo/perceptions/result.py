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


@dataclass(frozen=True, slots=True)
class MetaPerception:
    """What side `of` believes that side `expected_by` expects of it, against what that one expects.

    In the words of Laing, Phillipson & Lee (1966): `believed` against `expected` is whether `of`
    realises how it is seen, `believed` against `actual` (what `of` itself answers) whether it feels
    understood, `expected` against `actual` whether it is. Shares that agree, or mean ratings.

    `error` is believed - expected with its interval `low`, `high`: at the level asked for, or at a
    stricter one in a row where `misperceived`, which is claimed as in `Perception`, over these rows
    together. `n_of` people said what they believe, `n_by` what they expect; each is None below k,
    and all figures are None if either is. `actual` is also None where fewer than k answered.
    """

    statement: str
    of: str
    expected_by: str
    n_of: int | None
    n_by: int | None
    actual: float | None
    expected: float | None
    believed: float | None
    believed_low: float | None
    believed_high: float | None
    error: float | None
    low: float | None
    high: float | None
    misperceived: bool


@dataclass(frozen=True, slots=True)
class MetaPair:
    """How far a side thinks it is misread by another, and how far it is, over all `statements`.

    `felt`: mean |believed - actual|, how far off `of` thinks the picture is that `expected_by` has
    of it. `real`: mean |expected - actual|, how far off it is. `excess`: felt - real; above 0, `of`
    thinks it is misread more than it is. All as shares of the scale, sampling noise taken out, each
    with an interval (see `misread`).
    """

    of: str
    expected_by: str
    statements: int
    felt: float | None
    felt_low: float | None
    felt_high: float | None
    real: float | None
    real_low: float | None
    real_high: float | None
    excess: float | None
    excess_low: float | None
    excess_high: float | None


@dataclass(frozen=True, slots=True)
class MetaPerceptions:
    """Rows by statement, then side that believes, then side that expects; pairs in that order."""

    meta_perceptions: tuple[MetaPerception, ...]
    meta_pairs: tuple[MetaPair, ...]
