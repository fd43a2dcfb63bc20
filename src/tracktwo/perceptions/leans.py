"""Which way a side leans on a statement, which way it is expected to, and what the two make."""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from tracktwo._typing import Flags, Floats, Ints, Longs
from tracktwo.perceptions.estimates import Bounds, Estimates, shares_by_size
from tracktwo.votes import Tally, share_interval

Leans = Ints
"""Codes of `Lean`, one a row."""


EVEN_SPREAD = 12**-0.5
"""Standard deviation of answers spread evenly over a scale, as a share of its width."""


class Lean(IntEnum):
    """Where a side stands on a statement, as far as its answers show."""

    UNCLEAR = 0
    SUPPORTS = 1
    OPPOSES = 2
    NEUTRAL = 3
    CONTESTED = 4


def leans_on_votes(answered: Estimates, disagree: Longs, *, level: float) -> Leans:
    """The lean of a side that voted, a row each.

    Contested: of those who take a stand between .35 and .65 agree, surely between 1/4 and 3/4.
    Supports: surely more than half of all answers agree; opposes: surely more than half disagree.
    A side split 56 to 44 is contested however many answered: certainty of a slim majority is not
    unity.
    """
    agree, n = answered.total, answered.n
    stands = agree + disagree
    # Those who pass take no stand, and so cut the body whose split is asked for.
    body = np.maximum(answered.size - (n - stands), 1)
    low, high = _shares(agree, stands, body, level)
    split = np.divide(agree, stands, where=stands > 0, out=np.zeros_like(agree))
    divided = (low > 0.25) & (high < 0.75) & (split >= 0.35) & (split <= 0.65)
    supports = _shares(agree, n, answered.size, level)[0] > 0.5
    opposes = _shares(disagree.astype(np.float64), n, answered.size, level)[0] > 0.5
    return _first_of({Lean.CONTESTED: divided, Lean.SUPPORTS: supports, Lean.OPPOSES: opposes})


def leans_on_ratings(answered: Estimates, *, smallest_effect: float, level: float) -> Leans:
    """The lean of a side that rated, a row each.

    Contested: mean within .15 of the scale's width of its midpoint, surely within a quarter, and
    answers spread wider than if every point of the scale were chosen alike (two camps at the ends
    split 65 to 35 just pass). Otherwise supports or opposes where the mean is surely above or below
    the midpoint; neutral where it is surely within the smallest effect of it and answers are close.
    """
    low, high = answered.mean_bounds(level)
    middle, width = (answered.low_end + answered.high_end) / 2, answered.width
    wide = answered.spread > width * EVEN_SPREAD
    near = np.abs(answered.value - middle) <= 0.15 * width
    divided = wide & near & _within(low, high, middle, width / 4)
    neutral = ~wide & _within(low, high, middle, smallest_effect * width)
    return _first_of(
        {
            Lean.CONTESTED: divided,
            Lean.SUPPORTS: low > middle,
            Lean.OPPOSES: high < middle,
            Lean.NEUTRAL: neutral,
        }
    )


def leans_of(
    answered: Estimates, answers: Tally, is_vote: Flags, *, smallest_effect: float, level: float
) -> Leans:
    """The lean of every party on every statement, (parties x statements,) as `answered`."""
    leans = leans_on_ratings(answered, smallest_effect=smallest_effect, level=level)
    disagree = answers.disagree.ravel()[is_vote]
    leans[is_vote] = leans_on_votes(answered.take(is_vote), disagree, level=level)
    return np.where(answered.n > 0, leans, Lean.UNCLEAR)


def expected_leans(
    predicted: Estimates, is_vote: Flags, *, smallest_effect: float, level: float
) -> Leans:
    """The lean a side is expected to have, from the interval of the mean prediction, a row each.

    For votes: surely more, or surely less, than half expected to agree.
    """
    low, high = predicted.mean_bounds(level)
    middle = (predicted.low_end + predicted.high_end) / 2
    neutral = ~is_vote & _within(low, high, middle, smallest_effect * predicted.width)
    return _first_of(
        {Lean.SUPPORTS: low > middle, Lean.OPPOSES: high < middle, Lean.NEUTRAL: neutral}
    )


def classes(own: Leans, about: Leans, expected: Leans, misperceived: Flags) -> NDArray[np.object_]:
    """The class of each row, from the leans of both sides, the expected one, and the claim.

    >>> S, O, U = Lean.SUPPORTS, Lean.OPPOSES, Lean.UNCLEAR
    >>> leans = (np.array(column) for column in ([S, S, S, U], [S, S, O, O], [S, O, S, O]))
    >>> classes(*leans, np.array([False, True, False, True])).tolist()
    ['shared_known', 'hidden_agreement', 'unknown', 'unknown']
    """
    contested = (own == Lean.CONTESTED) | (about == Lean.CONTESTED)
    agree = (own == about) & (about != Lean.UNCLEAR)
    opposed = _opposed(own, about)
    known = expected == about
    table: dict[str, Flags] = {
        "contested": contested,
        "shared_known": agree & known,
        "hidden_agreement": agree & misperceived,
        "disagreement_known": opposed & known,
        "hidden_disagreement": opposed & misperceived,
    }
    kinds = np.select(list(table.values()), range(1, len(table) + 1), 0)
    return np.asarray(np.array(["unknown", *table], np.object_)[kinds])


def _opposed(own: Leans, about: Leans) -> Flags:
    one_way = (own == Lean.SUPPORTS) & (about == Lean.OPPOSES)
    return np.asarray(one_way | ((own == Lean.OPPOSES) & (about == Lean.SUPPORTS)))


def _first_of(table: dict[Lean, Flags]) -> Leans:
    return np.select(list(table.values()), list(table), Lean.UNCLEAR).astype(np.int32)


def _within(low: Floats, high: Floats, middle: Floats, distance: Floats) -> Flags:
    return (low >= middle - distance) & (high <= middle + distance)


def _shares(yes: Floats, n: Floats, size: Floats, level: float) -> Bounds:
    return shares_by_size(
        yes, n, size, lambda yes, n, size: share_interval(yes, n, level=level, size=size)
    )
