"""Drills between two nodes: agreed in the logs, played by each node's own clock, told to its own side alone."""

import datetime as dt

import pytest

from tests.channel.line.conftest import CALL
from tests.web.channel.ends import NOON, Ends, logs_of, two_ends
from tracktwo.channel.drills.entries import DRILL_PROPOSED, Proposed, proposed_body
from tracktwo_web.channel.domain.answers import CannotBe
from tracktwo_web.channel.domain.drills import agree_drill, propose_drill, stop_drill, tick
from tracktwo_web.channel.domain.logs import write
from tracktwo_web.channel.domain.wording import Wording
from tracktwo_web.channel.models import Drill, Line
from tracktwo_web.channel.playing import State, events_of, report_of, state_of
from tracktwo_web.channel.scripts import shipped_scripts
from tracktwo_web.events.models import Event

pytestmark = pytest.mark.django_db
SCRIPT = shipped_scripts()["unsafe-encounter-at-sea"]
START = NOON + dt.timedelta(minutes=15)
PROPOSED = Proposed(SCRIPT, START, {"first": "NATO", "other": "CHINA"})
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def ends() -> Ends:
    return two_ends()


def _proposed(ends: Ends) -> tuple[Drill, Drill]:
    """The same drill at both ends."""
    ours = propose_drill(ends.nato, PROPOSED, now=NOON)
    ends.exchange()
    return ours, ends.china.drills.get()


def _agreed(ends: Ends) -> tuple[Drill, Drill]:
    ours, theirs = _proposed(ends)
    agree_drill(theirs, now=NOON + MINUTE)
    ends.exchange()
    return _fresh(ours), _fresh(theirs)


def _fresh(drill: Drill) -> Drill:
    return Drill.objects.select_related("line__side").get(pk=drill.pk)


def _times(drill: Drill, minutes: int) -> list[int]:
    now = START + minutes * MINUTE
    return [(one.at - START) // MINUTE for one in events_of(drill, now)]


def test_drill_is_played_by_the_clock_and_each_side_is_told_its_own(ends) -> None:
    ours, theirs = _agreed(ends)

    assert [state_of(ours, START + n * MINUTE) for n in (-1, 0, 299, 300)] == [
        State.AGREED, State.PLAYED, State.PLAYED, State.OVER,
    ]  # fmt: skip
    assert (_times(ours, -1), _times(ours, 0), _times(ours, 100)) == ([], [0], [90, 0])
    assert (_times(theirs, 29), _times(theirs, 100)) == ([], [30])
    assert logs_of(ends.nato) == logs_of(ends.china)


def test_nothing_is_told_before_both_have_agreed(ends) -> None:
    ours, theirs = _proposed(ends)

    assert [state_of(one, NOON) for one in (ours, theirs)] == [State.PROPOSED] * 2
    assert state_of(ours, START) is State.LAPSED
    assert _times(ours, 100) == []
    with pytest.raises(CannotBe, match="Not agreed"):
        agree_drill(ours, now=NOON)
    with pytest.raises(CannotBe, match="Not agreed"):
        agree_drill(theirs, now=START)
    with pytest.raises(CannotBe, match="another drill is open"):
        propose_drill(ends.china, PROPOSED, now=NOON)


def test_report_is_the_same_at_both_ends(ends) -> None:
    ours, theirs = _agreed(ends)
    ends.clocks["NATO"].at = START + 100 * MINUTE
    sent = ends.send(ends.nato, Wording("CR", CALL))
    ends.exchange()

    reports = [report_of(one) for one in (ours, theirs)]

    assert [(one.came, one.in_time, one.others) for one in reports] == [(1, 1, ())] * 2
    [row] = [one for one in reports[1].rows if one.message]
    assert (row.office, row.kind, row.message.code) == ("NATO", "Request for a call", sent.code)
    assert (row.after, row.late) == ("10 minutes", "")
    assert len(reports[0].rows) == sum(len(one.expected) for one in SCRIPT.injects)


def test_either_office_stops_it_and_what_had_not_happened_is_not_missed(ends) -> None:
    ours, theirs = _agreed(ends)
    stop_drill(theirs, now=START + 45 * MINUTE)
    ends.exchange()
    ours, theirs = _fresh(ours), _fresh(theirs)

    late = START + dt.timedelta(days=1)
    assert [state_of(one, late) for one in (ours, theirs)] == [State.STOPPED] * 2
    assert (ours.is_stopped_here, theirs.is_stopped_here) == (False, True)
    assert _times(ours, 100) == [0]
    assert [[row.was_due for row in report_of(one).rows] for one in (ours, theirs)] == [
        [False, True, False]
    ] * 2
    with pytest.raises(CannotBe, match="There is nothing to stop"):
        stop_drill(ours, now=late)


def test_of_two_that_stop_at_once_both_nodes_name_the_earlier(ends) -> None:
    ours, theirs = _agreed(ends)
    stop_drill(ours, now=START + 2 * MINUTE)
    stop_drill(theirs, now=START + MINUTE)
    ends.exchange()

    ours, theirs = _fresh(ours), _fresh(theirs)
    assert ours.stopped == theirs.stopped == START + MINUTE
    assert (ours.is_stopped_here, theirs.is_stopped_here) == (False, True)


def test_drill_of_other_offices_is_kept_in_the_log_and_played_by_nobody(ends) -> None:
    stranger = Proposed(SCRIPT, START, {"first": "NATO", "other": "RUSSIA"})
    write(ends.nato, [(DRILL_PROPOSED, proposed_body(stranger))], now=NOON)
    write(ends.nato, [(DRILL_PROPOSED, {"drill": 7})], now=NOON)
    ends.exchange()

    assert (ends.china.drills.count(), Line.objects.get(pk=ends.china.pk).fault) == (0, "")
    assert logs_of(ends.nato) == logs_of(ends.china)


def test_pages_are_told_once_when_something_has_happened(ends) -> None:
    _ours, theirs = _agreed(ends)
    heard = Event.objects.filter(channel=theirs.line_id.hex, kind="channel")
    before = heard.count()

    counts = []
    for minutes in (0, 29, 30, 31, 300, 301):
        tick(START + minutes * MINUTE)
        counts.append(heard.count() - before)

    assert counts == [0, 0, 1, 1, 2, 2]
