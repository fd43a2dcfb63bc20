"""How much each expert counts inside the side: all alike, or by seed questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Floats
from tracktwo.errors import OptionError
from tracktwo.risk.cooke import Seeds, classical_model, weights_of_sides
from tracktwo.risk.estimates import Estimates
from tracktwo.risk.result import Weighting


@dataclass(frozen=True)
class Weights:
    """Weights by expert, for computing; what is told of them is a share by side.

    `by_seeds` is None without seed questions; who answered none of those has no weight in it.
    """

    side_of: Mapping[str, str]
    by_seeds: Mapping[str, float] | None = None

    @property
    def kinds(self) -> tuple[Weighting, ...]:
        return ("equal",) if self.by_seeds is None else ("equal", "cooke")

    def of(self, experts: Sequence[str], kind: Weighting) -> Floats:
        """Weights of some experts, of any sum, (n,)."""
        if kind == "equal":
            return np.ones(len(experts))
        known = self.by_seeds or {}
        return np.array([known.get(one, 0.0) for one in experts], np.float64)

    def shares(self, k: int) -> dict[str, float] | None:
        """Each side's share of all weight; None where a side has fewer than k who answered."""
        if self.by_seeds is None:
            return None
        sides = [self.side_of[one] for one in self.by_seeds]
        if any(sides.count(side) < k for side in set(self.side_of.values())):
            return None
        return weights_of_sides(np.array(list(self.by_seeds.values())), sides)


def weights_of(estimates: Estimates, seeds: Seeds | None, kind: Weighting) -> Weights:
    """Weights of everybody who estimates.

    Calibration and information are those of all experts together, within the same ranges. There is
    no cut-off below which weights are 0: it would silence people, and sometimes a side.
    """
    side_of = {one.expert: one.side for one in estimates.rows}
    if kind not in ("equal", "cooke"):
        raise OptionError(f"weights {kind!r} are not known; use equal or cooke")
    if seeds is None:
        if kind == "cooke":
            raise OptionError("Cooke's weights need seed questions; give a folder with seeds.csv")
        return Weights(side_of)
    found = classical_model(seeds, alpha=0)
    by_seeds = dict(zip(seeds.experts, found.weights.tolist(), strict=True))
    return Weights(side_of, {one: weight for one, weight in by_seeds.items() if one in side_of})


def effective_number(weights: Floats) -> float:
    """On how many people a weighted mean rests: (sum w)^2 / sum w^2 (Kish 1965).

    >>> effective_number(np.array([1.0, 1, 1])), effective_number(np.array([1.0, 0, 0]))
    (3.0, 1.0)
    """
    squares = float((weights**2).sum())
    return float(weights.sum()) ** 2 / squares if squares > 0 else 0.0
