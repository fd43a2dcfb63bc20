"""Succession: a scenario that does not hold together gives way to the one its own impacts point to.

Global: every descriptor whose state is not the best scored moves to the best at once. Local: only
the descriptor furthest behind moves. A state that is as good as any other stays; else the first of
the best, in the order of the matrix, is taken.
"""

from typing import Literal, get_args

import numpy as np

from tracktwo._typing import Ints
from tracktwo.errors import OptionError
from tracktwo.influence.scenarios.matrix import CrossImpactMatrix, Steps
from tracktwo.influence.scenarios.scenario import leads, sums

Succession = Literal["global", "local"]

NEVER = 1
"""A lead that makes a descriptor stay."""


def check_succession(succession: str) -> None:
    """Refuse a succession of another name with `OptionError`."""
    if succession not in get_args(Succession):
        raise OptionError(f"succession is {succession!r}; use global or local")


def successors(
    matrix: CrossImpactMatrix, places: Ints, *, succession: Succession, held: set[int]
) -> Ints:
    """What each of N scenarios, (N, D) places of states, gives way to; itself where it is consistent.

    The descriptors at `held` do not move.
    """
    column = sums(matrix, places)
    lead = leads(matrix, column, places)
    lead[sorted(held)] = NEVER
    moves = lead < 0
    if succession == "local":
        moves &= np.arange(len(lead))[:, None] == lead.argmin(axis=0)
    return np.where(moves.T, _best(matrix, column), places)


def _best(matrix: CrossImpactMatrix, column: Steps) -> Ints:
    """(N, D): the first of the best scored states of each descriptor."""
    parts = np.split(column, matrix.starts[1:-1])
    return np.stack([part.argmax(axis=0) for part in parts], axis=1).astype(np.int32)
