"""Where to start fitting positions: along the axes on which the raw answers vary most.

The likelihood has local maxima where the strongest axis of the raw answers is not the one that
orders people best (UN session 31 is a case), so neighbouring axes are tried as well.
"""

from functools import partial

import numpy as np

from tracktwo._typing import Floats, Floats32
from tracktwo.opinion.graded import Items
from tracktwo.opinion.item_fit import cell_counts, fitted_items, grid_of, items_along
from tracktwo.votes import Block, Sweep, gather, some_people

PEOPLE, ROUNDS = 400, 4
_HALF = np.sqrt(0.5)
STARTS = {
    1: [
        np.array(mix)[:, None]
        for mix in ((1, 0, 0), (0, 1, 0), (_HALF, _HALF, 0), (_HALF, -_HALF, 0))
    ],
    2: [np.eye(4)[:, [0, 1]], np.eye(4)[:, [0, 2]], np.eye(4)[:, [1, 2]]],
}
"""Mixtures of the leading axes to start from, (d + 2, d)."""

NODES = {1: 11, 2: 9}


def best_start(sweep: Sweep, dimensions: int) -> tuple[Items, ...]:
    """The most promising of several starts, tried on some of the people.

    The likelihood has local maxima where the strongest axis of the raw answers is not the one that
    orders people best (UN session 31 is a case), so neighbouring axes are tried as well.
    """
    counts = gather(sweep, cell_counts, np.add)
    axes = leading_axes(sweep, counts, dimensions)
    some, grid = some_people(sweep, PEOPLE), grid_of(dimensions, NODES[dimensions])
    tried = [
        fitted_items(some, items_along(axes @ mix, counts, sweep.codebook), grid, ROUNDS)
        for mix in STARTS[dimensions]
    ]
    return max(tried, key=lambda fit: fit[1])[0]


def leading_axes(sweep: Sweep, counts: Floats, dimensions: int) -> Floats:
    """A few rounds of subspace iteration on the centred, standardised answers, (m, d + 2)."""
    codebook = sweep.codebook
    level = np.arange(codebook.n_cells) - codebook.first[:-1][codebook.statement_of_cell]
    n = np.maximum(np.add.reduceat(counts, codebook.first[:-1]), 1)
    mean = np.add.reduceat(counts * level, codebook.first[:-1]) / n
    spread = np.sqrt(np.add.reduceat(counts * level**2, codebook.first[:-1]) / n - mean**2 + 0.05)
    score = (level - mean[codebook.statement_of_cell]) / spread[codebook.statement_of_cell]
    spots = np.arange(1, len(mean) + 1)[:, None] * np.arange(1, dimensions + 3)
    axes = np.linalg.qr(1.0 + np.cos(spots))[0]
    for _ in range(8):
        loaded = (score[:, None] * axes[codebook.statement_of_cell]).astype(np.float32)
        pulled = gather(sweep, partial(_pull, loaded), np.add)
        totals = np.add.reduceat(score[:, None] * pulled, codebook.first[:-1], axis=0)
        axes = np.linalg.qr(totals)[0]
    missing = dimensions + 2 - axes.shape[1]  # there are no more axes than statements
    return np.pad(1.5 * np.sqrt(len(mean)) * axes, ((0, 0), (0, max(missing, 0))))


def _pull(loaded: Floats32, block: Block) -> Floats:
    answered = np.maximum(block.matrix.answered, 1)[:, None].astype(np.float32)
    return (block.matrix.one_hot.T @ (block.matrix.one_hot @ loaded / answered)).astype(np.float64)
