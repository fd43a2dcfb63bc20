"""Which statements are supported across the main divide: the model of Community Notes, solved.

An answer scaled to 0..1 (agree 1, pass 1/2, disagree 0) of user u to statement s is modelled as
mean + intercept_u + intercept_s + factor_u factor_s. The factor takes up what people divide over;
a statement's intercept is the support that remains. Minimised is

    mean squared error + .15 mean^2 + .15 mean_u(intercept_u^2) + .15 mean_s(intercept_s^2)
                       + .03 mean_u(factor_u^2) + .03 mean_s(factor_s^2),

users' terms being eliminated exactly in every round, so that only the statements' are searched for.

Source: Wojcik et al. 2022, Birdwatch: crowd wisdom and bridging algorithms can inform understanding
and reduce the spread of misinformation; penalties and means as in the published code.
"""

from dataclasses import dataclass
from functools import partial

import numpy as np

from tracktwo._typing import Floats, Longs
from tracktwo.errors import OptionError
from tracktwo.opinion.acceleration import Round, minimised
from tracktwo.opinion.ratings import RatedCells, rated_cells
from tracktwo.votes import Block, Sweep, gather

INTERCEPT_PENALTY = 0.15
FACTOR_PENALTY = 0.03

CLOSE = 1e-18
"""The search ends when a round promises to lower the loss by no more than this."""

MOST_ROUNDS = 500

ECHOES = 2
"""Rounds of power iteration that give the factor its first direction."""


@dataclass(frozen=True, eq=False)
class Bridging:
    """The optimum of the model, on the 0..1 scale of answers.

    `intercept`, `factor` (m,): of statements, nan where nobody answered; `user_intercept`,
    `user_factor` (n,): of participants, nan for those who answered nothing; `mean`. The sign of the
    factor is free: the statement with the largest one has it positive. `loss` is the objective at
    the optimum; `gain_left` what one more round of `iterations` promised to take off it.
    """

    intercept: Floats
    factor: Floats
    user_intercept: Floats
    user_factor: Floats
    mean: float
    loss: float
    gain_left: float
    iterations: int


def bridging(sweep: Sweep) -> Bridging:
    """Fit the model to its optimum, from a start the answers determine.

    Participants in another order give the same figures within 1e-9 (rounding of sums). The work
    runs block by block: users' terms are never held for all of a stored dialogue before the end.
    Raises `OptionError` where nobody answered anything.

    Statement 0 is supported on both sides of the divide that 1 and 2 draw:

    >>> from tracktwo.dialogue import VOTE, Answers
    >>> from tracktwo.votes import AnswerMatrix, MemorySweep
    >>> who, what = np.divmod(np.arange(18, dtype=np.int32), 3)
    >>> said = np.array([1, 1, -1] * 3 + [1, -1, 1] * 3, np.float32)
    >>> found = bridging(MemorySweep(AnswerMatrix.of(Answers(who, what, said), 6, (VOTE,) * 3)))
    >>> found.intercept.round(2).tolist(), found.factor.round(2).tolist()
    ([0.5, 0.07, 0.07], [0.0, 0.75, -0.75])
    """
    totals = gather(sweep, _totals, _Totals.__add__)
    if not totals.ratings:
        raise OptionError("there is nothing to bridge: nobody answered anything")
    last, rounds = minimised(
        partial(_plain_round, sweep, totals),
        _start(sweep, totals),
        weight=np.sqrt(np.concatenate([[totals.ratings], totals.n, totals.n])),
        close=CLOSE,
        most_rounds=MOST_ROUNDS,
    )
    side = _StatementSide.unpacked(last.x)
    users = list(sweep.run(partial(_user_terms, side, totals.user_penalty)))
    user_intercept, user_factor = (np.concatenate(part) for part in zip(*users, strict=True))
    sign = -1.0 if side.factor[np.abs(side.factor).argmax()] < 0 else 1.0
    answered = totals.n > 0
    return Bridging(
        np.where(answered, side.intercept, np.nan),
        np.where(answered, sign * side.factor, np.nan),
        user_intercept,
        sign * user_factor,
        side.mean,
        last.loss,
        last.gain,
        rounds,
    )


