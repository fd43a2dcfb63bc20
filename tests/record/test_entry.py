"""Entries: what is signed, what stands on a line, and what no entry can be."""

import json
from dataclasses import replace

import pytest

from tests.record.conftest import AT, NATO, TEXT, THIEF
from tracktwo.errors import RecordError
from tracktwo.record import (
    Draft,
    Head,
    canonical,
    draft_bytes,
    entry_bytes,
    head_of,
    is_signed,
    read_draft,
    read_entry,
    sealed,
    unsigned,
)

DRAFT = Draft(
    log="nato",
    seq=1,
    prev=None,
    at=AT,
    kind="text.adopted",
    body=TEXT,
    key=NATO.public,
    seen=(Head("china", 2, 64 * "b"),),
)


def test_prefix_and_all_but_the_signature_are_signed() -> None:
    assert unsigned(DRAFT) == b"tracktwo/record/entry/v1\n" + canonical(
        {
            "log": "nato",
            "seq": 1,
            "prev": None,
            "at": AT,
            "kind": "text.adopted",
            "body": TEXT,
            "key": NATO.public,
            "seen": [{"log": "china", "seq": 2, "hash": 64 * "b"}],
        }
    )


def test_line_reads_back_as_the_entry() -> None:
    entry = sealed(DRAFT, NATO.sign(unsigned(DRAFT)))

    assert read_entry(entry_bytes(entry)) == entry


@pytest.mark.parametrize("end", [b"", b"\n"])
def test_file_reads_back_as_the_draft(end: bytes) -> None:
    assert read_draft(draft_bytes(DRAFT) + end) == DRAFT


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (entry_bytes(sealed(DRAFT, NATO.sign(unsigned(DRAFT)))), "it is no draft; take draft.json from where"),
        (b"[]", "it is no draft; take draft.json from where"),
        (b"{}", "the entry has no at"),
        (draft_bytes(DRAFT) + b"\n\n", "is not written in canonical form"),
        (draft_bytes(DRAFT).replace(b'"seq":1', b'"seq":0'), "seq is 0; entries are counted from 1 on"),
    ],
)  # fmt: skip
def test_what_is_no_draft_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(RecordError, match=sentence):
        read_draft(data)


def test_order_in_a_body_changes_nothing() -> None:
    turned = replace(DRAFT, body=dict(reversed(TEXT.items())))

    assert unsigned(turned) == unsigned(DRAFT)


def test_body_is_copied() -> None:
    body = {"list": [1.0]}
    draft = replace(DRAFT, body=body)

    body["list"].append(2)

    assert draft.body == {"list": [1]}


def test_signature_by_another_key_seals_nothing() -> None:
    with pytest.raises(RecordError, match="the signature does not fit entry 1 of nato"):
        sealed(DRAFT, THIEF.sign(unsigned(DRAFT)))


def test_signature_of_the_bytes_without_prefix_seals_nothing() -> None:
    bare = unsigned(DRAFT).removeprefix(b"tracktwo/record/entry/v1\n")

    with pytest.raises(RecordError, match="the signature does not fit entry 1 of nato"):
        sealed(DRAFT, NATO.sign(bare))


def test_entry_with_another_body_is_not_signed() -> None:
    entry = sealed(DRAFT, NATO.sign(unsigned(DRAFT)))

    assert (is_signed(entry), is_signed(replace(entry, body={}))) == (True, False)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"log": "na:to"}, "the log is called 'na:to'"),
        ({"log": "nato.1"}, "the log is called 'nato.1'"),
        ({"seq": 0}, "seq is 0; entries are counted from 1 on"),
        ({"seq": True}, "seq is True"),
        ({"prev": 64 * "a"}, "it is the first and has none"),
        ({"seq": 2}, "prev of entry 2 is None; a hash is 64 digits"),
        ({"seq": 2, "prev": 64 * "A"}, "a hash is 64 digits"),
        ({"at": "2026-11-26 09:00:00Z"}, "write UTC to the second"),
        ({"at": "2026-11-26T09:00:00+00:00"}, "write UTC to the second"),
        ({"at": "2026-02-30T09:00:00Z"}, "write UTC to the second"),
        ({"at": None}, "write UTC to the second"),
        ({"kind": "adopted"}, "kind is 'adopted'; write words with a point between"),
        ({"body": ["text"]}, "body is no JSON object"),
        ({"body": {"n": 2**53}}, "beyond 2**53 - 1"),
        ({"key": "ed25519:x"}, "'ed25519:x' is not a public key"),
        ({"seen": (Head("nato", 1, 64 * "a"),)}, "seen names nato itself"),
        ({"seen": 2 * (Head("b", 1, 64 * "a"),)}, "seen names each log once"),
    ],
)
def test_field_of_another_form_is_refused(change, sentence: str) -> None:
    with pytest.raises(RecordError) as caught:
        replace(DRAFT, **change)

    assert sentence in str(caught.value)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"note": 1}, "'note' is no part of an entry; what an act is about is its body"),
        ({"at": ...}, "the entry has no at"),
        ({"seen": []}, "seen is empty; it is left out where nothing was seen"),
        ({"seen": {}}, "seen is no list of where other logs end"),
        (
            {"seen": [{"log": "china"}]},
            "what was seen of a log is its log, seq and hash, and nothing else",
        ),
        ({"signature": "x"}, "'x' is not a signature; it is 86 letters of base64url"),
    ],
)
def test_line_of_another_form_is_refused(change, sentence: str) -> None:
    told = json.loads(entry_bytes(sealed(DRAFT, NATO.sign(unsigned(DRAFT))))) | change
    line = canonical({name: value for name, value in told.items() if value is not ...})

    with pytest.raises(RecordError) as caught:
        read_entry(line)

    assert str(caught.value) == sentence


def test_line_that_is_no_object_is_refused() -> None:
    with pytest.raises(RecordError, match="it is no entry; an entry is a JSON object"):
        read_entry(b"[]")


def test_head_reads_back_as_it_is_told() -> None:
    head = Head("nato.2", 12, 64 * "c")

    assert head_of(f" {head}\n") == head
