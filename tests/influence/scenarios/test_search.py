"""The search finds every scenario that holds together, and no other."""

from itertools import count

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.influence.scenarios.matrices import TRADE, consistent, drawn, matrices, of_rows
from tracktwo.errors import OptionError
from tracktwo.influence.scenarios import (
    CrossImpactMatrix,
    Descriptor,
    FoundScenarios,
    find_scenarios,
    judge,
    scores,
)

ANY = 1_000_000


def _totals(found: FoundScenarios) -> dict[tuple[str, ...], float]:
    return {one.chosen: one.total_impact for one in found.scenarios}


@given(matrices(), st.integers(0, 3))
@settings(deadline=None)
def test_search_agrees_with_looking_at_every_scenario(
    matrix: CrossImpactMatrix, tolerance: int
) -> None:
    found = find_scenarios(matrix, tolerance=tolerance, most=ANY)

    assert found.complete
    assert _totals(found) == consistent(matrix, tolerance=tolerance)


@pytest.mark.parametrize("seed", range(220))
def test_search_agrees_on_drawn_matrices(seed: int) -> None:
    matrix = drawn(seed)

    assert _totals(find_scenarios(matrix)) == consistent(matrix)


@pytest.mark.parametrize("seed", range(30))
def test_search_agrees_with_something_held(seed: int) -> None:
    matrix = drawn(seed)
    held = {one.id: one.states[seed % 2] for one in matrix.descriptors[:: 1 + seed % 3]}

    found = find_scenarios(matrix, held=held, tolerance=seed % 2)

    assert _totals(found) == consistent(matrix, held=held, tolerance=seed % 2)


@pytest.mark.parametrize(
    ("scale", "tolerance"), [(0.1, 0.3), (0.25, 0.5), (0.001, 0.002), (300, 300)]
)
def test_search_is_exact_for_judgements_that_are_not_small_whole_numbers(
    scale: float, tolerance: float
) -> None:
    for seed in range(20):
        matrix = drawn(seed, scale=scale)

        assert _totals(find_scenarios(matrix, tolerance=tolerance)) == consistent(
            matrix, tolerance=tolerance
        )


def test_ties_of_tenths_are_ties() -> None:
    """0.1 + 0.2 against 0.3: as floats the first is larger."""
    rows = np.zeros((6, 6))
    rows[0, 4], rows[2, 4], rows[2, 5], rows[0, 5] = 0.1, 0.2, 0.3, 0
    matrix = of_rows({"A": ("a", "b"), "B": ("c", "d"), "C": ("e", "f")}, rows)

    assert scores(matrix, {"A": "a", "B": "c", "C": "f"})["C"] == {"e": 0.3, "f": 0.3}
    assert judge(matrix, {"A": "a", "B": "c", "C": "f"}).margin == 0


def test_descriptor_of_many_states_is_searched() -> None:
    """Twelve states: too many for a table of all sets of them."""
    many = Descriptor("A", tuple(f"a{k}" for k in range(12)))
    impacts = np.zeros((14, 14))
    impacts[12, 3], impacts[13, 7], impacts[3, 12], impacts[7, 13] = 2, 2, 1, 1
    matrix = CrossImpactMatrix((many, Descriptor("B", ("c", "d"))), impacts)

    assert _totals(find_scenarios(matrix)) == {("a3", "c"): 3.0, ("a7", "d"): 3.0}


def test_scenarios_come_strongest_first_then_in_the_order_of_the_matrix() -> None:
    rows = np.zeros((4, 4))
    rows[1, 3] = 1
    found = find_scenarios(of_rows({"A": ("a", "b"), "B": ("c", "d")}, rows))

    assert [(one.chosen, one.total_impact, one.margin) for one in found.scenarios] == [
        (("b", "d"), 1.0, 0.0),
        (("a", "c"), 0.0, 0.0),
        (("a", "d"), 0.0, 0.0),
    ]


def test_everything_held_leaves_one_scenario() -> None:
    found = find_scenarios(TRADE, held={"Trade": "open", "Pacts": "many"})

    assert [(one.chosen, one.total_impact, one.inconsistency) for one in found.scenarios] == [
        (("open", "many"), -5.0, 0.0)
    ]
    assert found.combinations == 1


def test_search_stops_at_a_number_of_scenarios_and_says_so() -> None:
    empty = of_rows({f"d{k}": ("a", "b", "c") for k in range(8)}, np.zeros((24, 24)))

    found = find_scenarios(empty, most=100)

    assert (len(found.scenarios), found.complete, found.stopped_by) == (100, False, "count")
    assert find_scenarios(empty, most=3**8).complete


def test_search_stops_when_told_and_says_so() -> None:
    empty = of_rows({f"d{k}": ("a", "b", "c") for k in range(8)}, np.zeros((24, 24)))
    asked = count()

    found = find_scenarios(empty, may_go_on=lambda: next(asked) < 2)

    assert (found.scenarios, found.complete, found.stopped_by) == ((), False, "clock")


def test_search_that_has_ended_is_complete_whatever_the_clock_says() -> None:
    contradictory = of_rows(
        {"A": ("a", "b"), "B": ("c", "d")},
        [[0, 0, 1, -1], [0, 0, -1, 1], [-1, 1, 0, 0], [1, -1, 0, 0]],
    )

    found = find_scenarios(contradictory, may_go_on=lambda: False)

    assert (found.scenarios, found.complete) == ((), True)


def test_agreed_names_what_all_scenarios_share() -> None:
    rows = np.zeros((4, 4))
    rows[2, 0] = rows[3, 0] = 1
    found = find_scenarios(of_rows({"A": ("a", "b"), "B": ("c", "d")}, rows))

    assert found.agreed == {"A": "a"}


@pytest.mark.parametrize("tolerance", [-1, float("nan"), float("inf")])
def test_tolerance_below_zero_is_refused(tolerance: float) -> None:
    with pytest.raises(OptionError, match="use a number from 0 on"):
        find_scenarios(TRADE, tolerance=tolerance)


def test_no_scenarios_asked_for_is_refused() -> None:
    with pytest.raises(OptionError, match="0 scenarios were asked for; ask for one or more"):
        find_scenarios(TRADE, most=0)


def test_scenario_without_a_state_is_refused() -> None:
    with pytest.raises(OptionError, match="the scenario names no state of descriptor 'Pacts'"):
        judge(TRADE, {"Trade": "open"})
