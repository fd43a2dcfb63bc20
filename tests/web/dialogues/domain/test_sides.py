"""The sides after convening."""

import pytest

from tests.web import world
from tracktwo_web.dialogues.domain.convene import SidePlan
from tracktwo_web.dialogues.domain.sides import (
    Fixed,
    add_side,
    can_be_removed,
    describe_side,
    remove_side,
    resize_side,
)
from tracktwo_web.dialogues.models import Side

THIRD = SidePlan("south", {"en": "Southern experts"}, "Asia/Jakarta", 9)


def test_side_is_added_at_the_end(dialogue) -> None:
    side = add_side(dialogue, THIRD)

    assert (side.code, side.position, side.time_zone, side.size) == (
        "south",
        2,
        "Asia/Jakarta",
        9,
    )


def test_code_taken_is_refused(dialogue) -> None:
    with pytest.raises(Fixed):
        add_side(dialogue, SidePlan("nato", {"en": "Another"}))


def test_side_entered_by_mistake_is_removed_and_positions_close_up(dialogue) -> None:
    empty = add_side(dialogue, THIRD)
    fourth = add_side(dialogue, SidePlan("north", {"en": "Northern experts"}))

    remove_side(empty)

    fourth.refresh_from_db()
    assert fourth.position == 2
    assert not Side.objects.filter(code="south").exists()


def test_side_stays_where_somebody_sits_or_only_two_are_left(dialogue, db) -> None:
    taken = dialogue.sides.get(code="nato")
    dialogue.seats.filter(side__code="china").delete()
    one_of_two = dialogue.sides.get(code="china")

    for side in (taken, one_of_two):
        with pytest.raises(Fixed):
            remove_side(side)

    assert [can_be_removed(side) for side in (taken, one_of_two)] == [False, False]


def test_number_of_sides_is_fixed_after_the_first_round(dialogue) -> None:
    empty = add_side(dialogue, THIRD)
    world.an_open_round(dialogue)

    with pytest.raises(Fixed):
        remove_side(empty)
    with pytest.raises(Fixed):
        add_side(dialogue, SidePlan("east", {"en": "Eastern experts"}))
    with pytest.raises(Fixed):
        resize_side(empty, size=12)


def test_names_and_clock_may_change_at_any_time(dialogue) -> None:
    world.an_open_round(dialogue)
    side = dialogue.sides.get(code="nato")

    describe_side(side, names={"en": "Allied experts"}, time_zone="Europe/Paris")

    side.refresh_from_db()
    assert (str(side), side.time_zone) == ("Allied experts", "Europe/Paris")


def test_size_may_be_set_before_the_first_round(dialogue) -> None:
    assert resize_side(dialogue.sides.get(code="nato"), size=12).size == 12
