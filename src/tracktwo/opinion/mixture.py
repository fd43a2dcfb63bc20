"""Mixtures of answer patterns: each group answers each statement with shares of its own.

A latent-class model (Lazarsfeld & Henry 1968; Goodman 1974) fitted by expectation-maximisation
over the answers that were given; missing ones are left out, not filled in. Shares are shrunk
towards everybody's by a few imagined answers, so a group is not told apart by one vote.

Several candidate mixtures are fitted side by side as columns of one table, because a sparse product
with twenty columns costs little more than one with two.
"""

from dataclasses import dataclass
from functools import partial, reduce

import numpy as np

from tracktwo._typing import Floats, Floats32, Ints
from tracktwo.votes import AnswerMatrix, Block, Codebook, MemorySweep, Sweep, gather

PRIOR_ANSWERS = 10.0
"""Imagined answers a group has to each statement, shared out as everybody's real ones."""

PRIOR_MEMBERS = 2.0
"""Imagined members of each group."""

CUT = 0.7
"""How far the two parts of a cut group start from each other, in spreads of its disagreement."""

ENOUGH, LAST_ENOUGH = 1e-4, 1e-5
"""Fitting ends when a round improves the log-likelihood by less than this for each answer: while
numbers of groups are compared, and at the end."""


@dataclass(frozen=True, eq=False)
class Mixture:
    """Groups and how they answer, on a logarithmic scale.

    `log_share` (cells, k): log probability of each answer in each group; `log_size` (k,): log share
    of people in each group; `log_likelihood` of the answers fitted to.
    """

    log_share: Floats32
    log_size: Floats
    log_likelihood: float = -np.inf

    @property
    def k(self) -> int:
        return len(self.log_size)

    def membership(self, matrix: AnswerMatrix) -> Floats32:
        """P(group | answers), (n, k)."""
        return _normalised(matrix.one_hot @ self.log_share + self.log_size.astype(np.float32))[0]

    def labels(self, matrix: AnswerMatrix) -> Ints:
        """The likeliest group of each participant, (n,)."""
        score = matrix.one_hot @ self.log_share + self.log_size.astype(np.float32)
        return np.asarray(score.argmax(axis=1), np.int32)


def everybody(matrix: AnswerMatrix) -> Mixture:
    """The mixture of one group."""
    counts = _cell_counts(Block(matrix, 0))
    log_share = np.log(_overall_shares(counts, matrix.codebook)).astype(np.float32)
    return Mixture(log_share[:, None], np.zeros(1), float(counts @ log_share))


def fitted(matrix: AnswerMatrix, starts: list[Mixture], *, most_rounds: int) -> list[Mixture]:
    """Each start improved, side by side, until none gains enough any more."""
    return _improved(MemorySweep(matrix), starts, most_rounds, ENOUGH)


def refined(sweep: Sweep, start: Mixture, *, most_rounds: int) -> Mixture:
    """One start improved over all answers, wherever they are."""
    return _improved(sweep, [start], most_rounds, LAST_ENOUGH)[0]


def _improved(
    sweep: Sweep, current: list[Mixture], most_rounds: int, enough: float
) -> list[Mixture]:
    counts = gather(sweep, _cell_counts, np.add)
    overall, least = _overall_shares(counts, sweep.codebook), enough * max(1.0, counts.sum())
    for _ in range(most_rounds):
        improved = _round(sweep, current, overall)
        gains = [
            new.log_likelihood - old.log_likelihood
            for new, old in zip(improved, current, strict=True)
        ]
        current = improved
        if max(gains) < least:
            break
    return current


def _round(sweep: Sweep, mixtures: list[Mixture], overall: Floats) -> list[Mixture]:
    """One expectation and maximisation of all mixtures; likelihoods are those before the step."""
    expected = gather(sweep, partial(_expect, mixtures), _add)
    return [_maximised(*sums, overall, sweep.codebook) for sums in expected]


Expected = list[tuple[Floats32, Floats, float]]
"""For each mixture: answers by cell and group, members by group, log-likelihood."""


def _expect(mixtures: list[Mixture], block: Block) -> Expected:
    table = np.concatenate([mixture.log_share for mixture in mixtures], axis=1)
    score = block.matrix.one_hot @ table
    score += np.concatenate([mixture.log_size for mixture in mixtures]).astype(np.float32)
    ends = np.cumsum([mixture.k for mixture in mixtures])[:-1]
    parts = [_normalised(part) for part in np.split(score, ends, axis=1)]
    membership = np.concatenate([weight for weight, _ in parts], axis=1)
    counts = np.split(block.matrix.one_hot.T @ membership, ends, axis=1)
    return [
        (count, weight.sum(axis=0, dtype=np.float64), likelihood)
        for count, (weight, likelihood) in zip(counts, parts, strict=True)
    ]


def _add(first: Expected, second: Expected) -> Expected:
    return [(a[0] + b[0], a[1] + b[1], a[2] + b[2]) for a, b in zip(first, second, strict=True)]


