"""Where matters stand, from their messages and the time."""

from datetime import timedelta

import pytest

from tests.channel.kinds.examples import free
from tests.channel.threads.rows import HOUR, acknowledged, after, number, one_thread, sent
from tracktwo.channel.machines import (
    NOTICE,
    By,
    CallState,
    EscortState,
    Happened,
    IncidentEvent,
    IncidentState,
    LineState,
    LineTestState,
    Notice,
    NotificationEvent,
    NotificationState,
    UnusualState,
    call,
    escort_plan,
    incident,
    line_state,
    line_test,
    notice,
    planned_tests,
    prior_notification,
    unusual_activity,
)
from tracktwo.channel.messages import Limit, Type
from tracktwo.errors import OptionError

U, N, C, T, I, E = UnusualState, NotificationState, CallState, LineTestState, IncidentState, EscortState  # noqa: E741  # fmt: skip
LONG = 10_000


def outcome(id_: str, about: str, at: float, result: str):
    measures = {"measures": [{"measure": free("Tell earlier.")}]} if result == "measures" else {}
    return sent(id_, about, at=at, fields={"outcome": result, "summary": free("Done.")} | measures)


def answer(id_: str, about: str, at: float, **told):
    return sent(id_, about, at=at, fields=told)


ACCEPTED = {"answer": "accepted", "time": "2026-03-02T08:00:00Z"}
ASKED = [
    sent("N-UA 1", at=0),
    acknowledged("C-UA 8", "N-UA 1", "received", at=1),
    acknowledged("C-UA 9", "N-UA 1", "read", at=2),
    sent("C-UR 1", "N-UA 1", at=50),
]
MEETING = [*ASKED, sent("N-UM 1", "C-UR 1", at=51), answer("C-CA 1", "N-UM 1", 52, **ACCEPTED)]


@pytest.mark.parametrize(
    ("messages", "now", "state"),
    [
        (ASKED, -1, U.RAISED),
        (ASKED, 0, U.SENT),
        (ASKED, 1, U.RECEIVED),
        (ASKED, 49, U.READ),
        (ASKED, 50, U.REPLIED),
        ([*ASKED, outcome("N-UO 1", "C-UR 1", 60, "satisfied")], 61, U.SATISFIED),
        (MEETING[:-1], 60, U.MEETING_ASKED),
        (MEETING, 60, U.MEETING_SET),
        ([*MEETING, outcome("N-UO 1", "N-UM 1", 60, "agreed")], 61, U.HELD),
        ([*MEETING, outcome("N-UO 1", "N-UM 1", 60, "agreed"), outcome("C-UO 1", "N-UO 1", 62, "agreed")], 63, U.AGREED),
        ([*MEETING, outcome("N-UO 1", "N-UM 1", 60, "agreed"), outcome("N-UO 2", "N-UM 1", 62, "agreed")], 63, U.HELD),
        ([*MEETING, sent("N-UM 2", "C-UR 1", at=70, say={"level": "all"})], 71, U.PLENARY),
        ([*MEETING, sent("N-UM 2", "C-UR 1", at=70, say={"level": "all"}), outcome("C-UO 1", "N-UM 2", 80, "measures")], 81, U.MEASURES),
        ([*MEETING, outcome("N-UO 1", "N-UM 1", 60, "not_agreed"), outcome("N-UO 2", "N-UM 1", 61, "closed")], 62, U.CLOSED),
        ([*MEETING, outcome("N-UO 1", "N-UM 1", 60, "not_agreed"), outcome("C-UO 2", "N-UM 1", 61, "closed")], 62, U.HELD),
        ([*ASKED, sent("N-UA 2", "N-UA 1", at=60, type_=Type.CANCEL, fields={"reason": free("Seen.")})], 61, U.CANCELLED),
        # Nobody replied: a meeting can be asked for all the same.
        ([ASKED[0], sent("N-UM 1", "N-UA 1", at=49)], 50, U.MEETING_ASKED),
    ],
)  # fmt: skip
def test_unusual_activity_stands_where_its_messages_say(messages, now, state) -> None:
    assert unusual_activity(one_thread(*messages), number("N-UA 1"), after(now)).state is state


def test_nobody_accepts_the_meeting_that_it_asked_for() -> None:
    course = unusual_activity(
        one_thread(*MEETING[:-1], answer("N-CA 1", "N-UM 1", 52, **ACCEPTED)), number("N-UA 1"), after(60)
    )  # fmt: skip

    assert course.state is U.MEETING_ASKED


