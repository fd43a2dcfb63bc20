"""A matrix laid out for the search: which descriptor is decided when, and what the others can still add."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

import numpy as np

from tracktwo._typing import Floats, Ints
from tracktwo.influence.scenarios.matrix import CrossImpactMatrix, Steps

MASKED = 8
"""States up to which a descriptor's best contribution is tabled for every set of its living states."""


@dataclass(frozen=True, eq=False)
class Plan:
    """D descriptors in the order of the search, their S states, and P pairs of rival states.

    `order` (D,) is the descriptor decided at each depth, `starts` (D + 1,) where its states begin
    and `impacts` (S, S) the judgements in that order. Pair p asks that state `favoured[p]` be no
    worse than `rival[p]`; what is held has no pairs. `rounds` are slices of pairs, the first rival
    of every state, then the second, and so on: in a slice no state is favoured twice.

    `slack` (D + 1, P) is the most that the descriptors from a depth on can add to a pair's lead;
    `best[d]` (P, sets) the same for the descriptor at depth d alone by the set of states still
    possible, the sum of their `bits` (S,).
    """

    order: tuple[int, ...]
    starts: Ints
    impacts: Steps
    favoured: Ints
    rival: Ints
    rounds: tuple[slice, ...]
    slack: Steps
    best: tuple[Steps, ...]
    bits: Ints

    @property
    def depth(self) -> int:
        return len(self.order)


def planned(matrix: CrossImpactMatrix, held: dict[int, int]) -> Plan:
    """The plan of a matrix whose descriptors at `held` are fixed."""
    order = _order(matrix, held)
    sizes = np.diff(matrix.starts)[list(order)]
    starts = np.cumsum([0, *sizes]).astype(np.int32)
    rows = np.concatenate([np.flatnonzero(matrix.owners == one) for one in order])
    impacts = matrix.steps[np.ix_(rows, rows)]
    free = [depth for depth, one in enumerate(order) if one not in held]
    rounds = [list(_round(starts, free, rank)) for rank in range(1, sizes.max())]
    favoured, rival = (
        np.array([pair for pairs in rounds for pair in pairs], np.int32).reshape(-1, 2).T
    )
    ends = np.cumsum([0, *map(len, rounds)]).tolist()
    gain = impacts[:, favoured] - impacts[:, rival]
    most = np.maximum.reduceat(gain, starts[:-1], axis=0)
    slack = np.vstack([np.cumsum(most[::-1], axis=0)[::-1], np.zeros_like(most[:1])])
    parts = [gain[start : start + size] for start, size in zip(starts[:-1], sizes, strict=True)]
    return Plan(
        order=order,
        starts=starts,
        impacts=impacts,
        favoured=favoured,
        rival=rival,
        rounds=tuple(slice(*pair) for pair in pairwise(ends)),
        slack=slack.astype(impacts.dtype),
        best=tuple(_best_by_set(part) for part in parts),
        bits=np.concatenate([_bits(size) for size in sizes.tolist()]),
    )


def _round(starts: Ints, depths: Sequence[int], rank: int) -> Iterator[tuple[int, int]]:
    """Every state with the rival that follows it, in a circle, at this distance."""
    for depth in depths:
        start, size = starts[depth], starts[depth + 1] - starts[depth]
        for place in range(size if rank < size else 0):
            yield start + place, start + (place + rank) % size


def _best_by_set(gain: Steps) -> Steps:
    """(P, sets): the most that any state of a set adds to each pair; column 0 is that of any state."""
    size = len(gain)
    members = [list(range(size))]
    if size <= MASKED:
        members += [[k for k in range(size) if one >> k & 1] for one in range(1, 2**size)]
    return np.ascontiguousarray(np.stack([gain[one].max(axis=0) for one in members], axis=1))


def _bits(size: int) -> Ints:
    return (1 << np.arange(size) if size <= MASKED else np.zeros(size)).astype(np.int32)


def _order(matrix: CrossImpactMatrix, held: dict[int, int]) -> tuple[int, ...]:
    """What is held first; then, again and again, whatever decides most for the branches it costs."""
    sway = _sway(matrix)
    order = sorted(held)
    free = [one for one in range(len(sway)) if one not in held]

    def worth(one: int) -> float:
        decided = sway[one, order].sum() + sway[order, one].sum()
        return float(decided + sway[one].sum()) / log(len(matrix.descriptors[one].states))

    while free:
        order.append(max(free, key=worth))
        free.remove(order[-1])
    return tuple(order)


def _sway(matrix: CrossImpactMatrix) -> Floats:
    """(D, D): the most that a descriptor can add to the lead of a state of another, on average."""
    return np.array([list(_swayed(matrix, source)) for source in range(len(matrix.descriptors))])


def _swayed(matrix: CrossImpactMatrix, source: int) -> Iterator[float]:
    rows = matrix.impacts[matrix.owners == source]
    for target in range(len(matrix.descriptors)):
        block = rows[:, matrix.owners == target]
        leads = (block[:, :, None] - block[:, None, :]).max(axis=0)
        yield float(leads.sum() / (len(leads) * (len(leads) - 1)))
