"""A smallest clash is named, and nothing smaller clashes."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.convergence.conftest import Given
from tests.convergence.instances import drawn
from tracktwo.convergence import Condition, Problem, search
from tracktwo.convergence.conditions import Row
from tracktwo.convergence.conflicts import conflict, smallest_clash, smallest_hitting
from tracktwo.convergence.enumeration import packages
from tracktwo.convergence.solver.demands import unmet
from tracktwo.convergence.solver.model import Effort

EVEN = {"north": (25, 25, 25, 25), "south": (25, 25, 25, 25)}


def test_two_that_clash_are_found_among_three_that_clash_too(talks: Given) -> None:
    # A chain of needs that ends in what one must not have clashes too, but names more conditions.
    on_offer = talks(
        "abcd", EVEN,
        Condition("a-in", "must", ("a",), by="north"),
        Condition("a-b", "needs", ("a", "b")),
        Condition("b-out", "never", ("b",), by="south"),
        Condition("two", "at_least", ("c", "d"), Fraction(2)),
        Condition("one", "at_most", ("c", "d"), Fraction(1)),
    )  # fmt: skip

    found = search(on_offer)

    assert (found.conflict.conditions, found.conflict.parties) == (("one", "two"), ())
    assert found.conflict.proven
    assert found.nash is None
    assert found.frontier.packages == ()


def test_gain_of_a_side_may_be_part_of_the_clash(talks: Given) -> None:
    on_offer = talks(
        "ab", {"north": (100, -20), "south": (-60, 100)}, Condition("no-b", "never", ("b",))
    )

    found = search(on_offer)

    assert (found.conflict.conditions, found.conflict.parties) == (("no-b",), ("south",))


def _impossible(seed: int) -> Problem:
    """A problem with a few random rows more, which mostly leave nothing."""
    problem = drawn(6, seed)
    rows = [
        Row(f"more{n}", weights, -1)
        for n, weights in enumerate(
            [(-1, 0, 0, 0, 0, 0), (0, -1, -1, 0, 0, 0), (1, 1, 0, -1, 0, 0)]
        )
    ]
    return problem.changed(rows=(*problem.rows, *rows))


def _holds_without(problem: Problem, held: tuple[str, ...]) -> bool:
    kept = tuple(row for row in problem.rows if row.condition in held)
    return len(packages(problem.changed(rows=kept)).bits) > 0


@given(st.integers(0, 500))
def test_nothing_smaller_clashes(seed: int) -> None:
    problem = _impossible(seed)
    found = conflict(problem, Effort(10))
    if found is None or found.parties:
        assert _holds_without(problem, problem.conditions)
        return

    assert not _holds_without(problem, found.conditions)
    smaller = combinations(problem.conditions, len(found.conditions) - 1)
    assert all(_holds_without(problem, some) for some in smaller)


@pytest.mark.parametrize("seed", range(12))
def test_solver_finds_a_clash_of_the_same_size(seed: int) -> None:
    problem, effort = _impossible(seed), Effort(10)

    looked = conflict(problem, effort)
    asked = smallest_clash(
        problem.conditions, lambda held: unmet(problem, held, problem.conditions, effort)
    )

    expected = len(looked.conditions) if looked and not looked.parties else None
    assert (len(asked) if asked else None) == expected


def test_smallest_hitting_set_of_none_is_empty() -> None:
    assert smallest_hitting([], "abc") == frozenset()


@given(st.lists(st.frozensets(st.sampled_from("abcde"), min_size=1), max_size=8))
def test_smallest_hitting_set_is_smallest(sets: list[frozenset[str]]) -> None:
    found = smallest_hitting(sets, "abcde")

    assert all(one & found for one in sets)
    for smaller in combinations("abcde", max(len(found) - 1, 0)):
        assert not found or any(not one & set(smaller) for one in sets)
