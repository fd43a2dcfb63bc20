"""How good forecasts were, once it is known what came about: with n, an interval, or silence."""

from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Flags, Floats
from tracktwo.errors import OptionError

FEWEST = 5
"""Resolved questions below which a score would say more about luck than about who forecast."""

DRAWS = 2000
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Score:
    """A mean loss (0 is perfect) over `n` resolved questions and its bootstrap interval.

    All but `n` are None where fewer are resolved than asked for.
    """

    n: int
    value: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Decomposition:
    """Murphy 1973: Brier score = reliability - resolution + uncertainty.

    Exact because forecasts are grouped by equal probability and not into wider classes.
    """

    brier: float
    reliability: float
    resolution: float
    uncertainty: float


def brier(
    probabilities: Floats, happened: Flags, *, seed: int, level: float = LEVEL, fewest: int = FEWEST
) -> Score:
    """Mean squared distance of probabilities (n,) from what happened, 1 or 0: between 0 and 1.

    Brier's own form (1950) sums over both outcomes and is twice this. The interval resamples
    questions. Raises `OptionError` for numbers that are no probabilities.

    >>> brier(np.array([0.9, 0.2, 0.6, 0.1, 0.5]), np.array([1, 0, 1, 0, 0], bool), seed=1).value
    0.094
    """
    losses = (_probabilities(probabilities, happened) - happened) ** 2
    return _mean(losses, seed=seed, level=level, fewest=fewest)


def decomposition(probabilities: Floats, happened: Flags) -> Decomposition:
    """Where a Brier score comes from.

    >>> found = decomposition(np.array([0.5, 0.5, 1.0, 1.0]), np.array([1, 0, 1, 1], bool))
    >>> found.brier, found.reliability, found.resolution, found.uncertainty
    (0.125, 0.0, 0.0625, 0.1875)
    """
    given = _probabilities(probabilities, happened)
    if not given.size:
        raise OptionError("no question is resolved")
    values, group, size = np.unique(given, return_inverse=True, return_counts=True)
    frequency = np.bincount(group, weights=happened) / size
    base = float(np.mean(happened))
    return Decomposition(
        float(((given - happened) ** 2).mean()),
        float((size * (values - frequency) ** 2).sum() / len(given)),
        float((size * (frequency - base) ** 2).sum() / len(given)),
        base * (1 - base),
    )


def skill(
    probabilities: Floats,
    happened: Flags,
    *,
    seed: int,
    base_rate: float | None = None,
    level: float = LEVEL,
    fewest: int = FEWEST,
) -> Score:
    """1 - Brier score / Brier score of always saying the base rate: 1 perfect, 0 no better than it.

    Without a `base_rate` known beforehand the share that happened here is used, which is a strict
    rival: it was not known when the forecasts were made. None where the base rate makes no error.

    >>> skill(np.array([0.9, 0.2, 0.8, 0.1, 0.3]), np.array([1, 0, 1, 0, 0], bool), seed=1).value
    0.841666666667
    """
    given = _probabilities(probabilities, happened)
    base = happened.mean() if base_rate is None and len(happened) else base_rate
    losses = (given - happened) ** 2
    rival = (np.full(len(given), base, np.float64) - happened) ** 2
    if len(given) < fewest or not rival.sum() > 0:
        return Score(len(given))
    drawn = _resampled(len(given), seed)
    below = rival[drawn].sum(axis=1)
    usable = below > 0
    ratio = 1 - losses[drawn].sum(axis=1)[usable] / below[usable]
    low, high = np.quantile(ratio, _tails(level)).tolist()
    return Score(len(given), round(float(1 - losses.sum() / rival.sum()), 12), low, high)


def pinball(quantiles: Floats, truths: Floats, *, probability: float) -> Floats:
    """Loss (n,) of quantiles at a probability: p (x - q) above, (1 - p) (q - x) below (Koenker 1978).

    >>> pinball(np.array([10.0, 10.0]), np.array([12.0, 8.0]), probability=0.9).round(1).tolist()
    [1.8, 0.2]
    """
    above = np.asarray(truths, np.float64) - np.asarray(quantiles, np.float64)
    return np.asarray(np.maximum(probability * above, (probability - 1) * above))


def interval_score(low: Floats, high: Floats, truths: Floats, *, credence: float) -> Floats:
    """Loss (n,) of intervals meant to hold the truth with a credence (Winkler 1972).

    Their width, and 2 / (1 - credence) times the distance by which a truth lies outside.

    >>> interval_score(np.array([2.0, 2.0]), np.array([5.0, 5.0]), np.array([3.0, 6.0]), credence=0.8).round(9)
    array([ 3., 13.])
    """
    if not 0 < credence < 1:
        raise OptionError(f"the credence is {credence:g}; it must lie between 0 and 1")
    width = np.asarray(high, np.float64) - low
    missed = np.maximum(low - np.asarray(truths), 0) + np.maximum(np.asarray(truths) - high, 0)
    return np.asarray(width + 2 / (1 - credence) * missed)


def _probabilities(probabilities: Floats, happened: Flags) -> Floats:
    given = np.asarray(probabilities, np.float64)
    if given.shape != np.shape(happened) or not ((given >= 0) & (given <= 1)).all():
        raise OptionError("forecasts are one probability between 0 and 1 for each outcome")
    return given


def _mean(losses: Floats, *, seed: int, level: float, fewest: int) -> Score:
    if len(losses) < max(fewest, 1):
        return Score(len(losses))
    means = losses[_resampled(len(losses), seed)].mean(axis=1)
    low, high = np.quantile(means, _tails(level)).tolist()
    return Score(len(losses), round(float(losses.mean()), 12), low, high)


def _resampled(n: int, seed: int) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    return np.random.default_rng(seed).integers(0, n, (DRAWS, n))


def _tails(level: float) -> tuple[float, float]:
    return (1 - level) / 2, (1 + level) / 2
