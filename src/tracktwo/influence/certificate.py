"""Proof that a map has one equilibrium, and how far a run can still be from it.

Banach's fixed-point theorem in a weighted maximum norm: if no step can stretch the distance of two
states by more than q < 1, there is exactly one equilibrium, every start leads to it, and after a step
of size d the rest of the way is at most d q / (1 - q). For links W, memory m (0 or 1) and a transfer
function no steeper than c, and for any positive weights v,

    q = c * max_j  sum_i (|W[i, j]| + m [i = j]) v[i] / v[j].

The Perron vector of |W| makes q least. Where that is not below 1 a run may still be proven to be near
an equilibrium, by the Newton-Kantorovich theorem, but not that it is the only one.

Sources: Knight, Lloyd & Penn 2014, Linear and sigmoidal fuzzy cognitive maps; Harmati, Hatwagner &
Koczy 2021, Global stability of fuzzy cognitive maps; Ortega 1968, The Newton-Kantorovich theorem.
"""

from dataclasses import dataclass
from math import inf, sqrt

import numpy as np

from tracktwo._typing import Flags, Floats
from tracktwo.influence.dynamics import Dynamics

ROUNDS = 60
EVERYWHERE = 1e-3
"""A trace of a link from everything to everything keeps the Perron vector positive."""


@dataclass(frozen=True, eq=False)
class Certificate:
    """`contraction` is q: below 1 the equilibrium is unique; infinite where the function jumps.

    `norm` (n,) are the weights v of the norm in which that holds, 1 for concepts that are held.
    """

    contraction: float
    norm: Floats

    @property
    def is_unique(self) -> bool:
        return self.contraction < 1

    def bound(self, change: Floats) -> float:
        """How far any concept can still move after a last step that changed them by so much."""
        if not self.is_unique:
            return inf
        size = np.max(np.abs(change) / self.norm, initial=0.0)
        left = size * self.contraction / (1 - self.contraction)
        return float(left * self.norm.max(initial=0.0))


def certify(matrix: Floats, dynamics: Dynamics, *, held: Flags) -> Certificate:
    """The certificate of links `matrix` (n, n), [i, j] the effect of i on j, where some are held.

    >>> certify(np.array([[0, 1.0], [1.0, 0]]), Dynamics(), held=np.zeros(2, bool)).contraction
    0.25
    """
    norm = np.ones(len(matrix))
    free = ~held
    if not free.any():
        return Certificate(0.0, norm)
    moved = dynamics.pushes(np.abs(matrix[np.ix_(free, free)]))[0].T
    norm[free] = _perron(moved)
    stretch = float(np.max(moved @ norm[free] / norm[free]))
    steepest = dynamics.transfer.steepest
    return Certificate(steepest * stretch if stretch else 0.0, norm)


def local_bound(matrix: Floats, a: Floats, dynamics: Dynamics, *, held: Flags) -> float:
    """How far from a state `a` (n,) there is an equilibrium for certain; infinite where none is proven."""
    free = ~held
    if not free.any():
        return 0.0
    pushes, constant = dynamics.pushes(matrix)
    moved = dynamics.transfer.of(a @ pushes + constant)
    left = (moved - a)[free]
    if not dynamics.transfer.is_smooth:
        return 0.0 if not left.any() else inf
    jacobian = dynamics.transfer.slope(moved[free])[:, None] * pushes[np.ix_(free, free)].T
    try:
        inverse = np.linalg.inv(np.eye(len(left)) - jacobian)
    except np.linalg.LinAlgError:
        return inf
    newton = float(np.abs(inverse @ left).max())
    most = np.abs(pushes[:, free]).sum(axis=0).max()
    stretch = float(np.abs(inverse).sum(axis=1).max() * dynamics.transfer.bend * most**2)
    if not 2 * stretch * newton <= 1:  # nor where a slope without bound leaves it open
        return inf
    # (1 - sqrt(1 - 2h)) / stretch, written so that it does not cancel where h is small
    return 2 * newton / (1 + sqrt(1 - 2 * stretch * newton))


def _perron(matrix: Floats) -> Floats:
    """A positive vector near the leading eigenvector of a non-negative matrix."""
    n = len(matrix)
    spread = EVERYWHERE * max(float(matrix.max()), 1e-12)
    vector = np.ones(n)
    for _ in range(ROUNDS):
        moved = matrix @ vector + spread * vector.sum()
        vector = (
            vector + moved / moved.max()
        ) / 2  # half kept: a ring of links would turn for ever
    return vector
