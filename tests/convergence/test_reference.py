"""Numbers that others published or computed: Nash's barter, and lists on which a peer errs."""

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tracktwo.convergence import Package, Problem
from tracktwo.convergence.search import search_problem
from tracktwo.convergence.solver.leximin import egalitarian, ideals, kalai_smorodinsky
from tracktwo.convergence.solver.model import Effort
from tracktwo.convergence.solver.nash import nash

Reference = Callable[[str], Path]
PARTIES = ("bill", "jack")


@pytest.fixture
def barter(reference: Reference) -> dict[str, Any]:
    return json.loads(reference("risk/nash_1950_barter.json").read_text("utf-8"))


@pytest.fixture
def problem(barter: dict[str, Any]) -> Problem:
    """An option is that a good changes hands."""
    change = {good: (-own["bill"], own["jack"]) for good, own in barter["bill_goods"].items()}
    change |= {good: (own["bill"], -own["jack"]) for good, own in barter["jack_goods"].items()}
    goods = sorted(change)
    values = np.array([change[good] for good in goods]).T
    return Problem(tuple(goods), PARTIES, values, (0, 0), (1, 1), 1, ())


def _gains(package: Package) -> list[Fraction]:
    return [package.gains[party] for party in PARTIES]


def test_barter_by_looking_at_every_package(problem: Problem, barter: dict[str, Any]) -> None:
    published, computed = barter["published_solution"], barter["computed_by_enumeration"]

    found = search_problem(problem)

    assert set(found.nash.options) == {*published["bill_gives"], *published["jack_gives"]}
    assert _gains(found.nash) == [published["gain_bill"], published["gain_jack"]]
    assert np.prod(_gains(found.nash)) == published["product"]
    assert (
        _gains(found.kalai_smorodinsky) == computed["kalai_smorodinsky_maxmin_of_gain_over_ideal"]
    )
    assert _gains(found.egalitarian) == computed["egalitarian_leximin"]
    assert list(found.ideals.values()) == computed["ideal"]
    assert sorted(map(_gains, found.frontier.packages)) == computed["frontier"]
    best = max(found.frontier.packages, key=lambda one: (sum(_gains(one)), min(_gains(one))))
    assert _gains(best) == computed["utilitarian"]


def test_equal_trade_of_the_barter_is_not_told(problem: Problem, barter: dict[str, Any]) -> None:
    equal = barter["published_equal_gain_trade"]
    chosen = problem.places((*equal["bill_gives"], *equal["jack_gives"]))

    assert list(problem.gains(chosen)) == equal["gains"]
    assert equal["gains"] not in [_gains(one) for one in search_problem(problem).frontier.packages]


def test_barter_by_the_solver(problem: Problem, barter: dict[str, Any]) -> None:
    computed, effort = barter["computed_by_enumeration"], Effort(10)

    best, proven = ideals(problem, effort)

    assert ([*best], proven) == (computed["ideal"], True)
    assert list(nash(problem, effort).gains) == computed["nash"]
    assert list(egalitarian(problem, effort).gains) == computed["egalitarian_leximin"]
    assert list(kalai_smorodinsky(problem, best, effort).gains) == [12, 5]
