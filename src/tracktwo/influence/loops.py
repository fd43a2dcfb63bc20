"""The strongest loops of a map: what feeds itself, and what holds itself back.

A loop reinforces where the product of its signs is positive, and balances where it is negative. Its
strength is the product of the sizes of its weights. Maps of sixty concepts have millions of loops; the k
strongest are found without listing them, and proven to be the strongest, by branch and bound.

Lengths are -ln|w|, so that the strongest loop is the shortest. Every loop is looked for from the first
of its concepts, in a fixed order, among the concepts behind it; how far it is back to there, by an even
and by an odd number of negative links, is a bound on what a begun path can still become. Those distances
for all concepts come from one pass of Floyd and Warshall in which concepts are let in from the last to
the first. Loops of 3, 5 and 8 links are searched before longer ones: their strengths bound the rest.
"""

from bisect import insort
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from math import exp, inf

import numpy as np

from tracktwo._typing import Floats
from tracktwo.influence.network import Network

LENGTHS = (3, 5, 8)
BUDGET = 3_000_000
"""Steps of the search before it says how far it got: some seconds."""


@dataclass(frozen=True, slots=True, order=True)
class Loop:
    """Concepts in order of influence (places, the least first), back to the first from the last."""

    places: tuple[int, ...]
    polarity: int
    strength: float

    @property
    def links(self) -> tuple[tuple[int, int], ...]:
        """The ends of each link of it."""
        return tuple(zip(self.places, self.places[1:] + self.places[:1], strict=True))


@dataclass(frozen=True, slots=True)
class StrongestLoops:
    """At most k loops, strongest first.

    `proven_up_to` is the length of loops up to which no stronger one is left out; None where that holds
    of all lengths. `steps` counts the search.
    """

    loops: tuple[Loop, ...]
    proven_up_to: int | None
    steps: int

    @property
    def is_proven(self) -> bool:
        return self.proven_up_to is None


Accept = Callable[[tuple[int, ...]], bool]


def strongest_loops(
    network: Network,
    *,
    k: int = 20,
    polarity: int = 1,
    accept: Accept = lambda _: True,
    budget: int = BUDGET,
) -> StrongestLoops:
    """The k strongest loops of one polarity, a link back to itself counting as a loop of one.

    `accept` says of a loop (places in order) whether it counts, for instance only those through both
    sides. Of loops equally strong as the last one any may be left out.

    >>> pair = Network.of_matrix(np.array([[0, 0.8, 0], [0.5, 0, -0.4], [0, 0.9, 0]]))
    >>> strongest_loops(pair, k=1).loops
    (Loop(places=(0, 1), polarity=1, strength=0.4),)
    >>> [(loop.places, round(loop.strength, 2)) for loop in strongest_loops(pair, polarity=-1).loops]
    [((1, 2), 0.36)]
    """
    search = _Search(network, k, polarity, accept, budget)
    proven = 0
    for length in (*(one for one in LENGTHS if one < network.n), network.n):
        if not search.all_up_to(length):
            break
        proven = length
    return StrongestLoops(
        tuple(search.found()), None if proven == network.n else proven, search.steps
    )


@dataclass(slots=True)
class _Root:
    """Where loops are looked for from: the way back to it, even and odd, from concepts behind it."""

    place: int
    back: tuple[list[float], list[float]]
    shortest: float


@dataclass
class _Search:
    """Branch and bound from every root; the k best so far set the bound."""

    network: Network
    k: int
    polarity: int
    accept: Accept
    budget: int
    steps: int = 0
    best: list[tuple[float, tuple[int, ...]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.is_odd = int(self.polarity < 0)
        self.rank, self.onward, self.roots = _prepared(self.network, self.is_odd)
        self.known: set[tuple[int, ...]] = set()
        self.worst = inf

    def all_up_to(self, length: int) -> bool:
        """Find the best loops of at most so many links; False where the budget ran out."""
        return all(self._from(root, length) for root in self.roots if root.shortest < self.worst)

    def _from(self, root: _Root, length: int) -> bool:
        """Go every way from a root that may still lead to one of the best loops."""
        back, first, rank = root.back, root.place, self.rank
        path, on_path = [first], bytearray(self.network.n)
        ways = [iter(self.onward[first])]
        costs, odds = [0.0], [self.is_odd]
        while path:
            for cost, flips, onto in ways[-1]:
                self.steps += 1
                reached, odd = costs[-1] + cost, odds[-1] ^ flips
                if onto == first:
                    if not odd and reached < self.worst:
                        self._keep(reached, tuple(path))
                elif (
                    reached + back[odd][onto] < self.worst
                    and len(path) < length
                    and not on_path[onto]
                    and rank[onto] > rank[first]
                ):
                    path.append(onto)
                    on_path[onto] = 1
                    ways.append(iter(self.onward[onto]))
                    costs.append(reached)
                    odds.append(odd)
                    break
            else:
                on_path[path.pop()] = 0
                ways.pop()
                costs.pop()
                odds.pop()
                if self.steps > self.budget:
                    return False
        return True

    def _keep(self, cost: float, path: tuple[int, ...]) -> None:
        if path in self.known or not self.accept(path):
            return
        self.known.add(path)
        insort(self.best, (cost, path))
        del self.best[self.k :]
        if len(self.best) == self.k:
            self.worst = self.best[-1][0]

    def found(self) -> Iterator[Loop]:
        for cost, path in self.best:
            least = path.index(min(path))
            yield Loop(path[least:] + path[:least], self.polarity, exp(-cost))


def _prepared(
    network: Network, is_odd: int
) -> tuple[list[int], list[list[tuple[float, int, int]]], list[_Root]]:
    """Each concept's rank, its ways onward, and the roots, those of the shortest loops first."""
    steps = _one_link(network)
    degree = np.isfinite(steps).sum(axis=(0, 1)) + np.isfinite(steps).sum(axis=(0, 2))
    order = np.argsort(-degree, kind="stable")
    rank = np.empty(network.n, np.int64)
    rank[order] = np.arange(network.n)
    roots = [
        _Root(int(place), (back[0].tolist(), back[1].tolist()), float(back[is_odd, place]))
        for place, back in _ways_back(steps, order[::-1].tolist())
        if np.isfinite(back[is_odd, place])
    ]
    onward = [
        sorted(
            (float(steps[odd, place, onto]), odd, onto)
            for odd in (0, 1)
            for onto in np.flatnonzero(np.isfinite(steps[odd, place])).tolist()
        )
        for place in range(network.n)
    ]
    return rank.tolist(), onward, sorted(roots, key=lambda root: root.shortest)


def _one_link(network: Network) -> Floats:
    """(2, n, n): the length of the link from i to j, in the layer of its sign; infinite where there is none."""
    steps = np.full((2, network.n, network.n), inf)
    drawn = network.weight != 0
    weight = network.weight[drawn]
    at = (weight < 0).astype(int), network.source[drawn], network.target[drawn]
    steps[at] = -np.log(np.abs(weight))
    return steps


def _ways_back(steps: Floats, places: list[int]) -> Iterator[tuple[int, Floats]]:
    """Each place with (2, n): the least length from every concept to it by the places before it in the list."""
    lengths = steps.copy()
    for place in places:
        even, odd = lengths[0, :, place, None], lengths[1, :, place, None]
        yield place, lengths[:, :, place].copy()
        onward = lengths[:, place].copy()
        for parity in (0, 1):
            np.minimum(lengths[parity], even + onward[parity], out=lengths[parity])
            np.minimum(lengths[parity], odd + onward[1 - parity], out=lengths[parity])
