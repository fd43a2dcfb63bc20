"""Escort plans: whose quarter it is, which escort is asked too much, and where ships would wait."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.channel.escort import (
    Clash,
    Corridor,
    EscortPlan,
    Gap,
    Group,
    Quarter,
    clashes,
    gaps,
    reference_nation,
)
from tracktwo.channel.sphere import Position
from tracktwo.errors import InputError, OptionError

# The recommended corridor in the Gulf of Aden is some 500 miles long; this one has 480 exactly.
CORRIDOR = Corridor("test", (Position(0, 45), Position(0, 53)))
FIRST = Quarter(2026, 1)
quarters = st.builds(Quarter, st.integers(2000, 2099), st.integers(1, 4))


def _group(id_: str, day: float, *, escort: str = "one", knots: float = 12, is_back: bool = False) -> Group:  # fmt: skip
    return Group(id_, FIRST.start + timedelta(days=day), knots, "India", escort, is_back=is_back)


def _plan(*groups: Group) -> EscortPlan:
    return EscortPlan(FIRST, CORRIDOR, groups)


def test_group_comes_through_after_its_miles() -> None:
    assert CORRIDOR.miles == pytest.approx(480)
    end = _plan().end_of(_group("a", 0, knots=12))
    assert abs(end - (FIRST.start + timedelta(hours=40))) < timedelta(seconds=1)


def test_escort_cannot_be_with_two_groups() -> None:
    plan = _plan(_group("a", 0), _group("b", 1, is_back=True), _group("c", 1, escort="two"))

    assert clashes(plan) == (Clash("one", "a", "b", is_at_once=True),)


def test_escort_that_is_at_the_wrong_end_must_come_back_first() -> None:
    soon, later, other_way = _group("b", 3), _group("b", 4), _group("b", 2, is_back=True)

    assert clashes(_plan(_group("a", 0), soon)) == (Clash("one", "a", "b", is_at_once=False),)
    assert clashes(_plan(_group("a", 0), later)) == ()
    assert clashes(_plan(_group("a", 0), other_way)) == ()


def test_ships_that_would_wait_too_long_are_told_by_direction() -> None:
    days = range(0, 90, 3)
    plan = _plan(*(_group(f"g{day}", day) for day in days if day != 30))

    found = gaps(plan, timedelta(days=5))

    start = FIRST.start
    assert found == (
        Gap(start, FIRST.end, is_back=True),
        Gap(start + timedelta(days=27), start + timedelta(days=33), is_back=False),
    )


def test_rotation_goes_round() -> None:
    order = ["China", "India", "Japan"]

    turns = [reference_nation(order, FIRST, Quarter(2026 + k // 4, k % 4 + 1)) for k in range(7)]

    assert turns == ["China", "India", "Japan", "China", "India", "Japan", "China"]


@given(quarters, quarters)
def test_quarters_follow_each_other_without_a_gap(one: Quarter, other: Quarter) -> None:
    assert one.end == one.next.start
    assert one.next.since(one) == 1
    assert (one.since(other) > 0) == (one > other)
    assert one.start == datetime(one.year, one.start.month, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("made", "error", "sentence"),
    [
        (lambda: Quarter(2026, 5), InputError, "5 is no quarter; it is 1, 2, 3 or 4"),
        (lambda: reference_nation([], FIRST, FIRST), OptionError, "an order of reference nations names each once, and one at least"),
        (lambda: reference_nation(["a", "a"], FIRST, FIRST), OptionError, "an order of reference nations names each once, and one at least"),
        (lambda: reference_nation(["a"], FIRST.next, FIRST), OptionError, "the rotation begins later than the quarter asked for"),
        (lambda: Corridor("c", (Position(0, 0),)), InputError, "corridor c has fewer than two points; give its two ends"),
        (lambda: _group("a", 0, knots=0), InputError, "group a makes 0 knots; it must move"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(made, error, sentence: str) -> None:
    with pytest.raises(error) as refused:
        made()

    assert str(refused.value) == sentence
