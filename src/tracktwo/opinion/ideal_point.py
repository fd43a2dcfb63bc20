"""Where people stand: an ordinal ideal-point model that leaves missing answers missing.

Each participant has a position x with a standard normal prior, each statement a slope and
thresholds (`graded`). Slopes and thresholds maximise the likelihood with positions integrated out
(Bock & Aitkin 1981), so a person with three answers counts as three answers and not as m. The
estimate is the posterior mean, its standard error the posterior spread.

Sources: Samejima 1969 (graded responses); Clinton, Jackman & Rivers 2004 (ideal points from roll
calls); Bailey, Strezhnev & Voeten 2017 (the same for the UN).
"""

from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from tracktwo._typing import Floats, Floats32, Progress, silent
from tracktwo.errors import OptionError
from tracktwo.opinion.graded import Items
from tracktwo.votes import AnswerMatrix, Block, Codebook, Sweep, gather, some_people

MOST_ROUNDS = 200
ENOUGH = 5e-5
"""Fitting ends when rounds improve the log-likelihood by less than this for each answer."""

PRIOR_ANSWERS = 0.5
"""Imagined answers per statement, spread evenly: keeps answers nobody gave possible."""

REACH = 4.0
"""Positions are integrated over -REACH..REACH prior standard deviations."""

PATIENCE = 2
START_PEOPLE, START_ROUNDS = 400, 4
_HALF = np.sqrt(0.5)
STARTS = {
    1: [
        np.array(mix)[:, None]
        for mix in ((1, 0, 0), (0, 1, 0), (_HALF, _HALF, 0), (_HALF, -_HALF, 0))
    ],
    2: [np.eye(4)[:, [0, 1]], np.eye(4)[:, [0, 2]], np.eye(4)[:, [1, 2]]],
}
"""Mixtures of the leading axes to start from, (d + 2, d)."""

STARTING_NODES = {1: 11, 2: 9}
FITTING_NODES = {1: 21, 2: 13}
SCORING_NODES = {1: 161, 2: 41}


@dataclass(frozen=True, eq=False)
class IdealPoints:
    """Positions and what statements say about them.

    `position`, `standard_error` (n, d): posterior mean and spread, prior standard deviation 1; nan
    for people who answered nothing. `slope` (m, d): how strongly a statement separates, positive
    where agreement grows to the right or up. `log_likelihood` of the answers, positions integrated
    out; `rounds` of fitting.
    """

    position: Floats
    standard_error: Floats
    slope: Floats
    items: tuple[Items, ...]
    log_likelihood: float
    rounds: int

    def turned(self, signs: Floats) -> "IdealPoints":
        """The same map with axes flipped by signs (d,) of 1 or -1."""
        flipped = tuple(replace(part, slope=part.slope * signs) for part in self.items)
        return replace(
            self, position=self.position * signs, slope=self.slope * signs, items=flipped
        )


def ideal_points(
    sweep: Sweep,
    *,
    dimensions: int = 1,
    most_rounds: int = MOST_ROUNDS,
    progress: Progress = silent,
) -> IdealPoints:
    """Fit the model and place every participant.

    Axes point the way that makes the steepest statement's slope positive; see `orientation` for
    other rules. Two-dimensional maps are turned to their principal axes.

    >>> from tracktwo.dialogue import VOTE, Answers
    >>> from tracktwo.votes import AnswerMatrix, MemorySweep
    >>> who, what = np.divmod(np.arange(12, dtype=np.int32), 3)
    >>> said = np.array([1, 1, 1, 1, 1, -1, 1, -1, -1, -1, -1, -1], np.float32)
    >>> people = ideal_points(MemorySweep(AnswerMatrix.of(Answers(who, what, said), 4, (VOTE,) * 3)))
    >>> (np.diff(people.position[:, 0]) < 0).tolist()
    [True, True, True]
    """
    if dimensions not in FITTING_NODES:
        raise OptionError(f"a map has 1 or 2 dimensions, not {dimensions}")
    grid = _grid(dimensions, FITTING_NODES[dimensions])
    items = _best_start(sweep, dimensions)
    items, likelihood, rounds = _fitted(sweep, items, grid, most_rounds, progress)
    position, spread = _place(sweep, items, dimensions)
    fitted = IdealPoints(
        position, spread, _slopes(items, sweep.codebook), items, likelihood, rounds
    )
    return _to_principal_axes(fitted) if dimensions > 1 else _steepest_to_the_right(fitted)


