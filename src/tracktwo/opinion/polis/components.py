"""The leading principal components of a sparse, centred table, to machine precision."""

import numpy as np
import scipy.sparse as sp

from tracktwo._typing import Floats

SMALL = 64
"""Up to this many columns all eigenvectors are computed at once; above, only those wanted."""

NOTHING = 1e-12
"""A component with less than this share of the variance is rounding, not a direction."""

LEVEL_WITH = 1 - 1e-9
"""Loadings at least this share of the largest count as equally large when the sign is fixed."""


def leading_components(table: sp.csr_array, count: int) -> tuple[Floats, Floats]:
    """Unit eigenvectors of table'table with the largest eigenvalues, and those eigenvalues.

    Shapes (count, m) and (count,). Where the table varies in fewer directions, the missing rows are
    zero. The sign is fixed: of the loadings that are largest in size, the first is positive.

    >>> table = sp.csr_array(np.array([[3.0, -3.0], [-3.0, 3.0], [1.0, 1.0]]))
    >>> rows, values = leading_components(table, 2)
    >>> (rows * 2**0.5).round(6).tolist(), values.round(6).tolist()
    ([[1.0, -1.0], [1.0, 1.0]], [36.0, 2.0])
    """
    width = table.shape[1]
    total = float(np.square(table.data).sum())
    rows, values = np.zeros((count, width)), np.zeros(count)
    if total == 0:
        return rows, values
    found, vectors = _dense(table) if width <= SMALL else _lanczos(table, count)
    largest = [i for i in np.argsort(-found)[:count] if found[i] > NOTHING * total]
    rows[: len(largest)] = [_signed(vectors[:, i]) for i in largest]
    values[: len(largest)] = found[largest]
    return rows, values


def _dense(table: sp.csr_array) -> tuple[Floats, Floats]:
    found, vectors = np.linalg.eigh((table.T @ table).toarray())
    return found, vectors


def _lanczos(table: sp.csr_array, count: int) -> tuple[Floats, Floats]:
    """Two sparse products a step: neither the table nor table'table is ever written out."""
    from scipy.sparse.linalg import LinearOperator, eigsh

    width, turned = table.shape[1], table.T
    operator = LinearOperator(
        (width, width), matvec=lambda x: turned @ (table @ x), dtype=np.float64
    )
    found, vectors = eigsh(operator, k=count, v0=_start(width), tol=0)
    return found, vectors


def _start(width: int) -> Floats:
    """A fixed start that no likely eigenvector is orthogonal to: irregular, all signs mixed."""
    return np.asarray(np.sin(np.arange(1.0, width + 1) ** 2))


def _signed(vector: Floats) -> Floats:
    size = np.abs(vector)
    first_largest = np.argmax(size >= LEVEL_WITH * size.max())
    return np.asarray(vector * np.sign(vector[first_largest]))
