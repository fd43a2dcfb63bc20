"""Problems drawn at random, with every kind of condition, and sides that largely want different things."""

import numpy as np

from tracktwo.convergence.conditions import Row
from tracktwo.convergence.problem import Problem

AGAINST = -0.4
"""Correlation between what options are worth to two parties."""


def drawn(options: int, seed: int, *, parties: int = 2, unit: int = 1) -> Problem:
    """Values around 20 points, about 40 in a hundred below 0; costs, counts, exclusions, needs."""
    rng = np.random.default_rng(seed)
    shared = np.full((parties, parties), AGAINST / (parties - 1))
    np.fill_diagonal(shared, 1.0)
    values = rng.multivariate_normal(np.full(parties, 20.0), shared * 80.0**2, options).T
    ids = tuple(f"o{n:03}" for n in range(options))
    return Problem(
        ids,
        tuple("abcde"[:parties]),
        np.rint(values * unit).astype(np.int64),
        (0,) * parties,
        (unit,) * parties,
        unit,
        tuple(_rows(options, rng)),
    )


def _rows(options: int, rng: np.random.Generator):
    cost = rng.integers(1, 20, options).tolist()
    yield Row("budget", tuple(cost), int(sum(cost) * 0.45))
    yield Row("count", (1,) * options, max(2, options // 3))
    for kind, other, most in (("excludes", 1, 1), ("needs", -1, 0)):
        for n in range(options // 5):
            one, two = rng.choice(options, 2, replace=False).tolist()
            weights = [0] * options
            weights[one], weights[two] = 1, other
            yield Row(f"{kind}{n}", tuple(weights), most)
