"""Nothing is shown that rests on fewer than k people, nor anything it could be worked out from.

Two leaks matter. A cell below k, left out, can be found again as total minus the others; so what is
left out of a split always covers k people or none. And two splits of the same people (sides and
groups) can be subtracted from each other; so groups are shown for a statement only where every
side's share of every group is empty or at least k.
"""

import numpy as np

from tracktwo._typing import Flags, Longs


def shown_cells(n: Longs, k: int) -> Flags:
    """Which counts of a split (labels, m) may be shown: none below k, and what is hidden sums to k.

    The smallest shown cell is hidden as well where the hidden ones hold fewer than k people
    (complementary suppression).

    >>> shown_cells(np.array([[9], [4], [1]]), 3)[:, 0].tolist()
    [True, False, False]
    """
    shown: Flags = n >= max(k, 1)
    while True:
        hidden = np.where(shown, 0, n).sum(axis=0)
        exposed = np.flatnonzero((hidden > 0) & (hidden < k) & shown.any(axis=0))
        if not len(exposed):
            return shown
        smallest = np.where(shown, n, np.iinfo(n.dtype).max)[:, exposed].argmin(axis=0)
        shown[smallest, exposed] = False


def groups_may_be_shown(crossed: Longs, k: int) -> Flags:
    """For which statements groups may stand beside sides, (m,).

    `crossed` (sides, groups, m): answers by side and group.

    >>> groups_may_be_shown(np.array([[[5], [0]], [[4], [1]]]), 3).tolist()
    [False]
    """
    return ((crossed == 0) | (crossed >= k)).all(axis=(0, 1))
