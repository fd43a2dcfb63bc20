"""The answer matrix: participants x statements, kept sparse because most pairs are unanswered."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse as sp

from tracktwo._typing import Floats32, Ints, Longs
from tracktwo.dialogue import Answers, Scale

MOST_STEPS = 11
"""A rating scale of at most this many whole steps has a cell for each."""

PARTS = 7
"""Any other rating scale is cut into this many equal parts."""


@dataclass(frozen=True, eq=False)
class Codebook:
    """The possible answers of every statement, numbered through: the "cells".

    Statement s owns the cells `first[s]` to `first[s + 1]`, lowest answer first: disagree, pass,
    agree for a vote; a step of the scale (or an equal part of a long one) for a rating.

    >>> from tracktwo.dialogue import VOTE
    >>> book = Codebook((VOTE, Scale("rating", 1, 5)))
    >>> book.first.tolist()
    [0, 3, 8]
    >>> book.cells(np.array([0, 1]), np.array([-1, 5], np.float32)).tolist()
    [0, 7]
    """

    scales: tuple[Scale, ...]

    @cached_property
    def levels(self) -> Ints:
        """Number of possible answers of each statement, (m,)."""
        return np.array([_level_count(scale) for scale in self.scales], np.int32)

    @cached_property
    def first(self) -> Ints:
        """First cell of each statement and, last, the number of cells, (m + 1,)."""
        return np.concatenate([[0], np.cumsum(self.levels)]).astype(np.int32)

    @property
    def n_cells(self) -> int:
        return int(self.first[-1])

    @cached_property
    def statement_of_cell(self) -> Ints:
        return np.repeat(np.arange(len(self.scales), dtype=np.int32), self.levels)

    @cached_property
    def is_votes_only(self) -> bool:
        return all(scale.is_vote for scale in self.scales)

    def cells(self, statement: Ints, value: Floats32) -> Ints:
        """The cell of each answer: that of the nearest step, or the part of a long scale it is in."""
        if self.is_votes_only:
            return (statement * np.int32(3) + value.astype(np.int32) + np.int32(1)).astype(np.int32)
        low = np.array([scale.low for scale in self.scales], np.float32)
        step = np.array([_step(scale) for scale in self.scales], np.float32)
        has_steps = np.array([_has_steps(scale) for scale in self.scales])
        up = np.where(has_steps, np.float32(0.5), np.float32(1e-4))
        level = ((value - low[statement]) / step[statement] + up[statement]).astype(np.int32)
        return np.asarray(
            self.first[statement] + np.minimum(level, self.levels[statement] - 1), np.int32
        )


def _has_steps(scale: Scale) -> bool:
    return scale.is_vote or (scale.width % 1 == 0 and scale.width < MOST_STEPS)


def _level_count(scale: Scale) -> int:
    return int(scale.width) + 1 if _has_steps(scale) else PARTS


def _step(scale: Scale) -> float:
    return 1.0 if _has_steps(scale) else scale.width / PARTS


@dataclass(frozen=True, eq=False)
class AnswerMatrix:
    """Answers of n participants to m statements, row by row (compressed sparse rows).

    Participant i answered `statement[starts[i]:starts[i + 1]]` with `value[...]`, statements in
    rising order. Shapes: `starts` (n + 1,), `statement` and `value` one entry an answer.

    >>> from tracktwo.dialogue import VOTE
    >>> answers = Answers(*(np.array(c, np.int32) for c in ([1, 0, 1], [1, 0, 0])), np.array([1, -1, 0], np.float32))
    >>> AnswerMatrix.of(answers, 2, (VOTE, VOTE)).dense().tolist()
    [[-1.0, nan], [0.0, 1.0]]
    """

    starts: Longs
    statement: Ints
    value: Floats32
    codebook: Codebook

    @classmethod
    def of(cls, answers: Answers, n_participants: int, scales: tuple[Scale, ...]) -> "AnswerMatrix":
        """Order flat answers by participant, then statement."""
        key = answers.participant.astype(np.int64) * max(len(scales), 1) + answers.statement
        participant, statement, value = answers.participant, answers.statement, answers.value
        if len(key) > 1 and not (np.diff(key) > 0).all():
            order = np.argsort(key, kind="stable")
            participant, statement, value = participant[order], statement[order], value[order]
        starts = np.searchsorted(participant, np.arange(n_participants + 1)).astype(np.int64)
        return cls(starts, statement, value, Codebook(scales))

    @property
    def n_participants(self) -> int:
        return len(self.starts) - 1

    @property
    def n_statements(self) -> int:
        return len(self.codebook.scales)

    @property
    def shape(self) -> tuple[int, int]:
        return self.n_participants, self.n_statements

    @cached_property
    def answered(self) -> Longs:
        """Number of answers of each participant, (n,)."""
        return np.diff(self.starts)

    @cached_property
    def participant(self) -> Ints:
        """Participant of each answer, one entry an answer."""
        return np.repeat(np.arange(self.n_participants, dtype=np.int32), self.answered)

    @cached_property
    def cell(self) -> Ints:
        """Cell of each answer in the codebook, one entry an answer."""
        return self.codebook.cells(self.statement, self.value)

    @cached_property
    def values(self) -> sp.csr_array:
        """X: the answers as a sparse (n, m) matrix, nothing where unanswered, float32."""
        return self._sparse(self.value, self.statement, self.n_statements)

    @cached_property
    def mask(self) -> sp.csr_array:
        """M: 1 where answered, as a sparse (n, m) matrix, float32."""
        return self._sparse(np.ones(len(self.value), np.float32), self.statement, self.n_statements)

    @cached_property
    def one_hot(self) -> sp.csr_array:
        """1 at the cell of each answer, as a sparse (n, cells) matrix, float32."""
        return self._sparse(np.ones(len(self.value), np.float32), self.cell, self.codebook.n_cells)

    def dense(self) -> Floats32:
        """The (n, m) table with nan where unanswered: for small matrices and for looking."""
        table = np.full(self.shape, np.nan, np.float32)
        table[self.participant, self.statement] = self.value
        return table

    def rows(self, chosen: Ints | Longs) -> "AnswerMatrix":
        """The matrix of some participants, in the order given (repeats allowed)."""
        counts = self.answered[chosen]
        starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        take = np.arange(starts[-1]) + np.repeat(self.starts[chosen] - starts[:-1], counts)
        return AnswerMatrix(starts, self.statement[take], self.value[take], self.codebook)

    def only(self, keep: np.ndarray) -> "AnswerMatrix":
        """The same people and statements with only the flagged answers."""
        starts = np.concatenate([[0], np.cumsum(keep)])[self.starts].astype(np.int64)
        return AnswerMatrix(starts, self.statement[keep], self.value[keep], self.codebook)

    def _sparse(self, data: Floats32, columns: Ints, width: int) -> sp.csr_array:
        starts = self.starts if len(self.value) > 2**31 - 1 else self.starts.astype(np.int32)
        return sp.csr_array((data, columns, starts), shape=(self.n_participants, width))
