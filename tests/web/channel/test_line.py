"""A line between two ends: what one sends the other has, once, in order, whatever happens on the way."""

import pytest

from tests.web.channel.ends import ASKING, NOON, Ends, answering, logs_of, told, two_ends
from tracktwo.channel.line import Parcel, Traffic, new_value
from tracktwo.record import Head, read_entry
from tracktwo_web.channel.domain.answers import CannotBe
from tracktwo_web.channel.domain.asking import ask_anew
from tracktwo_web.channel.domain.keys import rotate_key
from tracktwo_web.channel.domain.open import open_line
from tracktwo_web.channel.domain.parcels import make_parcel, take
from tracktwo_web.channel.domain.read import mark_read
from tracktwo_web.channel.models import Fault, Line

pytestmark = pytest.mark.django_db


@pytest.fixture
def ends() -> Ends:
    return two_ends()


def test_a_call_is_asked_for_received_read_and_deferred(ends) -> None:
    asked = ends.send(ends.nato)
    ends.exchange()
    there = ends.china.messages.get()
    mark_read(there, now=ends.clocks["CHINA"]())
    ends.send(ends.china, answering(asked.code))
    ends.exchange()

    asked.refresh_from_db()
    assert (asked.code, asked.answer) == ("NATO-CR 0001/26", "deferred")
    assert asked.sent <= asked.received < asked.read < asked.answered
    assert told(ends.nato) == told(ends.china)
    assert logs_of(ends.nato) == logs_of(ends.china)


def test_columns_say_what_the_logs_say(ends) -> None:
    asked = ends.send(ends.nato)
    ends.send(ends.china)
    ends.exchange()
    mark_read(ends.china.messages.get(code=asked.code), now=ends.clocks["CHINA"]())
    ends.send(ends.china, answering(asked.code))
    ends.exchange()

    for line in (ends.nato, ends.china):
        logs = [[read_entry(one.encode()) for one in log] for log in logs_of(line).values()]
        held = Traffic(logs).messages
        assert sorted(told(line)) == sorted(
            (str(id_), one.acknowledged.received, one.acknowledged.read, one.acknowledged.answered,
             one.acknowledged.answer or "")
            for id_, one in held.items()
        )  # fmt: skip


def test_quiet_line_stays_quiet(ends) -> None:
    """Nobody answers the news that news has come."""
    ends.send(ends.nato)
    for _ in range(5):
        ends.exchange()

    assert [len(log) for log in logs_of(ends.nato).values()] == [1, 1]


def test_everything_may_come_twice_and_late(ends) -> None:
    for _ in range(3):
        ends.send(ends.nato)
        ends.exchange()
    before = logs_of(ends.china), told(ends.china)

    for data in (*ends.wire[0::2], *reversed(ends.wire[0::2])):
        take(ends.china, data, way="again", now=NOON)

    assert (logs_of(ends.china), told(ends.china)) == before
    assert ends.china.refusals.count() == 0


def test_a_later_parcel_before_an_earlier_waits_for_it(ends) -> None:
    first = make_parcel(ends.nato, now=NOON)
    ends.send(ends.nato)
    one = make_parcel(ends.nato, now=NOON)
    ends.nato.peer_holds = ends.nato.logged.get().pk
    ends.send(ends.nato)
    two = make_parcel(ends.nato, now=NOON)

    results = [take(ends.china, data, way="", now=NOON).new for data in (two, first, one, two)]

    assert results == [0, 0, 1, 1]
    assert [one.code for one in ends.china.messages.order_by("number")] == [
        "NATO-CR 0001/26",
        "NATO-CR 0002/26",
    ]


@pytest.mark.parametrize("place", [0, 30, 200, 400, 700, -2])
def test_altered_parcel_is_refused_with_a_reason_and_written_down(ends, place) -> None:
    ends.send(ends.nato)
    data = make_parcel(ends.nato, now=NOON)
    changed = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 or None :]

    taken = take(ends.china, changed, way="wire", now=NOON)

    assert (taken.new, ends.china.messages.count()) == (0, 0)
    assert ends.china.refusals.get().reason == taken.refusal != ""


def test_parcel_of_a_stranger_is_refused(ends) -> None:
    stranger = open_line(ends.nato.side, "NATO", "FRANCE", now=NOON)
    stranger.peer = "CHINA"

    taken = take(ends.china, make_parcel(stranger, now=NOON), way="", now=NOON)

    assert "which is not the other office's key" in taken.refusal
    assert ends.china.messages.count() == 0


def test_nothing_gets_a_number_before_ends_have_compared() -> None:
    ends = two_ends(are_compared=False)

    waiting = ends.send(ends.nato)
    assert (waiting.code, ends.nato.logged.count()) == ("", 0)
    ends.exchange()

    assert [one.code for one in ends.nato.messages.all()] == ["NATO-CR 0001/26"]
    ends.exchange()
    assert [one.code for one in ends.china.messages.all()] == ["NATO-CR 0001/26"]


def test_node_restored_from_an_old_backup_gets_its_log_back_and_reuses_no_number(ends) -> None:
    ends.send(ends.nato)
    ends.exchange()
    kept = ends.nato.logged.filter(is_own=True).get().pk
    for _ in range(2):
        ends.send(ends.nato)
        ends.exchange()
    before = logs_of(ends.china)
    _restore(ends.nato, kept)

    waiting = ends.send(ends.nato)
    ends.exchange()
    ends.exchange()

    assert waiting.code == ""
    assert [one.code for one in ends.china.messages.order_by("number")] == [
        f"NATO-CR {n:04}/26" for n in (1, 2, 3, 4)
    ]
    assert logs_of(ends.nato) == logs_of(ends.china)
    assert logs_of(ends.china)["NATO"][:3] == before["NATO"]
    assert ends.nato.fault == Fault.NONE


