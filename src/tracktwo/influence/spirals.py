"""Spirals: loops that feed themselves, how they run through the sides, and where they are cut most easily."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Floats
from tracktwo.influence.dynamics import DEFAULT, Dynamics
from tracktwo.influence.loops import BUDGET, Loop, strongest_loops
from tracktwo.influence.maps import DELAYS, InfluenceMap, Link
from tracktwo.influence.network import Network


@dataclass(frozen=True, slots=True)
class Spiral:
    """A loop in words of its map: `concepts` (ids) in order, the last leading back to the first.

    `strength` is the product of the sizes of its weights, `gain` how much of a small push comes back
    after one turn where the map has settled (None where the transfer function jumps). `slowest` is
    the longest delay named on it. `cut` is its weakest link, the one that takes least to undo; the
    spiral passes through `sides`. `proven` says that no stronger one of its polarity was left out.
    """

    concepts: tuple[str, ...]
    polarity: int
    strength: float
    gain: float | None
    slowest: str
    cut: tuple[str, str]
    sides: tuple[str, ...]
    proven: bool

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        return tuple(zip(self.concepts, self.concepts[1:] + self.concepts[:1], strict=True))


@dataclass(frozen=True, slots=True)
class Spirals:
    """At most k spirals of one polarity, strongest first; `proven_up_to` as in `StrongestLoops`."""

    spirals: tuple[Spiral, ...]
    proven_up_to: int | None


def find_spirals(
    drawn: InfluenceMap,
    *,
    k: int = 10,
    polarity: int = 1,
    across: bool = False,
    states: Floats | None = None,
    dynamics: Dynamics = DEFAULT,
    budget: int = BUDGET,
) -> Spirals:
    """The k strongest loops of a map with one link a pair.

    With `across`, only those that pass through concepts of at least two sides. `states` (n,) is where
    the map has settled, for the gain.

    >>> from tracktwo.influence.maps import Concept
    >>> concepts = (Concept("ships", side="a"), Concept("fear", side="b"))
    >>> drawn = InfluenceMap(concepts, (Link("ships", "fear", 0.9), Link("fear", "ships", 0.5)))
    >>> found = find_spirals(drawn, across=True).spirals[0]
    >>> found.concepts, round(found.strength, 2), found.cut
    (('ships', 'fear'), 0.45, ('fear', 'ships'))
    """
    network = Network.of_map(drawn)
    sides = [concept.side for concept in drawn.concepts]
    if across and len({*sides} - {""}) < 2:
        return Spirals((), None)  # to search would be to look through every loop for none

    def is_wanted(places: tuple[int, ...]) -> bool:
        return not across or len({sides[place] for place in places} - {""}) > 1

    found = strongest_loops(network, k=k, polarity=polarity, accept=is_wanted, budget=budget)
    links = {link.ends: link for link in drawn.links}
    slopes = None if states is None else _slopes(states, dynamics)
    return Spirals(
        tuple(_spiral(loop, drawn, links, slopes, proven=found.is_proven) for loop in found.loops),
        found.proven_up_to,
    )


def _slopes(states: Floats, dynamics: Dynamics) -> Floats | None:
    """(n,): how much of what reaches a concept it passes on."""
    if dynamics.transfer.is_discrete:
        return None
    return dynamics.scale * dynamics.transfer.slope(states)


def _spiral(
    loop: Loop,
    drawn: InfluenceMap,
    links: Mapping[tuple[str, str], Link],
    slopes: Floats | None,
    *,
    proven: bool,
) -> Spiral:
    concepts = tuple(drawn.ids[place] for place in loop.places)
    along = [links[drawn.ids[one], drawn.ids[other]] for one, other in loop.links]
    delays = [DELAYS.index(link.delay) for link in along if link.delay]
    sides = dict.fromkeys(drawn.concepts[place].side for place in loop.places)
    passed_on = None if slopes is None else float(np.prod(slopes[list(loop.places)]))
    return Spiral(
        concepts,
        loop.polarity,
        loop.strength,
        None if passed_on is None else loop.strength * passed_on,
        DELAYS[max(delays)] if delays else "",
        min(along, key=lambda link: abs(link.weight)).ends,
        tuple(filter(None, sides)),
        proven,
    )
