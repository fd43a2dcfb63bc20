"""The difference between two sides' pooled estimates, with an interval over experts."""

from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Floats
from tracktwo.dialogue import Scale
from tracktwo.risk.estimates import Quantity
from tracktwo.risk.pools import Kind, mean, pooled

DRAWS = 4000
IMAGINED = 0.1
"""An imagined expert this share of the scale away: a few equal guesses do not count as certainty."""


@dataclass(frozen=True, eq=False)
class Side:
    """One side's best estimates of a quantity, (n,), their weights, and how they are pooled."""

    best: Floats
    weights: Floats
    kind: Kind
    quantity: Quantity
    scale: Scale

    @property
    def n(self) -> int:
        return len(self.best)

    def pool(self, values: Floats, weights: Floats) -> Floats:
        """Pools over the last axis: only probabilities have odds to average."""
        if self.quantity == "likelihood":
            return pooled(values, weights, kind=self.kind)
        return mean(values, weights)

    @property
    def value(self) -> float:
        return float(self.pool(self.best, self.weights))


def difference(
    one: Side, other: Side, *, seed: int, level: float = 0.95
) -> tuple[float, float, float]:
    """What `one` says above `other`, with the ends of a bootstrap interval over experts.

    Experts of each side are drawn with replacement and pooled again. A plain bootstrap of few is
    too sure of itself, so each side's scatter is stretched by sqrt(n / (n - 1)) t / z, as if read
    from Student's t (Hesterberg 2015), and one imagined expert a tenth of the scale away adds to it.
    No test is made of it: with so few experts a p value would be a number without a population.

    >>> three = Side(np.array([0.2, 0.3, 0.4]), np.ones(3), "linear", "likelihood", Scale("rating", 0, 1))
    >>> [round(one, 1) for one in difference(three, three, seed=1)]
    [0.0, -0.4, 0.4]
    """
    rng = np.random.default_rng(seed)
    gap = one.value - other.value
    drawn = _scatter(one, rng, level) - _scatter(other, rng, level)
    low, high = np.quantile(gap + drawn, ((1 - level) / 2, (1 + level) / 2)).tolist()
    return gap, max(low, -one.scale.width), min(high, one.scale.width)


def stretch(n: int, level: float) -> float:
    """By how much the bootstrap scatter of a mean of n is widened: 1 for many, 2.7 for three.

    >>> round(stretch(3, 0.95), 2), round(stretch(14, 0.95), 2)
    (2.69, 1.14)
    """
    from scipy.stats import norm, t

    tail = (1 + level) / 2
    return float(np.sqrt(n / (n - 1)) * t.ppf(tail, n - 1) / norm.ppf(tail))


def _scatter(side: Side, rng: np.random.Generator, level: float) -> Floats:
    """Deviations of resampled pools from the pool, widened for a small number."""
    if side.n < 2:  # one person says nothing of how others on the side would differ
        return rng.uniform(-side.scale.width, side.scale.width, DRAWS)
    who = rng.integers(0, side.n, (DRAWS, side.n))
    weights = side.weights[who]
    someone = weights.sum(axis=1) > 0
    safe = np.where(someone[:, None], weights, 1.0)
    pools = np.where(someone, side.pool(side.best[who], safe), side.value)
    imagined = rng.normal(0, IMAGINED * side.scale.width / side.n, DRAWS)
    return np.asarray((pools - side.value + imagined) * stretch(side.n, level))
