"""Succession and its basins, against moving one scenario after the other by hand."""

from collections import Counter
from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.influence.scenarios.matrices import (
    TRADE,
    balance,
    combinations,
    drawn,
    matrices,
    of_rows,
)
from tracktwo.errors import OptionError
from tracktwo.influence.scenarios import (
    Basins,
    CrossImpactMatrix,
    Succession,
    find_basins,
    find_scenarios,
)
from tracktwo.influence.scenarios.orbits import every_end, sampled_ends
from tracktwo.influence.scenarios.succession import successors

RULES: tuple[Succession, ...] = ("global", "local")


def _moved(
    matrix: CrossImpactMatrix, states: dict[str, str], succession: str, held: Mapping[str, str]
) -> dict[str, str]:
    scored = balance(matrix, states)
    behind = {
        one: max(scored[one].values()) - scored[one][at]
        for one, at in states.items()
        if one not in held
    }
    movers = [one for one in behind if behind[one] > 0]
    if succession == "local" and movers:
        movers = [max(movers, key=lambda one: behind[one])]
    best = {one: max(scored[one], key=lambda at: scored[one][at]) for one in movers}
    return states | best


def _by_hand(
    matrix: CrossImpactMatrix, succession: str, held: Mapping[str, str]
) -> Counter[frozenset[tuple[str, ...]]]:
    """Starts by attractor, an attractor being the set of its scenarios."""
    ended: Counter[frozenset[tuple[str, ...]]] = Counter()
    for start in combinations(matrix, held):
        states, path = start, []
        while states not in path:
            path.append(states)
            states = _moved(matrix, states, succession, held)
        ended[frozenset(tuple(one.values()) for one in path[path.index(states) :])] += 1
    return ended


def _by_attractor(basins: Basins) -> dict[frozenset[tuple[str, ...]], int]:
    return {
        frozenset(each.chosen for each in one.scenarios): one.weight for one in basins.attractors
    }


@given(matrices(), st.sampled_from(RULES))
@settings(deadline=None, max_examples=60)
def test_basins_are_those_found_by_hand(matrix: CrossImpactMatrix, succession: Succession) -> None:
    basins = find_basins(matrix, succession=succession)

    assert _by_attractor(basins) == _by_hand(matrix, succession, {})
    assert sum(one.weight for one in basins.attractors) == basins.starts == matrix.combinations


@pytest.mark.parametrize("succession", RULES)
@pytest.mark.parametrize("seed", range(12))
def test_basins_with_something_held_are_those_found_by_hand(
    seed: int, succession: Succession
) -> None:
    matrix = drawn(seed)
    held = {matrix.descriptors[0].id: matrix.descriptors[0].states[1]}

    basins = find_basins(matrix, succession=succession, held=held)

    assert _by_attractor(basins) == _by_hand(matrix, succession, held)


@pytest.mark.parametrize("succession", RULES)
@pytest.mark.parametrize("seed", range(20))
def test_scenarios_that_rest_are_the_consistent_ones(seed: int, succession: Succession) -> None:
    matrix = drawn(seed)

    basins = find_basins(matrix, succession=succession)

    resting = {one.scenarios[0].chosen for one in basins.attractors if not one.is_cycle}
    assert resting == {one.chosen for one in find_scenarios(matrix).scenarios}


@pytest.mark.parametrize("succession", RULES)
@pytest.mark.parametrize("seed", range(20))
def test_sample_of_every_start_counts_as_all_do(seed: int, succession: Succession) -> None:
    matrix = drawn(seed)
    sizes = tuple(len(one.states) for one in matrix.descriptors)
    starts = np.indices(sizes).reshape(len(sizes), -1).T.astype(np.int32)

    def step(places):
        return successors(matrix, places, succession=succession, held=set())

    assert sampled_ends(step, starts) == every_end(step, sizes=sizes, least=(0,) * len(sizes))


def test_cycle_is_told_in_its_order_from_its_first_scenario() -> None:
    basins = find_basins(TRADE)

    assert [(one.weight, [each.chosen for each in one.scenarios]) for one in basins.attractors] == [
        (2, [("open", "many"), ("parted", "few")]),
        (1, [("open", "few")]),
        (1, [("parted", "many")]),
    ]
    assert (basins.in_cycles, basins.unsettled, basins.sampled, basins.found) == (2, 0, False, 3)


def test_too_many_starts_are_sampled_by_the_seed() -> None:
    """Fourteen descriptors that each follow the one before: two ends, and every start is unlike."""
    n = 14
    rows = np.zeros((3 * n, 3 * n))
    for d in range(1, n):
        rows[3 * (d - 1) : 3 * d, 3 * d : 3 * d + 3] = np.eye(3)
    chain = of_rows({f"d{d:02}": ("a", "b", "c") for d in range(n)}, rows)

    basins = find_basins(chain, seed=1, sample=3000)

    assert (basins.sampled, basins.starts, basins.in_cycles, basins.found) == (True, 3000, 0, 3)
    assert sorted(one.scenarios[0].chosen for one in basins.attractors) == [
        ("a",) * n, ("b",) * n, ("c",) * n,
    ]  # fmt: skip
    assert all(900 < one.weight < 1100 for one in basins.attractors)
    assert basins == find_basins(chain, seed=1, sample=3000)
    assert basins != find_basins(chain, seed=2, sample=3000)


def test_unknown_succession_is_refused() -> None:
    with pytest.raises(OptionError, match="succession is 'both'; use global or local"):
        find_basins(TRADE, succession="both")


def test_empty_sample_is_refused() -> None:
    with pytest.raises(OptionError, match="a sample of 0 starts was asked for"):
        find_basins(TRADE, sample=0)
