"""Which statement Polis shows next: the weights of its draw."""

import numpy as np

from tracktwo._typing import Flags, Floats
from tracktwo.opinion.polis.only_votes import require_votes
from tracktwo.votes import Tally

META_PRIORITY = 7.0**2
"""Statements about the conversation itself have this priority, whatever was answered."""


def priorities(groups: Tally, extremity: Floats, *, meta: Flags | None = None) -> Floats:
    """Weight of every statement when the next one is drawn, (m,), above 0.

    ``((1 - pass) (1 + extremity) agree (1 + 8 * 2**(-n / 5)))**2`` with pass = (passes + 1) / (n + 2)
    and agree = (agreeing + 1) / (n + 2): statements that few pass on, that spread people over the
    map and that are agreed with come up more often, and new ones much more often. Counts are those
    of the grouped participants (all labels added up); `extremity` (m,) is that of the `PolisMap`;
    `meta` (m,) flags statements about the conversation itself, which get 49. Raises `OptionError`
    for ratings.

    >>> from tracktwo.dialogue import VOTE
    >>> from tracktwo.votes import Codebook
    >>> counts, sums = np.array([[1, 1, 3]]), np.zeros((1, 1))
    >>> one_group = Tally(Codebook((VOTE,)), counts, sums, sums, np.array([5]))
    >>> priorities(one_group, np.array([0.4])).round(4).tolist()  # (5/7 * 1.4 * 4/7 * 5)**2
    [8.1633]
    """
    require_votes(groups.codebook)
    together = groups.together()
    n, agree, passes = together.n[0], together.agree[0], together.passes[0]
    importance = (1 - (passes + 1) / (n + 2)) * (1 + extremity) * (agree + 1) / (n + 2)
    newness = 1 + 8 * 2.0 ** (-n / 5)
    priority = np.square(importance * newness)
    return priority if meta is None else np.where(meta, META_PRIORITY, priority)
