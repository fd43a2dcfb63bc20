"""Weights from seed questions, the cut-off that serves best, and the pool they make."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from tracktwo._typing import Flags, Floats, Longs
from tracktwo.errors import OptionError
from tracktwo.risk.cooke.pooled import Distributions
from tracktwo.risk.cooke.scores import (
    OVERSHOOT,
    bin_of,
    calibration,
    from_scale,
    information_of,
    ranges,
    to_scale,
)
from tracktwo.risk.cooke.seeds import Seeds

Choice = Literal["global", "item"]
"""Whether weights use an expert's mean information, or that of each question."""


@dataclass(frozen=True, eq=False)
class ClassicalModel:
    """What the classical model makes of seed questions, with equal weights beside it.

    `calibration`, `information`, `weights` are (n,), the last summing to 1 (for item weights, over
    questions). `alpha` is the calibration below which weights are 0. `quantiles` (m, q) are the
    pool's, `pool_calibration` and `pool_information` its scores; the same with equal weights in
    `equal_...`. Calibration and weights of persons are for computing, not for showing.
    """

    calibration: Floats
    information: Floats
    weights: Floats
    alpha: float
    quantiles: Floats
    pool_calibration: float
    pool_information: float
    equal_quantiles: Floats
    equal_calibration: float
    equal_information: float


@dataclass(frozen=True, eq=False)
class Scored:
    """All that does not depend on which questions count: computed once, used for every subset.

    `hits` (n, m, b) one-hot bins of the truths; `information` (n, m); `pools` the distributions.
    """

    seeds: Seeds
    ends: Floats
    pools: Distributions
    hits: Longs
    information: Floats

    @classmethod
    def of(cls, seeds: Seeds, overshoot: float) -> "Scored":
        ends = ranges(seeds, overshoot=overshoot)
        answers = to_scale(seeds.quantiles, seeds.is_log)
        return cls(
            seeds,
            ends,
            Distributions.of(seeds, ends),
            bin_of(seeds.quantiles, seeds.truth),
            information_of(answers, ends, seeds.bins),
        )

    def of_experts(self, kept: Flags) -> tuple[Floats, Floats]:
        """Calibration and mean information by subset of questions, (c, n) each, `kept` (c, m)."""
        counts = np.einsum("cm,nmb->cnb", kept.astype(np.int64), self.hits)
        answered = counts.sum(axis=2)
        if (answered == 0).any():
            raise OptionError("an expert answered none of the seed questions that are left")
        fewest = answered.min(axis=1)
        fits = calibration(counts, self.seeds.bins, n=fewest[:, None])
        total = kept @ np.nan_to_num(self.information).T
        return fits, total / answered

    def of_pools(self, quantiles: Floats, kept: Flags) -> tuple[Floats, Floats]:
        """Calibration and mean information of pools (c, a, m, q) over the questions kept (c, m)."""
        truth = to_scale(self.seeds.truth[:, None], self.seeds.is_log)[:, 0]
        hits = bin_of(quantiles, truth) * kept[:, None, :, None]
        counts = hits.sum(axis=2)
        known = counts.sum(axis=2)
        fewest = (kept.astype(np.int64) @ self.seeds.answered.T).min(axis=1)
        at_least_one = np.where(known[..., None] > 0, counts, 1)
        fits = calibration(at_least_one, self.seeds.bins, n=fewest[:, None])
        told = np.nan_to_num(information_of(quantiles, self.ends, self.seeds.bins))
        total = (told * (kept[:, None] & ~np.isnan(quantiles).any(axis=3))).sum(axis=2)
        return np.where(known > 0, fits, 0), total / np.maximum(known, 1)


@dataclass(frozen=True, eq=False)
class Weighted:
    """Per subset of questions: scores of experts (c, n), the weights chosen, alpha and the pool."""

    calibration: Floats
    information: Floats
    weights: Floats
    alpha: Floats
    quantiles: Floats
    pool_calibration: Floats
    pool_information: Floats


