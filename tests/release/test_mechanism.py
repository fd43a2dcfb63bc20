"""Noise is as large as the budget asks, and no larger; OpenDP is asked again what it costs."""

from math import exp, sqrt

import numpy as np
import opendp.prelude as dp
import pytest

from tracktwo.errors import OptionError
from tracktwo.release.budget import Budget
from tracktwo.release.mechanism import noise_for, with_noise

MANY = 40_000


@pytest.mark.parametrize(
    "budget", [Budget(1.0), Budget(0.3, 1e-8, 50), Budget(1.0, 0.0, 7), Budget(10.0, 0.0, 1)]
)
def test_budget_is_kept_and_used_up(budget: Budget) -> None:
    noise = noise_for(budget)

    assert _cost(noise.scale, budget) <= budget.epsilon
    assert _cost(noise.scale * 0.999, budget) > budget.epsilon


def test_laplace_scale_is_answers_over_epsilon() -> None:
    """Dwork & Roth 2014, theorem 3.6."""
    assert noise_for(Budget(0.5, 0.0, 8)).scale == pytest.approx(16, rel=1e-9)


@pytest.mark.parametrize("budget", [Budget(1.0, 0.0, 3), Budget(1.0, 1e-6, 3)])
def test_noise_has_the_law_it_is_said_to_have(budget: Budget) -> None:
    noise = noise_for(budget)

    drawn = with_noise(np.full(MANY, 100), noise) - 100

    if noise.kind == "laplace":
        p = exp(-1 / noise.scale)
        sd = sqrt(2 * p) / (1 - p)
    else:
        sd = noise.scale
    assert abs(drawn.mean()) < 5 * sd / sqrt(MANY)
    assert drawn.std() == pytest.approx(sd, rel=0.05)
    assert (abs(drawn) <= noise.plus_minus).mean() >= 0.94
    assert (abs(drawn) <= noise.plus_minus - 2).mean() < 0.97


def test_shape_is_kept_and_nothing_is_drawn_twice() -> None:
    noise = noise_for(Budget(0.1))
    counts = np.arange(600).reshape(2, 300)

    first, second = with_noise(counts, noise), with_noise(counts, noise)

    assert first.shape == second.shape == counts.shape
    assert (first != second).any()


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"epsilon": 0}, "epsilon is 0; it must be above 0 and at most 10: 1 is usual"),
        ({"epsilon": -1}, "epsilon is -1; it must be above 0"),
        ({"epsilon": float("nan")}, "epsilon is nan; it must be above 0"),
        ({"epsilon": 11}, "epsilon is 11; it must be above 0 and at most 10"),
        ({"epsilon": 1, "delta": 0.01}, "delta is 0.01; it must be 0, or at most 1e-05"),
        ({"epsilon": 1, "delta": -1e-9}, "delta is -1e-09; it must be 0"),
        ({"epsilon": 1, "answers": 0}, "a person counts in 0 answers; it must be 1 or more"),
    ],
)
def test_budget_that_means_nothing_is_refused(told: dict, sentence: str) -> None:
    with pytest.raises(OptionError) as refused:
        Budget(**told)

    assert str(refused.value).startswith(sentence)


def _cost(scale: float, budget: Budget) -> float:
    """Epsilon by the formulas of the literature, not by our own search.

    Laplace: answers / scale. Gauss: rho = answers / (2 scale²) of zero-concentrated privacy
    (Bun & Steinke 2016), turned into epsilon by OpenDP.
    """
    if budget.delta == 0:
        return budget.answers / scale
    counts = dp.vector_domain(dp.atom_domain(T=int))
    gauss = dp.m.make_gaussian(counts, dp.l2_distance(T=float), scale=scale)
    rho = gauss.map(sqrt(budget.answers))
    assert rho == pytest.approx(budget.answers / (2 * scale**2))
    fixed = dp.c.make_fix_delta(dp.c.make_zCDP_to_approxDP(gauss), budget.delta)
    return fixed.map(sqrt(budget.answers))[0]
