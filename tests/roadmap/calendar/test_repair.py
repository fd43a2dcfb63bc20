"""A changed roadmap keeps as much of its calendar as can be kept."""

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.roadmap.calendar.checker import every_calendar, faults
from tests.roadmap.calendar.plans import OFFICES, WORKING, day, plan, plans
from tracktwo.roadmap import Absence, CountryDays, Length, Meeting, Roadmap, repair, schedule

Placed = dict[str, tuple[date, str]]


def placed(slots) -> Placed:
    return {one.meeting: (one.day, one.host) for one in slots}


def change(before: Placed, after: Placed) -> tuple[int, int]:
    """Meetings that moved, and the days by which they did."""
    moved = [name for name in before if before[name] != after[name]]
    return len(moved), sum(abs((after[name][0] - before[name][0]).days) for name in moved)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(plans(), st.sampled_from(OFFICES), st.integers(0, 12))
def test_repair_moves_the_fewest_meetings_by_the_fewest_days(
    roadmap: Roadmap, office: str, first: int
) -> None:
    before = schedule(roadmap, working=WORKING)
    assume(before.slots)
    away = Absence(office, day(first), day(first + 3))
    changed = replace(roadmap, absences=(*roadmap.absences, away))

    after = repair(before, changed, working=WORKING)

    old = placed(before.slots)
    ways = [change(old, one) for one in every_calendar(changed, WORKING)]
    if not ways:
        assert after.calendar.status == "infeasible"
        return
    new = placed(after.calendar.slots)
    assert faults(changed, WORKING, new) == []
    assert change(old, new) == min(ways)
    assert {one.meeting for one in after.shifts} == {n for n in old if old[n] != new[n]}


M1 = Meeting("m1", required=("n1", "c1"), host="nato")
M2 = Meeting("m2", required=("n2", "c2"), host="nato")


def test_nothing_moves_where_nothing_changed() -> None:
    before = schedule(plan(M1, M2), working=WORKING)

    after = repair(before, plan(M1, M2), working=WORKING)

    assert (after.shifts, after.added, after.gone) == ((), (), ())
    assert after.calendar.slots == before.slots


def test_new_holiday_moves_only_the_meeting_on_it() -> None:
    """By two days: on the day between, the other meeting has the only room."""
    before = schedule(plan(M1, M2), working=WORKING)
    day_of_m1 = before.at["m1"].day
    belgium = CountryDays("BE", {**WORKING["BE"].holidays, day_of_m1: "a new holiday"})

    after = repair(before, plan(M1, M2), working={**WORKING, "BE": belgium})

    assert [(one.meeting, one.days) for one in after.shifts] == [("m1", 2)]


def test_meeting_moved_by_hand_pushes_another_aside() -> None:
    plan_of_two = plan(M1, replace(M2, required=("n1", "c2")))
    before = schedule(plan_of_two, working=WORKING)
    fixed = replace(M1, day=before.at["m2"].day)

    after = repair(before, plan(fixed, plan_of_two.meetings[1]), working=WORKING)

    assert [one.meeting for one in after.shifts] == ["m1", "m2"]
    assert after.calendar.at["m1"].day == before.at["m2"].day


def test_added_and_dropped_meetings_are_told() -> None:
    before = schedule(plan(M1, M2), working=WORKING)
    third = Meeting("m3", required=("n1",), length=Length(hours=2), format="virtual")

    after = repair(before, plan(M2, third), working=WORKING)

    assert (after.added, after.gone, after.shifts) == (("m3",), ("m1",), ())


def test_new_meetings_are_as_early_as_what_stays_allows() -> None:
    before = schedule(plan(M1, M2), working=WORKING)
    third = replace(M1, id="m3")

    after = repair(before, plan(M1, M2, third), working=WORKING)

    old = placed(before.slots)
    ways = [one for one in every_calendar(plan(M1, M2, third), WORKING) if old.items() <= one.items()]  # fmt: skip
    assert (after.added, after.shifts) == (("m3",), ())
    assert after.calendar.at["m3"].day == min(one["m3"][0] for one in ways)
