"""Where scenarios end under succession: every one of them counted, or a sample followed.

An end stands for the attractor that a start runs into: the first scenario of it in the order of the
matrix, whatever the start.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import prod

import numpy as np

from tracktwo._typing import Flags, Ints, Longs

Step = Callable[[Ints], Ints]
"""From (N, D) places of states to the places that they give way to."""

Places = tuple[int, ...]

BLOCK = 16_384
"""Scenarios moved on together."""

MOST_STEPS = 2_000
"""Steps after which a start of a sample counts as not settled."""


@dataclass(frozen=True, slots=True)
class Ends:
    """How many of `starts` ended where; the rest did not settle within `MOST_STEPS`."""

    starts: int
    counts: Mapping[Places, int]


def every_end(step: Step, *, sizes: Places, least: Places) -> Ends:
    """The ends of all scenarios: `sizes` states of each descriptor, from the place `least` on.

    Scenarios are numbered in the order of the matrix, and all numbers are moved on 1, 2, 4, 8, ...
    steps until every one is on a cycle. What can be reached from a cycle is that cycle.
    """
    ahead = np.concatenate(
        [_numbers(step(places), sizes, least) for places in _all_places(sizes, least)]
    )
    first = np.arange(len(ahead))
    for _ in range(len(ahead).bit_length()):
        first, ahead = np.minimum(first, first[ahead]), ahead[ahead]
    numbers, counts = np.unique(first[ahead], return_counts=True)
    ends = _places(numbers, sizes, least).tolist()
    return Ends(len(ahead), dict(zip(map(tuple, ends), counts.tolist(), strict=True)))


def sampled_ends(step: Step, starts: Ints) -> Ends:
    """The ends of some starts, (N, D) places, each followed until it meets itself (Brent 1980).

    Starts that have come together go on as one.
    """
    mark, weight = np.unique(starts, axis=0, return_counts=True)
    moved, counts = mark, dict[Places, int]()
    for taken in range(1, MOST_STEPS + 1):
        moved = step(moved)
        met: Flags = (moved == mark).all(axis=1)
        for place, count in zip(map(tuple, moved[met].tolist()), weight[met].tolist(), strict=True):
            counts[place] = counts.get(place, 0) + count
        mark, moved, weight = mark[~met], moved[~met], weight[~met]
        if not len(moved):
            break
        if taken.bit_count() == 1:
            moved, weight = _together(moved, weight)
            mark = moved
    return Ends(len(starts), _merged(step, counts))


def _together(places: Ints, weight: Longs) -> tuple[Ints, Longs]:
    """Equal scenarios once, with the sum of their weights."""
    once, which = np.unique(places, axis=0, return_inverse=True)
    return once, np.bincount(which, weights=weight).astype(np.int64)


def cycle_from(step: Step, end: Places) -> list[Places]:
    """The scenarios of an attractor in their order, from one of them on."""
    cycle = [end]
    while (follows := _next(step, cycle[-1])) != end:
        cycle.append(follows)
    return cycle


def _next(step: Step, place: Places) -> Places:
    return tuple(step(np.array([place], np.int32))[0].tolist())


def _merged(step: Step, counts: Mapping[Places, int]) -> dict[Places, int]:
    """Counts of scenarios on cycles as counts of the cycles, each named by its first scenario."""
    merged: dict[Places, int] = {}
    first_of: dict[Places, Places] = {}
    for place, count in counts.items():
        if place not in first_of:
            cycle = cycle_from(step, place)
            first_of |= dict.fromkeys(cycle, min(cycle))
        first = first_of[place]
        merged[first] = merged.get(first, 0) + count
    return merged


def _all_places(sizes: Places, least: Places) -> Iterator[Ints]:
    n = prod(sizes)
    for start in range(0, n, BLOCK):
        yield _places(np.arange(start, min(start + BLOCK, n)), sizes, least)


def _places(numbers: Longs, sizes: Places, least: Places) -> Ints:
    return (np.stack(np.unravel_index(numbers, sizes), axis=1) + least).astype(np.int32)


def _numbers(places: Ints, sizes: Places, least: Places) -> Longs:
    numbers: Longs = np.ravel_multi_index(tuple((places - least).T), sizes).astype(np.int64)
    return numbers
