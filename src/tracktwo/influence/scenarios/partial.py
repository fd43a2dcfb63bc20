"""Scenarios decided in part, many at a time: branched at the next descriptor, given up when hopeless.

A state can only be part of a consistent scenario if, against each of its rivals, the lead that the
decided states give it, plus the most that the open descriptors can add, is not below 0. A partial
scenario is given up as soon as a descriptor has no such state left. Nothing consistent is lost,
because no descriptor ever adds more than was allowed for.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Flags, Ints
from tracktwo.influence.scenarios.matrix import Steps
from tracktwo.influence.scenarios.plan import Plan

BLOCK = 2048
"""Partial scenarios looked at together: their arrays then stay near the processor."""


@dataclass(frozen=True, eq=False)
class Partial:
    """N scenarios in which the descriptors before `depth` are decided.

    `scores` (S, N) is what the decided states give to every state, `possible` (S, N) says which
    states may still be chosen: of a decided descriptor, the chosen one.
    """

    depth: int
    scores: Steps
    possible: Flags

    def __len__(self) -> int:
        return int(self.scores.shape[1])

    def only(self, these: Ints, possible: Flags) -> "Partial":
        """Some of the scenarios, with what is now possible in all."""
        return Partial(self.depth, self.scores[:, these], possible[:, these])

    def blocks(self) -> Iterator["Partial"]:
        """The same in blocks that are looked at together."""
        for start in range(0, len(self), BLOCK):
            part = slice(start, start + BLOCK)
            yield Partial(self.depth, self.scores[:, part], self.possible[:, part])


def undecided(plan: Plan, held: dict[int, int]) -> Partial:
    """One scenario with nothing decided; of what is held only that state is possible."""
    possible = np.ones((len(plan.impacts), 1), np.bool_)
    for depth, descriptor in enumerate(plan.order):
        if descriptor in held:
            possible[plan.starts[depth] : plan.starts[depth + 1]] = False
            possible[plan.starts[depth] + held[descriptor]] = True
    return Partial(0, np.zeros((len(plan.impacts), 1), plan.impacts.dtype), possible)


def branched(plan: Plan, partial: Partial) -> Partial:
    """Every scenario once for each possible state of the next descriptor."""
    start, end = plan.starts[partial.depth : partial.depth + 2]
    scores, possible = [], []
    for state in range(start, end):
        these = np.flatnonzero(partial.possible[state])
        scores.append(partial.scores[:, these] + plan.impacts[state][:, None])
        chosen = partial.possible[:, these]
        chosen[start:end] = False
        chosen[state] = True
        possible.append(chosen)
    return Partial(partial.depth + 1, np.hstack(scores), np.hstack(possible))


def promising(plan: Plan, partial: Partial, *, tolerance: int) -> Partial:
    """The scenarios that may still become consistent within a tolerance in steps.

    The open descriptors are first allowed all their states, then only those that are still possible.
    """
    lead = partial.scores[plan.favoured] - partial.scores[plan.rival]
    reach = lead + plan.slack[partial.depth][:, None]
    possible = _possible(plan, partial.possible, reach, tolerance)
    these = _with_a_state_each(plan, possible)
    partial = partial.only(these, possible)
    if partial.depth == plan.depth:
        return partial
    reach = lead[:, these] + _slack_of_possible(plan, partial)
    possible = _possible(plan, partial.possible, reach, tolerance)
    return partial.only(_with_a_state_each(plan, possible), possible)


def places(plan: Plan, whole: Partial) -> Ints:
    """(N, D): the chosen states of whole scenarios, descriptors in the order of the matrix."""
    parts = np.split(whole.possible, plan.starts[1:-1])
    chosen = np.empty((len(whole), plan.depth), np.int32)
    chosen[:, plan.order] = np.stack([part.argmax(axis=0) for part in parts], axis=1)
    return chosen


def _possible(plan: Plan, possible: Flags, reach: Steps, tolerance: int) -> Flags:
    """(S, N): the possible states that can still be as good as each of their rivals."""
    narrowed = possible.copy()
    for pairs in plan.rounds:
        narrowed[plan.favoured[pairs]] &= reach[pairs] >= -tolerance
    return narrowed


def _with_a_state_each(plan: Plan, possible: Flags) -> Ints:
    parts = np.split(possible, plan.starts[1:-1])
    some = np.logical_and.reduce([part.any(axis=0) for part in parts])
    return np.flatnonzero(some).astype(np.int32)


def _slack_of_possible(plan: Plan, partial: Partial) -> Steps:
    """(P, N): the most that the possible states of the open descriptors can add to each pair."""
    slack = np.zeros((len(plan.favoured), len(partial)), plan.slack.dtype)
    for depth in range(partial.depth, plan.depth):
        states = slice(*plan.starts[depth : depth + 2])
        sets = plan.bits[states] @ partial.possible[states]
        slack += plan.best[depth][:, sets]
    return slack
