"""How often each answer was given, by side or group: the counts everything public rests on."""

from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
import scipy.sparse as sp

from tracktwo._typing import Floats, Ints, Longs
from tracktwo.errors import OptionError
from tracktwo.votes.matrix import Codebook
from tracktwo.votes.sweep import Block, Sweep, gather


@dataclass(frozen=True, eq=False)
class Tally:
    """Counts of answers by label (side or group) and cell.

    `counts` (labels, cells); `total` and `squares` (labels, m): sum and sum of squares of the
    values, which ratings need; `members` (labels,): participants with that label.
    """

    codebook: Codebook
    counts: Longs
    total: Floats
    squares: Floats
    members: Longs

    @cached_property
    def n(self) -> Longs:
        """Answers, passes included, (labels, m)."""
        return np.add.reduceat(self.counts, self.codebook.first[:-1], axis=1)

    @property
    def disagree(self) -> Longs:
        """-1 answers, (labels, m); the lowest cell where a statement is rated."""
        return self.counts[:, self.codebook.first[:-1]]

    @property
    def agree(self) -> Longs:
        """1 answers, (labels, m); the highest cell where a statement is rated."""
        return self.counts[:, self.codebook.first[1:] - 1]

    @property
    def passes(self) -> Longs:
        """Answers that are neither, (labels, m)."""
        return self.n - self.agree - self.disagree

    def over(self, labels: slice | Ints) -> "Tally":
        """The tally of some labels."""
        return Tally(
            self.codebook,
            self.counts[labels],
            self.total[labels],
            self.squares[labels],
            self.members[labels],
        )

    def together(self) -> "Tally":
        """All labels as one."""
        return Tally(
            self.codebook,
            self.counts.sum(axis=0, keepdims=True),
            self.total.sum(axis=0, keepdims=True),
            self.squares.sum(axis=0, keepdims=True),
            self.members.sum(keepdims=True),
        )


def tally(sweep: Sweep, label_of: Ints, n_labels: int) -> Tally:
    """Count answers by label. Participants labelled -1 are left out.

    >>> from tracktwo.dialogue import VOTE, Answers
    >>> from tracktwo.votes import AnswerMatrix, MemorySweep
    >>> votes = Answers(np.array([0, 1, 2], np.int32), np.zeros(3, np.int32), np.array([1, 1, -1], np.float32))
    >>> t = tally(MemorySweep(AnswerMatrix.of(votes, 3, (VOTE,))), np.array([0, 0, 1], np.int32), 2)
    >>> t.agree.tolist(), t.disagree.tolist()
    ([[2], [0]], [[0], [1]])
    """
    if len(label_of) != sweep.n_participants:
        raise OptionError(
            f"{sweep.n_participants} participants need as many labels, not {len(label_of)}"
        )
    counts, total, squares = gather(sweep, partial(_count_block, label_of, n_labels), _add)
    members = np.bincount(label_of[label_of >= 0], minlength=n_labels).astype(np.int64)
    return Tally(sweep.codebook, counts, total, squares, members)


def _count_block(label_of: Ints, n_labels: int, block: Block) -> tuple[Longs, Floats, Floats]:
    matrix, labels = block.matrix, label_of[block.rows]
    inside = np.flatnonzero(labels >= 0)
    membership = sp.csr_array(
        (np.ones(len(inside)), (labels[inside], inside)), shape=(n_labels, matrix.n_participants)
    )
    counts = np.rint((membership @ matrix.one_hot).toarray()).astype(np.int64)
    if matrix.codebook.is_votes_only:
        agree, disagree = counts[:, 2::3], counts[:, 0::3]
        return counts, (agree - disagree).astype(np.float64), (agree + disagree).astype(np.float64)
    values = matrix.values.astype(np.float64)
    return counts, (membership @ values).toarray(), (membership @ values.power(2)).toarray()


def _add(
    first: tuple[Longs, Floats, Floats], second: tuple[Longs, Floats, Floats]
) -> tuple[Longs, Floats, Floats]:
    return first[0] + second[0], first[1] + second[1], first[2] + second[2]
