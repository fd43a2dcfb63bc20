"""Intervals that experts were differently sure of, brought to one credence."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Floats
from tracktwo.dialogue import Scale
from tracktwo.errors import OptionError
from tracktwo.risk.estimates import LEAST_SURE, Estimate

CREDENCE = 0.8
"""How sure everybody is made to be, as in Hemming et al. 2018."""


@dataclass(frozen=True, eq=False)
class Intervals:
    """Estimates of one quantity as columns, (n,) each, with the side and name of whose they are."""

    low: Floats
    best: Floats
    high: Floats
    expert: tuple[str, ...]
    side: tuple[str, ...]

    @property
    def n(self) -> int:
        return len(self.best)


def at_credence(rows: Sequence[Estimate], scale: Scale, *, credence: float = CREDENCE) -> Intervals:
    """Intervals stretched or shrunk as if everybody were as sure as `credence`.

    Linear from the best estimate, and cut off at the ends of the scale:

        low'  = best - (best - low) credence / sure
        high' = best + (high - best) credence / sure

    Who was not asked how sure keeps the ends as they are. Raises `OptionError` for a credence
    outside 0.5..1 (Adams-Hosking et al. 2016; Hemming et al. 2018, appendix).

    >>> one = Estimate("war", "e1", "north", 1, "likelihood", 0.3, 0.4, 0.6, sure=0.5)
    >>> moved = at_credence([one], Scale("rating", 0, 1), credence=0.8)
    >>> moved.low.round(2).tolist(), moved.high.round(2).tolist()
    ([0.24], [0.72])
    """
    if not LEAST_SURE <= credence <= 1:
        raise OptionError(f"the credence is {credence:g}; it must lie between 0.5 and 1")
    low, best, high = (
        np.array([getattr(one, name) for one in rows], np.float64)
        for name in ("low", "best", "high")
    )
    stretch = credence / np.array([credence if one.sure is None else one.sure for one in rows])
    return Intervals(
        np.maximum(best - (best - low) * stretch, scale.low),
        best,
        np.minimum(best + (high - best) * stretch, scale.high),
        tuple(one.expert for one in rows),
        tuple(one.side for one in rows),
    )
