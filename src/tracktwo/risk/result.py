"""What the estimates of a risk say, as values: each side's, the difference, and what it amounts to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tracktwo.risk.estimates import Quantity
from tracktwo.risk.feedback import NOT_TOLD, Change
from tracktwo.risk.pools import Kind
from tracktwo.risk.register import Register
from tracktwo.risk.scores import Score

Standing = Literal["alike", "apart", "unclear", "hidden"]
"""Of a quantity between two sides: surely within the margin, surely different, neither, or not shown."""

Verdict = Literal["alike", "more", "alone", "mixed", "unclear", "hidden"]
"""Of a risk between two sides; see `Finding`."""

Weighting = Literal["equal", "cooke"]


@dataclass(frozen=True, slots=True)
class SideFigures:
    """One side's estimate of one quantity, pooled over its `n` experts.

    `low`, `best`, `high` are the pooled ends and best estimates at one credence; `spread` is the
    standard deviation of the best ones: how far the side is of two minds. `beside` has the pooled
    best estimate under every pool and weighting there is, by name (`linear-equal`, ...). `change` is
    the move between rounds. All figures are None, and `beside` is empty, below k experts; `n` alone
    is told where the weights let the pool rest on fewer than k of them.
    """

    side: str
    n: int | None
    low: float | None = None
    best: float | None = None
    high: float | None = None
    spread: float | None = None
    beside: Mapping[str, float] = field(default_factory=dict)
    change: Change = NOT_TOLD


@dataclass(frozen=True, slots=True)
class Comparison:
    """A quantity as side `one` and side `other` see it.

    `difference` is one - other with the ends of its interval over experts, `overlap` whether the
    pooled intervals meet, `within` the scatter inside the sides (root of the mean of both
    variances). `more` is the side that says more where `standing` is apart. `holds` says whether
    the standing survives leaving out any one expert (None where it is unclear). All figures are
    None where either side has fewer than k experts.
    """

    one: str
    other: str
    standing: Standing
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    overlap: bool | None = None
    within: float | None = None
    more: str = ""
    holds: bool | None = None


@dataclass(frozen=True, slots=True)
class QuantityFigures:
    """One quantity of one risk: every side's figures, and every pair of sides compared."""

    quantity: Quantity
    sides: tuple[SideFigures, ...]
    comparisons: tuple[Comparison, ...]

    def of(self, side: str) -> SideFigures:
        """The figures of a side."""
        return next(one for one in self.sides if one.side == side)


@dataclass(frozen=True, slots=True)
class Finding:
    """What both quantities together say of a risk between sides `one` and `other`.

    `alike`: both quantities are surely within the margin. `more`: `side` holds it likelier or
    graver, and in nothing the other does. `alone`: the same, and in a quantity that is apart the
    pooled intervals do not even meet. `mixed`: one holds it likelier, the other graver. `unclear`:
    too few experts or too scattered to say. `hidden`: fewer than k.
    """

    one: str
    other: str
    verdict: Verdict
    side: str = ""


@dataclass(frozen=True, slots=True)
class RiskFigures:
    """All that is known of one risk: a quantity that nobody estimated is left out."""

    risk: str
    quantities: tuple[QuantityFigures, ...]
    findings: tuple[Finding, ...]

    def of(self, quantity: Quantity) -> QuantityFigures | None:
        """The figures of a quantity, None where nobody estimated it."""
        return next((one for one in self.quantities if one.quantity == quantity), None)


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices an assessment was made with."""

    pool: Kind
    weights: Weighting
    k: int
    credence: float
    margin: float
    level: float
    seed: int


@dataclass(frozen=True, slots=True)
class Assessment:
    """The risks of a register as the sides see them.

    `weights` is each side's share of all weight under Cooke's model, None where there are no seed
    questions or a side has fewer than k experts. `scores` are Brier scores of each side's pooled
    likelihoods over the risks that are resolved.
    """

    register: Register
    sides: tuple[str, ...]
    risks: tuple[RiskFigures, ...]
    settings: Settings
    weights: Mapping[str, float] | None
    scores: Mapping[str, Score]