@dataclass(frozen=True, eq=False)
class _Totals:
    """What the ratings add up to: by statement (m,) their number, sum and sum of squares; users."""

    n: Floats
    total: Floats
    squares: Floats
    users: int

    def __add__(self, other: "_Totals") -> "_Totals":
        return _Totals(
            self.n + other.n,
            self.total + other.total,
            self.squares + other.squares,
            self.users + other.users,
        )

    @property
    def ratings(self) -> float:
        return float(self.n.sum())

    @property
    def user_penalty(self) -> Floats:
        """Ridge of a user's intercept and factor, in units of one rating."""
        return np.array([INTERCEPT_PENALTY, FACTOR_PENALTY]) * self.ratings / self.users

    @property
    def statement_penalty(self) -> Floats:
        return np.asarray(
            np.array([INTERCEPT_PENALTY, FACTOR_PENALTY]) * self.ratings / (self.n > 0).sum()
        )

    @property
    def mean_penalty(self) -> float:
        return INTERCEPT_PENALTY * self.ratings


@dataclass(frozen=True, eq=False)
class _StatementSide:
    """The parameters searched for: the mean and each statement's intercept and factor."""

    mean: float
    intercept: Floats
    factor: Floats

    @classmethod
    def unpacked(cls, x: Floats) -> "_StatementSide":
        intercept, factor = x[1:].reshape(2, -1)
        return cls(float(x[0]), intercept, factor)

    def packed(self) -> Floats:
        return np.concatenate([[self.mean], self.intercept, self.factor])

    def unexplained(self, cells: RatedCells) -> Floats:
        """What mean and intercept leave of each cell's rating, before users have a say."""
        return np.asarray(cells.rating - self.mean - self.intercept[cells.statement])


def _totals(block: Block) -> _Totals:
    cells = rated_cells(block)
    count = np.asarray(cells.chosen.sum(axis=0), np.float64)
    powers = np.stack([count, count * cells.rating, count * cells.rating**2], axis=1)
    n, total, squares = cells.by_statement(powers).T
    return _Totals(n, total, squares, int((block.matrix.answered > 0).sum()))


def _solved(
    a: Floats | float, b: Floats, d: Floats | float, x: Floats, y: Floats
) -> tuple[Floats, Floats]:
    """The solutions of many symmetric 2 x 2 systems [[a, b], [b, d]] (p, q) = (x, y)."""
    determinant = a * d - b * b
    return np.asarray((d * x - b * y) / determinant), np.asarray((a * y - b * x) / determinant)


def _best_users(
    side: _StatementSide, penalty: Floats, cells: RatedCells, answered: Longs
) -> tuple[Floats, Floats, float]:
    """Each user's best intercept and factor, and how much they take off the squared error."""
    factor, unexplained = side.factor[cells.statement], side.unexplained(cells)
    figures = np.stack([factor, factor**2, unexplained, unexplained * factor], axis=1)
    lean, spread, pull, turn = (cells.chosen @ figures).T
    intercept, own_factor = _solved(answered + penalty[0], lean, spread + penalty[1], pull, turn)
    return intercept, own_factor, float(pull @ intercept + turn @ own_factor)


def _user_terms(side: _StatementSide, penalty: Floats, block: Block) -> tuple[Floats, Floats]:
    answered = block.matrix.answered
    intercept, factor, _ = _best_users(side, penalty, rated_cells(block), answered)
    silent = answered == 0
    return np.where(silent, np.nan, intercept), np.where(silent, np.nan, factor)


@dataclass(frozen=True, eq=False)
class _Pull:
    """What users' terms, each at its best, add up to.

    `sums` (m, 5): by statement over those who answered it, their intercepts, factors, squared
    factors, intercept x factor, rating x factor; `explained`: squared error they took off.
    """

    sums: Floats
    explained: float

    def __add__(self, other: "_Pull") -> "_Pull":
        return _Pull(self.sums + other.sums, self.explained + other.explained)


def _pull(side: _StatementSide, penalty: Floats, block: Block) -> _Pull:
    cells = rated_cells(block)
    intercept, factor, explained = _best_users(side, penalty, cells, block.matrix.answered)
    terms = np.stack([intercept, factor, factor**2, intercept * factor], axis=1)
    by_cell = cells.chosen.T @ terms
    rated = (by_cell[:, 1] * cells.rating)[:, None]
    return _Pull(cells.by_statement(np.hstack([by_cell, rated])), explained)


