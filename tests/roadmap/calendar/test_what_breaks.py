"""A move that is tried says what it breaks and who would have to move too, and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.roadmap.calendar.checker import faults
from tests.roadmap.calendar.plans import FIRST, WORKING, day, plan, plans
from tracktwo.errors import OptionError
from tracktwo.roadmap import Meeting, Roadmap, Rule, RuleKind, schedule, what_breaks


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(plans(), st.integers(0, 15), st.sampled_from(["nato", "china"]), st.integers(0, 2))
def test_move_breaks_something_exactly_where_a_rule_says_so(
    roadmap: Roadmap, n: int, host: str, which: int
) -> None:
    found = schedule(roadmap, working=WORKING)
    assume(found.slots and day(n) <= roadmap.last and which < len(roadmap.meetings))
    meeting = roadmap.meetings[which].id
    assume(day(n + roadmap.meetings[which].length.days - 1) <= roadmap.last)

    tried = what_breaks(found, meeting, day(n), host)

    placed = {one.meeting: (one.day, one.host) for one in found.slots}
    placed[meeting] = (day(n), host)
    assert tried.is_free == (faults(roadmap, WORKING, placed) == [])
    if tried.shifts is not None:
        placed |= {one.meeting: (one.after.day, one.after.host) for one in tried.shifts}
        alone = [one for one in tried.broken if not one.others]
        assert bool(alone) == bool(faults(roadmap, WORKING, placed))


M1 = Meeting("m1", stream="expert", required=("n1", "c1"), host="nato")
M2 = Meeting("m2", required=("n1", "c2"), host="nato", prepared_by="m1", gap=7)
FOUND = schedule(plan(M1, M2), working=WORKING)


def test_free_day_breaks_nothing() -> None:
    tried = what_breaks(FOUND, "m2", day(16))

    assert (tried.broken, tried.shifts, tried.fewest) == ((), (), True)


def test_holiday_is_told_and_moves_nobody() -> None:
    golden = what_breaks(FOUND, "m2", day(9))

    assert [one.rule for one in golden.broken if not one.others] == [
        Rule(RuleKind.HOLIDAY, ("CN",))
    ]


def test_preparation_moves_before_what_it_prepares() -> None:
    tried = what_breaks(FOUND, "m2", day(14), "nato")
    crowded = what_breaks(FOUND, "m1", day(15))

    assert tried.shifts == ()
    assert [one.rule for one in crowded.broken] == [Rule(RuleKind.PREPARED, ("m2", "m1"))]
    assert [one.meeting for one in crowded.shifts] == ["m2"]
    assert crowded.fewest


def test_move_that_leaves_no_way_says_so() -> None:
    tight = replace(M2, latest=FOUND.at["m2"].day)
    found = schedule(plan(M1, tight), working=WORKING)

    tried = what_breaks(found, "m1", day(20))

    assert tried.shifts is None


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (("m9", FIRST, ""), "meeting 'm9' is not in the calendar; name one that is"),
        (
            ("m1", FIRST, "eu"),
            "host 'eu' is no side with a place of its own; use one of china, nato",
        ),
        (("m1", day(99), ""), "2023-01-03 is outside the roadmap (2022-09-26 to 2022-10-23)"),
    ],
)
def test_move_that_cannot_be_asked_is_refused(asked: tuple, sentence: str) -> None:
    with pytest.raises(OptionError) as refused:
        what_breaks(FOUND, *asked)

    assert str(refused.value) == sentence
