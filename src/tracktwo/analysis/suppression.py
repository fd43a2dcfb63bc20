"""Nothing is shown that rests on fewer than k people, nor anything it could be worked out from.

A count below k is left out, and it could be found again in whatever sums over parts of the people:
the total less the other parts, a comparison with the rest, a product over groups divided by the
known factors. So a figure that sums over parts is shown only where each of them, people outside
every part included, is empty or at least k. Two splits of the same people (sides and groups) can be
subtracted from each other, so groups stand beside sides only where that holds for every meeting of
a side with a group.

What is left open: with k = 2 a count that is left out is 1, though not what that one answered; and
figures of models fitted to all answers at once (bridging, extremity) are functions of hidden
answers too, which is why they are rounded.
"""

from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Flags, Floats, Longs
from tracktwo.analysis.split import Split, crossed, with_outsiders
from tracktwo.votes import Sweep, Tally

DECIMALS = 2
"""Of model figures where k is above 1: too few to work back to a person's answers."""


@dataclass(frozen=True, eq=False)
class Visible:
    """For which statements figures that go beyond one part may be shown, (m,) each.

    `sums`: over everybody, and sides compared with each other. `groups`: each group's answers.
    `group_sums`: groups compared with each other, and whatever combines them.
    """

    sums: Flags
    groups: Flags
    group_sums: Flags


def visible(sides: Split, groups: Split, everyone: Tally, sweep: Sweep, k: int) -> Visible:
    """What may be shown of a dialogue split into sides (or none) and into groups."""
    everything = np.ones(everyone.n.shape[1], np.bool_)
    if k == 1:
        return Visible(everything, everything, everything)
    together = sums_may_be_shown(crossed(sides, groups, sweep), k)
    if not len(sides):
        return Visible(together, everything, together)
    return Visible(sums_may_be_shown(with_outsiders(sides, everyone), k), together, together)


def shown_cells(n: Longs, k: int) -> Flags:
    """Which counts may be shown by themselves, the shape of `n`.

    With k = 1 nothing is held back, and a 0 is a 0; with more, a 0 is not told from a 1.

    >>> shown_cells(np.array([[9], [4], [1], [0]]), 3)[:, 0].tolist()
    [True, True, False, False]
    """
    return np.asarray((n >= k) | (k == 1))


def sums_may_be_shown(n: Longs, k: int) -> Flags:
    """For which statements sums over parts may be shown: no part between 1 and k - 1, (m,).

    `n` (..., m): answers in every part there is.

    >>> sums_may_be_shown(np.array([[5, 5, 5], [4, 1, 0]]), 3).tolist()
    [True, False, True]
    """
    return np.asarray(((n == 0) | (n >= k)).all(axis=tuple(range(n.ndim - 1))))


def only(answers: Tally, shown: Flags) -> Tally:
    """The tally as if the statements that are not shown, (m,), had not been answered."""
    cells = shown[answers.codebook.statement_of_cell]
    return Tally(
        answers.codebook,
        answers.counts * cells,
        answers.total * shown,
        answers.squares * shown,
        answers.members,
    )


def shown_sizes(members: Longs, outside: int, k: int) -> list[int | None]:
    """Sizes of groups: all of them, or none where one of them or the rest is below k.

    The number of people is known, so one size left out alone is no secret.

    >>> shown_sizes(np.array([9, 2]), 0, 3), shown_sizes(np.array([9, 4]), 0, 3)
    ([None, None], [9, 4])
    """
    parts = np.append(members, outside)
    known = bool(sums_may_be_shown(parts[:, None], k)[0])
    return [size if known else None for size in members.tolist()]


def blurred(figures: Floats, k: int) -> Floats:
    """Figures of a model fitted to all answers, with few decimals where k is above 1."""
    return figures if k == 1 else figures.round(DECIMALS)
