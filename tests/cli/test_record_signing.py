"""`tracktwo record sign` and `append`: a draft becomes a line, and a line becomes part of a record."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.record.conftest import AT, CHINA, NATO, THIEF, signed
from tracktwo.record import (
    Head,
    Log,
    draft_bytes,
    drafted,
    is_signed,
    read_entry,
    verify,
    write_entries,
    write_key,
    write_record,
)

WORDS = "seven quiet rivers"


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """NATO's key in a file; made once, since opening it is slow by design."""
    path = tmp_path_factory.mktemp("keys") / "nato.key"
    write_key(NATO, path, passphrase=WORDS)
    return path


@pytest.fixture(autouse=True)
def _passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracktwo_cli.record_inputs.getpass", lambda _: WORDS)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """An entry of NATO that names where China's log was seen to end."""
    asked = drafted(
        Log("nato"),
        at=AT,
        kind="text.adopted",
        body={"text": "北约\u202e"},
        key=NATO.public,
        seen=(Head("china", 1, 64 * "a"),),
    )
    path = tmp_path / "draft.json"
    path.write_bytes(draft_bytes(asked))
    return path


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.jsonl"
    path.write_bytes(write_record([signed(Log("china"), CHINA), signed(Log("nato"), NATO)]))
    return path


def _line(folder: Path, log: Log) -> Path:
    path = folder / "line.json"
    path.write_bytes(write_entries(log.entries[-1:]))
    return path


def test_draft_is_shown_and_printed_as_a_signed_line(
    tracktwo: Command, draft: Path, key: Path
) -> None:
    ran = tracktwo("record", "sign", draft, "--key", key)

    entry = read_entry(ran.out.removesuffix("\n").encode())
    assert (ran.code, is_signed(entry), entry.key) == (0, True, NATO.public)
    assert ran.err.splitlines() == [
        "log   nato, entry 1",
        f"at    {AT}",
        "kind  text.adopted",
        r'body  {"text":"北约\u202e"}',
        f"seen  china:1:{64 * 'a'}",
    ]
    assert draft_bytes(entry) == draft.read_bytes()


def test_signed_line_goes_into_a_file_that_a_record_takes(
    tracktwo: Command, draft: Path, key: Path, tmp_path: Path
) -> None:
    line, fresh = tmp_path / "signed.json", tmp_path / "record.jsonl"

    signing = tracktwo("record", "sign", draft, "--key", key, "--out", line)
    adding = tracktwo("record", "append", fresh, line)

    assert (signing.code, signing.out, adding.code) == (0, "", 0)
    assert signing.err.endswith(f"wrote {line}\n")
    assert adding.err == f"added entry 1 of nato to {fresh}\n"
    assert (fresh.read_bytes(), verify(fresh.read_bytes()).holds) == (line.read_bytes(), True)


def test_line_stands_behind_its_own_log(tracktwo: Command, record: Path, tmp_path: Path) -> None:
    longer = signed(signed(Log("china"), CHINA), CHINA, "message.sent", {"n": 1})

    ran = tracktwo("record", "append", record, _line(tmp_path, longer))

    found = verify(record.read_bytes())
    assert (ran.code, found.holds) == (0, True)
    assert [(name, len(log.entries)) for name, log in found.logs.items()] == [
        ("china", 2),
        ("nato", 1),
    ]


@pytest.mark.parametrize(
    ("log", "sentence"),
    [
        (signed(Log("china"), CHINA), "entry 1 of china stands here a second time"),
        (signed(signed(Log("china"), THIEF), THIEF), "entry 2 of china follows another entry 1 than the one before it here: one of both was changed or replaced"),
        (signed(Log("iran"), THIEF, seen=(Head("china", 9, 64 * "a"),)), "china ends with entry 1, and its entry 9 is named in entry 1 of iran: the end of the log is missing, or that entry never was"),
    ],
)  # fmt: skip
def test_line_that_does_not_fit_leaves_the_file_as_it_is(
    tracktwo: Command, record: Path, tmp_path: Path, log: Log, sentence: str
) -> None:
    before = record.read_bytes()

    ran = tracktwo("record", "append", record, _line(tmp_path, log))

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"tracktwo: {record}: nothing was added: {sentence}\n"
    assert record.read_bytes() == before


def test_record_that_does_not_hold_takes_nothing(
    tracktwo: Command, record: Path, tmp_path: Path
) -> None:
    broken = record.read_bytes().replace(b"joint-report", b"joint_report", 1)
    record.write_bytes(broken)
    longer = signed(signed(Log("nato"), NATO), NATO)

    ran = tracktwo("record", "append", record, _line(tmp_path, longer))

    assert (ran.code, record.read_bytes()) == (2, broken)
    assert ran.err == (
        f"tracktwo: {record}: nothing was added: line 1: the signature does not fit entry 1 of china: "
        "one of both was changed\n"
    )


def test_refusal_is_told_with_its_place_in_the_language_asked_for(
    tracktwo: Command, record: Path, tmp_path: Path
) -> None:
    record.write_bytes(record.read_bytes().replace(b"joint-report", b"joint_report", 1))
    line = _line(tmp_path, signed(signed(Log("nato"), NATO), NATO))

    ran = tracktwo("record", "append", record, line, "--language", "zh")

    assert (ran.code, ran.err) == (
        2,
        f"tracktwo: {record}：未加入任何内容：第1行：签名与china的第1条目不符：两者之一已被改动\n",
    )


def test_what_is_signed_is_told_in_french(tracktwo: Command, draft: Path, key: Path) -> None:
    ran = tracktwo("record", "sign", draft, "--key", key, "--language", "fr")

    assert [line.split()[0] for line in ran.err.splitlines()] == [
        "journal",
        "heure",
        "type",
        "corps",
        "vu",
    ]


def test_key_that_the_draft_does_not_ask_for_signs_nothing(
    tracktwo: Command, draft: Path, tmp_path: Path
) -> None:
    other = tmp_path / "thief.key"
    write_key(THIEF, other, passphrase=WORDS)

    ran = tracktwo("record", "sign", draft, "--key", other)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1] == (
        f"tracktwo: {other} holds {THIEF.public}, and the draft asks for {NATO.public}; sign with that key"
    )


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda told: told | {"signature": 86 * "A"}, "it is no draft; take draft.json from where you were asked to sign"),
        (lambda told: [told], "it is no draft; take draft.json from where you were asked to sign"),
        (lambda told: told | {"seq": 0}, "seq is 0; entries are counted from 1 on"),
        (lambda told: {n: v for n, v in told.items() if n != "kind"}, "the entry has no kind"),
    ],
)  # fmt: skip
def test_what_is_no_draft_is_one_sentence(
    tracktwo: Command, draft: Path, key: Path, change, sentence: str
) -> None:
    told = change(json.loads(draft.read_bytes()))
    draft.write_text(
        json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True), "utf-8"
    )

    ran = tracktwo("record", "sign", draft, "--key", key)

    assert (ran.code, ran.out, ran.err) == (2, "", f"tracktwo: {draft}: {sentence}\n")


def test_signed_line_never_takes_the_place_of_the_key(
    tracktwo: Command, draft: Path, key: Path
) -> None:
    before = key.read_bytes()

    ran = tracktwo("record", "sign", draft, "--key", key, "--out", key)

    assert (ran.code, key.read_bytes()) == (2, before)
