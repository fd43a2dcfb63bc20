"""An attacker with every released table and every roll, who looks for one person's answer."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo_web.insights.differencing import Cell, may_be_told, parts, wording_key

K = 3
seats = st.frozensets(st.integers(0, 11), min_size=1)


@pytest.mark.parametrize(
    ("n", "earlier", "told"),
    [
        (11, [], True),
        (11, [11], True),
        (11, [10], False),
        (10, [12], False),
        (13, [10], True),
        (11, [2], True),
        (2, [10], True),
        (13, [10, 12], False),
    ],
)
def test_a_figure_is_held_back_where_few_came_or_went(n, earlier, told) -> None:
    assert may_be_told(Cell(n), [Cell(one) for one in earlier], K) is told


def test_a_figure_is_held_back_where_one_seat_was_given_to_another() -> None:
    before, after = frozenset("abcdefgh"), frozenset("bcdefghi")

    assert not may_be_told(Cell(8, after), [Cell(8, before)], K)


def test_a_figure_is_told_where_a_whole_group_was_replaced() -> None:
    before, after = frozenset("abcdefgh"), frozenset("defghijk")

    assert may_be_told(Cell(8, after), [Cell(8, before)], K)


def test_three_tables_that_together_point_at_one_seat_are_not_all_told() -> None:
    first, second, third = frozenset("abcdef"), frozenset("ghijkl"), frozenset("abcghi") | {"x"}

    assert may_be_told(Cell(6, second), [Cell(6, first)], K)
    assert not may_be_told(Cell(7, third), [Cell(6, first), Cell(6, second)], K)


@given(st.lists(seats, min_size=1, max_size=5))
def test_no_seat_follows_from_sums_and_differences_of_what_was_told(rolls) -> None:
    """Everybody on the roll answers: the worst case, where the attacker knows who is in each table."""
    told = _released(rolls)

    table = np.array([[seat in roll for seat in range(12)] for roll in told], float)

    assert [seat for seat in range(12) if _follows(table, np.eye(12)[seat])] == []


@given(st.lists(seats, min_size=2, max_size=5), st.data())
def test_no_two_seats_follow_either(rolls, data) -> None:
    told = _released(rolls)
    few = data.draw(st.frozensets(st.integers(0, 11), min_size=1, max_size=K - 1))

    table = np.array([[seat in roll for seat in range(12)] for roll in told], float)

    assert not _follows(table, np.isin(np.arange(12), list(few)).astype(float))


@given(st.lists(st.integers(0, 12), min_size=1, max_size=6))
def test_no_two_told_figures_differ_by_few_people(counts) -> None:
    told: list[Cell] = []
    for n in counts:
        if n >= K and may_be_told(Cell(n), told, K):
            told.append(Cell(n))

    differences = {abs(a.n - b.n) for a in told for b in told}

    assert differences & set(range(1, K)) == set()


def test_the_unguarded_tables_do_give_a_seat_away() -> None:
    """The attack itself works: without the guard, the last seat's answer is there for the taking."""
    table = np.array([[1, 1, 1, 0], [1, 1, 1, 1]], float)

    assert _follows(table, np.eye(4)[3])


@given(seats, seats)
def test_parts_are_a_partition_of_all_seats(one, other) -> None:
    assert sum(parts([one, other])) == len(one | other)


def test_the_same_words_are_known_again() -> None:
    keys = {
        wording_key("China’s policy is  hostile.", "vote"),
        wording_key("CHINA’S policy is hostile", "vote"),
    }

    assert len(keys) == 1
    assert wording_key("中国的政策是敌对的。", "vote") == wording_key("中国的政策是敌对的", "vote")
    assert wording_key("It is so.", "vote") != wording_key("It is so.", "rating:1:7")
    assert wording_key("It is so.", "vote") != wording_key("It is not so.", "vote")


def _released(rolls) -> list[frozenset[int]]:
    """What is told of a series of rounds about the same words, one after the other."""
    told: list[frozenset[int]] = []
    for roll in rolls:
        shown = [Cell(len(one), one) for one in told]
        if len(roll) >= K and may_be_told(Cell(len(roll), roll), shown, K):
            told.append(roll)
    return told


def _follows(table: np.ndarray, wanted: np.ndarray) -> bool:
    """Whether a sum over some seats can be worked out from the tables by linear algebra."""
    if not len(table):
        return False
    rank = np.linalg.matrix_rank
    return bool(rank(np.vstack([table, wanted])) == rank(table))
