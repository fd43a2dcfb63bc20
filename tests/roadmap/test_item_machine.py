"""Every listed step of an item is taken, every other refused; no guard can be passed by."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from tracktwo.dialogue import Party
from tracktwo.errors import MoveError
from tracktwo.roadmap import (
    Item,
    ItemState,
    ItemStep,
    Meeting,
    Place,
    Roadmap,
    Seat,
    WhyNoStep,
    moved_item,
)
from tracktwo.roadmap.item_machine import ITEM_GUARDS, ITEM_TRANSITIONS

S, T = ItemState, ItemStep
TABLE = {
    (S.PROPOSED, T.AGREE): S.AGREED,
    (S.PROPOSED, T.DROP): S.DROPPED,
    (S.AGREED, T.SCHEDULE): S.SCHEDULED,
    (S.AGREED, T.DELIVER): S.DELIVERED,
    (S.AGREED, T.SLIP): S.SLIPPED,
    (S.AGREED, T.DROP): S.DROPPED,
    (S.SCHEDULED, T.HOLD): S.HELD,
    (S.SCHEDULED, T.SLIP): S.SLIPPED,
    (S.SCHEDULED, T.DROP): S.DROPPED,
    (S.HELD, T.DELIVER): S.DELIVERED,
    (S.HELD, T.SLIP): S.SLIPPED,
    (S.HELD, T.DROP): S.DROPPED,
    (S.SLIPPED, T.SCHEDULE): S.SCHEDULED,
    (S.SLIPPED, T.DELIVER): S.DELIVERED,
    (S.SLIPPED, T.SLIP): S.SLIPPED,
    (S.SLIPPED, T.DROP): S.DROPPED,
    (S.DROPPED, T.REVIVE): S.PROPOSED,
}
"""Where an item goes that has all it needs."""
LATER = date(2023, 6, 1)
READY = Item(
    "hotline",
    done_when={"en": "It rings."},
    lead={"nato": "staff", "china": "office"},
    meetings=("talks",),
    due=date(2022, 6, 1),
)


def plan(item: Item, *, held: bool = True, before: ItemState = S.DELIVERED) -> Roadmap:
    """A roadmap with an item that depends on another, and one meeting for it."""
    other = Item("contacts", state=before, evidence="A note.", reason={"en": "Why."})
    if before is S.SLIPPED:
        other = replace(other, new_due=LATER)
    meeting = Meeting("talks", required=("staff",), outcome={"en": "Held."} if held else {})
    return Roadmap(
        "r",
        date(2022, 1, 1),
        date(2023, 12, 31),
        parties=(Party("nato"), Party("china")),
        places=(Place("brussels", "BE", "Europe/Brussels", party="nato"),),
        seats=(Seat("staff", "nato"), Seat("office", "china")),
        meetings=(meeting,),
        items=(replace(item, depends=("contacts",)), other),
    )


def in_state(state: ItemState) -> Item:
    new_due = date(2022, 9, 1) if state is S.SLIPPED else None
    return replace(READY, state=state, reason={"en": "Why."}, evidence="A note.", new_due=new_due)


def step(roadmap: Roadmap, one: ItemStep) -> Item:
    after = moved_item(
        roadmap, "hotline", one, reason={"en": "No ship."}, evidence="A log.", new_due=LATER
    )
    return after.item["hotline"]


@pytest.mark.parametrize(("state", "taken"), list(product(ItemState, ItemStep)))
def test_listed_step_is_taken_and_every_other_refused(state: ItemState, taken: ItemStep) -> None:
    roadmap = plan(in_state(state))

    if (state, taken) in TABLE:
        assert step(roadmap, taken).state is TABLE[state, taken]
    else:
        with pytest.raises(MoveError) as refused:
            step(roadmap, taken)
        assert refused.value.reason == WhyNoStep.NOT_FROM_HERE


def test_table_is_the_machine() -> None:
    assert {(one.source, one.step): one.target for one in ITEM_TRANSITIONS} == TABLE


def test_every_guard_is_used() -> None:
    assert {guard for one in ITEM_TRANSITIONS for guard in one.guards} == set(ITEM_GUARDS)


def refused(roadmap: Roadmap, one: ItemStep, **said: object) -> str:
    with pytest.raises(MoveError) as error:
        moved_item(roadmap, "hotline", one, **said)
    return error.value.reason


def test_nothing_is_agreed_without_a_lead_on_every_side() -> None:
    item = replace(in_state(S.PROPOSED), lead={"nato": "staff"})

    assert refused(plan(item), T.AGREE) == WhyNoStep.NO_LEAD


def test_nothing_is_agreed_without_a_sign_that_it_is_done() -> None:
    item = replace(in_state(S.PROPOSED), done_when={})

    assert refused(plan(item), T.AGREE) == WhyNoStep.NO_DONE_WHEN


def test_item_without_meetings_is_not_scheduled() -> None:
    item = replace(in_state(S.AGREED), meetings=())

    assert refused(plan(item), T.SCHEDULE) == WhyNoStep.NO_MEETING


def test_item_is_not_held_before_its_meetings_have_an_outcome() -> None:
    roadmap = plan(in_state(S.SCHEDULED), held=False)

    assert refused(roadmap, T.HOLD) == WhyNoStep.MEETINGS_NOT_HELD


def test_item_is_not_delivered_while_its_meetings_are_still_to_come() -> None:
    roadmap = plan(in_state(S.SLIPPED), held=False)

    assert refused(roadmap, T.DELIVER, evidence="A log.") == WhyNoStep.MEETINGS_NOT_HELD


def test_nothing_is_delivered_without_evidence() -> None:
    assert refused(plan(in_state(S.HELD)), T.DELIVER, evidence=" ") == WhyNoStep.NO_EVIDENCE


def test_nothing_is_delivered_before_what_it_depends_on() -> None:
    roadmap = plan(in_state(S.HELD), before=S.AGREED)

    with pytest.raises(MoveError) as error:
        moved_item(roadmap, "hotline", T.DELIVER, evidence="A log.")

    assert str(error.value) == "Item hotline waits for contacts."


def test_item_waits_no_longer_for_what_was_dropped() -> None:
    roadmap = plan(in_state(S.HELD), before=S.DROPPED)

    assert step(roadmap, T.DELIVER).state is S.DELIVERED


@pytest.mark.parametrize("one", [T.DROP, T.SLIP])
def test_nothing_is_dropped_or_put_off_without_a_reason(one: ItemStep) -> None:
    assert refused(plan(in_state(S.AGREED)), one, new_due=LATER) == WhyNoStep.NO_REASON


@pytest.mark.parametrize("new_due", [None, date(2022, 9, 1)])
def test_item_slips_to_a_date_later_than_the_one_it_has(new_due: date | None) -> None:
    roadmap = plan(in_state(S.SLIPPED))

    assert (
        refused(roadmap, T.SLIP, reason={"en": "Fog."}, new_due=new_due) == WhyNoStep.NO_LATER_DATE
    )


def test_step_keeps_what_was_said() -> None:
    item = step(plan(in_state(S.AGREED)), T.SLIP)

    assert (item.reason, item.due, item.promised) == ({"en": "No ship."}, READY.due, LATER)


def test_step_of_an_unknown_item_is_refused() -> None:
    with pytest.raises(MoveError, match=r"^There is no item nothing; name one of the roadmap\.$"):
        moved_item(plan(READY), "nothing", T.AGREE)
