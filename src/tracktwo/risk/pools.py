"""Several people's estimates as one: linear and logarithmic pools."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from tracktwo._typing import Floats
from tracktwo.errors import OptionError

Kind = Literal["linear", "log"]
KINDS: tuple[Kind, ...] = ("linear", "log")

NEVER, ALWAYS = 0.001, 0.999
"""Probabilities are taken to lie between these: in a logarithmic pool one 0 would overrule everybody."""


@dataclass(frozen=True, slots=True)
class Pooled:
    """A pooled probability, and how many of those that went in were moved to `NEVER` or `ALWAYS`."""

    value: float
    clipped: int


def pool(
    probabilities: Floats,
    *,
    kind: Kind = "linear",
    weights: Floats | None = None,
    extremising: float = 1.0,
) -> Pooled:
    """One probability from several, (n,), with equal weights or those given, (n,).

    The linear pool is the weighted mean. The logarithmic pool is the weighted mean of log odds,
    times `extremising`: 1 is the plain pool, above 1 allows for what the experts know each on their
    own (Satopää et al. 2014). Probabilities are first brought into [.001, .999]. Raises `OptionError`
    for weights that are negative or all zero, an unknown kind, or an exponent of a linear pool.

    >>> two = np.array([0.2, 0.6])
    >>> pool(two), round(pool(two, kind="log").value, 4)
    (Pooled(value=0.4, clipped=0), 0.3798)
    """
    given = np.asarray(probabilities, np.float64)
    if not given.size:
        raise OptionError("there is nothing to pool")
    if not ((given >= 0) & (given <= 1)).all():
        raise OptionError("probabilities lie between 0 and 1")
    if kind == "linear" and extremising != 1:
        raise OptionError("only a logarithmic pool can be extremised; use kind 'log'")
    moved = int(((given < NEVER) | (given > ALWAYS)).sum())
    value = pooled(given, _weights(given, weights), kind=kind, extremising=extremising)
    return Pooled(float(value), moved)


def pooled(
    probabilities: Floats, weights: Floats, *, kind: Kind, extremising: float = 1.0
) -> Floats:
    """The same over the last axis of arrays (..., n), weights of any sum; for many pools at once."""
    if kind not in KINDS:
        raise OptionError(f"pool {kind!r} is not known; use linear or log")
    inside = np.clip(probabilities, NEVER, ALWAYS)
    if kind == "linear":
        return mean(inside, weights)
    log_odds = extremising * mean(np.log(inside) - np.log1p(-inside), weights)
    return np.asarray(1 / (1 + np.exp(-log_odds)))


def mean(values: Floats, weights: Floats) -> Floats:
    """The weighted mean over the last axis."""
    return np.asarray((values * weights).sum(axis=-1) / np.sum(weights, axis=-1))


def _weights(values: Floats, weights: Floats | None) -> Floats:
    if weights is None:
        return np.ones(len(values))
    if len(weights) != len(values) or (weights < 0).any() or not weights.sum() > 0:
        raise OptionError("weights are one a probability, none below 0 and not all 0")
    return np.asarray(weights, np.float64)
