"""What two logs say of a line: messages once, three acknowledgements apart, alike on either node."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.channel.line.conftest import CALL, DEFERRED, a_message, at, grown, sends
from tracktwo.channel.line import (
    MESSAGE_READ,
    MESSAGE_REFUSED,
    RECEIVED,
    Traffic,
    read_body,
    received_body,
    refused_body,
)
from tracktwo.channel.messages import Acknowledged, Answer, MessageId, Status
from tracktwo.record import Log

ASKED, ANSWERED = "NATO-CR 0001/26", "CHINA-CA 0001/26"


def told(*logs: Log) -> dict[str, Acknowledged]:
    found = Traffic([log.entries for log in logs]).messages
    return {str(id_): held.acknowledged for id_, held in found.items()}


def test_received_read_and_answered_are_three_things(nato, china) -> None:
    nato = sends(nato, a_message(ASKED))
    assert told(nato, china) == {ASKED: Acknowledged()}

    china = grown(china, RECEIVED, received_body(nato.head), minutes=1)
    assert told(nato, china)[ASKED] == Acknowledged(received=at(1))

    china = grown(china, MESSAGE_READ, read_body(MessageId.read(ASKED)), minutes=5)
    assert told(nato, china)[ASKED] == Acknowledged(received=at(1), read=at(5))

    answer = a_message(ANSWERED, refs=(ASKED,), minutes=9, fields=DEFERRED)
    china = sends(china, answer, minutes=9)
    assert told(nato, china)[ASKED] == Acknowledged(at(1), at(5), at(9), Answer.DEFERRED)


def test_first_time_of_an_acknowledgement_stays(nato, china) -> None:
    nato = sends(nato, a_message(ASKED))
    for minutes in (3, 7):
        china = grown(china, RECEIVED, received_body(nato.head), minutes=minutes)
        china = grown(china, MESSAGE_READ, read_body(MessageId.read(ASKED)), minutes=minutes)

    assert told(nato, china)[ASKED] == Acknowledged(received=at(3), read=at(3))


def test_nobody_acknowledges_its_own_message(nato, china) -> None:
    nato = sends(nato, a_message(ASKED))
    nato = grown(nato, RECEIVED, received_body(nato.head))
    nato = grown(nato, MESSAGE_READ, read_body(MessageId.read(ASKED)))

    assert told(nato, china)[ASKED] == Acknowledged()


@pytest.mark.parametrize(
    "wrong",
    [
        a_message("CHINA-CR 0001/26", addressees=("FRANCE",)),
        a_message(ASKED, fields={"means": "drum"}),
        a_message(ASKED, status=Status.DRAFT, sent=None),
    ],
)
def test_what_is_no_message_of_this_office_is_none(nato, china, wrong) -> None:
    from tracktwo.channel.line import MESSAGE_SENT
    from tracktwo.channel.messages.as_json import message_json

    nato = grown(nato, MESSAGE_SENT, message_json(wrong))

    assert told(nato, china) == {}


def test_second_message_of_a_number_counts_for_nothing(nato, china) -> None:
    nato = sends(nato, a_message(ASKED))
    nato = sends(nato, a_message(ASKED, fields=CALL | {"urgency": "immediate"}, minutes=2))

    (held,) = Traffic([nato.entries, china.entries]).messages.values()
    assert (held.entry.seq, held.message.fields["urgency"]) == (1, "urgent")


def test_refusal_says_why_and_names_the_very_entry(nato, china) -> None:
    nato = sends(nato, a_message(ASKED))
    other = sends(Log("NATO"), a_message(ASKED, minutes=1)).head
    china = grown(china, MESSAGE_REFUSED, refused_body(other, "another story"))
    assert Traffic([nato.entries, china.entries]).messages[MessageId.read(ASKED)].refused == ""

    china = grown(china, MESSAGE_REFUSED, refused_body(nato.head, "no such kind here"))
    held = Traffic([nato.entries, china.entries]).messages[MessageId.read(ASKED)]
    assert held.refused == "no such kind here"


@pytest.mark.parametrize(
    "body", [{}, {"message": 7}, {"message": "PN 1"}, {"log": "NATO", "seq": 1}]
)
@pytest.mark.parametrize("kind", [RECEIVED, MESSAGE_READ, MESSAGE_REFUSED])
def test_entries_of_another_form_are_passed_over(nato, china, kind, body) -> None:
    nato = sends(nato, a_message(ASKED))
    china = grown(china, kind, body)

    assert told(nato, china) == {ASKED: Acknowledged()}


@given(st.integers(0, 3), st.integers(0, 4), st.booleans())
def test_either_node_sees_the_same(kept_of_nato, kept_of_china, turned) -> None:
    """Whatever part of the logs a node holds, in whichever order it reads them."""
    nato, china = Log("NATO"), Log("CHINA")
    for n in (1, 2, 3):
        nato = sends(nato, a_message(f"NATO-CR {n:04}/26", minutes=n))
        china = grown(china, RECEIVED, received_body(nato.head), minutes=n)
    china = grown(china, MESSAGE_READ, read_body(MessageId.read("NATO-CR 0002/26")), minutes=9)
    held = [Log("NATO", nato.entries[:kept_of_nato]), Log("CHINA", china.entries[:kept_of_china])]

    assert told(*held) == told(*(reversed(held) if turned else held))
