"""Tests of the line by the clock: in turn, returned by the other's machine, missed where they do not come."""

import datetime as dt

import pytest

from tests.web.channel.ends import Ends, two_ends
from tracktwo.channel.machines import LineState
from tracktwo_web.channel.counts import counts_of
from tracktwo_web.channel.domain.answers import CannotBe
from tracktwo_web.channel.domain.line_tests import settle_tests, state_of, step, tick
from tracktwo_web.channel.models import Condition, Fault, Line

pytestmark = pytest.mark.django_db

DAY = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)


@pytest.fixture
def ends() -> Ends:
    ends = two_ends()
    for line in (ends.nato, ends.china):
        settle_tests(line, 1, now=DAY - dt.timedelta(minutes=1))
    return ends


def at(hours: float) -> dt.datetime:
    return DAY + dt.timedelta(hours=hours)


def go(ends: Ends, begin: float, hours: float, *, is_cut: bool = False) -> None:
    """Both clocks tick every ten minutes; what was written is carried, unless the line is cut."""
    for turn in range(int(hours * 6)):
        now = at(begin) + dt.timedelta(minutes=10 * turn)
        for clock in ends.clocks.values():
            clock.at = now
        for line in (ends.nato, ends.china):
            step(line, now=now)
        if not is_cut:
            ends.exchange()
    for line in (ends.nato, ends.china):
        line.refresh_from_db()


def sent(line: Line) -> list[tuple[str, int]]:
    rows = line.messages.filter(kind="TM").order_by("sent")
    return [(one.code, one.sent.hour) for one in rows]


def test_offices_test_by_turns_and_each_returns_the_others(ends) -> None:
    go(ends, 0, 4)

    expected = [
        ("CHINA-EX-TM 0001/26", 0),
        ("NATO-EX-TM 0001/26", 1),
        ("CHINA-EX-TM 0002/26", 2),
        ("NATO-EX-TM 0002/26", 3),
    ]
    assert sent(ends.nato) == sent(ends.china) == expected
    for line in (ends.nato, ends.china):
        assert line.messages.filter(kind="TR").count() == 4
        assert not line.messages.filter(kind="TM", answered=None).exists()
        assert line.tested == Condition.WORKING


def test_statistics_count_what_the_clock_sent_alike_at_both_ends(ends) -> None:
    go(ends, 0, 12)

    counted = [
        [one.results for one in counts_of(line, is_exercise=True, now=at(12)).tests]
        for line in (ends.nato, ends.china)
    ]

    assert counted[0] == counted[1]
    assert [(one.office, one.route, one.returned, one.missed, one.state) for one in counted[0]] == [
        ("CHINA", "primary", 6, 0, LineState.WORKING),
        ("NATO", "primary", 6, 0, LineState.WORKING),
    ]


def test_line_that_is_cut_is_doubted_then_faulty_and_works_again(ends) -> None:
    go(ends, 0, 4)
    states = []
    for hour in range(4, 12):
        go(ends, hour, 1, is_cut=True)
        states.append(ends.nato.tested)
    go(ends, 12, 4)

    assert states[0] == Condition.WORKING
    assert states[2] == Condition.DOUBTFUL
    assert states[-1] == Condition.FAULTY
    assert (ends.nato.tested, ends.china.tested) == (Condition.WORKING, Condition.WORKING)


def test_nothing_is_tested_while_a_fault_stops_the_line(ends) -> None:
    Line.objects.filter(pk=ends.china.pk).update(fault=Fault.FORKED)

    step(ends.china, now=at(0))

    ends.china.refresh_from_db()
    assert ends.china.messages.count() == 0
    assert state_of(ends.china, at(8)) is LineState.FAULTY


def test_nothing_waits_to_be_sent_later_where_no_number_may_be_given(ends) -> None:
    Line.objects.filter(pk=ends.china.pk).update(is_compared=False)

    step(ends.china, now=at(0))

    assert ends.china.messages.count() == 0


@pytest.mark.parametrize(("hour", "count"), [(0, 1), (0.9, 1), (1, 0), (1.5, 0), (2, 1)])
def test_test_is_sent_in_its_turn_and_not_made_up_for(ends, hour, count) -> None:
    step(ends.china, now=at(hour))
    step(ends.china, now=at(hour) + dt.timedelta(minutes=1))

    assert ends.china.messages.filter(kind="TM").count() == count


def test_line_without_settled_tests_sends_none_and_still_returns_the_others(ends) -> None:
    settle_tests(ends.nato, 0, now=at(0))

    go(ends, 0, 3)

    assert [code for code, _ in sent(ends.nato)] == ["CHINA-EX-TM 0001/26", "CHINA-EX-TM 0002/26"]
    assert ends.nato.messages.filter(kind="TR", is_own=True).count() == 2
    assert ends.nato.tested == Condition.UNTESTED


def test_clock_of_the_platform_tests_every_line(ends) -> None:
    tick(at(0))

    assert Line.objects.filter(messages__kind="TM").count() == 1


@pytest.mark.parametrize("every", [-1, 169])
def test_odd_times_are_refused(ends, every) -> None:
    with pytest.raises(CannotBe, match="Tests are 1 to 168 hours apart, or 0 for none"):
        settle_tests(ends.nato, every, now=at(0))
