"""The decision maker: quantiles of the linear pool of experts' distributions."""

from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Flags, Floats
from tracktwo.errors import OptionError
from tracktwo.risk.cooke.scores import OVERSHOOT, from_scale, ranges, to_scale, with_ends
from tracktwo.risk.cooke.seeds import Seeds


@dataclass(frozen=True, eq=False)
class Distributions:
    """Every expert's distribution of every question at all places where any of them bends.

    `places` (m, K) ascending, on the scale of the question; `below` (m, n, K) the probability that
    each expert gives to what lies below, 0 for one who did not answer; `answered` (n, m).
    Between quantiles a distribution is uniform, so between places it is a straight line.
    """

    places: Floats
    below: Floats
    answered: Flags

    @classmethod
    def of(cls, seeds: Seeds, ends: Floats) -> "Distributions":
        bends = with_ends(to_scale(seeds.quantiles, seeds.is_log), ends)
        bends = np.where(seeds.answered[..., None], bends, ends[None, :, :1])
        places = np.sort(bends.transpose(1, 0, 2).reshape(len(ends), -1), axis=1)
        from_, to = bends[..., :-1, None], bends[..., 1:, None]
        wide = np.where(to > from_, to - from_, 1.0)
        passed = np.clip((places[None, :, None] - from_) / wide, 0, 1)
        below = (seeds.bins[:, None] * passed).sum(axis=2) * seeds.answered[..., None]
        return cls(places, np.ascontiguousarray(below.transpose(1, 0, 2)), seeds.answered)

    def quantiles(self, weights: Floats, probabilities: tuple[float, ...]) -> Floats:
        """Quantiles of pools, (a, m, q), for weights (a, n) or, by question, (a, m, n).

        Weights are made to sum to 1 over those who answered a question; nan where they are all 0.
        """
        by_question = weights[:, None, :] if weights.ndim == 2 else weights
        held = by_question * self.answered.T
        total = held.sum(axis=2, keepdims=True)
        shares = np.divide(held, total, out=np.zeros_like(held), where=total > 0)
        pooled = (shares.transpose(1, 0, 2) @ self.below).transpose(1, 0, 2)
        found = np.stack([self._inverse(pooled, p) for p in probabilities], axis=-1)
        return np.where(total > 0, found, np.nan)

    def _inverse(self, pooled: Floats, probability: float) -> Floats:
        """Where the pool reaches a probability, (a, m), by interpolation between two places."""
        last = pooled.shape[-1] - 1
        right = np.clip((pooled < probability).sum(axis=-1), 1, last)[..., None]
        places = np.broadcast_to(self.places, pooled.shape)
        low, high = (np.take_along_axis(pooled, at, -1)[..., 0] for at in (right - 1, right))
        from_, to = (np.take_along_axis(places, at, -1)[..., 0] for at in (right - 1, right))
        share = np.divide(probability - low, high - low, out=np.zeros_like(low), where=high > low)
        return np.asarray(from_ + np.clip(share, 0, 1) * (to - from_))


def decision_maker(
    seeds: Seeds, *, weights: Floats | None = None, overshoot: float = OVERSHOOT
) -> Floats:
    """Quantiles of the pool of all experts, (m, q), with equal weights or those given, (n,).

    Each expert's distribution is uniform between the quantiles and the ends of the range; the pool
    is their weighted mean; its quantiles are read off between all answers. Where an expert did not
    answer, the others' weights are made to sum to 1. Raises `OptionError` for weights that do not
    fit, or are all 0.

    >>> seeds = Seeds(("a", "b"), ("q",), np.array([[[1.0, 2, 3]], [[2.0, 3, 4]]]), np.array([2.0]))
    >>> decision_maker(seeds).round(3).tolist()
    [[1.079, 2.5, 3.921]]
    """
    given = np.ones(len(seeds.experts)) if weights is None else np.asarray(weights, np.float64)
    if len(given) != len(seeds.experts) or (given < 0).any() or not given.sum() > 0:
        raise OptionError("weights are one an expert, none below 0 and not all 0")
    pools = Distributions.of(seeds, ranges(seeds, overshoot=overshoot))
    return from_scale(pools.quantiles(given[None], seeds.probabilities)[0], seeds.is_log)
