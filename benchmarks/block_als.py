"""The bridging objective by plain block coordinate descent in numpy: `python block_als.py TASK FILE`.

One block after another is put at its best with the others held: mean, users' intercepts, users'
factors, statements' intercepts, statements' factors, until a round gains less than 1e-8.
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from clock import report

INTERCEPT_PENALTY, FACTOR_PENALTY = 0.15, 0.03
ENOUGH, MOST_ROUNDS = 1e-8, 3000


def fit(who: np.ndarray, what: np.ndarray, rating: np.ndarray) -> tuple[float, int]:
    """The loss reached and the rounds it took."""
    n, ratings = np.bincount(who), len(rating)
    m = np.bincount(what)
    users, statements = (n > 0).sum(), (m > 0).sum()
    ridge = ratings / np.array([users, statements])
    mean, own, theirs = 0.0, np.zeros(len(n)), np.zeros(len(m))
    lean = np.zeros(len(n))
    pull = np.random.default_rng(0).normal(0, 0.3, len(m))
    loss, last, rounds = 0.0, np.inf, 0
    while rounds < MOST_ROUNDS:
        rounds += 1
        product = lean[who] * pull[what]
        mean = (rating - own[who] - theirs[what] - product).sum() / (
            ratings * (1 + INTERCEPT_PENALTY)
        )
        rest = rating - mean - theirs[what] - product
        own = np.bincount(who, rest) / (n + INTERCEPT_PENALTY * ridge[0])
        rest = rating - mean - own[who] - theirs[what]
        lean = np.bincount(who, rest * pull[what]) / (
            np.bincount(who, pull[what] ** 2) + FACTOR_PENALTY * ridge[0]
        )
        rest = rating - mean - own[who] - lean[who] * pull[what]
        theirs = np.bincount(what, rest) / (m + INTERCEPT_PENALTY * ridge[1])
        rest = rating - mean - own[who] - theirs[what]
        pull = np.bincount(what, rest * lean[who]) / (
            np.bincount(what, lean[who] ** 2) + FACTOR_PENALTY * ridge[1]
        )
        error = ((rest - lean[who] * pull[what]) ** 2).mean()
        loss = error + INTERCEPT_PENALTY * (
            (own**2).sum() / users + (theirs**2).sum() / statements + mean**2
        )
        loss += FACTOR_PENALTY * ((lean**2).sum() / users + (pull**2).sum() / statements)
        if last - loss < ENOUGH:
            break
        last = loss
    return float(loss), rounds


def bridge(world: Mapping[str, np.ndarray]) -> None:
    rating = (world["value"].astype(np.float64) + 1) / 2

    def work() -> Mapping[str, Any]:
        loss, rounds = fit(world["participant"], world["statement"], rating)
        return {"loss": loss, "rounds": rounds}

    report(work)


if __name__ == "__main__":
    bridge(np.load(Path(sys.argv[2])))
