"""The solver, all packages one by one, and a second solver (HiGHS) say the same.

Sixty problems by default; `TRACKTWO_INSTANCES=500` tries as many.
"""

import os
from fractions import Fraction
from math import log, prod

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from tests.convergence.instances import drawn
from tracktwo.convergence import solutions
from tracktwo.convergence.choosing import Ideals, solve
from tracktwo.convergence.enumeration import packages
from tracktwo.convergence.frontier import frontier
from tracktwo.convergence.problem import Problem
from tracktwo.convergence.solver.frontier import trace
from tracktwo.convergence.solver.leximin import egalitarian, ideals, kalai_smorodinsky
from tracktwo.convergence.solver.model import Effort
from tracktwo.convergence.solver.nash import nash

INSTANCES = int(os.environ.get("TRACKTWO_INSTANCES", "60"))


def problems(seed: int) -> Problem:
    return drawn(6 + seed % 8, seed, parties=3 if seed % 3 == 2 else 2, unit=1 + 13 * (seed % 2))


@pytest.mark.parametrize("seed", range(INSTANCES))
def test_solver_agrees_with_every_package_and_with_a_second_solver(seed: int) -> None:
    problem, effort = problems(seed), Effort(100)
    looked = packages(problem)
    agreeable = looked.agreeable.gains

    found = nash(problem, effort)

    if not len(agreeable):
        assert found is None
        return
    _same_nash(problem, agreeable, found)
    _same_shares(problem, looked, effort)
    best = sorted(agreeable[solutions.egalitarian(agreeable)].tolist())
    equal = egalitarian(problem, effort)
    assert (sorted(equal.gains), equal.proven) == (best, True)
    assert _highs_least(problem, [1] * len(problem.parties)) == pytest.approx(best[0])


def _same_nash(problem: Problem, agreeable: np.ndarray, found) -> None:
    best = agreeable[solutions.nash(agreeable)].tolist()
    assert (prod(found.gains), found.proven) == (prod(best), True)
    assert problem.holds(found.chosen)
    assert problem.gains(found.chosen) == found.gains
    if len(best) == 2:
        assert sorted(found.gains) == sorted(best)
    assert prod(_highs_nash(problem)) == prod(best)


def _same_shares(problem: Problem, looked, effort: Effort) -> None:
    best, proven = ideals(problem, effort)
    assert (best, proven) == (tuple(looked.bearable.gains.max(axis=0).tolist()), True)
    agreeable = looked.agreeable.gains
    place = solutions.kalai_smorodinsky(agreeable, best)
    found = kalai_smorodinsky(problem, best, effort)
    assert found.proven
    expected = _shares(agreeable[place].tolist(), best)
    assert _shares(found.gains, best) == expected
    # In shares as they are, below 1, HiGHS 1.12 takes a wrong package for the best one (problem 14).
    least = _highs_least(problem, [max(best) / ideal for ideal in best])
    assert least == pytest.approx(float(expected[0]) * max(best), rel=1e-6)


def _shares(gains, best) -> list[Fraction]:
    return sorted(Fraction(gain, ideal) for gain, ideal in zip(gains, best, strict=True))


@pytest.mark.parametrize("seed", range(12))
def test_traced_frontier_is_that_of_every_package(seed: int) -> None:
    problem = problems(seed)
    bearable = packages(problem).bearable.gains

    traced = trace(problem, Effort(100), most=None)

    expected = [tuple(bearable[place].tolist()) for place in frontier(bearable)]
    assert [one.gains for one in traced.found] == expected
    assert traced.complete


@pytest.mark.parametrize("seed", [0, 1, 2, 5])
def test_bound_of_a_sample_holds(seed: int) -> None:
    problem = drawn(12, seed, parties=3 if seed % 3 == 2 else 2)
    every = [one.gains for one in trace(problem, Effort(100), most=None).found]

    traced = trace(problem, Effort(100), most=3)

    listed = [one.gains for one in traced.found]
    missing = [one for one in every if one not in listed]
    assert missing
    assert (len(listed), traced.complete) == (3, False)
    if len(problem.parties) == 2:
        assert max(min(_above(one, near) for near in listed) for one in missing) <= traced.bound
    else:
        assert max(map(sum, missing)) <= traced.bound


def _above(one, near) -> int:
    """What a package gives both parties above another."""
    return max(mine - theirs for mine, theirs in zip(one, near, strict=True))


def test_the_same_input_gives_the_same_packages() -> None:
    problem = drawn(30, 1)

    first, second = (nash(problem, Effort(10)) for _ in range(2))

    assert first == second
    assert first.proven


def test_little_effort_proves_nothing_and_says_so() -> None:
    problem = drawn(100, 3)

    found = solve("nash", problem, Ideals(()), Effort(0.01))

    assert found is not None
    assert problem.holds(found.chosen)
    assert not found.proven


def _highs_least(problem: Problem, weights) -> float:
    """The largest least weighted gain, by HiGHS: options, then the least gain as a last variable."""
    n = len(problem.options)
    rows, low = _agreeing(problem)
    for values, weight, floor in zip(problem.values, weights, problem.floor, strict=True):
        rows.append([*(values * weight), -1.0])
        low.append(floor * weight)
    ran = _highs(np.array([*[0.0] * n, -1.0]), rows, low, n)
    return float(-ran.fun)


def _highs_nash(problem: Problem) -> list[int]:
    """The largest product by tangents of logarithms at the points found, until one repeats."""
    n, parties = len(problem.options), len(problem.parties)
    rows, low = _agreeing(problem, more=parties)
    seen: set[tuple[int, ...]] = set()
    best: list[int] = []
    where = [[max(1, most * k // 8) for most in problem.most] for k in range(1, 9)]
    while True:
        for point in where:
            for party, c in enumerate(point):
                slope = [0.0] * parties
                slope[party] = -1.0
                rows.append([*(problem.values[party] / c), *slope])
                low.append(1 - log(c) + problem.floor[party] / c)
        ran = _highs(np.array([*[0.0] * n, *[-1.0] * parties]), rows, low, n)
        gains = problem.gains(np.flatnonzero(ran.x[:n] > 0.5).tolist())
        if not best or prod(gains) > prod(best):
            best = list(gains)
        if gains in seen:
            return best
        seen.add(gains)
        where = [list(gains)]


def _agreeing(problem: Problem, *, more: int = 1):
    """Rows that sum to `low` or more: every condition, and a gain for everybody."""
    rows = [[*(-float(one) for one in row.weights), *[0.0] * more] for row in problem.rows]
    low = [float(-row.most) for row in problem.rows]
    for values, floor, least in zip(problem.values, problem.floor, problem.least, strict=True):
        rows.append([*map(float, values), *[0.0] * more])
        low.append(float(floor + least))
    return rows, low


def _highs(objective, rows, low, n: int):
    more = len(objective) - n
    return milp(
        objective,
        constraints=LinearConstraint(np.array(rows), np.array(low), np.inf),
        integrality=[1] * n + [0] * more,
        bounds=Bounds([0.0] * n + [-np.inf] * more, [1.0] * n + [np.inf] * more),
        options={"mip_rel_gap": 0.0},
    )
