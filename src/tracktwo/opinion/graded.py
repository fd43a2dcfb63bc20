"""The graded response model: how likely each answer is at a position (Samejima 1969).

For a statement with ordered answers 0..C-1,  P(answer >= c | x) = logistic(a'x + b_c),  b falling
in c. A positive a says that agreement grows to the right. Statements with equally many possible
answers are handled together, as arrays over (statements, answers, nodes).
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from tracktwo._typing import Floats, Longs

SLOPE_SPREAD = 2.0
"""Prior standard deviation of a slope: it holds back statements with few answers, and the slopes
without end of statements that part people perfectly."""

LONGEST_STEP = 1.0
"""Most a slope or threshold may move in one Newton step, so that no step overshoots."""

SMALLEST_GAP = 0.02
"""Least distance between neighbouring thresholds: an answer nobody gave keeps a sliver."""


@dataclass(frozen=True, eq=False)
class Items:
    """Parameters of statements with the same number C of possible answers.

    `statements` (s,): their codes; `slope` (s, d); `threshold` (s, C - 1), falling along a row.
    """

    statements: Longs
    slope: Floats
    threshold: Floats

    def shares(self, nodes: Floats) -> Floats:
        """P(answer | node), (s, C, q)."""
        pull = (self.slope @ nodes.T)[:, None, :] + self.threshold[:, :, None]
        at_least = np.ones((len(pull), pull.shape[1] + 2, pull.shape[2]))
        expit(pull, out=at_least[:, 1:-1])
        at_least[:, -1] = 0
        return np.asarray(np.maximum(at_least[:, :-1] - at_least[:, 1:], 1e-12))

    def step(self, counts: Floats, nodes: Floats, share: Floats) -> tuple["Items", float]:
        """One Fisher-scoring step towards the maximum, given expected counts and shares (s, C, q).

        Also what the step promises to add to the log-likelihood: half of gradient times way.
        """
        below = np.cumsum(share[:, :-1], axis=1)
        slack = below * (1 - below)
        ratio = counts / share
        pulls = (ratio[:, 1:] - ratio[:, :-1]) * slack
        weight = counts.sum(axis=1)[:, None, :] * slack
        gradient = self._gradient(pulls, nodes)
        curvature = self._information(weight, slack, share, nodes)
        move = np.linalg.solve(curvature, gradient[..., None])[..., 0]
        moved = self._moved(np.clip(move, -LONGEST_STEP, LONGEST_STEP))
        went = [moved.slope - self.slope, moved.threshold - self.threshold]
        return moved, float((np.concatenate(went, axis=1) * gradient).sum() / 2)

    def _gradient(self, pulls: Floats, nodes: Floats) -> Floats:
        along_slope = pulls.sum(axis=1) @ nodes - self.slope / SLOPE_SPREAD**2
        return np.concatenate([along_slope, pulls.sum(axis=2)], axis=1)

    def _information(self, weight: Floats, slack: Floats, share: Floats, nodes: Floats) -> Floats:
        """Expected information, (s, d + C - 1, d + C - 1); tridiagonal among thresholds."""
        dims, cuts = nodes.shape[1], slack.shape[1]
        own = weight * slack * (1 / share[:, :-1] + 1 / share[:, 1:])
        next_to = -weight[:, :-1] * slack[:, 1:] / share[:, 1:-1]
        rows = own.copy()
        rows[:, :-1] += next_to
        rows[:, 1:] += next_to
        table = np.zeros((len(weight), dims + cuts, dims + cuts))
        table[:, :dims, :dims] = np.einsum("sq,qi,qj->sij", rows.sum(axis=1), nodes, nodes)
        table[:, :dims, :dims] += np.eye(dims) / SLOPE_SPREAD**2
        table[:, dims:, :dims] = rows @ nodes
        table[:, :dims, dims:] = table[:, dims:, :dims].transpose(0, 2, 1)
        place = dims + np.arange(cuts)
        table[:, place, place] = own.sum(axis=2)
        table[:, place[:-1], place[1:]] = next_to.sum(axis=2)
        table[:, place[1:], place[:-1]] = next_to.sum(axis=2)
        return table + 1e-9 * np.eye(dims + cuts)

    def _moved(self, move: Floats) -> "Items":
        dims = self.slope.shape[1]
        return self.at(self.slope + move[:, :dims], self.threshold + move[:, dims:])

    def at(self, slope: Floats, threshold: Floats) -> "Items":
        """The same statements with other parameters, thresholds kept falling."""
        threshold = threshold.copy()
        for cut in range(1, threshold.shape[1]):
            ceiling = threshold[:, cut - 1] - SMALLEST_GAP
            threshold[:, cut] = np.minimum(threshold[:, cut], ceiling)
        return Items(self.statements, slope, threshold)
