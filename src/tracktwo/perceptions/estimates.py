"""Means of answers and of predictions, a row each, with what their intervals need."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np
from scipy import special, stats

from tracktwo._typing import Flags, Floats, Longs
from tracktwo.votes import mean_interval

Bounds = tuple[Floats, Floats]


@dataclass(frozen=True, eq=False)
class Estimates:
    """Means of `n` values between two ends, (rows,) each.

    A vote enters as 1 (agree) or 0 (anything else), so its mean is the share that agrees and its
    ends are 0 and 1. `size` is the number of people the mean is about, infinite where those asked
    stand for a wider body. A mean of nothing is nan.
    """

    n: Floats
    total: Floats
    squares: Floats
    low_end: Floats
    high_end: Floats
    size: Floats

    def take(self, rows: Longs | Flags) -> "Estimates":
        return Estimates(*(getattr(self, field.name)[rows] for field in fields(self)))

    @property
    def width(self) -> Floats:
        return self.high_end - self.low_end

    @cached_property
    def value(self) -> Floats:
        return np.asarray(
            np.divide(self.total, self.n, where=self.n > 0, out=np.full_like(self.n, np.nan))
        )

    @cached_property
    def scatter(self) -> Floats:
        """Sum of squared distances from the mean."""
        return np.maximum(self.squares - self.n * np.nan_to_num(self.value) ** 2, 0)

    @property
    def spread(self) -> Floats:
        """Standard deviation of the values."""
        return np.asarray(np.sqrt(self.scatter / np.maximum(self.n, 1)))

    @cached_property
    def variance(self) -> Floats:
        """Sampling variance of the mean, with the prior observation of `votes.mean_interval`."""
        asked = np.maximum(self.n, 1)
        unasked_share = np.maximum(1 - self.n / self.size, 0)
        return np.asarray((self.scatter + (self.width / 4) ** 2) / asked**2 * unasked_share)

    @property
    def plain_variance(self) -> Floats:
        """Sampling variance of the mean without a prior: right on average; one value has none."""
        unasked_share = np.maximum(1 - self.n / self.size, 0)
        spread = self.scatter / np.maximum(self.n - 1, 1)
        return np.asarray(spread / np.maximum(self.n, 1) * unasked_share)

    def mean_bounds(self, level: float) -> Bounds:
        """`votes.mean_interval`, each row with its own size."""
        columns = (self.total, self.squares, self.n, self.low_end, self.high_end)
        return by_size(
            self.size,
            columns,
            lambda total, squares, n, low, high, size: mean_interval(
                total, squares, n, low_end=low, high_end=high, level=level, size=size
            ),
        )

    def share_bounds(self, level: float) -> Bounds:
        """`exact_share_interval`, each row with its own size."""
        return shares_by_size(
            self.total,
            self.n,
            self.size,
            lambda yes, n, size: exact_share_interval(yes, n, level=level, size=size),
        )


def by_size(
    sizes: Floats, columns: tuple[Floats, ...], interval: Callable[..., tuple[Floats, Floats]]
) -> Bounds:
    """Bounds row by row, calling `interval(*columns, size)` once for each size that occurs."""
    low, high = np.empty(len(sizes)), np.empty(len(sizes))
    for size in np.unique(sizes):
        rows = sizes == size
        of = int(size) if np.isfinite(size) else None
        low[rows], high[rows] = interval(*(column[rows] for column in columns), of)
    return low, high


def shares_by_size(
    yes: Floats, n: Floats, sizes: Floats, interval: Callable[..., tuple[Floats, Floats]]
) -> Bounds:
    """As `by_size` for counts, which come back often: each is worked out once."""
    counts, back = np.unique(np.column_stack([sizes, yes, n]), axis=0, return_inverse=True)
    sizes, yes, n = counts.T
    low, high = by_size(sizes, (yes, n), interval)
    return low[back.ravel()], high[back.ravel()]


def exact_share_interval(
    yes: Floats, n: Floats, *, level: float, size: int | None = None
) -> Bounds:
    """Confidence interval of a share that holds for any number asked and at any level.

    Clopper & Pearson 1934; with `size`, the hypergeometric interval for a body of that many people
    (a point when all were asked), found as beta-binomial quantiles. Jeffreys' interval, which
    `votes.share_interval` uses to show shares, is right on average only: at the strict levels that
    many comparisons demand it errs up to ten times too often for ten people, which a claim may not.

    >>> low, high = exact_share_interval(np.array([5.0]), np.array([5.0]), level=0.95)
    >>> f"{low[0]:.3f} {high[0]:.0f}"
    '0.478 1'
    >>> low, high = exact_share_interval(np.array([3.0]), np.array([4.0]), level=0.95, size=5)
    >>> f"{low[0]} {high[0]}"
    '0.6 0.8'
    """
    tail, no = (1 - level) / 2, n - yes
    if size is None:
        low = special.betaincinv(np.maximum(yes, 1), no + 1, tail)
        high = special.betaincinv(yes + 1, np.maximum(no, 1), 1 - tail)
        return np.where(yes == 0, 0.0, low), np.where(no == 0, 1.0, high)
    unasked, body = np.maximum(size - n, 0).astype(np.int64), np.maximum(size, n)
    least = stats.betabinom.ppf(tail, unasked, np.maximum(yes, 1), no + 1)
    most = stats.betabinom.ppf(1 - tail, unasked, yes + 1, np.maximum(no, 1))
    low, high = np.where(yes == 0, 0, least), np.where(no == 0, unasked, most)
    return (yes + low) / body, (yes + high) / body
