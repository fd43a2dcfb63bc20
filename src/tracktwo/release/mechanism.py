"""Noise by OpenDP: how large it must be, and adding it.

OpenDP draws whole numbers from the operating system's random source, in exact arithmetic: noise made
of floating-point numbers can be told from its last digits (Mironov 2012). So there is no seed, and
the same counts are never given out twice alike.
"""

from functools import cache
from math import sqrt
from typing import TYPE_CHECKING, Any

import numpy as np

from tracktwo._typing import Longs
from tracktwo.errors import OptionError
from tracktwo.locale import english
from tracktwo.release.budget import SURE, Budget, Noise

if TYPE_CHECKING:
    from types import ModuleType

_WIDEST = 1e9
"""A scale beyond all use, from which the search for the least one starts."""


def noise_for(budget: Budget) -> Noise:
    """The least noise with which counts stay within a budget.

    Adding or taking away one person changes at most `budget.answers` counts by 1 each: that is the
    distance in the sum of differences for Laplace's noise, its square root in the Euclidean one for
    Gauss's. OpenDP proves what a scale costs; the least that is cheap enough is searched for.
    """
    dp = opendp()
    scale = float(
        dp.binary_search(
            lambda scale: _cost(scale, budget) <= budget.epsilon, bounds=(0.0, _WIDEST), T=float
        )
    )
    to_accuracy = (
        dp.discrete_laplacian_scale_to_accuracy
        if budget.delta == 0
        else dp.discrete_gaussian_scale_to_accuracy
    )
    return Noise(
        "laplace" if budget.delta == 0 else "gauss",
        scale,
        int(np.ceil(to_accuracy(scale, 1 - SURE))),
        budget,
    )


def with_noise(counts: Longs, noise: Noise) -> Longs:
    """Counts with noise added to each; some may come out below 0."""
    measured = _measurement(noise.scale, noise.budget)(counts.ravel().tolist())
    return np.array(measured, np.int64).reshape(counts.shape)


def _cost(scale: float, budget: Budget) -> float:
    """The epsilon that noise of this scale costs."""
    if scale <= 0:
        return float("inf")
    dp, measurement = opendp(), _measurement(scale, budget)
    if budget.delta == 0:
        return float(measurement.map(budget.answers))
    approximate = dp.c.make_zCDP_to_approxDP(measurement)
    epsilon, _ = dp.c.make_fix_delta(approximate, budget.delta).map(sqrt(budget.answers))
    return float(epsilon)


def _measurement(scale: float, budget: Budget) -> Any:  # noqa: ANN401 -- OpenDP is optional
    dp = opendp()
    counts = dp.vector_domain(dp.atom_domain(T=int))
    if budget.delta == 0:
        return dp.m.make_laplace(counts, dp.l1_distance(T=int), scale=scale)
    return dp.m.make_gaussian(counts, dp.l2_distance(T=float), scale=scale)


@cache
def opendp() -> "ModuleType":
    """OpenDP; `OptionError` with what to install where it is not there."""
    try:
        import opendp.prelude as found
    except ModuleNotFoundError as error:
        raise OptionError(
            english("counts with noise need OpenDP: pip install 'tracktwo[release]'")
        ) from error
    # Both noises are in the part of OpenDP whose proofs are reviewed by its contributors.
    found.enable_features("contrib")
    return found
