"""Maps drawn at random, with what they need: for tests that hold of every map."""

import numpy as np

from tracktwo.influence import Concept, InfluenceMap, Link, Network


def random_network(seed: int, n: int = 12, density: float = 0.3, size: float = 1.0) -> Network:
    rng = np.random.default_rng(seed)
    matrix = rng.uniform(-size, size, (n, n)) * (rng.random((n, n)) < density)
    return Network.of_matrix(matrix)


def spread(network: Network, members: int, seed: int = 0) -> Network:
    """An ensemble round a network."""
    rng = np.random.default_rng(seed)
    noise = rng.normal(0, 0.1, (len(network.source), members))
    weight = np.clip(network.weight[:, None] + noise, -1, 1)
    return Network(network.n, network.source, network.target, weight)


def two_sides(seed: int = 0) -> InfluenceMap:
    """Ten concepts of two sides, three experts a side, two measures, three risks."""
    rng = np.random.default_rng(seed)
    kinds = ["measure"] * 2 + ["risk"] * 3 + ["action"] * 5
    concepts = tuple(Concept(f"c{i}", kind=kinds[i], side="ab"[i % 2]) for i in range(10))
    links = tuple(
        Link(f"c{i}", f"c{j}", round(rng.uniform(-1, 1), 2), expert=f"e{e}", side="ab"[e // 3])
        for e in range(6)
        for i in range(10)
        for j in range(2, 10)
        if i != j and rng.random() < 0.25
    )
    return InfluenceMap(concepts, links)
