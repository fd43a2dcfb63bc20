"""From a register, estimates and seed questions to what the sides fear alike and what one fears more."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from tracktwo._typing import Floats
from tracktwo.errors import OptionError
from tracktwo.risk.compare import compare, finding
from tracktwo.risk.cooke import Seeds
from tracktwo.risk.estimates import QUANTITIES, Estimates, Quantity, of
from tracktwo.risk.feedback import change
from tracktwo.risk.four_point import CREDENCE, Intervals, at_credence
from tracktwo.risk.pools import KINDS, Kind
from tracktwo.risk.register import Register, Risk
from tracktwo.risk.resampled import Side
from tracktwo.risk.result import (
    Assessment,
    Finding,
    QuantityFigures,
    RiskFigures,
    Settings,
    SideFigures,
    Weighting,
)
from tracktwo.risk.scores import Score, brier
from tracktwo.risk.weights import Weights, effective_number, weights_of

MARGIN = 0.2
"""Share of the scale within which two sides are said to see a quantity alike."""


def assess(
    register: Register,
    estimates: Estimates,
    *,
    seeds: Seeds | None = None,
    pool: Kind = "linear",
    weights: Weighting = "equal",
    k: int = 3,
    credence: float = CREDENCE,
    margin: float = MARGIN,
    level: float = 0.95,
    seed: int = 0,
) -> Assessment:
    """What the sides' last estimates say of every risk, side by side and against each other.

    A risk that is estimated but not in the register is taken into it as an id without a text.
    Nothing is told that rests on fewer than `k` experts of a side. Intervals over experts come from
    `seed`; the same input gives the same figures. Raises `OptionError` for an option that does not
    fit, such as Cooke's weights without seed questions.

    >>> from tracktwo.risk import Estimate
    >>> rows = [
    ...     Estimate("war", f"{side}{n}", side, 1, "likelihood", 0.1, at + n / 100, 0.9)
    ...     for side, at in (("north", 0.2), ("south", 0.7))
    ...     for n in range(8)
    ... ]
    >>> found = assess(Register(), Estimates(tuple(rows))).risks[0]
    >>> round(found.quantities[0].comparisons[0].difference, 2), found.findings[0].side
    (-0.5, 'south')
    """
    settings = Settings(pool, weights, k, credence, margin, level, seed)
    _check(settings)
    whole = _with_all(register, estimates)
    weighting = weights_of(estimates, seeds, weights)
    work = _Work(estimates, settings, weighting)
    risks = tuple(work.risk(risk.id) for risk in whole.risks)
    return Assessment(
        whole, estimates.sides, risks, settings,
        weighting.shares(k), _scores(whole, risks, estimates.sides, settings),
    )  # fmt: skip


@dataclass(frozen=True)
class _Work:
    """What every step needs at hand."""

    estimates: Estimates
    settings: Settings
    weights: Weights

    def risk(self, risk: str) -> RiskFigures:
        found = [self.quantity(risk, one) for one in QUANTITIES]
        quantities = tuple(one for one in found if one is not None)
        return RiskFigures(risk, quantities, tuple(self._findings(quantities)))

    def _findings(self, quantities: Sequence[QuantityFigures]) -> Iterator[Finding]:
        for pair in combinations(self.estimates.sides, 2):
            rows = [
                row for one in quantities for row in one.comparisons if (row.one, row.other) == pair
            ]
            yield finding(*pair, rows)

    def quantity(self, risk: str, quantity: Quantity) -> QuantityFigures | None:
        rows = of(self.estimates.latest, risk, quantity)
        if not rows:
            return None
        scale = self.estimates.scale(risk, quantity)
        given = {
            side: at_credence(
                [one for one in rows if one.side == side], scale, credence=self.settings.credence
            )
            for side in self.estimates.sides
        }
        figures = {side: self._figures(risk, quantity, side, own) for side, own in given.items()}
        compared = tuple(
            compare(
                (figures[one], self._side(risk, quantity, given[one])),
                (figures[other], self._side(risk, quantity, given[other])),
                self.settings,
            )
            for one, other in combinations(given, 2)
        )
        return QuantityFigures(quantity, tuple(figures.values()), compared)

    def _figures(self, risk: str, quantity: Quantity, side: str, own: Intervals) -> SideFigures:
        k = self.settings.k
        if own.n < k:
            return SideFigures(side, own.n if k == 1 else None)
        beside = self._beside(risk, quantity, own)
        pools = self._side(risk, quantity, own)
        if not rests_on_enough(pools.weights, k):
            return SideFigures(side, own.n, beside=beside)
        low, high = (float(pools.pool(ends, pools.weights)) for ends in (own.low, own.high))
        spread = float(own.best.std(ddof=1)) if own.n > 1 else None
        moved = change(self.estimates, risk, quantity, side=side, k=k)
        return SideFigures(side, own.n, low, pools.value, high, spread, beside, moved)

    def _side(
        self,
        risk: str,
        quantity: Quantity,
        own: Intervals,
        *,
        kind: Kind | None = None,
        weighting: Weighting | None = None,
    ) -> Side:
        chosen = self.weights.of(own.expert, weighting or self.settings.weights)
        scale = self.estimates.scale(risk, quantity)
        return Side(own.best, chosen, kind or self.settings.pool, quantity, scale)

    def _beside(self, risk: str, quantity: Quantity, own: Intervals) -> Mapping[str, float]:
        """The pooled best estimate under every pool that is possible, and every weighting."""
        kinds: tuple[Kind, ...] = KINDS if quantity == "likelihood" else ("linear",)
        pools = {
            f"{kind}-{weighting}": self._side(risk, quantity, own, kind=kind, weighting=weighting)
            for kind in kinds
            for weighting in self.weights.kinds
        }
        k = self.settings.k
        return {name: one.value for name, one in pools.items() if rests_on_enough(one.weights, k)}


def rests_on_enough(weights: Floats, k: int) -> bool:
    """Whether a weighted mean rests on k people or more, whatever their weights.

    >>> rests_on_enough(np.array([1.0, 1, 1]), 3), rests_on_enough(np.array([1.0, 0, 0]), 3)
    (True, False)
    """
    return bool(weights.sum() > 0) and effective_number(weights) > k - 1e-9


def _check(settings: Settings) -> None:
    if settings.k < 1:
        raise OptionError(f"k is {settings.k}; it must be 1 or more")
    if settings.pool not in KINDS:
        raise OptionError(f"pool {settings.pool!r} is not known; use linear or log")
    for name, value in (("margin", settings.margin), ("level", settings.level)):
        if not 0 < value < 1:
            raise OptionError(f"the {name} is {value:g}; it must lie between 0 and 1")


def _with_all(register: Register, estimates: Estimates) -> Register:
    """The register with every risk that is estimated."""
    more = tuple(
        Risk(id_, scale=estimates.scale(id_, "severity"))
        for id_ in estimates.risks
        if id_ not in register.ids
    )
    return Register(register.risks + more)


def _scores(
    register: Register, risks: Sequence[RiskFigures], sides: Sequence[str], settings: Settings
) -> dict[str, Score]:
    """How near each side's pooled likelihoods came to what happened."""
    scores = {}
    for side in sides:
        said = [
            (figures.best, outcome)
            for one in risks
            if (outcome := register[one.risk].outcome) is not None
            and (likelihood := one.of("likelihood")) is not None
            and (figures := likelihood.of(side)).best is not None
        ]
        scores[side] = brier(
            np.array([best for best, _ in said], np.float64),
            np.array([outcome for _, outcome in said], np.bool_),
            seed=settings.seed,
            level=settings.level,
        )
    return scores