def classical_model(
    seeds: Seeds,
    *,
    weights: Choice = "global",
    alpha: float | None = None,
    overshoot: float = OVERSHOOT,
) -> ClassicalModel:
    """Cooke's classical model, with equal weights beside it.

    Weight = calibration x information for who is calibrated at least `alpha`, else 0. Without an
    `alpha` every expert's calibration is tried as one, and that taken whose pool has the largest
    calibration x information on the seed questions (the lowest, where two serve alike). Raises
    `OptionError` where nobody carries weight.

    >>> answers = np.array([[[1.0, 3, 5], [2, 4, 6]], [[2.0, 2.5, 3], [7, 8, 9]]])
    >>> found = classical_model(Seeds(("a", "b"), ("q", "r"), answers, np.array([2.0, 4.5])))
    >>> found.weights.round(3).tolist(), round(found.alpha, 3)
    ([1.0, 0.0], 0.936)
    """
    scored = Scored.of(seeds, overshoot)
    everything = np.ones((1, len(seeds.questions)), np.bool_)
    found = weighted(scored, everything, weights=weights, alpha=alpha)
    equal = scored.pools.quantiles(np.ones((1, len(seeds.experts))), seeds.probabilities)
    fits, told = scored.of_pools(equal[None], everything)
    return ClassicalModel(
        found.calibration[0],
        found.information[0],
        found.weights[0],
        float(found.alpha[0]),
        from_scale(found.quantiles[0], seeds.is_log),
        float(found.pool_calibration[0]),
        float(found.pool_information[0]),
        from_scale(equal[0], seeds.is_log),
        float(fits[0, 0]),
        float(told[0, 0]),
    )


def weighted(
    scored: Scored, kept: Flags, *, weights: Choice = "global", alpha: float | None = None
) -> Weighted:
    """The model for many subsets of questions at once: `kept` (c, m)."""
    fits, told = scored.of_experts(kept)
    cuts = np.sort(fits, axis=1) if alpha is None else np.full((len(fits), 1), alpha)
    raw = np.where(fits[:, None, :] >= cuts[:, :, None], fits[:, None, :], 0.0)
    if not ((raw * told[:, None, :]).sum(axis=2).max(axis=1) > 0).all():
        raise OptionError(
            "no expert carries weight on the seed questions; lower alpha or use equal weights"
        )
    flat = _by_question(raw, told, scored, weights)
    found = scored.pools.quantiles(flat, scored.seeds.probabilities)
    quantiles = found.reshape(*raw.shape[:2], *found.shape[1:])
    pool_fits, pool_told = scored.of_pools(quantiles, kept)
    best = (pool_fits * pool_told).argmax(axis=1)
    chosen = np.arange(len(fits)), best
    combined = raw[chosen] * told
    return Weighted(
        fits, told, combined / combined.sum(axis=1, keepdims=True), cuts[chosen],
        quantiles[chosen], pool_fits[chosen], pool_told[chosen],
    )  # fmt: skip


def _by_question(raw: Floats, told: Floats, scored: Scored, weights: Choice) -> Floats:
    """Weights of every cut-off of every subset in a row: (c a, n), or (c a, m, n) by question."""
    if weights == "global":
        return (raw * told[:, None, :]).reshape(-1, raw.shape[-1])
    if weights == "item":
        by_question = raw[:, :, None, :] * np.nan_to_num(scored.information).T
        return by_question.reshape(-1, *by_question.shape[2:])
    raise OptionError(f"weights {weights!r} are not known; use global or item")


def weights_of_sides(weights: Floats, sides: Sequence[str]) -> dict[str, float]:
    """What share of all weight each side's experts carry together; `sides` is one an expert.

    >>> weights_of_sides(np.array([0.5, 0.2, 0.3]), ("north", "south", "north"))
    {'north': 0.8, 'south': 0.2}
    """
    total = float(np.sum(weights))
    return {
        side: float(sum(w for w, one in zip(weights, sides, strict=True) if one == side)) / total
        for side in dict.fromkeys(sides)
    }