def _maximised(
    counts: Floats32, members: Floats, likelihood: float, overall: Floats, codebook: Codebook
) -> Mixture:
    smoothed = counts + PRIOR_ANSWERS * overall[:, None].astype(np.float32)
    totals = np.add.reduceat(smoothed, codebook.first[:-1], axis=0)
    log_share = np.log(smoothed / totals[codebook.statement_of_cell])
    sizes = members + PRIOR_MEMBERS
    return Mixture(log_share.astype(np.float32), np.log(sizes / sizes.sum()), likelihood)


def split(
    matrix: AnswerMatrix, mixture: Mixture, *, most: int = 2, rounds: int = 4
) -> list[Mixture]:
    """Mixtures of k + 1 groups: the most divided groups each cut in two across their main division.

    The main division of a group is the leading axis of its members' answers after the group's
    shares are taken off, found by power iteration from a fixed start, all groups at once. The
    `most` groups whose members it moves furthest are tried.
    """
    membership = mixture.membership(matrix)
    share = np.exp(mixture.log_share)
    book = matrix.codebook
    spots = np.arange(1, book.n_cells + 1, dtype=np.float32)[:, None]
    axis = np.cos(spots * np.arange(1, mixture.k + 1, dtype=np.float32))
    weight = membership / np.maximum(matrix.answered, 1)[:, None].astype(np.float32)
    for _ in range(rounds):
        axis = _off_centre(axis, share, book.first, book.statement_of_cell)
        axis = matrix.one_hot.T @ (weight * (matrix.one_hot @ axis))
        pull = np.linalg.norm(axis, axis=0)
        axis /= np.maximum(pull, 1e-30)
    axis = _off_centre(axis, share, book.first, book.statement_of_cell)
    axis *= 1 / np.maximum(np.sqrt((share * axis**2).sum(axis=0) / len(book.scales)), 1e-9)
    divided = np.sort(np.argsort(-pull, kind="stable")[:most])
    return [_cut(mixture, group, axis[:, group], book) for group in divided]


def _off_centre(axis: Floats32, share: Floats32, first: Ints, statement: Ints) -> Floats32:
    """The axis less its mean under the group's shares, statement by statement."""
    return np.asarray(axis - np.add.reduceat(share * axis, first[:-1], axis=0)[statement])


def _cut(mixture: Mixture, group: int, axis: Floats32, book: Codebook) -> Mixture:
    up, down = (
        _as_shares(mixture.log_share[:, group] + sign * CUT * axis, book) for sign in (1, -1)
    )
    others = np.delete(mixture.log_share, group, axis=1)
    half = mixture.log_size[group] - np.log(2)
    log_size = np.concatenate([np.delete(mixture.log_size, group), [half, half]])
    return Mixture(np.column_stack([others, up, down]).astype(np.float32), log_size)


def _as_shares(log_share: Floats32, book: Codebook) -> Floats32:
    """The same log shares with those of each statement made to add up to one."""
    totals = np.add.reduceat(np.exp(log_share), book.first[:-1])
    return np.asarray(log_share - np.log(totals)[book.statement_of_cell])


def held_out_log_likelihood(mixture: Mixture, seen: AnswerMatrix, hidden: AnswerMatrix) -> Floats:
    """log P(hidden answers | seen answers) by participant, (n,): what the groups foretell."""
    membership = mixture.membership(seen)
    expected = (membership[hidden.participant] * np.exp(mixture.log_share[hidden.cell])).sum(axis=1)
    logs = np.log(np.maximum(expected, 1e-12)).astype(np.float64)
    return np.bincount(hidden.participant, logs, hidden.n_participants).astype(np.float64)


def _normalised(score: Floats32) -> tuple[Floats32, float]:
    """Softmax of each row, and the log of what was divided by, summed (groups are few: by column)."""
    peak = reduce(np.maximum, score.T)
    weight = np.exp(score - peak[:, None])
    mass = reduce(np.add, weight.T)
    likelihood = float(peak.sum(dtype=np.float64) + np.log(mass).sum(dtype=np.float64))
    return weight / mass[:, None], likelihood


def _cell_counts(block: Block) -> Floats:
    cells = np.bincount(block.matrix.cell, minlength=block.matrix.codebook.n_cells)
    return cells.astype(np.float64)


def _overall_shares(counts: Floats, book: Codebook) -> Floats:
    """Everybody's shares of each statement, with one imagined answer as given to all statements.

    The imagined answer follows how often each step was chosen anywhere: where nobody ever passes,
    passing stays next to impossible instead of becoming a share of its own.
    """
    step = np.arange(book.n_cells) - book.first[:-1][book.statement_of_cell]
    kind = np.ravel_multi_index((book.levels[book.statement_of_cell], step), (99, 99))
    totals = np.bincount(kind, counts) + 0.5
    anywhere = totals[kind]
    anywhere /= np.add.reduceat(anywhere, book.first[:-1])[book.statement_of_cell]
    smoothed = counts + anywhere
    return smoothed / np.add.reduceat(smoothed, book.first[:-1])[book.statement_of_cell]
