"""Logs: only their writer makes them longer, one entry after the other."""

from dataclasses import replace

import pytest

from tests.record.conftest import CHINA, NATO, THIEF, grown, signed
from tracktwo.errors import RecordError
from tracktwo.record import KEY_CHANGED, LOG_REPLACES, Log, append, read_record, write_record


def test_appending_leaves_the_log_as_it_was() -> None:
    log = grown("nato", NATO, 1)

    longer = signed(log, NATO)

    assert (len(log.entries), len(longer.entries), longer.entries[1].prev) == (1, 2, log.head.hash)


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (grown("china", CHINA, 3).entries[2], "entry 3 of china does not belong to nato; each log has one writer"),
        (grown("nato", NATO, 4).entries[3], "entry 4 of nato stands where entry 3 should be: entries are missing"),
        (grown("nato", NATO, 2).entries[1], "entry 2 of nato stands here a second time"),
        (grown("nato", NATO, 2, story="b").entries[1], "entry 2 of nato is there twice with different content, both signed: its writer told two stories"),
        (grown("nato", THIEF, 2).entries[1], "entry 2 of nato is there twice with different content; the second is not signed with the log's key"),
        (grown("nato", NATO, 3, story="b").entries[2], "entry 3 of nato follows another entry 2 than the one before it here: one of both was changed or replaced"),
        (replace(grown("nato", NATO, 3).entries[2], body={}), "the signature does not fit entry 3 of nato: one of both was changed"),
        (replace(grown("nato", NATO, 3).entries[2], key=THIEF.public), f"entry 3 of nato is signed with {THIEF.public}, and not with {NATO.public}, the log's"),
    ],
)  # fmt: skip
def test_entry_that_does_not_fit_is_refused(entry, sentence: str) -> None:
    with pytest.raises(RecordError) as caught:
        append(grown("nato", NATO, 2), entry)

    assert str(caught.value) == sentence


def test_key_changes_by_an_entry_of_the_old_one() -> None:
    log = signed(grown("nato", NATO, 1), NATO, KEY_CHANGED, {"key": THIEF.public})

    assert (log.key, log.keys) == (THIEF.public, (NATO.public, THIEF.public))
    assert len(signed(log, THIEF).entries) == 3
    with pytest.raises(RecordError, match="is signed with"):
        signed(log, NATO)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({}, "entry 2 of nato changes the key and does not name the new one"),
        ({"key": "ed25519:x"}, "'ed25519:x' is not a public key"),
    ],
)
def test_key_changes_to_a_key_only(body, sentence: str) -> None:
    with pytest.raises(RecordError, match=sentence):
        signed(grown("nato", NATO, 1), NATO, KEY_CHANGED, body)


def test_log_that_replaces_another_names_its_end() -> None:
    old = grown("nato", NATO, 2)
    body = {"log": "nato", "seq": 2, "hash": old.head.hash}

    new = signed(Log("nato.2"), THIEF, LOG_REPLACES, body)

    assert read_record(write_record([new, old])) == {"nato": old, "nato.2": new}


@pytest.mark.parametrize(
    ("name", "kind", "body", "sentence"),
    [
        ("nato.2", "text.adopted", {}, "a log such as nato.2 begins with log.replaces"),
        ("nato", LOG_REPLACES, {}, "a log such as nato.2 begins with log.replaces"),
        ("nato.2", LOG_REPLACES, {}, "does not name the log that it replaces"),
        ("nato.2", LOG_REPLACES, {"log": "china", "seq": 1, "hash": 64 * "a"}, "nato.2 cannot replace china; a party replaces its own log"),
        ("nato.2", LOG_REPLACES, {"log": "nato.2", "seq": 1, "hash": 64 * "a"}, "nato.2 cannot replace nato.2"),
    ],
)  # fmt: skip
def test_replacing_has_its_form(name: str, kind: str, body, sentence: str) -> None:
    with pytest.raises(RecordError, match=sentence):
        signed(Log(name), NATO, kind, body)
