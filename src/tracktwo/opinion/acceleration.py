"""Alternating minimisation that remembers: Anderson acceleration with a safeguard."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Floats

MEMORY = 6
"""Earlier rounds a new one is extrapolated from."""

ROUNDING = 1e-13
"""A loss counts as higher only if it is so by more than this share of itself."""


@dataclass(frozen=True, eq=False)
class Round:
    """One plain round from `x`: the loss there, where the round leads, what it promises to gain."""

    x: Floats
    loss: float
    leads_to: Floats
    gain: float


def minimised(
    plain_round: Callable[[Floats], Round],
    start: Floats,
    *,
    weight: Floats,
    close: float,
    most_rounds: int,
) -> tuple[Round, int]:
    """The last round and how many there were, until one promises no gain above `close`.

    A plain round must never raise the loss. The next point is the combination of the remembered
    rounds whose combined step is smallest, lengths measured with `weight` (Walker & Ni 2011,
    Anderson acceleration for fixed-point iterations). Where that raises the loss, the last good
    plain round is taken instead and the memory cleared: the loss never rises.

    >>> halving = lambda x: Round(x, float(x @ x), x / 2, float(0.75 * x @ x))
    >>> last, rounds = minimised(halving, np.ones(2), weight=np.ones(2), close=1e-20, most_rounds=50)
    >>> last.loss < 1e-20, rounds
    (True, 3)
    """
    best = plain_round(start)
    memory = [best]
    for rounds in range(1, most_rounds):
        if best.gain <= close:
            return best, rounds
        tried = plain_round(_extrapolated(memory, weight))
        if tried.loss > best.loss * (1 + ROUNDING) and len(memory) > 1:
            memory = [best]
            continue
        best, memory = tried, [*memory[-MEMORY:], tried]
    return best, most_rounds


def _extrapolated(memory: list[Round], weight: Floats) -> Floats:
    newest = memory[-1]
    if len(memory) == 1:
        return newest.leads_to
    steps = np.stack([(one.leads_to - one.x) * weight for one in memory], axis=1)
    ends = np.stack([one.leads_to for one in memory], axis=1)
    share = np.linalg.lstsq(np.diff(steps), steps[:, -1], rcond=1e-10)[0]
    return np.asarray(newest.leads_to - np.diff(ends) @ share)
