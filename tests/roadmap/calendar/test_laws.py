"""Calendars of small roadmaps against all calendars, tried one by one by rules written a second time."""

from functools import reduce

from hypothesis import HealthCheck, assume, example, given, settings

from tests.roadmap.calendar.checker import every_calendar, faults, value
from tests.roadmap.calendar.plans import FIRST, WORKING, day, plan, plans
from tests.roadmap.calendar.relaxed import Given, without
from tracktwo.roadmap import Absence, Length, Meeting, Roadmap, Rule, RuleKind, schedule
from tracktwo.roadmap.calendar.slots import Board


def starts(plan: Roadmap) -> dict:
    """When virtual meetings begin, which the library chooses by day and host: a host's clock counts too."""
    board = Board.of(plan, WORKING)
    slots = (slot for one in plan.meetings for slot in board.slots(one, all_of_them=True))
    return {(one.meeting, one.day, one.host): one.start for one in slots}


HOST_DECIDES_THE_HOUR = plan(
    Meeting(
        "m0",
        stream="expert",
        level="experts",
        format="virtual",
        length=Length(hours=3),
        required=("n1",),
        optional=("n2", "c2"),
    ),
    last=day(8),
    absences=(Absence("c2", FIRST, FIRST),),
)
"""Called by Brussels at noon it is night for an optional seat in Beijing; called by Beijing it is not."""


@settings(max_examples=80, deadline=None)
@given(plans())
@example(HOST_DECIDES_THE_HOUR)
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


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(plans(hard=True))
def test_reasons_suffice_and_giving_up_what_is_enough_lets_a_calendar_exist(plan: Roadmap) -> None:
    assume(not plan.series)
    found = schedule(plan, working=WORKING)
    assume(found.why)
    why = found.why

    assert why.enough == tuple(
        one
        for one in why.rules
        if one.kind is not RuleKind.HELD and is_possible(without((plan, WORKING), one))
    )
    needed = [one for one in rules_of(plan) if one not in why.rules]
    assert not is_possible(reduce(without, needed, (plan, WORKING)))
    for one in why.rules:
        fewer = [each for each in rules_of(plan) if each in needed or each == one]
        assert is_possible(reduce(without, fewer, (plan, WORKING)))


def is_possible(given: Given) -> bool:
    return any(True for _ in every_calendar(*given))


def rules_of(plan: Roadmap) -> list[Rule]:
    """Every rule that a roadmap without series has; meetings go first, so that nothing else names them."""
    kinds = RuleKind
    rules = [Rule(kinds.HELD, (one.id,)) for one in plan.meetings]
    rules += [Rule(kind, (one.id,)) for one in plan.meetings for kind in (kinds.WINDOW, kinds.HOST)]
    rules += [
        Rule(kinds.PREPARED, (one.id, one.prepared_by)) for one in plan.meetings if one.prepared_by
    ]
    rules += [Rule(kinds.AFTER, (one.id, other)) for one in plan.meetings for other in one.after]
    rules += [Rule(kinds.ITEM, (one.id, meeting)) for one in plan.items for meeting in one.meetings]
    rules += [Rule(kinds.BLACKOUT, (one.id,)) for one in plan.blackouts]
    rules += [Rule(kinds.AWAY, (one.office,)) for one in plan.seats]
    rules += [Rule(kinds.ROOM, (one.id,)) for one in plan.places]
    rules += [
        Rule(kind, (country,)) for country in WORKING for kind in (kinds.WEEKEND, kinds.HOLIDAY)
    ]
    rules += [Rule(kinds.APART, (one,)) for one in plan.conventions.apart]
    return rules + [Rule(kinds.ONE_AT_A_TIME, (one.office,)) for one in plan.seats]
