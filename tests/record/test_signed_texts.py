"""Which text each party signed last."""

from dataclasses import replace

import pytest

from tests.record.conftest import CHINA, NATO, TEXT, THIEF, signed
from tracktwo.errors import ForkError, RecordError
from tracktwo.record import LOG_REPLACES, Log, signed_texts
from tracktwo.text.standing import fingerprint, gate
from tracktwo.text.units import NegotiatedText, Unit

LATER = {**TEXT, "hash": 64 * "b"}
OTHER = {**TEXT, "text": "road-map", "hash": 64 * "c"}


def replacing(old: Log, seq: int) -> Log:
    """NATO's second log, which gives the first up behind that entry."""
    body = {"log": old.name, "seq": seq, "hash": old.entries[seq - 1].hash}
    return signed(Log("nato.2"), THIEF, LOG_REPLACES, body)


def test_gate_takes_the_signatures_of_the_logs() -> None:
    joint = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "We meet."}),))
    body = {"text": "joint-report", "hash": fingerprint(joint)}
    nato, china = signed(Log("nato"), NATO, body=body), signed(Log("china"), CHINA)

    found = gate(joint, sides=("china", "nato"), signatures=signed_texts([nato, china]))

    assert [one.missing for one in found.open_conditions] == [("china",)]


def test_each_party_has_the_hash_it_signed_last(logs) -> None:
    china = signed(logs["china"], CHINA, body=LATER)

    assert signed_texts([logs["nato"], china]) == {"china": 64 * "b", "nato": 64 * "a"}


def test_party_that_has_signed_no_text_is_left_out(logs) -> None:
    assert signed_texts([logs["nato"], Log("host")]) == {"nato": 64 * "a"}


def test_other_kinds_and_texts_count_where_they_are_asked_for(logs) -> None:
    nato = signed(signed(logs["nato"], NATO, body=OTHER), NATO, "report.signed", LATER)

    assert signed_texts([nato]) == {"nato": 64 * "c"}
    assert signed_texts([nato], text="joint-report") == {"nato": 64 * "a"}
    assert signed_texts([nato], kind="report.signed") == {"nato": 64 * "b"}


def test_older_copy_of_a_log_takes_nothing_back(logs) -> None:
    later = signed(logs["nato"], NATO, body=LATER)

    assert signed_texts([later, logs["nato"]]) == {"nato": 64 * "b"}


def test_copies_that_contradict_each_other_are_refused(logs) -> None:
    one, other = (signed(logs["nato"], NATO, body=body) for body in (LATER, OTHER))

    with pytest.raises(ForkError):
        signed_texts([one, other])


def test_log_that_replaces_another_goes_on_for_its_party(logs) -> None:
    new = replacing(logs["nato"], 2)

    assert signed_texts([new, logs["nato"]]) == {"nato": 64 * "a"}
    assert signed_texts([signed(new, THIEF, body=LATER), logs["nato"]]) == {"nato": 64 * "b"}


def test_log_that_was_given_up_signs_nothing_more(logs) -> None:
    stolen = signed(logs["nato"], NATO, body=LATER)

    assert signed_texts([stolen, replacing(stolen, 2)]) == {"nato": 64 * "a"}


def test_log_with_an_entry_that_nobody_signed_is_refused(logs) -> None:
    entry = replace(logs["nato"].entries[0], body=LATER)

    with pytest.raises(RecordError, match="the signature does not fit entry 1 of nato"):
        signed_texts([Log("nato", (entry,))])


def test_last_signature_without_a_hash_is_refused(logs) -> None:
    nato = signed(logs["nato"], NATO, body={"text": "joint-report"})

    with pytest.raises(
        RecordError, match=r"^entry 3 of nato signs a text and does not name its hash$"
    ):
        signed_texts([nato])
    assert signed_texts([signed(nato, NATO, body=LATER)]) == {"nato": 64 * "b"}
