"""What everybody agrees on, by Polis's two measures: the product over groups, and top lists."""

from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Flags, Floats, Longs
from tracktwo.opinion.polis.only_votes import require_votes
from tracktwo.opinion.polis.proportions import SIGNIFICANT, share, share_z
from tracktwo.votes import Tally

MOST_LISTED = 5


@dataclass(frozen=True)
class ConsensusStatement:
    """A statement most people answered alike.

    `statement`: its code; `successes` of `trials` people answered in the list's direction (passes
    are trials); `share` = (successes + 1) / (trials + 2); `share_z`: its z against one half.
    """

    statement: int
    successes: int
    trials: int
    share: float
    share_z: float


@dataclass(frozen=True)
class ConsensusLists:
    """Statements most people agree with, and those most disagree with, strongest first."""

    agree: tuple[ConsensusStatement, ...]
    disagree: tuple[ConsensusStatement, ...]


def group_aware_consensus(groups: Tally) -> Floats:
    """Product over groups of (agreeing + 1) / (answers + 2), passes being answers, (m,), 0..1.

    High only where every group agrees, and lower the more groups there are: compare statements of
    one grouping, not conversations. A statement hardly anybody answered tends to 1 / 2**groups,
    which may rank high: look at the number of answers. Raises `OptionError` for ratings.

    >>> from tracktwo.dialogue import VOTE
    >>> from tracktwo.votes import Codebook
    >>> counts, sums = np.array([[0, 0, 8], [4, 0, 4]]), np.zeros((2, 1))
    >>> two_groups = Tally(Codebook((VOTE,)), counts, sums, sums, np.array([8, 8]))
    >>> group_aware_consensus(two_groups).tolist()  # 9/10 times 5/10
    [0.45]
    """
    require_votes(groups.codebook)
    return np.asarray(np.prod(share(groups.agree, groups.n), axis=0))


def consensus_lists(
    everybody: Tally, *, hidden: Flags | None = None, most: int = MOST_LISTED
) -> ConsensusLists:
    """Up to `most` statements whose share is over one half and significantly so (one-sided, 90 %).

    `everybody` counts all participants, those outside the conversation included (its labels are
    added up); `hidden` (m,) flags statements to leave out (moderated out or meta). Ranked by share
    times its z, ties by statement. No correction is made for looking at many statements. Raises
    `OptionError` for ratings.

    >>> from tracktwo.dialogue import VOTE
    >>> from tracktwo.votes import Codebook
    >>> counts, sums = np.array([[0, 0, 8, 8, 0, 0]]), np.zeros((1, 2))
    >>> lists = consensus_lists(Tally(Codebook((VOTE, VOTE)), counts, sums, sums, np.array([8])))
    >>> lists.agree
    (ConsensusStatement(statement=0, successes=8, trials=8, share=0.9, share_z=3.0),)
    >>> [listed.statement for listed in lists.disagree]
    [1]
    """
    require_votes(everybody.codebook)
    together = everybody.together()
    shown = np.ones(together.n.shape[1], np.bool_) if hidden is None else ~hidden
    trials = together.n[0]
    return ConsensusLists(
        agree=_listed(together.agree[0], trials, shown, most),
        disagree=_listed(together.disagree[0], trials, shown, most),
    )


def _listed(
    successes: Longs, trials: Longs, shown: Flags, most: int
) -> tuple[ConsensusStatement, ...]:
    shares, z = share(successes, trials), share_z(successes, trials)
    passed = np.flatnonzero(shown & (shares > 0.5) & (z > SIGNIFICANT))
    best = passed[np.argsort(-(shares * z)[passed], kind="stable")][:most]
    return tuple(
        ConsensusStatement(
            statement=int(i),
            successes=int(successes[i]),
            trials=int(trials[i]),
            share=float(shares[i]),
            share_z=float(z[i]),
        )
        for i in best
    )
