"""Steps that the sides take together, and those that follow from the calendar."""

from datetime import date

import pytest
from django.utils import translation

from tests.web.roadmaps.making import a_proposed_item
from tracktwo.roadmap import ItemStep
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.domain.steps import (
    Said,
    agree_to_step,
    ask_for_step,
    decline_step,
    note_step,
    steps_open_to,
)

WHY = {"en": "No ship was free."}


def test_item_is_agreed_once_every_side_agrees(plan, nato, china) -> None:
    item = a_proposed_item(plan)

    first, second = (agree_to_step(item, one, number=1) for one in (nato, china))

    item.refresh_from_db()
    assert (first, second) == (False, True)
    assert (item.state, item.steps.get().state) == ("agreed", "taken")


def test_agreeing_twice_counts_once(plan, nato) -> None:
    item = a_proposed_item(plan)

    agree_to_step(item, nato, number=1)
    agree_to_step(item, nato, number=1)

    assert item.steps.get().agreed == ["nato"]


def test_item_without_a_lead_is_not_agreed(plan, nato, china) -> None:
    item = a_proposed_item(plan, lead={"nato": "west-desk"})
    agree_to_step(item, nato, number=1)

    with pytest.raises(CannotBe, match="Each side names the office"):
        agree_to_step(item, china, number=1)

    item.refresh_from_db()
    assert (item.state, item.steps.get().agreed) == ("proposed", ["nato"])


def test_delivery_is_reported_by_one_side_and_accepted_by_the_other(plan, nato, china) -> None:
    item = plan.items.get(code="paper")

    ask_for_step(
        item, ItemStep.DELIVER, Said(evidence="Both sites"), side=nato, speaks_for_side=True
    )
    item.refresh_from_db()
    between = item.state
    agree_to_step(item, china, number=1)

    item.refresh_from_db()
    assert (between, item.state, item.evidence) == ("held", "delivered", "Both sites")


def test_report_of_a_member_needs_its_own_head_too(plan, nato, china) -> None:
    item = plan.items.get(code="paper")
    ask_for_step(item, ItemStep.DELIVER, Said(evidence="Both sites"), side=nato)

    taken = [agree_to_step(item, one, number=1) for one in (china, nato)]

    assert taken == [False, True]


def test_delay_needs_a_reason_and_a_later_date(plan, nato) -> None:
    item = plan.items.get(code="contacts")

    with pytest.raises(CannotBe, match="Say why"):
        ask_for_step(item, ItemStep.SLIP, Said(new_due=date(2022, 10, 1)), side=nato)
    with pytest.raises(CannotBe, match="later than the one it has"):
        ask_for_step(item, ItemStep.SLIP, Said(WHY, new_due=date(2022, 9, 1)), side=nato)

    assert not item.steps.exists()


def test_delay_is_agreed_with_its_reason(plan, nato, china) -> None:
    item = plan.items.get(code="contacts")
    ask_for_step(
        item, ItemStep.SLIP, Said(WHY, new_due=date(2022, 11, 30)), side=china, speaks_for_side=True
    )

    agree_to_step(item, nato, number=1)

    item.refresh_from_db()
    assert (item.state, item.reason, item.new_due) == ("slipped", WHY, date(2022, 11, 30))
    assert item.due == date(2022, 9, 30)


def test_dropped_item_can_be_taken_up_again(plan, nato, china) -> None:
    item = plan.items.get(code="observers")
    ask_for_step(item, ItemStep.REVIVE, Said(WHY), side=nato, speaks_for_side=True)

    agree_to_step(item, china, number=1)

    item.refresh_from_db()
    assert item.state == "proposed"
    assert ask_for_step(item, ItemStep.AGREE, side=nato).number == 2


def test_one_thing_is_asked_at_a_time(plan, nato, china) -> None:
    item = plan.items.get(code="contacts")
    ask_for_step(item, ItemStep.DROP, Said(WHY), side=nato)

    with pytest.raises(CannotBe, match="asked about this item already"):
        ask_for_step(item, ItemStep.DROP, Said(WHY), side=china)


def test_declined_step_leaves_the_item_where_it_is(plan, nato, china) -> None:
    item = plan.items.get(code="contacts")
    ask_for_step(item, ItemStep.DROP, Said(WHY), side=nato, speaks_for_side=True)

    decline_step(item, china, number=1)

    item.refresh_from_db()
    assert (item.state, item.steps.get().state) == ("agreed", "declined")


def test_who_asked_takes_back_what_was_asked(plan, nato) -> None:
    item = plan.items.get(code="contacts")
    ask_for_step(item, ItemStep.DROP, Said(WHY), side=nato)

    decline_step(item, nato, number=1)

    assert item.steps.get().state == "withdrawn"


def test_what_is_settled_is_not_agreed_to(plan, nato) -> None:
    item = a_proposed_item(plan)
    decline_step(item, nato, number=1)

    with pytest.raises(CannotBe, match="settled already"):
        agree_to_step(item, nato, number=1)


def test_item_waits_for_those_before_it_by_their_names(plan, nato) -> None:
    item = plan.items.get(code="test-calls")

    with pytest.raises(CannotBe, match="“Test calls” waits for “A list of contacts”"):
        ask_for_step(item, ItemStep.DELIVER, Said(evidence="Log"), side=nato)
    with translation.override("zh-hans"), pytest.raises(CannotBe, match="“联络点名单”"):
        ask_for_step(item, ItemStep.DELIVER, Said(evidence="Log"), side=nato)


def test_calendar_is_noted_without_the_sides(plan) -> None:
    item = plan.items.get(code="contacts")
    note_step(item, ItemStep.SCHEDULE)

    with pytest.raises(CannotBe, match="no outcome yet: “Talks I”"):
        note_step(item, ItemStep.HOLD)

    item.refresh_from_db()
    assert item.state == "scheduled"


def test_what_needs_both_sides_is_not_noted(plan) -> None:
    with pytest.raises(CannotBe, match="needs both sides"):
        note_step(plan.items.get(code="paper"), ItemStep.DELIVER)


def test_steps_are_those_of_the_library(plan) -> None:
    open_to = {one.code: [step.value for step in steps_open_to(one)] for one in plan.items.all()}

    assert open_to == {
        "contacts": ["schedule", "deliver", "slip", "drop"],
        "paper": ["deliver", "slip", "drop"],
        "test-calls": ["schedule", "deliver", "slip", "drop"],
        "observers": ["revive"],
    }
