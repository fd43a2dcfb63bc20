"""Single judgements that make scenarios appear or vanish, against changing each and looking again."""

from itertools import product

import pytest

from tests.influence.scenarios.matrices import TRADE, consistent, drawn
from tracktwo.errors import OptionError
from tracktwo.influence.scenarios import Change, CrossImpactMatrix, find_changes, find_scenarios

SMALL = [seed for seed in range(40) if drawn(seed).combinations < 60]

Told = dict[tuple[str, str, float], tuple[set[tuple[str, ...]], set[tuple[str, ...]]]]


def _by_trying(matrix: CrossImpactMatrix, by: float, **options) -> Told:
    before = set(consistent(matrix, **options))
    told: Told = {}
    for row, column, sign in product(range(len(matrix.labels)), range(len(matrix.labels)), (1, -1)):
        if matrix.owners[row] == matrix.owners[column]:
            continue
        moved = matrix.impacts.copy()
        moved[row, column] += sign * by
        after = set(consistent(CrossImpactMatrix(matrix.descriptors, moved), **options))
        if after != before:
            key = (matrix.labels[row], matrix.labels[column], sign * by)
            told[key] = (before - after, after - before)
    return told


def _told(changes: tuple[Change, ...]) -> Told:
    return {
        (one.source, one.target, one.by): (
            {each.chosen for each in one.vanishing},
            {each.chosen for each in one.appearing},
        )
        for one in changes
    }


@pytest.mark.parametrize(("by", "tolerance"), [(1, 0), (2, 0), (1, 1), (0.5, 0)])
@pytest.mark.parametrize("seed", SMALL[:4])
def test_changes_are_those_found_by_trying(seed: int, by: float, tolerance: int) -> None:
    matrix = drawn(seed)

    changes = find_changes(matrix, find_scenarios(matrix, tolerance=tolerance), by=by)

    assert changes.complete
    assert _told(changes.changes) == _by_trying(matrix, by, tolerance=tolerance)


@pytest.mark.parametrize("seed", SMALL[:3])
def test_changes_with_something_held_are_those_found_by_trying(seed: int) -> None:
    matrix = drawn(seed)
    held = {matrix.descriptors[0].id: matrix.descriptors[0].states[0]}

    changes = find_changes(matrix, find_scenarios(matrix, held=held))

    assert _told(changes.changes) == _by_trying(matrix, 1.0, held=held)


def test_scenario_outlives_every_change_up_to_its_margin() -> None:
    found = find_scenarios(TRADE)

    assert {one.margin for one in found.scenarios} == {2.0}
    assert find_changes(TRADE, found, by=2).changes == ()
    assert len(find_changes(TRADE, found, by=2.5).changes) == 4


def test_changes_that_move_most_scenarios_come_first() -> None:
    changes = find_changes(drawn(1), find_scenarios(drawn(1))).changes

    moved = [len(one.vanishing) + len(one.appearing) for one in changes]
    assert moved == sorted(moved, reverse=True)
    assert moved[0] > 0


def test_changes_say_where_their_search_was_stopped() -> None:
    matrix = drawn(1)

    changes = find_changes(matrix, find_scenarios(matrix), most=1)

    assert not changes.complete


@pytest.mark.parametrize("by", [0, -1, float("nan"), float("inf")])
def test_change_by_nothing_is_refused(by: float) -> None:
    with pytest.raises(OptionError, match="use a number above 0"):
        find_changes(TRADE, find_scenarios(TRADE), by=by)
