"""Adding, changing and removing seats."""

import pytest

from tests.web import world
from tracktwo_web.dialogues.domain.seats import (
    SeatsPlan,
    Taken,
    add_seats,
    change_seat,
    remove_seat,
)
from tracktwo_web.dialogues.roles import Role


def test_labels_of_new_seats_go_on_counting(dialogue) -> None:
    nato = dialogue.sides.get(code="nato")
    add_seats(dialogue, SeatsPlan(Role.HEAD, side=nato))

    added = add_seats(dialogue, SeatsPlan(Role.MEMBER, count=2, side=nato, language="fr"))

    assert [(seat.label, seat.role, seat.side, seat.language) for seat in added] == [
        ("NATO-02", Role.MEMBER, nato, "fr"),
        ("NATO-03", Role.MEMBER, nato, "fr"),
    ]


@pytest.mark.parametrize(
    ("role", "label"), [(Role.SECRETARIAT, "SEC-01"), (Role.OBSERVER, "OBS-01")]
)
def test_neutral_seats_stand_on_no_side(dialogue, role, label) -> None:
    (added,) = add_seats(dialogue, SeatsPlan(role))

    assert (added.label, added.side) == (label, None)


def test_delegate_without_a_side_and_observer_on_one_are_refused(dialogue) -> None:
    for plan in (SeatsPlan(Role.MEMBER), SeatsPlan(Role.OBSERVER, side=dialogue.sides.first())):
        with pytest.raises(ValueError, match="delegates sit on a side"):
            add_seats(dialogue, plan)


def test_label_is_changed_unless_another_seat_has_it(dialogue) -> None:
    seat = world.seat_of(dialogue, Role.HEAD, "nato")

    change_seat(seat, label="N-99", language="zh", email="")
    with pytest.raises(Taken):
        change_seat(seat, label="C-1", language="zh", email="")

    seat.refresh_from_db()
    assert (seat.label, seat.language) == ("N-99", "zh")


def test_seat_is_removed_before_the_first_round_only(dialogue) -> None:
    first, second = dialogue.seats.order_by("label")[:2]

    remove_seat(first)
    world.an_open_round(dialogue)
    with pytest.raises(Taken):
        remove_seat(second)

    assert dialogue.seats.count() == 13