def test_node_restored_from_before_its_key_was_changed_takes_its_log_back_and_signs_nothing(
    ends,
) -> None:
    ends.send(ends.nato)
    ends.exchange()
    kept, key = ends.nato.logged.filter(is_own=True).get().pk, ends.nato.key
    rotate_key(ends.nato, now=ends.clocks["NATO"]())
    ends.nato.refresh_from_db()
    ends.exchange()
    before = logs_of(ends.china)["NATO"]
    back = make_parcel(ends.china, now=NOON, answering=_asked_at(ends, kept))
    _restore(ends.nato, kept)
    Line.objects.filter(pk=ends.nato.pk).update(key=key)

    taken = take(ends.nato, back, way="by hand", now=NOON)
    ends.nato.refresh_from_db()

    assert (taken.refusal, logs_of(ends.nato)["NATO"]) == ("", before)
    assert ends.send(ends.nato).code == ""


def _asked_at(ends: Ends, kept: int) -> Parcel:
    """A parcel of a node whose own log ended so early."""
    row = ends.nato.logged.get(pk=kept)
    end = Head(row.log, row.seq, row.hash)
    return Parcel("NATO", "CHINA", NOON, ends=end, asks=ends.nato.asked)


def test_restored_node_is_told_when_the_other_speaks_first(ends) -> None:
    ends.send(ends.nato)
    ends.exchange()
    _restore(ends.nato, 0)

    take(ends.nato, make_parcel(ends.china, now=NOON), way="", now=NOON)

    ends.nato.refresh_from_db()
    assert (ends.nato.fault, ends.nato.is_compared) == (Fault.LOST, False)
    ends.exchange()
    ends.nato.refresh_from_db()
    assert (ends.nato.fault, ends.nato.is_compared) == (Fault.NONE, True)
    assert ends.nato.messages.get().code == "NATO-CR 0001/26"


def test_a_file_older_than_the_start_does_not_tell_a_restored_node_what_it_holds(ends) -> None:
    """Packed while there was less to hold, and truly signed: it would let a number be given twice."""
    ends.send(ends.nato)
    ends.exchange()
    kept = ends.nato.logged.filter(is_own=True).get().pk
    ends.china.refresh_from_db()
    old = make_parcel(ends.china, now=NOON)
    ends.send(ends.nato)
    ends.exchange()
    _restore(ends.nato, kept)

    waiting = ends.send(ends.nato)
    taken = take(ends.nato, old, way="by hand", now=NOON)
    ends.nato.refresh_from_db()
    assert (taken.refusal, ends.nato.is_compared, waiting.code) == ("", False, "")
    assert ends.nato.logged.filter(is_own=True).count() == 1

    asks = make_parcel(ends.nato, now=NOON)
    answered = take(ends.china, asks, way="by hand", now=NOON)
    ends.china.refresh_from_db()
    take(ends.nato, make_parcel(ends.china, now=NOON, answering=answered.parcel), way="", now=NOON)
    assert [one.code for one in ends.nato.messages.order_by("number")] == [
        f"NATO-CR {n:04}/26" for n in (1, 2, 3)
    ]


def test_end_that_started_is_answered_without_calling(ends) -> None:
    """It may not reach the other: then the other, which calls, answers at once what it is asked."""
    ask_anew()
    ends.china.refresh_from_db()
    ends.send(ends.china)

    ends.exchange()

    ends.nato.refresh_from_db()
    ends.china.refresh_from_db()
    assert (ends.nato.is_compared, ends.china.is_compared) == (True, True)
    assert [one.code for one in ends.nato.messages.all()] == ["CHINA-CR 0001/26"]
    calls = len(ends.wire)
    ends.exchange()
    assert len(ends.wire) == calls + 2


def test_two_stories_stop_the_line_and_both_are_kept_apart(ends) -> None:
    """A copy of the database goes on by itself, as if it were the office."""
    ends.send(ends.nato)
    ends.exchange()
    kept = ends.nato.logged.filter(is_own=True).get().pk
    ends.send(ends.nato)
    ends.exchange()
    _restore(ends.nato, kept)
    Line.objects.filter(pk=ends.nato.pk).update(is_compared=True)
    ends.send(ends.nato, ASKING)

    ends.exchange()

    for line in (ends.nato, ends.china):
        line.refresh_from_db()
        assert line.fault == Fault.FORKED
        with pytest.raises(CannotBe, match="two entries stand at one place"):
            ends.send(line)
    reason = "entry 2 of NATO is another one here than in the parcel"
    assert {one.reason for one in ends.china.refusals.all()} == {reason}


def test_clocks_that_differ_by_a_day_change_nothing_but_what_is_said_of_them(ends) -> None:
    ends.clocks["CHINA"].at = NOON.replace(day=2)
    ends.send(ends.nato)
    ends.exchange()

    ends.nato.refresh_from_db()
    assert 86_000 < ends.nato.clock_ahead < 86_800
    assert told(ends.nato) == told(ends.china)


def _restore(line: Line, kept: int) -> None:
    """As if from a backup made after the entry `kept`, in a server that has just started."""
    line.messages.filter(entry__gt=kept).delete()
    line.messages.filter(entry=None).delete()
    line.logged.filter(id__gt=kept).delete()
    Line.objects.filter(pk=line.pk).update(
        asked=new_value(), is_compared=False, peer_holds=kept, acknowledged=0
    )
    line.refresh_from_db()
