"""Which statement of an open consultation is put next: where one more answer informs most.

Nobody answers two hundred statements; each person's few answers are spent where they narrow what is
known most. One more answer from a side lowers the expected squared error of that side's shares by

    gain = sum over agree, pass, disagree of  a (A - a) / (A^2 (A + 1)^2)

(a: answers of that kind plus one, A: their sum; the posterior variance of a Dirichlet times 1 / (A + 1)).
It falls with the square of what was answered, so that new statements come first, and repeated
choice of the largest gain ends in Neyman's allocation (1934): answers in proportion to the standard
deviation of what is said. For ratings the same holds with the variance of the mean.

The next statement is drawn with these weights, not taken from the top, so that people who come
together do not all meet the same one; a tenth of the draw is even. The draw belongs to the ballot
(Efraimidis and Spirakis 2006: the keys u^(1/w) of uniform lots): reloading the page does not change
it. The weights rest on what is published and on nothing else, so that what is asked tells nobody
more than the results page does.
"""

import uuid
from functools import lru_cache

import numpy as np

from tracktwo._typing import Floats
from tracktwo.dialogue import Scale
from tracktwo_web.perceptions.order import draws
from tracktwo_web.perceptions.paper import Paper
from tracktwo_web.perceptions.tally import Counts, Published

EVEN = 0.1
"""The share of the draw that is even over all statements."""


def routed(
    paper: Paper, side_id: uuid.UUID | None, ballot: bytes, state: Published | None
) -> tuple[int, ...]:
    """Places on the paper in the order in which a ballot is to meet them, after what is published."""
    side = paper.side(side_id)
    weights = _weights(paper, state, side.code if side else None)
    lots = (np.array(draws(ballot, len(paper.asked)), dtype=np.uint64) + 0.5) / 2.0**64
    return tuple(np.argsort(-np.log(lots) / weights, kind="stable").tolist())


@lru_cache(maxsize=64)
def _weights(paper: Paper, state: Published | None, side: str | None) -> Floats:
    sides = None if side is None else [side]
    counts = [state.counts(one.id, sides) if state else {} for one in paper.asked]
    gains = [gain(of_one, one.scale) for of_one, one in zip(counts, paper.asked, strict=True)]
    return mixed(np.array(gains))


def mixed(gains: Floats) -> Floats:
    """Weights of the draw, adding up to 1: the gains' shares, and a part that is even."""
    shares: Floats = gains / gains.sum()
    return (1 - EVEN) * shares + EVEN / len(gains)


def gain(counts: Counts, scale: Scale) -> float:
    """What one more answer takes off the expected squared error.

    >>> from tracktwo.dialogue import VOTE
    >>> new, split, clear = {}, {-1.0: 10, 1.0: 10}, {1.0: 20}
    >>> [round(gain(one, VOTE) * 1e4, 2) for one in (new, split, clear)]
    [416.67, 9.39, 2.82]
    """
    if not scale.is_vote:
        return _gain_of_rating(counts, scale)
    kinds = np.array([counts.get(kind, 0) + 1.0 for kind in (-1.0, 0.0, 1.0)])
    total = kinds.sum()
    return float((kinds * (total - kinds)).sum() / (total * (total + 1)) ** 2)


def _gain_of_rating(counts: Counts, scale: Scale) -> float:
    """The same for a mean, on a scale of unit length, after one answer at the ends and the middle."""
    values = np.array([scale.low, scale.midpoint, scale.high, *counts])
    weights = np.array([1.0, 1.0, 1.0, *counts.values()])
    total = weights.sum()
    mean = (values * weights).sum() / total
    variance = (weights * ((values - mean) / scale.width) ** 2).sum() / total
    return float(variance / (total * (total + 1)))
