"""By when a message is to be read and answered, and what is late."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.channel.messages.test_envelope import NOON, message
from tracktwo.channel.messages import (
    Acknowledged,
    Answer,
    Limit,
    Limits,
    Needs,
    Precedence,
    Status,
    Type,
    date_time_group,
    late,
    needs_of,
    read_date_time_group,
)
from tracktwo.errors import InputError, OptionError

HOUR = timedelta(hours=1)

moments = st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("precedence", "minutes"),
    [(Precedence.FLASH, 10), (Precedence.IMMEDIATE, 30), (Precedence.PRIORITY, 180), (Precedence.ROUTINE, 1440)],
)  # fmt: skip
def test_urgent_messages_are_read_sooner(precedence: Precedence, minutes: int) -> None:
    needs = needs_of(message(precedence=precedence), Limits())

    assert needs == Needs(NOON + timedelta(minutes=minutes), None)


def test_request_for_explanation_is_answered_within_two_days() -> None:
    request = message("NATO-UA 0001/26")

    assert needs_of(request, Limits()).answered_by == NOON + 48 * HOUR


@pytest.mark.parametrize("type_", [Type.CANCEL, Type.ACKNOWLEDGE, Type.REPLY, Type.ERROR])
def test_what_answers_or_takes_back_asks_for_no_answer(type_: Type) -> None:
    answer = message("NATO-MR 0001/26", type=type_, refs=["NATO-MR 0009/26"])

    assert needs_of(answer, Limits()).answered_by is None


@pytest.mark.parametrize("kind", ["UA", "UM"])
def test_request_about_a_message_of_the_other_side_is_answered_too(kind: str) -> None:
    request = message(f"NATO-{kind} 0001/26", type=Type.REPLY, refs=["CHINA-EN 0009/26"])

    assert needs_of(request, Limits()).answered_by == NOON + 48 * HOUR


@pytest.mark.parametrize(
    ("precedence", "hours"),
    [(Precedence.FLASH, 1), (Precedence.IMMEDIATE, 6), (Precedence.PRIORITY, 24), (Precedence.ROUTINE, 48)],
)  # fmt: skip
def test_urgent_calls_are_answered_sooner(precedence: Precedence, hours: int) -> None:
    request = message("NATO-CR 0001/26", precedence=precedence)

    assert needs_of(request, Limits()).answered_by == NOON + hours * HOUR


def test_invitation_is_answered_when_it_asks() -> None:
    invitation = message("NATO-MR 0001/26", fields={"answer_by": "2026-03-05T12:00:00Z"})

    assert needs_of(invitation, Limits()).answered_by == datetime(2026, 3, 5, 12, tzinfo=UTC)


def test_sides_may_settle_on_limits_of_their_own() -> None:
    settled = Limits(answered_within={"PN": Limit(6 * HOUR, "exchange of letters")})

    assert needs_of(message(), settled).answered_by == NOON + 6 * HOUR


def test_draft_is_due_for_nothing() -> None:
    with pytest.raises(OptionError, match="is not sent; nothing is due yet"):
        needs_of(message(status=Status.DRAFT, sent=None), Limits())


def test_limit_of_no_time_is_refused() -> None:
    with pytest.raises(OptionError, match="is no time to answer in"):
        Limit(timedelta(), "nobody")


@pytest.mark.parametrize(
    ("known", "read", "answer"),
    [
        (Acknowledged(), 9 * HOUR, 8 * HOUR),
        (Acknowledged(received=NOON), 9 * HOUR, 8 * HOUR),
        (Acknowledged(NOON, NOON + HOUR), None, 8 * HOUR),
        (Acknowledged(NOON, NOON + 4 * HOUR), 3 * HOUR, 8 * HOUR),
        (Acknowledged(NOON, NOON + HOUR, NOON + 2 * HOUR, Answer.DEFERRED), None, None),
        (Acknowledged(NOON, NOON + HOUR, NOON + 3 * HOUR, Answer.DECLINED), None, HOUR),
    ],
)
def test_reading_is_no_answer_and_receiving_no_reading(known, read, answer) -> None:
    needs = Needs(NOON + HOUR, NOON + 2 * HOUR)

    told = late(needs, known, NOON + 10 * HOUR)

    assert (told.read, told.answer) == (read, answer)


@given(moments)
def test_date_time_group_is_read_again_to_the_minute(moment: datetime) -> None:
    assert read_date_time_group(date_time_group(moment)) == moment.replace(second=0, microsecond=0)


def test_moment_elsewhere_is_written_in_utc() -> None:
    beijing = datetime.fromisoformat("2026-11-24T01:30:00+08:00")

    assert date_time_group(beijing) == "231730ZNOV26"


@pytest.mark.parametrize("text", ["", "231400NOV26", "321400ZNOV26", "232400ZNOV26", "231400ZNOW26", "300000ZFEB26", "٢٣1400ZNOV26"])  # fmt: skip
def test_what_is_no_date_time_group_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="is no date-time group"):
        read_date_time_group(text)
