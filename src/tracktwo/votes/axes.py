"""The leading axes of a scatter matrix: the directions along which answers differ most."""

from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Floats
from tracktwo.errors import OptionError

CLOSE = 1e-6
"""Axes are refreshed until what is left over is this small beside the leading eigenvalue.

Measured on a million answers to a thousand statements: the first axis is then within 1e-7 of the
converged one, a second that hardly stands out from noise within 1e-4 (sines of the angles).
"""

GUARDS = 1
"""Directions carried along behind the wanted ones, for the day they overtake."""

MOST_ROUNDS = 60
"""Where axes are hard to tell apart the search ends here; `Axes.residual` then says how far it got."""

WIDEST = 24

LARGEST_SOLVED_WHOLE = 100
"""Up to this many statements all eigenvalues are computed; beyond, only the leading ones."""


@dataclass(frozen=True, eq=False)
class Axes:
    """Leading eigenvectors of a scatter matrix S.

    `directions` (m, d), orthonormal columns, largest eigenvalue first; `eigenvalues` (d,);
    `explained` (d,): share of the whole scatter. `residual`: largest |S v - eigenvalue v| as a
    share of the first eigenvalue; a direction is off by at most about that share times the first
    eigenvalue over its distance to the next one (Parlett 1998, theorem 11.7.1).
    """

    directions: Floats
    eigenvalues: Floats
    explained: Floats
    residual: float


def principal_axes(scatter: Floats, *, count: int = 2) -> Axes:
    """The `count` leading axes, each turned so that its largest entry is positive.

    >>> axes = principal_axes(np.array([[2.0, 1.0], [1.0, 2.0]]), count=1)
    >>> axes.directions.round(3).tolist(), axes.eigenvalues.round(3).tolist(), axes.explained.round(3).tolist()
    ([[0.707], [0.707]], [3.0], [0.75])
    """
    if not 1 <= count <= len(scatter):
        raise OptionError(f"{len(scatter)} statements have 1 to {len(scatter)} axes, not {count}")
    directions = leading_directions(scatter, count)
    return axes_along(scatter, directions * _signs(directions), count)


def leading_directions(scatter: Floats, count: int) -> Floats:
    """Orthonormal eigenvectors of the largest eigenvalues, (m, count), from no earlier guess."""
    if len(scatter) <= LARGEST_SOLVED_WHOLE or not scatter.any():
        return np.linalg.eigh(scatter)[1][:, ::-1][:, :count]
    from scipy.sparse.linalg import eigsh

    values, directions = eigsh(scatter, k=count, v0=_anywhere(scatter)[:, 0])
    return np.asarray(directions[:, np.argsort(-values)])


def refreshed_directions(scatter: Floats, earlier: Floats, *, count: int, close: float) -> Floats:
    """Follow earlier directions (m, d) to the leading ones of a scatter that has changed a little.

    The space they span, and one direction nobody chose so that no axis stays out of sight, is
    widened by what is left over of the first `count` until they are `close`: block Lanczos with
    restarts (Golub & Van Loan 2013, section 10.3.6). Returns d directions; a wanted one keeps its
    sense, so that a map on a screen does not flip over.
    """
    if len(scatter) <= LARGEST_SOLVED_WHOLE:
        return _same_sense(leading_directions(scatter, earlier.shape[1]), earlier)
    basis = np.linalg.qr(np.hstack([earlier, scatter @ _anywhere(scatter)]))[0]
    pulled = _pulled(scatter, basis)
    for _ in range(MOST_ROUNDS):
        values, turn = _ritz(basis, pulled)
        left_over = pulled @ turn[:, :count] - basis @ turn[:, :count] * values[:count]
        is_far = np.linalg.norm(left_over, axis=0) > close * values[0]
        if not is_far.any():
            break
        if basis.shape[1] + count > WIDEST:
            turn = turn[:, : earlier.shape[1] + 1]
            basis, pulled = basis @ turn, pulled @ turn
        more = _outside(basis, left_over[:, is_far])
        basis, pulled = np.hstack([basis, more]), np.hstack([pulled, _pulled(scatter, more)])
    return _same_sense(basis @ turn[:, : earlier.shape[1]], earlier)


def _pulled(scatter: Floats, directions: Floats) -> Floats:
    """scatter @ directions, column by column: for few columns several times faster than at once."""
    return np.stack([scatter @ direction for direction in directions.T], axis=1)


def _ritz(basis: Floats, pulled: Floats) -> tuple[Floats, Floats]:
    """Eigenvalues inside the space a basis spans, largest first, and how they turn the basis."""
    values, turn = np.linalg.eigh(basis.T @ pulled)
    return values[::-1], turn[:, ::-1]


def _outside(basis: Floats, directions: Floats) -> Floats:
    """What of some directions lies outside a basis, orthonormal (twice is enough)."""
    for _ in range(2):
        directions = np.linalg.qr(directions - basis @ (basis.T @ directions))[0]
    return np.asarray(directions)


def _anywhere(scatter: Floats) -> Floats:
    return np.asarray(np.cos(np.arange(1.0, len(scatter) + 1))[:, None])


def _same_sense(directions: Floats, earlier: Floats) -> Floats:
    return np.asarray(directions * np.where((directions * earlier).sum(axis=0) < 0, -1.0, 1.0))


def axes_along(scatter: Floats, directions: Floats, count: int) -> Axes:
    """The first `count` directions with their eigenvalues and what they leave over."""
    directions = directions[:, :count]
    pulled = _pulled(scatter, directions)
    values = (directions * pulled).sum(axis=0)
    whole = max(float(np.trace(scatter)), np.finfo(np.float64).tiny)
    left_over = np.linalg.norm(pulled - directions * values, axis=0).max()
    residual = float(left_over / values[0]) if values[0] > 0 else 0.0
    return Axes(directions, values, values / whole, residual)


def _signs(directions: Floats) -> Floats:
    largest = np.abs(directions).argmax(axis=0)
    return np.where(directions[largest, np.arange(directions.shape[1])] < 0, -1.0, 1.0)