def test_course_tells_when_each_state_was_reached_and_what_fits_nowhere() -> None:
    twice = outcome("N-UO 1", "C-UR 1", 60, "satisfied"), sent("C-UR 2", "N-UA 1", at=70)

    course = unusual_activity(one_thread(*ASKED, *twice), number("N-UA 1"), after(90))

    assert [(one.state, one.happened.at) for one in course.taken] == [
        (U.SENT, after(0)),
        (U.RECEIVED, after(1)),
        (U.READ, after(2)),
        (U.REPLIED, after(50)),
        (U.SATISFIED, after(60)),
    ]
    assert course.at(U.REPLIED) == after(50)
    assert course.at(U.CLOSED) is None
    assert [one.message for one in course.strays] == [number("C-UR 2")]


DAY = 24
START = after(9 * DAY - 6)
PLAN = sent("N-PN 1", at=0)


@pytest.mark.parametrize(
    ("messages", "now", "state"),
    [
        ([sent("N-PN 1", at=None)], -60 * DAY, N.PLANNED),
        ([sent("N-PN 1", at=None)], -30 * DAY, N.DUE),
        ([sent("N-PN 1", at=None)], 90 * DAY, N.DUE),
        ([PLAN], 1, N.SENT),
        ([PLAN, sent("N-PN 2", "N-PN 1", at=3, type_=Type.UPDATE)], 4, N.UPDATED),
        ([PLAN], 10 * DAY, N.ACTIVE),
        ([PLAN], 30 * DAY, N.ENDED),
        ([PLAN, sent("N-PN 2", "N-PN 1", at=3, type_=Type.UPDATE, say={"end": "2026-05-20T18:00:00Z"})], 30 * DAY, N.ACTIVE),
        ([PLAN, sent("N-PN 2", "N-PN 1", at=3, type_=Type.CANCEL, fields={"reason": free("Ice.")})], 30 * DAY, N.CANCELLED),
    ],
)  # fmt: skip
def test_prior_notification_stands_where_messages_and_time_say(messages, now, state) -> None:
    thread = one_thread(*messages)

    assert prior_notification(thread, number("N-PN 1"), after(now)).state is state


def test_drafting_is_an_act_outside_messages() -> None:
    drafted = Happened(NotificationEvent.DRAFT, after(-50 * DAY), By.OPENER)
    thread = one_thread(sent("N-PN 1", at=None))

    assert prior_notification(thread, number("N-PN 1"), after(-40 * DAY), acts=[drafted]).state is N.DRAFTED  # fmt: skip


def told_in_time(*messages, now: float = 1, **told) -> Notice:
    return notice(one_thread(*messages), number("N-PN 1"), after(now), **told)


def test_notification_is_late_by_what_is_missing_of_six_weeks() -> None:
    assert told_in_time(PLAN) == Notice(START - timedelta(days=42), after(0), 42 * DAY * HOUR - (START - after(0)), NOTICE)  # fmt: skip


def test_notification_six_weeks_before_is_in_time() -> None:
    assert told_in_time(sent("N-PN 1", at=-40 * DAY)).late is None


def test_notification_that_nobody_sent_is_late_by_now() -> None:
    told = told_in_time(sent("N-PN 1", at=None), now=0)

    assert (told.sent, told.late) == (None, after(0) - (START - timedelta(days=42)))


def test_activity_without_notice_is_told_of_when_it_starts() -> None:
    assert told_in_time(sent("N-PN 1", at=9 * DAY - 6, say={"without_notice": True}), now=300).late is None  # fmt: skip
    assert told_in_time(sent("N-PN 1", at=9 * DAY, say={"without_notice": True}), now=300).late == 6 * HOUR  # fmt: skip


def test_start_that_is_moved_to_earlier_makes_late_what_was_in_time() -> None:
    first = sent("N-PN 1", at=-40 * DAY)
    earlier = sent("N-PN 2", "N-PN 1", at=-39 * DAY, type_=Type.UPDATE, say={"start": "2026-03-01T06:00:00Z"})  # fmt: skip

    assert told_in_time(first, earlier).late == timedelta(days=2, hours=6)


def test_sides_may_settle_on_another_notice() -> None:
    assert told_in_time(PLAN, limit=Limit(timedelta(days=5), "exchange of letters")).late is None


