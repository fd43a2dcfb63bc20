"""Where a map may tip: the ends that different starts lead to, and how many starts each draws in.

With tanh, a step or a steep sigmoid a map can have several equilibria and cycles. Nothing proves that
these are all; the more starts, the smaller an end that could have been missed.
"""

from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Flags, Floats
from tracktwo.influence.dynamics import Dynamics
from tracktwo.influence.ensemble import settle_all
from tracktwo.influence.network import Network
from tracktwo.influence.run import run
from tracktwo.influence.start import Start

NEAR = 1e-4
"""Equilibria nearer than this are one."""


@dataclass(frozen=True, eq=False)
class End:
    """An equilibrium (`period` 1) or a cycle that starts lead to.

    `states` (period, n). `share` of the starts, with its 95 % interval `low`..`high`.
    """

    period: int
    states: Floats
    starts: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, eq=False)
class Tipping:
    """The ends found from a number of random starts, largest first; `unsettled` starts came to none."""

    ends: tuple[End, ...]
    starts: int
    unsettled: int


def tipping(
    network: Network,
    start: Start,
    *,
    dynamics: Dynamics,
    starts: int = 1_000,
    seed: int = 0,
) -> Tipping:
    """Let a map move from many starts, drawn evenly between the least and the largest value.

    What `start` holds is held in all of them.

    >>> both = Network.of_matrix(np.array([[0, 1.0], [1.0, 0]]))
    >>> free = Start(np.ones(2), np.zeros(2, bool))
    >>> found = tipping(both, free, dynamics=Dynamics.of("kosko", "tanh:3"), starts=200)
    >>> sorted(end.states.round(2).tolist()[0] for end in found.ends if end.period == 1)
    [[-0.99, -0.99], [0.99, 0.99]]
    """
    held = start.held | network.is_source
    begun = _starts(network, start, held, dynamics, starts, np.random.default_rng(seed))
    settled = settle_all(network, begun, dynamics=dynamics, held=held)
    left = settled.states[:, settled.period > 0]
    ends = []
    while left.shape[1]:
        orbit = _orbit(network, left[:, 0], dynamics, held)
        is_here = np.abs(left - orbit[:, :, None]).max(axis=1).min(axis=0) <= NEAR
        is_here[0] = True
        ends.append(_end(orbit, int(is_here.sum()), starts))
        left = left[:, ~is_here]
    ends.sort(key=lambda end: -end.starts)
    return Tipping(tuple(ends), starts, int((settled.period == 0).sum()))


def _starts(
    network: Network,
    start: Start,
    held: Flags,
    dynamics: Dynamics,
    starts: int,
    rng: np.random.Generator,
) -> Floats:
    drawn = rng.uniform(dynamics.transfer.lowest, 1.0, (network.n, starts))
    drawn[held] = start.values[held, None]
    return drawn


def _orbit(network: Network, states: Floats, dynamics: Dynamics, held: Flags) -> Floats:
    """(period, n): where a map stays that has come to `states`."""
    return run(network, states, dynamics=dynamics, held=held).cycle


def _end(orbit: Floats, members: int, starts: int) -> End:
    from tracktwo.votes.intervals import share_interval

    low, high = share_interval(members, starts)
    return End(len(orbit), orbit, members, members / starts, float(low), float(high))
