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
from tracktwo.opinion.ideal_start import best_start
from tracktwo.opinion.item_fit import (
    REACH,
    Grid,
    cell_counts,
    fitted_items,
    grid_of,
    items_along,
    log_shares,
    posterior,
)
from tracktwo.votes import AnswerMatrix, Block, Codebook, Sweep, gather, some_people

MOST_ROUNDS = 100
NEAR, ARRIVING = {1: 15, 2: 9}, {1: 25, 2: 13}
"""Nodes an axis to get near, and at least to arrive."""

SCORING_STEP = {1: 0.05, 2: 0.2}
FAR = 8.0
STEPS = (1 / 6, 1 / 3)
"""Least and greatest distance of nodes on one axis."""

SOME = 400
"""People looked at to choose a grid."""


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
    if dimensions not in NEAR:
        raise OptionError(f"a map has 1 or 2 dimensions, not {dimensions}")
    near, grid = best_start(sweep, dimensions), grid_of(dimensions, NEAR[dimensions])
    near, _, rounds = fitted_items(sweep, near, grid, most_rounds, progress)
    grid = _wide_and_fine_enough(sweep, near, dimensions)
    items, likelihood, more = fitted_items(sweep, near, grid, most_rounds, progress)
    position, spread = _place(sweep, items, reach=float(grid[0].max()))
    slopes = _slopes(items, sweep.codebook)
    fitted = IdealPoints(position, spread, slopes, items, likelihood, rounds + more)
    return _to_principal_axes(fitted) if dimensions > 1 else _steepest_to_the_right(fitted)


def _slopes(items: tuple[Items, ...], codebook: Codebook) -> Floats:
    slope = np.zeros((len(codebook.scales), items[0].slope.shape[1]))
    for part in items:
        slope[part.statements] = part.slope
    return slope


def _wide_and_fine_enough(sweep: Sweep, items: tuple[Items, ...], dimensions: int) -> Grid:
    """A line that reaches past whoever stands far out, its nodes as close as people are known well.

    At the end of too short a line people stand nearer than they are, and look surer; where nodes lie
    further apart than a person's spread, that person sticks to one and the likelihood has a local
    maximum for every such choice (UN session 44 is a case of both).
    """
    if dimensions > 1:
        return grid_of(dimensions, ARRIVING[dimensions])
    position, spread = _place(some_people(sweep, SOME), items, reach=REACH)
    reach = FAR if np.nanmax(np.abs(position), initial=0.0) > REACH - 1 else REACH
    step = np.clip(1.5 * np.nanquantile(spread, 0.25), *STEPS)
    return grid_of(1, 2 * int(np.ceil(reach / step)) + 1, reach)


def _place(sweep: Sweep, items: tuple[Items, ...], *, reach: float) -> tuple[Floats, Floats]:
    """Posterior means and spreads on a finer grid than the one fitted on."""
    dimensions = items[0].slope.shape[1]
    nodes, prior = grid_of(dimensions, 2 * round(reach / SCORING_STEP[dimensions]) + 1, reach)
    table = log_shares(items, nodes, sweep.codebook)
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


def line_items(sweep: Sweep, axes: Floats, *, rounds: int) -> tuple[Items, ...]:
    """Statements fitted in a few rounds from slopes along axes (m, d), without placing people."""
    grid = grid_of(axes.shape[1], ARRIVING[axes.shape[1]])
    counts = gather(sweep, cell_counts, np.add)
    return fitted_items(sweep, items_along(axes, counts, sweep.codebook), grid, rounds)[0]


def foretold(items: tuple[Items, ...], seen: AnswerMatrix, hidden: AnswerMatrix) -> Floats:
    """log P(hidden answers | seen answers) by participant, (n,), each hidden answer by itself."""
    dimensions = items[0].slope.shape[1]
    nodes, prior = grid_of(dimensions, ARRIVING[dimensions])
    table = log_shares(items, nodes, seen.codebook)
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
