"""Who is in the conversation: the people Polis groups."""

import numpy as np

from tracktwo._typing import Flags
from tracktwo.opinion.polis.only_votes import require_votes
from tracktwo.votes import AnswerMatrix, canonical_order

ENOUGH_VOTES = 7
FEWEST_PEOPLE = 15


def in_conversation(matrix: AnswerMatrix, *, already: Flags | None = None) -> Flags:
    """Participants with at least 7 votes (or all statements, where there are fewer), (n,).

    Where that gives fewer than 15 people, those with the most votes are added until there are 15.
    People who voted the same come in together, so that who is in does not depend on the order of
    rows; Polis cuts at 15 by chance. Whoever was in at an earlier look stays in: pass those flags
    as `already`; without them people whom Polis let in while there were few statements are out.
    Votes on statements moderated out count. Raises `OptionError` for ratings.

    >>> from tracktwo.dialogue import VOTE, Answers
    >>> who, what = np.array([0, 0, 1], np.int32), np.array([0, 1, 0], np.int32)
    >>> votes = AnswerMatrix.of(Answers(who, what, np.ones(3, np.float32)), 3, (VOTE, VOTE))
    >>> in_conversation(votes).tolist()
    [True, True, False]
    """
    require_votes(matrix.codebook)
    columns = int(np.count_nonzero(np.bincount(matrix.statement)))
    voted = matrix.answered > 0
    inside = voted & (matrix.answered >= min(ENOUGH_VOTES, columns))
    if already is not None:
        inside |= already
    missing = FEWEST_PEOPLE - int(np.count_nonzero(inside))
    return inside | _most_active(matrix, voted & ~inside, missing) if missing > 0 else inside


def _most_active(matrix: AnswerMatrix, candidates: Flags, wanted: int) -> Flags:
    """The candidates with the most votes, and everyone who voted just like the last of them."""
    order = canonical_order(matrix)
    order = order[candidates[order]]
    ranked = order[np.argsort(-matrix.answered[order], kind="stable")]
    chosen = np.zeros(matrix.n_participants, np.bool_)
    chosen[ranked[:wanted]] = True
    if 0 < wanted < len(ranked):
        last = ranked[wanted - 1]
        chosen[[i for i in ranked[wanted:] if _voted_alike(matrix, i, last)]] = True
    return chosen


def _voted_alike(matrix: AnswerMatrix, one: int, other: int) -> bool:
    here, there = (slice(matrix.starts[i], matrix.starts[i + 1]) for i in (one, other))
    return np.array_equal(matrix.cell[here], matrix.cell[there])
