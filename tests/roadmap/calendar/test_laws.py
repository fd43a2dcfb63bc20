"""Calendars of small roadmaps against all calendars, tried one by one by rules written a second time."""

from hypothesis import given, settings

from tests.roadmap.calendar.checker import every_calendar, faults, value
from tests.roadmap.calendar.plans import WORKING, plans
from tracktwo.roadmap import Roadmap, schedule
from tracktwo.roadmap.calendar.slots import Board


def starts(plan: Roadmap) -> dict:
    """When virtual meetings begin, which the library chooses."""
    board = Board.of(plan, WORKING)
    slots = (slot for one in plan.meetings for slot in board.slots(one, all_of_them=True))
    return {(one.meeting, one.day): one.start for one in slots}


@settings(max_examples=150, deadline=None)
@given(plans())
def test_calendar_is_the_best_of_all_or_there_is_none(plan: Roadmap) -> None:
    found = schedule(plan, working=WORKING)

    known = [value(plan, WORKING, one, starts(plan)) for one in every_calendar(plan, WORKING)]

    if not known:
        assert found.status == "infeasible"
        return
    placed = {one.meeting: (one.day, one.host) for one in found.slots}
    assert found.status == "optimal"
    assert faults(plan, WORKING, placed) == []
    assert value(plan, WORKING, placed, starts(plan)) == max(known)
    assert found.waited == -max(known)[2]
