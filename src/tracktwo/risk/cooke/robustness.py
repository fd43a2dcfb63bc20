"""What hangs on one expert or one seed question: the model without each of them."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from tracktwo._typing import Floats
from tracktwo.errors import OptionError
from tracktwo.risk.cooke.model import Choice, ClassicalModel, Scored, classical_model, weighted
from tracktwo.risk.cooke.scores import OVERSHOOT
from tracktwo.risk.cooke.seeds import Seeds


@dataclass(frozen=True, eq=False)
class WithoutSeeds:
    """The model without some questions, one row a set left out.

    `left_out` names the questions; `weights` (c, n), `alpha` (c,), and the pool's calibration and
    information (c,) over the questions that are left.
    """

    left_out: tuple[tuple[str, ...], ...]
    weights: Floats
    alpha: Floats
    pool_calibration: Floats
    pool_information: Floats


def without_seeds(
    seeds: Seeds,
    *,
    count: int = 1,
    weights: Choice = "global",
    alpha: float | None = None,
    overshoot: float = OVERSHOOT,
) -> WithoutSeeds:
    """The model without every set of `count` questions, all sets at once.

    Only counts of truths and means of information change, so the distributions are built once.
    Raises `OptionError` where no question would be left, or none that some expert answered.

    >>> answers = np.array([[[1.0, 3, 5], [2, 4, 6]], [[1.5, 2.5, 3], [3, 5, 9]]])
    >>> found = without_seeds(Seeds(("a", "b"), ("q", "r"), answers, np.array([2.0, 4.5])))
    >>> found.left_out, found.weights.round(2).tolist()
    ((('q',), ('r',)), [[0.73, 0.27], [0.02, 0.98]])
    """
    if not 1 <= count < len(seeds.questions):
        raise OptionError(f"{count} of {len(seeds.questions)} seed questions cannot be left out")
    sets = list(combinations(range(len(seeds.questions)), count))
    kept = np.ones((len(sets), len(seeds.questions)), np.bool_)
    kept[np.arange(len(sets))[:, None], np.array(sets)] = False
    found = weighted(Scored.of(seeds, overshoot), kept, weights=weights, alpha=alpha)
    return WithoutSeeds(
        tuple(tuple(seeds.questions[place] for place in one) for one in sets),
        found.weights,
        found.alpha,
        found.pool_calibration,
        found.pool_information,
    )


def without_each_expert(
    seeds: Seeds,
    *,
    weights: Choice = "global",
    alpha: float | None = None,
    overshoot: float = OVERSHOOT,
) -> tuple[ClassicalModel, ...]:
    """The model without each expert in turn; ranges that were not agreed are set anew."""
    if len(seeds.experts) < 2:
        raise OptionError("with one expert nobody can be left out")
    return tuple(
        classical_model(
            seeds.without_expert(expert), weights=weights, alpha=alpha, overshoot=overshoot
        )
        for expert in seeds.experts
    )
