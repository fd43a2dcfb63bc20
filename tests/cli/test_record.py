"""`tracktwo record`: what it prints, how it ends, and what it refuses."""

import io
import json
import os
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.record.conftest import CHINA, NATO, THIEF, signed
from tracktwo.record import Log, fingerprint, read_key, write_record
from tracktwo_cli.main import app

HELP = "(tracktwo record verify --help lists what there is)"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A record of a text that both have adopted, and of one that only NATO has."""
    nato = signed(signed(Log("nato"), NATO), NATO, body={"text": "second"})
    path = tmp_path / "record.jsonl"
    path.write_bytes(write_record([nato, signed(Log("china"), CHINA, seen=(nato.head,))]))
    return path


def test_file_without_keys_is_valid_and_says_what_that_means(tracktwo: Command, file: Path) -> None:
    ran = tracktwo("record", "verify", file)

    told = ran.out.splitlines()
    assert (ran.code, ran.err, told[0]) == (0, "", "Valid: 3 entries of china, nato.")
    assert told[2].startswith("The keys were taken from the file itself. So the file proves only")
    assert told[3:5] == [
        f"  china  {fingerprint(CHINA.public)}  {CHINA.public}",
        f"  nato  {fingerprint(NATO.public)}  {NATO.public}",
    ]
    assert told[6].startswith("A file does not show whether its end is missing")
    assert [line[:9] for line in told[7:9]] == ["  china:1", "  nato:2:"]
    assert [re.sub(r"[0-9a-f]{16}", "HASH", line) for line in told[9:]] == [
        "",
        "Joint acts",
        "  text.adopted  HASH  signed by china, nato",
        "  text.adopted  HASH  signed by nato; lacks china",
    ]


def test_keys_that_were_given_are_those_of_the_file(tracktwo: Command, file: Path) -> None:
    keys = ("--key", f"nato={NATO.public}", "--key", f"china={CHINA.public}")

    ran = tracktwo("record", "verify", file, *keys)

    assert (ran.code, "Each log begins with the key that you gave." in ran.out) == (0, True)


def test_quick_look_says_what_it_did_not_look_at(tracktwo: Command, file: Path) -> None:
    whole, quick = tracktwo("record", "verify", file), tracktwo("record", "verify", file, "--chain")

    told = quick.out.splitlines()
    assert (quick.code, told[:9]) == (0, whole.out.splitlines()[:9])
    assert told[9:] == [
        "",
        (
            "Only the chains were checked, and the signatures where a log ends or its key changes: not that "
            "each entry between was of the right form and signed. Joint acts were not counted."
        ),
    ]


def test_quick_look_as_json_counts_no_joint_acts(tracktwo: Command, file: Path) -> None:
    whole, quick = (
        json.loads(tracktwo("record", "verify", file, "--json", *more).out)
        for more in ((), ("--chain",))
    )

    assert quick == whole | {"chain_only": True, "joint_acts": None}
    assert whole["chain_only"] is False


def test_quick_look_finds_what_was_changed(tracktwo: Command, file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"second", b"sekond"))

    whole, quick = tracktwo("record", "verify", file), tracktwo("record", "verify", file, "--chain")

    assert (whole.code, quick.code) == (1, 1)
    assert quick.out.splitlines()[:2] == whole.out.splitlines()[:2]


def test_another_key_ends_with_one(tracktwo: Command, file: Path) -> None:
    keys = ("--key", f"nato={THIEF.public}", "--key", f"china={CHINA.public}")

    ran = tracktwo("record", "verify", file, *keys)

    assert (ran.code, ran.out.splitlines()[:2]) == (
        1,
        [
            "Not valid.",
            (
                f"line 2: nato begins with the key {NATO.public} and not with the one given: it is not that "
                "party's log, or not from its beginning"
            ),
        ],
    )


def test_end_that_is_missing_is_found_by_a_head(tracktwo: Command, file: Path) -> None:
    ran = tracktwo("record", "verify", file, "--head", "china:2:" + 64 * "a")

    assert (ran.code, ran.out.splitlines()[1]) == (
        1,
        (
            "china ends with entry 1, and its entry 2 is known: the end of the log is missing, or that "
            "entry never was"
        ),
    )


def test_changed_file_ends_with_one_and_says_where(tracktwo: Command, file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"second", b"sECOND"))

    ran = tracktwo("record", "verify", file, "--json")

    told = json.loads(ran.out)
    assert (ran.code, told["valid"], told["entries"]) == (1, False, 2)
    assert told["problems"][0] == {
        "line": 3,
        "log": "nato",
        "what": "the signature does not fit entry 2 of nato: one of both was changed",
    }


def test_json_holds_all_that_was_found(tracktwo: Command, file: Path) -> None:
    told = json.loads(tracktwo("record", "verify", file, "--json").out)

    assert [one["missing"] for one in told["joint_acts"]] == [[], ["china"]]
    assert told["logs"][1]["keys"] == [
        {"key": NATO.public, "fingerprint": fingerprint(NATO.public)}
    ]
    assert (told["version"], told["keys_given"], told["absent"]) == (1, False, [])


def test_entries_are_shown_one_a_line(tracktwo: Command, file: Path) -> None:
    ran = tracktwo("record", "show", file)

    assert (ran.code, len(ran.out.splitlines())) == (0, 7)
    assert re.fullmatch(
        r'     2  2026-11-26T09:00:00Z  text\.adopted  [0-9a-f]{16}  \{"text":"second"\}',
        ran.out.splitlines()[5],
    )


def test_key_is_made_with_a_passphrase_that_is_typed_twice(
    tracktwo: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracktwo_cli.record_inputs.getpass", lambda _: "seven quiet rivers")

    ran = tracktwo("record", "key", tmp_path / "nato.key")

    made = read_key(tmp_path / "nato.key", passphrase="seven quiet rivers")
    assert (ran.code, ran.err) == (0, f"wrote {tmp_path / 'nato.key'}\n")
    assert ran.out == f"{made.public}\nfingerprint  {fingerprint(made.public)}\n"


def test_passphrases_that_differ_write_nothing(
    tracktwo: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = io.StringIO("seven quiet rivers\neight quiet rivers\n")
    monkeypatch.setattr("tracktwo_cli.record_inputs.getpass", lambda _: typed.readline())

    ran = tracktwo("record", "key", tmp_path / "nato.key")

    assert (ran.code, ran.err) == (
        2,
        "tracktwo: the two passphrases differ; nothing was written\n",
    )
    assert list(tmp_path.iterdir()) == []


def test_passphrase_comes_from_a_variable_or_a_descriptor(
    tracktwo: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OURS", "seven quiet rivers")
    reading, writing = os.pipe()
    os.write(writing, b"seven quiet rivers\n")
    os.close(writing)

    made = tracktwo("record", "key", tmp_path / "k", "--passphrase-from", "env:OURS")
    told = tracktwo(
        "record", "key", tmp_path / "k", "--existing", "--passphrase-from", f"fd:{reading}"
    )

    os.close(reading)
    assert (made.code, told.code, told.out) == (0, 0, made.out)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["verify", "nowhere"], "nowhere: there is no such file; check the path"),
        (["verify", "."], ".: cannot be read: Is a directory"),
        (["verify", "record.jsonl", "--key", "nato"], "--key 'nato' is not of the form PARTY=KEY"),
        (["verify", "record.jsonl", "--key", f"nato={NATO.public}", "--key", f"nato={NATO.public}"], "--key names nato twice; name it once"),
        (["verify", "record.jsonl", "--key", "nato=x"], "--key nato: 'x' is not a public key; it is ed25519: and 43 letters, such as `tracktwo record key` prints"),
        (["verify", "record.jsonl", "--head", "nato:3"], "'nato:3' is no head; write LOG:SEQ:HASH, such as nato:3:5f…"),
        (["verify"], f'Command "record verify" parameter FILE requires an argument. {HELP}'),
        (["key", "k", "--passphrase-from", "hunter2"], "--passphrase-from 'hunter2': write env:NAME or fd:NUMBER"),
        (["key", "k", "--passphrase-from", "env:NOT_THERE"], "--passphrase-from env:NOT_THERE: there is no such variable"),
        (["key", "k", "--passphrase-from", "fd:987"], "--passphrase-from fd:987: nothing can be read there"),
    ],
)  # fmt: skip
def test_wrong_input_is_one_sentence(
    tracktwo: Command,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(file.parent)

    ran = tracktwo("record", *arguments)

    assert (ran.code, ran.out, ran.err) == (2, "", f"tracktwo: {sentence}\n")
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", ["Non valable.", "ligne 3\u202f: la signature ne correspond pas à l’entrée 2 de nato\u202f: l’une des deux a été modifiée"]),
        ("zh", ["无效。", "第3行：签名与nato的第2条目不符：两者之一已被改动"]),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_told_in_the_language_asked_for(
    tracktwo: Command, file: Path, language: str, told: list[str]
) -> None:
    file.write_bytes(file.read_bytes().replace(b"second", b"sECOND"))

    ran = tracktwo("record", "verify", file, "--language", language)
    shown = tracktwo("record", "show", file, "--language", language)

    assert (ran.code, ran.out.splitlines()[:2]) == (1, told)
    assert (shown.code, shown.out.splitlines()[-1]) == (1, told[1])


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "--key nato\u202f: 'x' n’est pas une clé publique\u202f; elle commence par ed25519 et compte 51 caractères, comme l’affiche `tracktwo record key`"),
        ("zh", "--key nato：'x' 不是公钥；公钥为 ed25519: 加43个字符，如 `tracktwo record key` 所输出"),
    ],
)  # fmt: skip
def test_wrong_input_is_told_in_the_language_asked_for(
    tracktwo: Command, file: Path, language: str, sentence: str
) -> None:
    ran = tracktwo("record", "verify", file, "--key", "nato=x", "--language", language)

    assert (ran.code, ran.err) == (2, f"tracktwo: {sentence}\n")


def test_valid_record_is_told_in_french(tracktwo: Command, file: Path) -> None:
    told = tracktwo("record", "verify", file, "--language", "fr").out.splitlines()

    assert told[0] == "Valable\u202f: 3 entrées de china, nato."
    assert told[-1].endswith("signé par\u202f: nato\u202f; manquent\u202f: china")


def test_every_option_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs/record.md").read_text(encoding="utf-8")
    known = {
        name
        for command in ("verify", "show", "key", "sign", "append")
        for one in app["record"][command].assemble_argument_collection()
        for name in one.names
        if name.startswith("--")
    }

    assert known == set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", page))
