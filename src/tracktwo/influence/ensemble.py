"""Many runs at once: thousands of members that differ in their weights, or in where they start.

States are (n, M), one contiguous row a concept, so that each link is one product of two rows. Members
are taken in blocks that stay in the processor's cache from step to step.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from tracktwo._typing import Flags, Floats, Ints
from tracktwo.influence.dynamics import DEFAULT, Dynamics
from tracktwo.influence.network import Network
from tracktwo.influence.run import EPS, LONGEST_PERIOD, SAME, period_of

BLOCK = 1_024
MOST_STEPS = 1_000
FIRST_LOOK = 100
"""After so many steps, and twice as many, and so on, members that rest or repeat are let go."""


@dataclass(frozen=True, eq=False)
class Settled:
    """Where each of M members came to: `states` (n, M) and `period` (M,), 1 settled, 0 given up."""

    states: Floats
    period: Ints
    steps: int

    @property
    def has_settled(self) -> Flags:
        return np.asarray(self.period == 1)


def settle_all(
    network: Network,
    start: Floats,
    *,
    dynamics: Dynamics = DEFAULT,
    held: Flags | None = None,
    eps: float = EPS,
    most_steps: int = MOST_STEPS,
) -> Settled:
    """Let every member move until it changes by no more than `eps` in a step.

    `network.weight` is (E, M), or (E,) where all share it; `start` is (n, M), or (n,) where all share it.
    `held` as in `run`.

    >>> pair = Network(2, np.array([0], np.int32), np.array([1], np.int32), np.array([[0.0, 1.0]]))
    >>> settle_all(pair, np.array([1.0, 0.0])).states.round(3).tolist()
    [[1.0, 1.0], [0.5, 0.731]]
    """
    kept = network.is_source if held is None else held | network.is_source
    members = network.members if start.ndim == 1 else start.shape[1]
    begun = np.broadcast_to(start if start.ndim > 1 else start[:, None], (network.n, members))
    found = _moved(network, begun, dynamics, kept, eps, min(FIRST_LOOK, most_steps))
    while found.steps < most_steps and len(left := np.flatnonzero(found.period == 0)):
        further = min(found.steps, most_steps - found.steps)
        few, at = network.of_members(left), found.states[:, left]
        later = _moved(few, at, dynamics, kept, eps, further)
        found.states[:, left], found.period[left] = later.states, later.period
        found = replace(found, steps=found.steps + further)
    return found


def _moved(
    network: Network, begun: Floats, dynamics: Dynamics, held: Flags, eps: float, most_steps: int
) -> Settled:
    """Block by block, each for at most so many steps."""
    states, period, most = np.empty(begun.shape), np.zeros(begun.shape[1], np.int32), 0
    for block in _blocks(begun.shape[1]):
        block_of = _Block(network, begun[:, block], dynamics, held, block)
        steps, found = block_of.settle(eps, most_steps)
        states[:, block], period[block], most = block_of.states, found, max(most, steps)
    return Settled(states, period, most)


def _blocks(members: int) -> Iterator[slice]:
    for first in range(0, members, BLOCK):
        yield slice(first, min(first + BLOCK, members))


class _Block:
    """Some members in motion."""

    def __init__(
        self, network: Network, start: Floats, dynamics: Dynamics, held: Flags, block: slice
    ) -> None:
        self._dynamics = dynamics
        (self._held,) = held.nonzero()
        self._kept = start[self._held]
        self.states, self._moved = np.array(start), np.empty(start.shape)
        self._acting = np.empty(start.shape)
        self._inflow = (
            _SharedLinks(network) if network.weight.ndim == 1 else _OwnLinks(network, block)
        )

    def settle(self, eps: float, most_steps: int) -> tuple[int, Ints]:
        """Move until all are still; returns the steps and each member's period."""
        for step in range(1, most_steps + 1):
            if self._change() <= eps:
                return step, np.ones(self.states.shape[1], np.int32)
        return most_steps, self._periods(eps)

    def _change(self) -> float:
        before = self.states
        self._forward()
        np.subtract(self.states, before, out=self._acting)
        return float(np.abs(self._acting, out=self._acting).max(initial=0.0))

    def _forward(self) -> None:
        moved, acting = self._moved, self.states
        if self._dynamics.rule == "rescaled":
            acting = np.subtract(np.multiply(self.states, 2, out=self._acting), 1, out=self._acting)
        self._inflow.add_up(acting, moved)
        if self._dynamics.memory:
            moved += acting
        self._dynamics.transfer.of(moved)
        moved[self._held] = self._kept
        self.states, self._moved = moved, self.states

    def _periods(self, eps: float) -> Ints:
        """Watch those that did not settle a little longer: which of them repeat?"""
        seen = np.empty((2 * LONGEST_PERIOD, *self.states.shape))
        for moment in seen:
            self._forward()
            moment[:] = self.states
        change = np.abs(seen[-1] - seen[-2]).max(axis=0)
        nearest = np.abs(seen[-1 - LONGEST_PERIOD : -2] - seen[-1]).max(axis=1).min(axis=0)
        period: Ints = (change <= eps).astype(np.int32)
        for member in np.flatnonzero((change > eps) & (nearest <= SAME)):
            period[member] = period_of(seen[:, :, member])
        return period


class _SharedLinks:
    """One set of weights for all members: a matrix product."""

    def __init__(self, network: Network) -> None:
        self._into = np.ascontiguousarray(network.matrix.T)

    def add_up(self, acting: Floats, into: Floats) -> None:
        np.matmul(self._into, acting, out=into)


class _OwnLinks:
    """Weights of each member's own: one product of rows a link, added up by target."""

    def __init__(self, network: Network, block: slice) -> None:
        weight = np.ascontiguousarray(network.weight[:, block])
        self._links = list(
            zip(network.source.tolist(), network.target.tolist(), weight, strict=True)
        )
        self._product = np.empty(weight.shape[1])

    def add_up(self, acting: Floats, into: Floats) -> None:
        rows, sums, product = list(acting), list(into), self._product
        into.fill(0.0)
        for source, target, weight in self._links:
            np.multiply(weight, rows[source], out=product)
            total = sums[target]
            np.add(total, product, out=total)