def _fitted(
    sweep: Sweep,
    items: tuple[Items, ...],
    grid: tuple[Floats, Floats],
    most_rounds: int,
    progress: Progress = silent,
) -> tuple[tuple[Items, ...], float, int]:
    """Rounds of expectation and improvement, until two in a row bring no more."""
    nodes, prior = grid
    best, best_items, idle, rounds = -np.inf, items, 0, 0
    enough = ENOUGH * _count_answers(sweep)
    while rounds < most_rounds and idle < PATIENCE:
        rounds += 1
        progress("fitting positions", rounds, 0)
        shares = [part.shares(nodes) for part in items]
        table = _log_table(items, shares, sweep.codebook)
        counts, likelihood = gather(sweep, partial(_expect, table, np.log(prior)), _add)
        idle = 0 if likelihood > best + enough else idle + 1
        if likelihood > best:
            best, best_items = likelihood, items
        items = _improved(items, shares, counts.astype(np.float64), grid, sweep.codebook)
    return best_items, best, rounds


def _grid(dimensions: int, per_axis: int) -> tuple[Floats, Floats]:
    """Integration nodes (q, d) and their prior weights (q,)."""
    axis = np.linspace(-REACH, REACH, per_axis)
    nodes = np.stack(np.meshgrid(*[axis] * dimensions, indexing="ij"), axis=-1)
    nodes = nodes.reshape(-1, dimensions)
    weight = np.exp(-0.5 * (nodes**2).sum(axis=1))
    return nodes, weight / weight.sum()


def _log_shares(items: tuple[Items, ...], nodes: Floats, codebook: Codebook) -> Floats32:
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
    grid: tuple[Floats, Floats],
    codebook: Codebook,
) -> tuple[Items, ...]:
    nodes, prior = grid
    improved = []
    for part, share in zip(items, shares, strict=True):
        cells = _cells(part, codebook)
        expected = counts[cells] + PRIOR_ANSWERS / cells.shape[1] * prior
        improved.append(part.step(expected, nodes, share))
    return tuple(improved)


def _best_start(sweep: Sweep, dimensions: int) -> tuple[Items, ...]:
    """The most promising of several starts, tried on some of the people.

    The likelihood has local maxima where the strongest axis of the raw answers is not the one that
    orders people best (UN session 31 is a case), so neighbouring axes are tried as well.
    """
    counts = gather(sweep, _cell_counts, np.add)
    axes = _leading_axes(sweep, counts, dimensions)
    some, grid = some_people(sweep, START_PEOPLE), _grid(dimensions, STARTING_NODES[dimensions])
    tried = [
        _fitted(some, _items_along(axes @ mix, counts, sweep.codebook), grid, START_ROUNDS)
        for mix in STARTS[dimensions]
    ]
    return max(tried, key=lambda fit: fit[1])[0]


def _items_along(axes: Floats, counts: Floats, codebook: Codebook) -> tuple[Items, ...]:
    """Slopes along axes (m, d), thresholds from the overall shares."""
    parts = []
    for levels in np.unique(codebook.levels):
        statements = np.flatnonzero(codebook.levels == levels)
        own = counts[codebook.first[statements][:, None] + np.arange(levels)] + 0.5
        at_least = 1 - np.cumsum(own, axis=1)[:, :-1] / own.sum(axis=1, keepdims=True)
        parts.append(Items(statements, axes[statements], np.log(at_least / (1 - at_least))))
    return tuple(parts)


def _cell_counts(block: Block) -> Floats:
    return np.bincount(block.matrix.cell, minlength=block.matrix.codebook.n_cells).astype(
        np.float64
    )


