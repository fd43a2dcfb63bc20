"""What every side supports: a score that is high only when the least convinced side is convinced."""

from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Floats
from tracktwo.votes import LEVEL, Tally, mean_interval, share_interval


@dataclass(frozen=True, eq=False)
class SharedGround:
    """Scores of statements, (m,), between 0 and 1; nan where a side has too few answers.

    `support`: lower bound of the agreeing share in the side that agrees least; `rejection`: the
    same for disagreeing. On ratings the bound is that of the mean, as a share of the scale from its
    low end (support) or its high end (rejection).
    """

    support: Floats
    rejection: Floats


def shared_ground(
    answers: Tally,
    *,
    fewest: int = 1,
    level: float = LEVEL,
    sizes: tuple[int | None, ...] | None = None,
) -> SharedGround:
    """Score every statement over the sides (labels) of a tally.

    Polis's group-aware consensus multiplies the sides' shares: a statement seen by three people of
    a side can then lead the list. Here few answers make the bound low. `sizes`: seats of each side
    where the delegation is the population (`Party.size`).

    >>> from tracktwo.dialogue import VOTE
    >>> from tracktwo.votes import Codebook
    >>> counts = np.array([[0, 0, 9, 0, 0, 1], [1, 0, 9, 0, 0, 90]])
    >>> values = np.zeros((2, 2))
    >>> score = shared_ground(Tally(Codebook((VOTE, VOTE)), counts, values, values, counts[:, 0]))
    >>> score.support.round(2).tolist()
    [0.62, 0.15]
    """
    sides = range(len(answers.members))
    sizes = sizes or (None,) * len(answers.members)
    bounds = [_bounds(answers.over(slice(i, i + 1)), level, sizes[i]) for i in sides]
    enough = (answers.n >= max(fewest, 1)).all(axis=0)
    support = np.min([low for low, _ in bounds], axis=0)
    rejection = np.min([low for _, low in bounds], axis=0)
    return SharedGround(np.where(enough, support, np.nan), np.where(enough, rejection, np.nan))


def _bounds(side: Tally, level: float, size: int | None) -> tuple[Floats, Floats]:
    """Lower bounds of agreeing and of disagreeing in one side, (m,) each."""
    n = side.n[0]
    agree = share_interval(side.agree[0], n, level=level, size=size)[0]
    disagree = share_interval(side.disagree[0], n, level=level, size=size)[0]
    scales = side.codebook.scales
    if side.codebook.is_votes_only:
        return agree, disagree
    low_end, high_end = (np.array([getattr(s, end) for s in scales]) for end in ("low", "high"))
    low, high = mean_interval(
        side.total[0],
        side.squares[0],
        n,
        low_end=low_end,
        high_end=high_end,
        level=level,
        size=size,
    )
    width = high_end - low_end
    is_vote = np.array([scale.is_vote for scale in scales])
    return (
        np.where(is_vote, agree, (low - low_end) / width),
        np.where(is_vote, disagree, (high_end - high) / width),
    )
