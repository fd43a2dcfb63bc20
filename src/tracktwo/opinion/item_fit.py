"""Fitting statements to answers with positions integrated out on a grid (Bock & Aitkin 1981)."""

from functools import partial

import numpy as np

from tracktwo._typing import Floats, Floats32, Progress, silent
from tracktwo.opinion.acceleration import Round, minimised
from tracktwo.opinion.graded import Items
from tracktwo.votes import Block, Codebook, Sweep, gather

CLOSE = 2e-5
"""Fitting ends when a round promises to add less than this to the log-likelihood a parameter."""

PRIOR_ANSWERS = 0.5
"""Imagined answers per statement, spread evenly: keeps answers nobody gave possible."""

REACH = 4.0
"""Positions are integrated over -REACH..REACH prior standard deviations."""

Grid = tuple[Floats, Floats]
"""Integration nodes (q, d) and their prior weights (q,)."""


def grid_of(dimensions: int, per_axis: int, reach: float = REACH) -> Grid:
    """Integration nodes (q, d) and their prior weights (q,)."""
    axis = np.linspace(-reach, reach, per_axis)
    nodes = np.stack(np.meshgrid(*[axis] * dimensions, indexing="ij"), axis=-1)
    nodes = nodes.reshape(-1, dimensions)
    weight = np.exp(-0.5 * (nodes**2).sum(axis=1))
    return nodes, weight / weight.sum()


def fitted_items(
    sweep: Sweep,
    items: tuple[Items, ...],
    grid: Grid,
    most_rounds: int,
    progress: Progress = silent,
) -> tuple[tuple[Items, ...], float, int]:
    """The likeliest items from a start, the log-likelihood there, and the rounds it took.

    Rounds of expectation and one scoring step, extrapolated from earlier ones (`acceleration`): a
    plain round gains less and less long before positions stand still.
    """
    nodes, prior = grid

    def plain_round(x: Floats) -> Round:
        progress("fitting positions", 0, 0)
        here = _unpacked(x, items)
        shares = [part.shares(nodes) for part in here]
        table = _log_table(here, shares, sweep.codebook)
        counts, likelihood = gather(sweep, partial(_expect, table, np.log(prior)), _add)
        there, gain = _improved(here, shares, counts.astype(np.float64), grid, sweep.codebook)
        return Round(_packed(here), -likelihood, _packed(there), gain)

    start = _packed(items)
    last, rounds = minimised(
        plain_round,
        start,
        weight=np.ones_like(start),
        close=CLOSE * len(start),
        most_rounds=most_rounds,
    )
    return _unpacked(last.x, items), -last.loss, rounds


def _packed(items: tuple[Items, ...]) -> Floats:
    """All parameters as one vector."""
    return np.concatenate([x.ravel() for part in items for x in (part.slope, part.threshold)])


def _unpacked(x: Floats, like: tuple[Items, ...]) -> tuple[Items, ...]:
    """The items of a vector, shaped like others."""
    ends = np.cumsum([size for part in like for size in (part.slope.size, part.threshold.size)])
    pieces = iter(np.split(x, ends[:-1]))
    return tuple(
        part.at(next(pieces).reshape(part.slope.shape), next(pieces).reshape(part.threshold.shape))
        for part in like
    )


def items_along(axes: Floats, counts: Floats, codebook: Codebook) -> tuple[Items, ...]:
    """Slopes along axes (m, d), thresholds from the overall shares."""
    parts = []
    for levels in np.unique(codebook.levels):
        statements = np.flatnonzero(codebook.levels == levels)
        own = counts[codebook.first[statements][:, None] + np.arange(levels)] + 0.5
        at_least = 1 - np.cumsum(own, axis=1)[:, :-1] / own.sum(axis=1, keepdims=True)
        parts.append(Items(statements, axes[statements], np.log(at_least / (1 - at_least))))
    return tuple(parts)


def log_shares(items: tuple[Items, ...], nodes: Floats, codebook: Codebook) -> Floats32:
    """log P(answer | node) of every cell, (cells, q)."""
    return _log_table(items, [part.shares(nodes) for part in items], codebook)


def _log_table(items: tuple[Items, ...], shares: list[Floats], codebook: Codebook) -> Floats32:
    table = np.empty((codebook.n_cells, shares[0].shape[2]), np.float32)
    for part, share in zip(items, shares, strict=True):
        table[_cells(part, codebook)] = share
    return np.log(table, out=table)


def _cells(part: Items, codebook: Codebook) -> np.ndarray:
    """Cells of the statements of a part, (s, C)."""
    return codebook.first[part.statements][:, None] + np.arange(part.threshold.shape[1] + 1)


def _expect(table: Floats32, log_prior: Floats, block: Block) -> tuple[Floats32, float]:
    """Expected answers by cell and node, and the log-likelihood of a block."""
    weight, likelihood = posterior(block, table, log_prior)
    return block.matrix.one_hot.T @ weight, likelihood


def posterior(block: Block, table: Floats32, log_prior: Floats) -> tuple[Floats32, float]:
    """P(node | answers) of each participant, (n, q), and the block's log-likelihood."""
    weight: Floats32 = block.matrix.one_hot @ table
    weight += log_prior.astype(np.float32)
    peak = weight.max(axis=1, keepdims=True)
    weight -= peak
    np.exp(weight, out=weight)
    mass = weight.sum(axis=1, keepdims=True)
    weight /= mass
    return weight, float(peak.sum(dtype=np.float64) + np.log(mass).sum(dtype=np.float64))


def _add(first: tuple[Floats32, float], second: tuple[Floats32, float]) -> tuple[Floats32, float]:
    return first[0] + second[0], first[1] + second[1]


def _improved(
    items: tuple[Items, ...],
    shares: list[Floats],
    counts: Floats,
    grid: Grid,
    codebook: Codebook,
) -> tuple[tuple[Items, ...], float]:
    nodes, prior = grid
    improved, gains = [], 0.0
    for part, share in zip(items, shares, strict=True):
        cells = _cells(part, codebook)
        expected = counts[cells] + PRIOR_ANSWERS / cells.shape[1] * prior
        moved, gain = part.step(expected, nodes, share)
        improved.append(moved)
        gains += gain
    return tuple(improved), gains


def cell_counts(block: Block) -> Floats:
    return np.bincount(block.matrix.cell, minlength=block.matrix.codebook.n_cells).astype(
        np.float64
    )