WISH = sent("N-CR 1", at=0)
RELAYED = acknowledged("C-CR 8", "N-CR 1", "received", at=1)
SEEN = acknowledged("C-CR 9", "N-CR 1", "read", at=2)
DEFERRED, YES = sent("C-CA 1", "N-CR 1", at=3), answer("C-CA 2", "N-CR 1", 4, **ACCEPTED)
TOLD, TOLD_TOO = sent("N-CS 1", "N-CR 1", at=30), sent("C-CS 1", "N-CR 1", at=31)
AGREES = sent("C-CS 2", "N-CS 1", at=32, say={"outcome": "agreed"})
KEEPS = sent("C-CS 2", "N-CS 1", at=32, say={"outcome": "kept"})
OWN = sent("N-CS 2", "N-CS 1", at=32, say={"outcome": "agreed"})


@pytest.mark.parametrize(
    ("messages", "now", "state"),
    [
        ([WISH], 1, C.REQUESTED),
        ([WISH, RELAYED], 2, C.RELAYED),
        ([WISH, RELAYED, SEEN], 3, C.RECEIVED),
        ([WISH, SEEN], 3, C.RECEIVED),
        ([WISH, RELAYED, SEEN], 48, C.NO_ANSWER),
        ([WISH, DEFERRED], 50, C.DEFERRED),
        ([WISH, DEFERRED, YES], 50, C.ACCEPTED),
        ([WISH, answer("C-CA 1", "N-CR 1", 3, answer="declined", reason=free("Not now."))], 50, C.DECLINED),
        ([WISH, answer("C-CA 1", "N-CR 1", 49, **ACCEPTED)], 50, C.ACCEPTED),
        ([WISH, answer("C-CA 1", "N-CR 1", 3, answer="clarification", question=free("Of what?"))], 4, C.REQUESTED),
        ([WISH, answer("N-CA 1", "N-CR 1", 3, **ACCEPTED)], 4, C.REQUESTED),
        ([WISH, YES, TOLD], 31, C.HELD),
        ([WISH, YES, TOLD, TOLD_TOO], 31, C.EXCHANGED),
        ([WISH, YES, TOLD, AGREES], 33, C.SUMMARY_AGREED),
        ([WISH, YES, TOLD, TOLD_TOO, KEEPS], 33, C.TWO_KEPT),
        ([WISH, YES, TOLD, OWN], 33, C.HELD),
        ([WISH, sent("N-CR 2", "N-CR 1", at=1, type_=Type.CANCEL, fields={"reason": free("Over.")})], 60, C.CANCELLED),
    ],
)  # fmt: skip
def test_call_stands_where_messages_and_time_say(messages, now, state) -> None:
    assert call(one_thread(*messages), number("N-CR 1"), after(now)).state is state


def test_no_answer_is_told_with_its_time_though_an_answer_came_late() -> None:
    course = call(one_thread(WISH, answer("C-CA 1", "N-CR 1", 49, **ACCEPTED)), number("N-CR 1"), after(60))  # fmt: skip

    assert course.at(C.NO_ANSWER) == after(48)
    assert course.since == after(49)


TEST = sent("N-TM 1", at=0)


@pytest.mark.parametrize(
    ("messages", "now", "state"),
    [
        ([TEST], 0.5, T.SENT),
        ([TEST], 1, T.MISSED),
        ([TEST, sent("C-TR 1", "N-TM 1", at=0.1)], 5, T.RETURNED),
        ([TEST, sent("C-TR 1", "N-TM 1", at=0.1, say={"returned": "098765?321"})], 5, T.GARBLED),
        ([TEST, sent("C-TR 1", "N-TM 1", at=2)], 5, T.MISSED),
        ([TEST, sent("N-TR 1", "N-TM 1", at=0.1)], 5, T.MISSED),
    ],
)
def test_line_test_came_back_as_its_messages_say(messages, now, state) -> None:
    assert line_test(one_thread(*messages), number("N-TM 1"), after(now)).state is state


@pytest.mark.parametrize(
    ("results", "state"),
    [
        ([], LineState.UNTESTED),
        ([T.SENT, T.SCHEDULED], LineState.UNTESTED),
        ([T.MISSED, T.RETURNED], LineState.WORKING),
        ([T.RETURNED, T.MISSED], LineState.DOUBTFUL),
        ([T.RETURNED, T.MISSED, T.GARBLED], LineState.DOUBTFUL),
        ([T.RETURNED, T.MISSED, T.GARBLED, T.MISSED, T.SENT], LineState.FAULTY),
        ([T.MISSED, T.MISSED, T.RETURNED, T.MISSED], LineState.DOUBTFUL),
    ],
)
def test_line_is_faulty_after_three_failures_in_a_row(results, state) -> None:
    assert line_state(results) is state


def test_line_is_faulty_as_soon_as_the_sides_settle() -> None:
    assert line_state([T.MISSED], missed=1) is LineState.FAULTY
    with pytest.raises(OptionError, match="0 missed tests make no fault"):
        line_state([T.MISSED], missed=0)


