"""Exact sufficient statistics of the answers: what means, covariances and the map follow from.

With X the answers (0 where unanswered) and M the mask (1 where answered), the three statement by
statement matrices X'X, X'M and M'M hold all that second-order statistics need, however many people
answered. They are sums over participants: blocks, files and workers are added up, and one
participant's change is one small update (`votes.running`).
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse as sp

from tracktwo._typing import Floats
from tracktwo.errors import OptionError
from tracktwo.votes.matrix import AnswerMatrix, Codebook
from tracktwo.votes.sweep import Block, Sweep, gather

HEAVY = 0.11
"""Share of statements above which a participant costs less in a dense product than in a sparse one.

Measured, m = 1000: 42 us a dense person (2 m^2 multiply-adds), 2.6 to 4 ns an answered pair.
"""

DENSE_SLAB = 8192
"""Most participants in one dense product."""

FIELD = 15
"""Bits given to each of the four sums that a packed sparse product carries at once."""

EXACT_IN_FLOAT32 = 2**24


@dataclass(frozen=True, eq=False)
class Moments:
    """The sums X'X, X'M and M'M, each (m, m) and float64.

    `xx[s, t]` sums the product of both answers over those who answered s and t, `xm[s, t]` sums
    their answers to s, `mm[s, t]` counts them. For votes, and for ratings in whole numbers, every
    entry is exact. Two parts of a dialogue are put together by `+`.

    >>> from tracktwo.dialogue import VOTE, Answers
    >>> from tracktwo.votes import AnswerMatrix, MemorySweep
    >>> votes = Answers(*(np.array(c, np.int32) for c in ([0, 0, 1], [0, 1, 1])), np.array([1, -1, 1], np.float32))
    >>> found = moments(MemorySweep(AnswerMatrix.of(votes, 2, (VOTE, VOTE))))
    >>> found.xx.tolist(), found.mm.tolist()
    ([[1.0, -1.0], [-1.0, 2.0]], [[1.0, 1.0], [1.0, 2.0]])
    """

    xx: Floats
    xm: Floats
    mm: Floats
    codebook: Codebook

    @classmethod
    def none(cls, codebook: Codebook) -> "Moments":
        """The moments of nobody."""
        size = len(codebook.scales)
        xx, xm, mm = np.zeros((3, size, size))
        return cls(xx, xm, mm, codebook)

    def __add__(self, other: "Moments") -> "Moments":
        if self.codebook.scales != other.codebook.scales:
            raise OptionError("moments of different statements cannot be added")
        return Moments(self.xx + other.xx, self.xm + other.xm, self.mm + other.mm, self.codebook)

    @property
    def answers(self) -> Floats:
        """Answers to each statement, (m,)."""
        return np.diagonal(self.mm)

    @property
    def joint_answers(self) -> Floats:
        """People who answered both statements, (m, m)."""
        return self.mm

    @cached_property
    def means(self) -> Floats:
        """Mean answer to each statement, (m,); 0 where nobody answered."""
        return np.diagonal(self.xm) / np.maximum(self.answers, 1)

    @cached_property
    def covariance(self) -> Floats:
        """Covariance over those who answered both, (m, m); nan where fewer than two did.

        Divided by the number of pairs, each pair centred on its own people. Entries rest on
        different people, so the whole need not be positive semidefinite.
        """
        joint = np.where(self.mm >= 2, self.mm, np.nan)
        return np.asarray((self.xx - self.xm * self.xm.T / joint) / joint)

    @cached_property
    def imputed_scatter(self) -> Floats:
        """Z'Z, (m, m): scatter of the answers with gaps filled by the statement's mean, centred.

        With D = diag(means): X'X - X'M D - D M'X + D M'M D. This is the matrix whose leading axes
        are Polis's map; it never forms Z, which has an entry for every unanswered pair.
        """
        return scatter_rows(self, np.arange(len(self.means)), self.means)


def scatter_rows(moments: Moments, chosen: np.ndarray, means: Floats) -> Floats:
    """The rows of Z'Z that belong to some statements, (chosen, m)."""
    own = means[chosen, None]
    both = moments.xm[chosen] * means + own * moments.xm.T[chosen]
    return np.asarray(moments.xx[chosen] - both + own * means * moments.mm[chosen])


def moments(sweep: Sweep) -> Moments:
    """The moments of all answers a sweep goes over, in one pass.

    Participants who answered most statements are multiplied as dense rows, the others pair by
    answered pair: each by what costs less.
    """
    return gather(sweep, moments_of_block, Moments.__add__)


def moments_of_block(block: Block) -> Moments:
    """The moments of one block."""
    matrix = block.matrix
    is_heavy = matrix.answered > HEAVY * matrix.n_statements
    total = Moments.none(matrix.codebook)
    _add_dense(total, matrix.rows(np.flatnonzero(is_heavy)))
    _add_sparse(total, matrix.rows(np.flatnonzero(~is_heavy)))
    return total


def _add_dense(total: Moments, matrix: AnswerMatrix) -> None:
    precision = (
        np.float32 if _largest_square(matrix) * DENSE_SLAB < EXACT_IN_FLOAT32 else np.float64
    )
    for first in range(0, matrix.n_participants, DENSE_SLAB):
        rows = slice(first, first + DENSE_SLAB)
        x: Floats = matrix.values[rows].toarray().astype(precision, copy=False)
        m: Floats = matrix.mask[rows].toarray().astype(precision, copy=False)
        np.add(total.xx, x.T @ x, out=total.xx)
        np.add(total.xm, x.T @ m, out=total.xm)
        np.add(total.mm, m.T @ m, out=total.mm)


def _add_sparse(total: Moments, matrix: AnswerMatrix) -> None:
    slab = int(2 ** (FIELD - 1) // max(_largest_square(matrix), 1)) - 1
    if slab < 1:
        x, m = matrix.values.astype(np.float64), matrix.mask.astype(np.float64)
        np.add(total.xx, (x.T @ x).toarray(), out=total.xx)
        np.add(total.xm, (x.T @ m).toarray(), out=total.xm)
        np.add(total.mm, (m.T @ m).toarray(), out=total.mm)
        return
    for first in range(0, matrix.n_participants, slab):
        _add_packed(total, matrix.values[first : first + slab])


def _add_packed(total: Moments, values: sp.csr_array) -> None:
    """One sparse product for all three sums.

    (M + 2^15 X)'(M + 2^30 X) = M'M + 2^15 X'M + 2^30 M'X + 2^45 X'X, and with few enough people no
    sum outgrows its 15 bits.
    """
    x = values.data.astype(np.int64)
    left = sp.csr_array((1 + (x << FIELD), values.indices, values.indptr), shape=values.shape)
    right = sp.csr_array((1 + (x << 2 * FIELD), values.indices, values.indptr), shape=values.shape)
    packed = (left.T @ right).toarray()
    for sums in (total.mm, total.xm, None, total.xx):
        field = _lowest_field(packed)
        packed = (packed - field) >> FIELD
        if sums is not None:
            np.add(sums, field, out=sums)


def _lowest_field(packed: np.ndarray) -> np.ndarray:
    half = 1 << (FIELD - 1)
    return ((packed + half) & (2 * half - 1)) - half


def _largest_square(matrix: AnswerMatrix) -> float:
    """Largest squared answer, or infinity where answers are not whole numbers."""
    value = matrix.value
    if not len(value):
        return 1.0
    is_whole = (value == np.rint(value)).all()
    return float(np.square(value, dtype=np.float64).max()) if is_whole else np.inf