def _count_answers(sweep: Sweep) -> float:
    return float(gather(sweep, lambda block: len(block.matrix.value), lambda a, b: a + b))


def _leading_axes(sweep: Sweep, counts: Floats, dimensions: int) -> Floats:
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


def _slopes(items: tuple[Items, ...], codebook: Codebook) -> Floats:
    slope = np.zeros((len(codebook.scales), items[0].slope.shape[1]))
    for part in items:
        slope[part.statements] = part.slope
    return slope


def _place(sweep: Sweep, items: tuple[Items, ...], dimensions: int) -> tuple[Floats, Floats]:
    """Posterior means and spreads on a finer grid than the one fitted on."""
    nodes, prior = _grid(dimensions, SCORING_NODES[dimensions])
    table = _log_shares(items, nodes, sweep.codebook)
    placed = list(sweep.run(partial(_place_block, table, np.log(prior), nodes)))
    return np.concatenate([mean for mean, _ in placed]), np.concatenate([se for _, se in placed])


def _place_block(
    table: Floats32, log_prior: Floats, nodes: Floats, block: Block
) -> tuple[Floats, Floats]:
    weight, _ = posterior(block, table, log_prior)
    nodes32 = nodes.astype(np.float32)
    mean, square = _weighted(weight, nodes32), _weighted(weight, nodes32**2)
    spread = np.sqrt(np.maximum(square - mean**2, 0))
    silent_people = block.matrix.answered == 0
    mean[silent_people], spread[silent_people] = np.nan, np.nan
    return mean, spread


def _weighted(weight: Floats32, values: Floats32) -> Floats:
    """Sums of values (q, d) under each row's weights (n, q), (n, d).

    Row by row, since a matrix product rounds equal rows differently where they stand in different
    places: people who answered alike would not stand at the same point.
    """
    sums = [(weight * column).sum(axis=1) for column in values.T]
    return np.stack(sums, axis=1).astype(np.float64)


def items_along(sweep: Sweep, axes: Floats, *, rounds: int) -> tuple[Items, ...]:
    """Statements fitted in a few rounds from slopes along axes (m, d), without placing people."""
    grid = _grid(axes.shape[1], FITTING_NODES[axes.shape[1]])
    counts = gather(sweep, _cell_counts, np.add)
    return _fitted(sweep, _items_along(axes, counts, sweep.codebook), grid, rounds)[0]


def foretold(items: tuple[Items, ...], seen: AnswerMatrix, hidden: AnswerMatrix) -> Floats:
    """log P(hidden answers | seen answers) by participant, (n,), each hidden answer by itself."""
    dimensions = items[0].slope.shape[1]
    nodes, prior = _grid(dimensions, FITTING_NODES[dimensions])
    table = _log_shares(items, nodes, seen.codebook)
    weight, _ = posterior(Block(seen, 0), table, np.log(prior))
    expected = (weight[hidden.participant] * np.exp(table[hidden.cell])).sum(axis=1)
    logs = np.log(np.maximum(expected, 1e-12)).astype(np.float64)
    return np.bincount(hidden.participant, logs, hidden.n_participants).astype(np.float64)


def _steepest_to_the_right(fitted: IdealPoints) -> IdealPoints:
    steepest = np.abs(fitted.slope).argmax(axis=0)
    signs = np.sign(fitted.slope[steepest, np.arange(fitted.slope.shape[1])])
    return fitted.turned(np.where(signs == 0, 1.0, signs))


def _to_principal_axes(fitted: IdealPoints) -> IdealPoints:
    """Turn a map so that slopes spread most along the first axis (a rotation changes no fit)."""
    _, turn = np.linalg.eigh(fitted.slope.T @ fitted.slope)
    turn = turn[:, ::-1]
    items = tuple(replace(part, slope=part.slope @ turn) for part in fitted.items)
    turned = replace(
        fitted,
        position=fitted.position @ turn,
        standard_error=np.sqrt(fitted.standard_error**2 @ turn**2),
        slope=fitted.slope @ turn,
        items=items,
    )
    return _steepest_to_the_right(turned)
