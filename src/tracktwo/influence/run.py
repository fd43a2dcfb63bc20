"""One run of a map: from a start, step by step, until it settles, circles or is given up."""

from dataclasses import dataclass, field
from functools import cached_property
from math import isinf
from typing import Literal

import numpy as np

from tracktwo._typing import Flags, Floats
from tracktwo.influence.certificate import Certificate, certify, local_bound
from tracktwo.influence.dynamics import DEFAULT, Dynamics
from tracktwo.influence.network import Network

Outcome = Literal["settled", "cycle", "unsettled"]

EPS = 1e-9
MOST_STEPS = 5_000
LONGEST_PERIOD = 64
SAME = 1e-7
"""Two states nearer than this are one, when a cycle is looked for."""
SEEN_TO_MOVE = 1e-4
"""A cycle is wider than this."""


@dataclass(frozen=True, eq=False)
class Run:
    """Where a map came to from one start.

    `states` (n,) are the values at the end; in a cycle, those at one moment of it, and `cycle`
    (period, n) holds all. `period` is 1 where it settled, 0 where it did neither. `trace` (steps + 1, n)
    holds every step where it was asked for.
    """

    outcome: Outcome
    period: int
    steps: int
    states: Floats
    cycle: Floats
    change: Floats = field(repr=False)
    network: Network = field(repr=False)
    dynamics: Dynamics
    held: Flags = field(repr=False)
    trace: Floats | None = field(default=None, repr=False)

    @cached_property
    def certificate(self) -> Certificate:
        """Whether there is one equilibrium only, from wherever one starts."""
        return certify(self.network.matrix, self.dynamics, held=self.held)

    @cached_property
    def error_bound(self) -> float | None:
        """How far any concept can be from the equilibrium; None where the run did not settle near one."""
        if self.outcome != "settled":
            return None
        bound = min(
            self.certificate.bound(self.change),
            local_bound(self.network.matrix, self.states, self.dynamics, held=self.held),
        )
        return None if isinf(bound) else bound


def run(
    network: Network,
    start: Floats,
    *,
    dynamics: Dynamics = DEFAULT,
    held: Flags | None = None,
    eps: float = EPS,
    most_steps: int = MOST_STEPS,
    keep_trace: bool = False,
) -> Run:
    """Let a map move from `start` (n,) until no concept changes by more than `eps` in a step.

    `held` (n,) marks concepts that keep their start; those that no link leads to keep it in any case.
    A run that does not settle is a cycle where the last states repeat, each as the one `period`
    steps before.

    >>> moved = run(Network.of_matrix(np.array([[0, 0.9, 0], [0, 0, 0.8], [0, 0, 0]])), np.array([1.0, 0, 0]))
    >>> moved.outcome, moved.states.round(3).tolist()
    ('settled', [1.0, 0.711, 0.638])
    """
    kept = network.is_source if held is None else held | network.is_source
    steps = _Steps(network, start, dynamics, kept)
    trace, recent = [steps.state.copy()], np.empty((2 * LONGEST_PERIOD, network.n))
    period = number = 0
    while not period and number < most_steps:
        is_still = steps.forward() <= eps
        recent[number % len(recent)] = steps.state
        number += 1
        if keep_trace:
            trace.append(steps.state.copy())
        if is_still:
            period = 1
        elif number % len(recent) == 0:
            period = period_of(recent)
    return Run(
        outcome=_OUTCOMES[min(period, 2)],
        period=period,
        steps=number,
        states=steps.state,
        cycle=recent[-period:] if period > 1 else steps.state[None, :],
        change=steps.change,
        network=network,
        dynamics=dynamics,
        held=kept,
        trace=np.array(trace) if keep_trace else None,
    )


def period_of(recent: Floats) -> int:
    """The period with which states (T, ...) repeat from first to last, at most T / 2; 0 where none does.

    States that only drift or die away slowly are no cycle.
    """
    moved = np.abs(recent - recent[-1]).reshape(len(recent), -1).max(axis=1)
    if moved.max() < SEEN_TO_MOVE:
        return 0
    for period in range(2, len(recent) // 2 + 1):
        if moved[-1 - period] > SAME:
            continue
        drift = np.abs(recent[period:] - recent[:-period]).max() * len(recent) / period
        if drift <= SAME:
            return period
    return 0


_OUTCOMES: tuple[Outcome, Outcome, Outcome] = ("unsettled", "settled", "cycle")


class _Steps:
    """The state of a run, moved forward without making new arrays."""

    def __init__(self, network: Network, start: Floats, dynamics: Dynamics, held: Flags) -> None:
        self._pushes, constant = dynamics.pushes(network.matrix)
        self._constant = constant if constant.any() else None
        self._transfer = dynamics.transfer
        (self._held,) = held.nonzero()
        self._kept = start[self._held]
        self.state = np.array(start, np.float64)
        self._other, self.change = np.empty_like(self.state), np.zeros_like(self.state)
        self._size = np.empty_like(self.state)

    def forward(self) -> float:
        """One step; returns the most that any concept changed."""
        moved = np.matmul(self.state, self._pushes, out=self._other)
        if self._constant is not None:
            moved += self._constant
        self._transfer.of(moved)
        moved[self._held] = self._kept
        np.subtract(moved, self.state, out=self.change)
        self.state, self._other = moved, self.state
        return float(np.abs(self.change, out=self._size).max(initial=0.0))
