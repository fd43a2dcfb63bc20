"""The solver is an extra: what needs it says what to install, what does not runs without."""

import sys

import pytest

from tests.convergence.instances import drawn
from tracktwo.convergence.search import search_problem
from tracktwo.errors import OptionError


def test_without_the_solver_twenty_options_are_searched_and_more_are_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "ortools.sat.python", None)

    assert search_problem(drawn(8, 1)).nash.proven
    with pytest.raises(OptionError) as caught:
        search_problem(drawn(30, 1))

    assert str(caught.value) == (
        "packages of more than twenty options need one more package: "
        "pip install 'tracktwo[schedule]'"
    )


def test_many_options_are_searched_as_few_are() -> None:
    found = search_problem(drawn(30, 1), points=5)

    assert found.nash.proven
    assert found.kalai_smorodinsky.proven
    assert found.egalitarian.proven
    assert (len(found.frontier.packages), found.frontier.complete) == (5, False)
    assert found.frontier.bound > 0


def test_three_parties_and_many_options() -> None:
    found = search_problem(drawn(24, 2, parties=3), points=4)

    assert found.nash.proven
    assert len(found.frontier.packages) == 4
    assert sum(found.frontier.packages[0].gains.values()) >= found.frontier.bound
