"""Votes from positions: the graded response model that ideal-point methods assume."""

import numpy as np

from tracktwo._typing import Floats, Floats32


def graded_votes(rng: np.random.Generator, leaning: Floats, passing: float) -> Floats32:
    """1, 0 or -1 for each leaning, with logistic noise; within +-`passing` of even, a pass.

    >>> graded_votes(np.random.default_rng(1), np.array([9.0, 0.0, -9.0]), 4.0).tolist()
    [1.0, 0.0, -1.0]
    """
    felt = leaning + rng.logistic(size=len(leaning))
    return (np.sign(felt) * (np.abs(felt) > passing)).astype(np.float32)