def test_tests_are_planned_in_turn() -> None:
    day = planned_tests(after(0), after(24), timedelta(hours=1), ["NATO", "CHINA"])

    assert [one.office for one in day] == 12 * ["NATO", "CHINA"]
    assert [one.at for one in day] == [after(n) for n in range(24)]
    assert planned_tests(after(1), after(0), HOUR, ["NATO"]) == ()
    assert len(planned_tests(after(0), after(1.5), HOUR, ["NATO"])) == 2
    with pytest.raises(OptionError, match="tests are sent by one office or more"):
        planned_tests(after(0), after(1), timedelta(), ["NATO"])


REPORT, BACK = sent("N-HI 1", at=0), sent("C-HI 1", "N-HI 1", at=5)
QUESTION = sent("C-UA 1", "N-HI 1", at=6)


@pytest.mark.parametrize(
    ("messages", "state"),
    [
        ([REPORT], I.REPORTED),
        ([REPORT, sent("N-HI 2", "N-HI 1", at=1, type_=Type.UPDATE)], I.REPORTED),
        ([REPORT, BACK], I.EXCHANGED),
        ([REPORT, QUESTION], I.CLARIFYING),
        ([REPORT, QUESTION, sent("N-UR 1", "C-UA 1", at=7)], I.EXCHANGED),
        ([REPORT, BACK, outcome("N-UO 1", "N-HI 1", 9, "not_agreed")], I.RECONCILED),
        ([REPORT, BACK, outcome("N-UO 1", "N-HI 1", 9, "agreed")], I.EXCHANGED),
        ([REPORT, BACK, outcome("N-UO 1", "N-HI 1", 9, "agreed"), outcome("C-UO 1", "N-UO 1", 10, "agreed")], I.RECONCILED),
        ([REPORT, BACK, outcome("C-UO 1", "N-HI 1", 9, "closed")], I.EXCHANGED),
        ([REPORT, BACK, outcome("C-UO 1", "N-HI 1", 9, "closed"), outcome("N-UO 1", "N-HI 1", 10, "closed")], I.CLOSED),
        ([REPORT, outcome("C-UO 1", "N-HI 1", 9, "satisfied")], I.REPORTED),
    ],
)  # fmt: skip
def test_incident_stands_where_its_messages_say(messages, state) -> None:
    assert incident(one_thread(*messages), number("N-HI 1"), after(LONG)).state is state


def test_lesson_and_change_of_a_rule_are_acts_outside_messages() -> None:
    steps = (IncidentEvent.REVIEW, IncidentEvent.LEARN, IncidentEvent.CHANGE_RULE)
    acts = [Happened(one, after(100 + n), By.OPENER) for n, one in enumerate(steps)]
    thread = one_thread(REPORT, BACK)

    states = [incident(thread, number("N-HI 1"), after(now), acts).state for now in (99, 100, 101, 102)]  # fmt: skip

    assert states == [I.EXCHANGED, I.REVIEWED, I.LESSON, I.RULE_CHANGED]


PROPOSAL = sent("N-CV 1", at=0, say={"stage": "proposal"})
COMMENT = sent("C-CV 1", "N-CV 1", at=1, fields={"comment": free("Later.")})


def revised(id_: str, at: float, stage: str):
    return sent(id_, "N-CV 1", at=at, type_=Type.UPDATE, say={"stage": stage})


@pytest.mark.parametrize(
    ("messages", "state"),
    [
        ([PROPOSAL], E.PROPOSED),
        ([PROPOSAL, COMMENT], E.COMMENTED),
        ([PROPOSAL, COMMENT, revised("N-CV 2", 2, "proposal")], E.PROPOSED),
        ([PROPOSAL, COMMENT, revised("N-CV 2", 2, "fixed")], E.FIXED),
        ([PROPOSAL, revised("N-CV 2", 2, "fixed"), revised("N-CV 3", 3, "fixed")], E.CHANGED),
        ([PROPOSAL, revised("N-CV 2", 2, "fixed"), revised("N-CV 3", 3, "hand_over")], E.HANDED_OVER),
        ([PROPOSAL, sent("N-CV 2", "N-CV 1", at=2, type_=Type.CANCEL, fields={"reason": free("Ice.")})], E.CANCELLED),
        ([sent("N-CV 1", at=None)], E.PLANNED),
    ],
)  # fmt: skip
def test_escort_plan_stands_where_its_messages_say(messages, state) -> None:
    assert escort_plan(one_thread(*messages), number("N-CV 1"), after(LONG)).state is state