def _plain_round(sweep: Sweep, totals: _Totals, x: Floats) -> Round:
    """Users at their best for `x`, then mean and statements at their best for those users.

    Given users the loss is quadratic in the rest and the second half of the round goes to its
    minimum, so the gain is the gradient times the step (over the number of ratings).
    """
    side = _StatementSide.unpacked(x)
    pull = gather(sweep, partial(_pull, side, totals.user_penalty), _Pull.__add__)
    leads_to = _best_statements(totals, pull).packed()
    gain = float(_downhill(side, totals, pull) @ (leads_to - x)) / totals.ratings
    return Round(x, _loss(side, totals, pull), leads_to, gain)


def _best_statements(totals: _Totals, pull: _Pull) -> _StatementSide:
    """Mean, intercepts and factors that minimise the loss for given users.

    Each statement's pair is linear in the mean; the mean follows from what that leaves.
    """
    intercepts, factors, squares, crossed, rated = pull.sums.T
    ridge = totals.statement_penalty
    solve = partial(_solved, totals.n + ridge[0], factors, squares + ridge[1])
    wanted = totals.total - intercepts
    alone, slope = solve(wanted, rated - crossed), solve(totals.n, factors)
    own = totals.ratings + totals.mean_penalty - totals.n @ slope[0] - factors @ slope[1]
    mean = float((wanted.sum() - totals.n @ alone[0] - factors @ alone[1]) / own)
    return _StatementSide(mean, alone[0] - mean * slope[0], alone[1] - mean * slope[1])


def _downhill(side: _StatementSide, totals: _Totals, pull: _Pull) -> Floats:
    """Minus half the gradient of ratings x loss, packed like the parameters."""
    intercepts, factors, squares, crossed, rated = pull.sums.T
    ridge = totals.statement_penalty
    base = side.mean + side.intercept
    error = totals.total - totals.n * base - intercepts - factors * side.factor
    turned = rated - factors * base - crossed - squares * side.factor
    return np.concatenate(
        [
            [error.sum() - totals.mean_penalty * side.mean],
            error - ridge[0] * side.intercept,
            turned - ridge[1] * side.factor,
        ]
    )


def _loss(side: _StatementSide, totals: _Totals, pull: _Pull) -> float:
    base = side.mean + side.intercept
    before_users = (totals.squares - 2 * base * totals.total + base**2 * totals.n).sum()
    ridge = totals.statement_penalty
    penalties = ridge[0] * side.intercept @ side.intercept + ridge[1] * side.factor @ side.factor
    error = (before_users - pull.explained + penalties) / totals.ratings
    return float(error + INTERCEPT_PENALTY * side.mean**2)


def _start(sweep: Sweep, totals: _Totals) -> Floats:
    """A first guess: intercepts without a divide, then how answers go along with the most divided.

    A factor of zero is a saddle that no round would leave, so it starts along the leading axis of
    what the intercepts leave over, roughly: power iteration from the statement with most left over.
    """
    nothing = _StatementSide(0.0, np.zeros_like(totals.n), np.zeros_like(totals.n))
    pull = gather(sweep, partial(_pull, nothing, totals.user_penalty), _Pull.__add__)
    side = _best_statements(totals, pull)
    base = side.mean + side.intercept
    left_over = totals.squares - 2 * base * totals.total + base**2 * totals.n
    axis = np.eye(1, len(base), int(left_over.argmax()))[0]
    for _ in range(ECHOES):
        axis = gather(sweep, partial(_echo, side, totals.user_penalty, axis), np.add)
        axis = axis / np.sqrt(np.maximum(totals.n, 1))
        axis = axis / max(np.sqrt((axis**2).sum() / (totals.n > 0).sum()), 1e-300)
    return _StatementSide(side.mean, side.intercept, axis / 2).packed()


def _echo(side: _StatementSide, penalty: Floats, axis: Floats, block: Block) -> Floats:
    """How what is left of each statement goes along with what is left of `axis`, (m,)."""
    cells, answered = rated_cells(block), block.matrix.answered
    intercept, _, _ = _best_users(side, penalty, cells, answered)
    unexplained, along = side.unexplained(cells), axis[cells.statement]
    pulled, weight = (cells.chosen @ np.stack([unexplained * along, along], axis=1)).T
    lean = (pulled - intercept * weight) / np.maximum(answered, 1)
    back, own = (cells.chosen.T @ np.stack([lean, intercept * lean], axis=1)).T
    return cells.by_statement((back * unexplained - own)[:, None])[:, 0]
