"""Calibration and information: the two scores of Cooke's classical model."""

import numpy as np

from tracktwo._typing import Flags, Floats, Longs
from tracktwo.errors import OptionError
from tracktwo.risk.cooke.seeds import Seeds

OVERSHOOT = 0.1
"""By how much of its width a range set by the answers reaches beyond them, on either side."""


def calibration(counts: Longs, probabilities: Floats, *, n: int | Longs | None = None) -> Floats:
    """How well truths fall between an expert's quantiles as often as they should, 0..1.

    `counts` (..., b): how many truths fell into each of b bins; `probabilities` (b,) of the bins.
    With s the shares, C = P(chi-square with b - 1 degrees > 2 n sum s ln(s / p)), 0 ln 0 being 0.
    `n` (an int, or one a row) is the number of questions that counts for everybody: the least that
    any expert answered; without it, each row's own. The chi-square tail is exact (scipy), also where the fit is perfect.

    >>> calibration(np.array([[1, 9, 9, 1], [2, 9, 8, 1]]), np.array([0.05, 0.45, 0.45, 0.05])).round(6)
    array([1.      , 0.828308])
    """
    from scipy.special import chdtrc, xlogy

    counts = np.asarray(counts)
    own = counts.sum(axis=-1)
    if (own == 0).any():
        raise OptionError("calibration needs at least one answered question")
    shares = counts / own[..., None]
    divergence = (xlogy(shares, shares) - xlogy(shares, probabilities)).sum(axis=-1)
    statistic = 2 * (own if n is None else n) * np.maximum(divergence, 0)
    return np.asarray(chdtrc(len(probabilities) - 1, statistic))


def information(seeds: Seeds, *, overshoot: float = OVERSHOOT) -> Floats:
    """How much narrower each answer is than the range of its question, (n, m), nan where none.

    I = ln(U - L) + sum p ln(p / (x_(b+1) - x_b)), with the range [L, U] as ends; in logarithms on
    logarithmic questions. Always at least 0.

    >>> seeds = Seeds(("e1",), ("q1",), np.array([[[5.0, 50.0, 95.0]]]), np.array([3.0]),
    ...     agreed=np.array([[0.0, 100.0]]))
    >>> information(seeds).round(12).tolist()
    [[0.0]]
    """
    scaled = to_scale(seeds.quantiles, seeds.is_log)
    return information_of(scaled, ranges(seeds, overshoot=overshoot), seeds.bins)


def ranges(seeds: Seeds, *, overshoot: float = OVERSHOOT) -> Floats:
    """The range of each question, (m, 2), in logarithms where it is logarithmic.

    What was agreed; else from the lowest to the highest of all answers and the truth, and beyond by
    `overshoot` of that width.
    """
    if seeds.agreed is not None:
        return to_scale(seeds.agreed, seeds.is_log)
    answers = to_scale(seeds.quantiles, seeds.is_log)
    truth = to_scale(seeds.truth[:, None], seeds.is_log)[:, 0]
    low = np.minimum(np.nanmin(answers[..., 0], axis=0), truth)
    high = np.maximum(np.nanmax(answers[..., -1], axis=0), truth)
    beyond = overshoot * (high - low)
    return np.stack((low - beyond, high + beyond), axis=1)


def information_of(quantiles: Floats, ends: Floats, bins: Floats) -> Floats:
    """Information of quantiles (..., m, q) on their scale, within ranges (m, 2)."""
    steps = np.diff(with_ends(quantiles, ends), axis=-1)
    return np.asarray(np.log(ends[:, 1] - ends[:, 0]) + (bins * np.log(bins / steps)).sum(axis=-1))


def with_ends(quantiles: Floats, ends: Floats) -> Floats:
    """Quantiles (..., m, q) with the range of their question at either end, (..., m, q + 2)."""
    shape = (*quantiles.shape[:-1], 1)
    low = np.broadcast_to(ends[:, :1], shape)
    high = np.broadcast_to(ends[:, 1:], shape)
    return np.concatenate((low, quantiles, high), axis=-1)


def to_scale(values: Floats, is_log: Flags) -> Floats:
    """Values (..., m, q) in logarithms where a question is logarithmic."""
    safe = np.where(is_log[:, None], values, 1.0)
    return np.where(is_log[:, None], np.log(safe), values)


def from_scale(values: Floats, is_log: Flags) -> Floats:
    """The way back."""
    safe = np.where(is_log[:, None], values, 0.0)
    return np.where(is_log[:, None], np.exp(safe), values)


def bin_of(quantiles: Floats, truth: Floats) -> Longs:
    """Into which bin each truth (m,) falls among quantiles (..., m, q): one-hot, (..., m, q + 1).

    A truth on a quantile belongs below it. Nowhere (all zero) where there are no quantiles.
    """
    above = (quantiles < truth[:, None]).sum(axis=-1)
    hot = above[..., None] == np.arange(quantiles.shape[-1] + 1)
    answered = np.asarray(~np.isnan(quantiles).any(axis=-1))
    return np.asarray(hot & answered[..., None], np.int64)
