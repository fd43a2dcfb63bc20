"""Polis's opinion map: two principal components of the votes, missing ones put at the mean."""

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from tracktwo._typing import Flags, Floats, Longs
from tracktwo.errors import OptionError
from tracktwo.opinion.polis.components import leading_components
from tracktwo.opinion.polis.only_votes import require_votes
from tracktwo.votes import AnswerMatrix

DIMENSIONS = 2


@dataclass(frozen=True, eq=False)
class PolisMap:
    """Where Polis draws participants and statements.

    `center` (m,): mean vote of each statement, 0 where it was zeroed or nobody voted.
    `components` (2, m): unit vectors, the direction of most variance first.
    `explained` (2,): share of the variance along each, 0..1.
    `projection` (n, 2): participants; (0, 0) for those without votes.
    `statement_projection` (m, 2): a person who agrees with that statement and votes on no other.
    `extremity` (m,): distance of that point from the centre of the map.

    The sign of an axis means nothing; here the first of its largest loadings is positive, where
    Polis's own depends on an unseeded start.
    """

    center: Floats
    components: Floats
    explained: Floats
    projection: Floats
    statement_projection: Floats
    extremity: Floats


def fit_map(matrix: AnswerMatrix, *, zeroed: Flags | None = None) -> PolisMap:
    """The map of a conversation (Small et al. 2021, Polis: Scaling deliberation by mapping
    high dimensional opinion spaces, Recerca 26(2); details as in Polis's own mathematics).

    `zeroed` (m,) flags statements moderated out or about the conversation itself: Polis treats
    them as passed by everybody. Votes missing elsewhere are put at the statement's mean, which
    pulls people who voted little to the centre; their projection is stretched by the square root
    of (statements / own votes) to make up for it. Statements without any vote are no columns.
    Raises `OptionError` for ratings.

    >>> from tracktwo.dialogue import VOTE, Answers
    >>> who, what = np.divmod(np.arange(8, dtype=np.int32), 2)
    >>> votes = Answers(who, what, np.array([1, 1, 1, 0, -1, -1, -1, 0], np.float32))
    >>> drawn = fit_map(AnswerMatrix.of(votes, 4, (VOTE, VOTE)))
    >>> drawn.projection.round(2).tolist()
    [[1.38, 0.32], [0.85, -0.53], [-1.38, -0.32], [-0.85, 0.53]]
    >>> drawn.explained.round(3).tolist()
    [0.873, 0.127]
    """
    require_votes(matrix.codebook)
    hidden = _flags(zeroed, matrix.n_statements)
    votes = np.bincount(matrix.statement, minlength=matrix.n_statements)
    center = _means(matrix, votes, hidden)
    centred = _centred(matrix, center, hidden)
    components, variance = leading_components(centred, DIMENSIONS)
    columns = int(np.count_nonzero(votes))
    stretch = np.sqrt(columns / np.maximum(1, _own_votes(matrix, votes, hidden)))
    statements = np.sqrt(columns) * ((1 - center) * components).T
    return PolisMap(
        center=center,
        components=components,
        explained=variance / max(float(np.square(centred.data).sum()), np.finfo(float).tiny),
        projection=(centred @ components.T) * stretch[:, None],
        statement_projection=statements,
        extremity=np.linalg.norm(statements, axis=1),
    )


def _flags(zeroed: Flags | None, n_statements: int) -> Flags:
    if zeroed is None:
        return np.zeros(n_statements, np.bool_)
    if len(zeroed) != n_statements:
        raise OptionError(f"{n_statements} statements need as many flags, not {len(zeroed)}")
    return np.asarray(zeroed, np.bool_)


def _means(matrix: AnswerMatrix, votes: Longs, hidden: Flags) -> Floats:
    total = np.bincount(matrix.statement, matrix.value, minlength=matrix.n_statements)
    return np.asarray(np.where(hidden, 0.0, total / np.maximum(votes, 1)))


def _centred(matrix: AnswerMatrix, center: Floats, hidden: Flags) -> sp.csr_array:
    """Votes minus their statement's mean: 0, like a missing vote, where the statement is hidden."""
    value = np.where(
        hidden[matrix.statement], 0.0, matrix.value.astype(np.float64) - center[matrix.statement]
    )
    return sp.csr_array((value, matrix.statement, matrix.starts), shape=matrix.shape)


def _own_votes(matrix: AnswerMatrix, votes: Longs, hidden: Flags) -> Longs:
    """Votes of each participant as Polis counts them: every hidden statement was "passed"."""
    shown = np.concatenate([[0], np.cumsum(~hidden[matrix.statement])])[matrix.starts]
    return np.asarray(np.diff(shown) + np.count_nonzero(hidden & (votes > 0)), np.int64)
