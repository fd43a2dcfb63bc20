"""The calendar: days drafted, agreed, tried, found; meetings held and cancelled."""

from datetime import date

import pytest

from tests.web.roadmaps.making import a_plan
from tracktwo.roadmap import Absence, schedule
from tracktwo_web.operations.demo.example import read_example_roadmap
from tracktwo_web.operations.demo.planning import CALENDAR
from tracktwo_web.roadmaps.calendar import calendar_of, day_state
from tracktwo_web.roadmaps.domain import search
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.domain.meetings import (
    agree_to_day,
    cancel_meeting,
    note_outcome,
    place_meeting,
)
from tracktwo_web.roadmaps.models import Meeting, Plan

DAY = date(2022, 5, 10)


def _talks(plan: Plan) -> Meeting:
    return plan.meetings.get(code="talks-1")


def test_drafted_day_is_in_the_calendar_and_not_agreed(plan) -> None:
    place_meeting(_talks(plan), DAY, "china")

    one = _talks(plan)
    slot = calendar_of(plan).at["talks-1"]
    assert (slot.day, slot.host, slot.place) == (DAY, "china", "beijing")
    assert (day_state(one), one.day, one.agreed, one.sequence) == ("draft", None, [], 1)


def test_day_is_agreed_once_every_head_agrees(plan, nato, china) -> None:
    place_meeting(_talks(plan), DAY, "china")

    agreed = [agree_to_day(_talks(plan), one, day=DAY) for one in (nato, china)]

    assert agreed == [False, True]
    assert (_talks(plan).day, day_state(_talks(plan))) == (DAY, "agreed")


def test_agreement_to_a_day_that_moved_is_refused(plan, nato) -> None:
    place_meeting(_talks(plan), DAY, "china")
    place_meeting(_talks(plan), date(2022, 5, 11), "china")

    with pytest.raises(CannotBe, match="another one by now"):
        agree_to_day(_talks(plan), nato, day=DAY)


def test_moved_meeting_is_asked_about_again(plan, nato, china) -> None:
    place_meeting(_talks(plan), DAY, "china")
    for one in (nato, china):
        agree_to_day(_talks(plan), one, day=DAY)

    place_meeting(_talks(plan), date(2022, 5, 11), "nato")

    one = _talks(plan)
    assert (one.day, one.agreed, one.sequence) == (None, [], 3)


def test_held_meeting_stays_where_it_was(plan) -> None:
    held = plan.meetings.get(code="experts")

    with pytest.raises(CannotBe, match="was held"):
        place_meeting(held, DAY, "nato")
    with pytest.raises(CannotBe, match="was held"):
        cancel_meeting(held)


def test_outcome_needs_an_agreed_day(plan) -> None:
    place_meeting(_talks(plan), DAY, "china")

    with pytest.raises(CannotBe, match="not agreed to a day"):
        note_outcome(_talks(plan), {"en": "They met."})


def test_meeting_that_an_item_needs_is_not_cancelled(plan) -> None:
    with pytest.raises(CannotBe, match="talks-1"):
        cancel_meeting(_talks(plan))

    assert not _talks(plan).is_cancelled


def test_best_calendar_is_found_and_taken(plan) -> None:
    search.order_search(plan)
    search.search(str(plan.id))

    plan.refresh_from_db()
    moved = search.take_found(plan)

    days = {one.code: one.drafted for one in plan.meetings.all()}
    assert (plan.found["status"], moved) == ("optimal", 3)
    assert days["experts"] == date(2022, 4, 5)
    assert days["talks-1"] < days["talks-2"]


def test_calendar_of_an_older_roadmap_is_not_taken(plan) -> None:
    search.order_search(plan)
    search.search(str(plan.id))
    place_meeting(_talks(plan), DAY, "china")

    plan.refresh_from_db()
    with pytest.raises(CannotBe, match="has changed since"):
        search.take_found(plan)


def test_why_no_calendar_fits_is_kept_as_rules(dialogue) -> None:
    away = (Absence("east-desk", date(2022, 3, 1), date(2022, 12, 31)),)
    plan = a_plan(dialogue, absences=away)
    search.order_search(plan)

    search.search(str(plan.id))

    plan.refresh_from_db()
    assert plan.found["status"] == "infeasible"
    assert "away" in [one.kind.value for one in search.why_of(plan).rules]
    with pytest.raises(CannotBe, match="no calendar to take"):
        search.take_found(plan)


def test_days_of_the_demonstration_are_the_best_there_are() -> None:
    best = schedule(read_example_roadmap()[0])

    found = {one.meeting: (one.day, one.host) for one in best.slots}
    assert best.status == "optimal"
    assert {meeting: (day, host) for meeting, day, host in CALENDAR}.items() <= found.items()
