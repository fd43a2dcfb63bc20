"""Consistent scenarios of matrices with 4.1e8 combinations: `python benchmarks/scenarios.py [--prove]`.

Thirteen descriptors of three states and four of four, whole judgements from -3 to 3 drawn by a seed;
of the pairs of descriptors, the share `density` has any. Prints a table. With --prove every
combination of every matrix is put to the test too, which takes minutes, and must give the same.
"""

import os

os.environ["OMP_NUM_THREADS"] = "1"

import sys
import time
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from tracktwo.influence.scenarios import CrossImpactMatrix, Descriptor, find_scenarios

SIZES = (3,) * 13 + (4,) * 4
DENSITIES = (1.0, 0.7, 0.5, 0.3, 0.2)
SEEDS = (1, 2)
TAIL = 8
"""Descriptors whose combinations are put to the test together, behind each beginning."""


def main() -> None:
    print("| density | seed | scenarios | partial scenarios looked at | s | CPU s | all tested |")
    print("|---|---|---|---|---|---|---|")
    for density in DENSITIES:
        for seed in SEEDS:
            print(_row(density, seed, prove="--prove" in sys.argv), flush=True)


def _row(density: float, seed: int, *, prove: bool) -> str:
    matrix = drawn(SIZES, density=density, seed=seed)
    find_scenarios(matrix, most=1)
    wall, cpu = time.perf_counter(), time.process_time()
    found = find_scenarios(matrix)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    assert found.complete
    cells = [density, seed, len(found.scenarios), f"{found.nodes:,}", f"{wall:.2f}", f"{cpu:.2f}"]
    cells.append(_proof(matrix, {one.chosen for one in found.scenarios}) if prove else "")
    return f"| {' | '.join(map(str, cells))} |"


def _proof(matrix: CrossImpactMatrix, found: set[tuple[str, ...]]) -> str:
    start = time.process_time()
    tested = {
        tuple(one.states[place] for one, place in zip(matrix.descriptors, row, strict=True))
        for row in by_enumeration(matrix)
    }
    assert tested == found
    return f"same, {time.process_time() - start:.0f} CPU s"


def drawn(sizes: tuple[int, ...], *, density: float, seed: int) -> CrossImpactMatrix:
    """A matrix of whole judgements from -3 to 3 between the share `density` of pairs."""
    draw = np.random.default_rng(seed)
    owner = np.repeat(np.arange(len(sizes)), sizes)
    impacts = draw.integers(-3, 4, (len(owner), len(owner))).astype(float)
    judged = draw.random((len(sizes), len(sizes))) < density
    impacts[~judged[owner][:, owner] | (owner[:, None] == owner)] = 0
    names = [Descriptor(f"d{d}", tuple(f"s{k}" for k in range(n))) for d, n in enumerate(sizes)]
    return CrossImpactMatrix(tuple(names), impacts)


def by_enumeration(matrix: CrossImpactMatrix) -> Iterator[tuple[int, ...]]:
    """The consistent ones among all combinations, each of which is put to the test."""
    starts, impacts = matrix.starts, matrix.impacts.astype(np.int16)
    sizes = np.diff(starts)
    head = len(sizes) - TAIL
    tails = np.indices(sizes[head:]).reshape(TAIL, -1)
    behind = sum(impacts[row].T for row in tails + starts[head:-1, None])
    for beginning in np.ndindex(*sizes[:head]):
        before = impacts[np.array(beginning) + starts[:head]].sum(axis=0, dtype=np.int16)
        alive = np.arange(tails.shape[1])
        for place, (start, end) in enumerate(pairwise(starts)):
            scores = behind[start:end, alive] + before[start:end, None]
            chosen = beginning[place] if place < head else tails[place - head, alive]
            best = scores.max(axis=0)
            alive = alive[scores[chosen, np.arange(len(alive))] >= best]
        for tail in alive:
            yield (*beginning, *tails[:, tail].tolist())


if __name__ == "__main__":
    main()
