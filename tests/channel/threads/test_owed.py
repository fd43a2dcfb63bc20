"""Who owes what to which message; three acknowledgements that are never mixed."""

from datetime import timedelta

import pytest

from tests.channel.threads.rows import HOUR, acknowledged, after, number, one_thread, sent
from tracktwo.channel.messages import Acknowledged, Answer, Needs, Type
from tracktwo.channel.threads import Owed, Step, acknowledged_by, owed_in

ASKED = sent("N-UA 1", at=0)
UA = number("N-UA 1")
READ = Owed(UA, "CHINA", Step.READ, after(24), None, None)
ANSWER = Owed(UA, "CHINA", Step.ANSWER, after(48), None, None)


def owed(*messages, now: float, **told) -> tuple[Owed, ...]:
    return tuple(one for one in owed_in(one_thread(*messages), after(now), **told) if one.message == UA)  # fmt: skip


def test_request_is_to_be_read_and_answered() -> None:
    assert owed(ASKED, now=1) == (READ, ANSWER)
    assert all(one.is_open for one in owed(ASKED, now=1))


def test_what_is_not_done_in_time_is_late_by_now() -> None:
    read, answer = owed(ASKED, now=50)

    assert (read.late, answer.late) == (26 * HOUR, 2 * HOUR)


def test_what_was_done_late_stays_late() -> None:
    read, answer = owed(ASKED, sent("C-UR 1", "N-UA 1", at=51), now=900)

    assert (read.done, read.late) == (after(51), 27 * HOUR)
    assert (answer.done, answer.late) == (after(51), 3 * HOUR)


def test_time_that_is_not_yet_is_not_known() -> None:
    assert owed(ASKED, sent("C-UR 1", "N-UA 1", at=51), now=1) == (READ, ANSWER)


def test_being_received_is_no_reading_and_reading_no_answer() -> None:
    received = acknowledged("C-UA 8", "N-UA 1", "received", at=0.5)
    read = acknowledged("C-UA 9", "N-UA 1", "read", at=2)
    thread = one_thread(ASKED, received, read)

    assert acknowledged_by(ASKED, "CHINA", thread, after(1)) == Acknowledged(after(0.5))
    assert acknowledged_by(ASKED, "CHINA", thread, after(3)) == Acknowledged(after(0.5), after(2))
    assert acknowledged_by(ASKED, "SOUTH", thread, after(3)) == Acknowledged()


def test_whoever_answers_has_read_and_received() -> None:
    thread = one_thread(ASKED, sent("C-UR 1", "N-UA 1", at=4))

    assert acknowledged_by(ASKED, "CHINA", thread, after(5)) == Acknowledged(
        after(4), after(4), after(4)
    )


@pytest.mark.parametrize("at", ["2026-03-01T11:00:00Z", "2026-03-01T15:00:00Z"])
def test_acknowledgement_cannot_be_dated_before_the_message_or_after_itself(at: str) -> None:
    false = sent("C-UA 9", "N-UA 1", at=2, type_=Type.ACKNOWLEDGE, fields={"level": "read", "at": at})  # fmt: skip

    assert acknowledged_by(ASKED, "CHINA", one_thread(ASKED, false), after(9)).read == after(2)


@pytest.mark.parametrize("kind", ["UM", "UO"])
def test_asking_to_meet_answers_nothing(kind: str) -> None:
    _, answer = owed(ASKED, sent(f"C-{kind} 1", "N-UA 1", at=4), now=5)

    assert answer == ANSWER


def test_question_about_a_report_is_no_answer_to_it() -> None:
    report = sent("N-EN 1", at=0)
    thread = one_thread(report, sent("C-UA 1", "N-EN 1", at=1))

    assert acknowledged_by(report, "CHINA", thread, after(2)).answered is None


def test_last_answer_counts_and_the_first_time() -> None:
    asked = sent("N-CR 1", at=0)
    later = {"answer": "accepted", "time": "2026-03-02T08:00:00Z"}
    thread = one_thread(asked, sent("C-CA 1", "N-CR 1", at=1), sent("C-CA 2", "N-CR 1", at=3, fields=later))  # fmt: skip

    assert acknowledged_by(asked, "CHINA", thread, after(2)).answer is Answer.DEFERRED
    told = acknowledged_by(asked, "CHINA", thread, after(4))
    assert (told.answered, told.answer) == (after(1), Answer.ACCEPTED)


def test_own_office_cannot_answer_for_the_other() -> None:
    _, answer = owed(ASKED, sent("N-UR 1", "N-UA 1", at=4), now=50)

    assert answer.late == 2 * HOUR


@pytest.mark.parametrize("type_", [Type.CANCEL, Type.UPDATE])
def test_nothing_is_owed_to_what_was_taken_back_in_time(type_: Type) -> None:
    fields = {} if type_ is Type.CANCEL else None
    back = sent("N-UA 2", "N-UA 1", at=5, type_=type_, fields=fields or {"reason": {}})

    assert owed(ASKED, back, now=50) == ()


def test_what_was_late_when_it_was_taken_back_stays_late_by_then() -> None:
    back = sent("N-UA 2", "N-UA 1", at=30, type_=Type.CANCEL, fields={"reason": {}})

    assert [(one.step, one.late) for one in owed(ASKED, back, now=99)] == [(Step.READ, 6 * HOUR)]


def test_answer_to_the_newer_version_answers_the_older() -> None:
    newer = sent("N-UA 2", "N-UA 1", at=50, type_=Type.UPDATE)
    thread = one_thread(ASKED, newer, sent("C-UR 1", "N-UA 2", at=51))

    assert acknowledged_by(ASKED, "CHINA", thread, after(60)).answered == after(51)


def test_versions_in_a_ring_come_to_an_end() -> None:
    ring = [sent("N-UA 1", "N-UA 2", type_=Type.UPDATE), sent("N-UA 2", "N-UA 1", type_=Type.UPDATE)]  # fmt: skip

    assert acknowledged_by(ring[0], "CHINA", one_thread(*ring), after(1)) == Acknowledged()


def test_times_stored_with_a_message_are_kept() -> None:
    stored = {UA: Needs(after(1), after(2))}

    assert [one.late for one in owed(ASKED, now=3, stored=stored)] == [2 * HOUR, HOUR]


def test_every_addressee_owes_for_itself() -> None:
    asked = sent("N-UA 1", at=0, addressees=("CHINA", "SOUTH"))

    told = owed(asked, sent("S-UR 1", "N-UA 1", at=2, addressees=("NATO",)), now=30)

    assert [(one.office, one.step, one.done) for one in told] == [
        ("CHINA", Step.READ, None),
        ("SOUTH", Step.READ, after(2)),
        ("CHINA", Step.ANSWER, None),
        ("SOUTH", Step.ANSWER, after(2)),
    ]


def test_drafts_and_acknowledgements_are_owed_nothing() -> None:
    thread = one_thread(sent("N-HI 1", at=None, thread="x"), sent("C-HI 1", at=0, thread="x"))
    more = acknowledged("N-HI 8", "C-HI 1", "read", at=1)

    assert [one.message for one in owed_in(one_thread(*thread.messages, more), after(2))] == [
        number("C-HI 1")
    ]
    assert owed_in(thread, after(0) - timedelta(seconds=1)) == ()
