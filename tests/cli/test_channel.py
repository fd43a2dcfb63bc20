"""`tracktwo channel`: what it reads, checks, compares and writes, and what it refuses."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tracktwo.exchange.channel.traffic_file import read_traffic

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "examples/nato-china/channel"
TRAFFIC = FOLDER / "traffic.jsonl"
DRILL = ROOT / "examples/drills/unsafe-encounter-at-sea.yaml"
OFFICES = ("--office", "first=NATO", "--office", "other=CHINA")


def test_messages_are_listed(tracktwo: Command) -> None:
    ran = tracktwo("channel", "read", TRAFFIC)

    lines = ran.out.splitlines()
    assert (ran.code, ran.err, lines[0], len(lines)) == (0, "", "92 messages.", 93)
    assert lines[2] == "010011ZNOV26  NATO-EX-TR 0001/26     reply   Return of a test message  → CHINA-EX-TM 0001/26"  # fmt: skip


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("en", "EXERCISE EXERCISE EXERCISE"),
        ("zh", "演习 演习 演习"),
        ("fr", "EXERCICE EXERCICE EXERCICE"),
    ],
)
def test_one_message_is_told_as_its_model_text(
    tracktwo: Command, language: str, first: str
) -> None:
    ran = tracktwo("channel", "read", TRAFFIC, "--message", "NATO-EX-PN 0001/26", "--language", language)  # fmt: skip

    lines = ran.out.splitlines()
    assert (ran.code, lines[0], lines[-1]) == (0, first, first)
    assert "CALM HARBOUR 26" in ran.out


def test_what_holds_together_is_said(tracktwo: Command) -> None:
    ran = tracktwo("channel", "check", TRAFFIC)

    assert (ran.code, ran.out) == (0, "92 messages, and everything holds.\n")


def test_what_does_not_hold_ends_with_one(tracktwo: Command, tmp_path: Path) -> None:
    lines = TRAFFIC.read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "part.jsonl").write_text("".join(lines[1:3]), encoding="utf-8")

    ran = tracktwo("channel", "check", tmp_path / "part.jsonl")

    assert (ran.code, ran.out) == (
        1,
        "line 1: NATO-EX-TR 0001/26 is about CHINA-EX-TM 0001/26, which is not in the file\n",
    )


def test_overlaps_are_told_once(tracktwo: Command) -> None:
    ran = tracktwo("channel", "overlaps", TRAFFIC)

    assert ran.out == (
        "1 pair of activities would be in each other’s way.\n"
        "NATO-EX-PN 0001/26  CHINA-EX-PN 0002/26  171200ZDEC26–181800ZDEC26  0 to 2,000 m  0.0 nautical miles apart\n"
    )


def test_accounts_are_laid_beside_each_other(tracktwo: Command) -> None:
    ran = tracktwo("channel", "reconcile", FOLDER / "encounter-nato.jsonl", FOLDER / "encounter-china.jsonl")  # fmt: skip

    assert ran.out.splitlines()[:4] == [
        "Accounts of NATO, CHINA",
        "time  agreed  2026-11-20T10:14:00Z | 2026-11-20T10:17:00Z  (3.0 minutes apart)",
        "position  agreed  12-48.20N 049-31.40E | 12-48.60N 049-31.10E  (0.50 nautical miles apart)",
        "closest  disputed  410 | 600  (190 m apart)",
    ]


def test_escort_plan_is_told(tracktwo: Command) -> None:
    ran = tracktwo("channel", "escort", TRAFFIC)

    assert ran.out.splitlines() == [
        "Quarter 2027/1, corridor Model corridor. 26 groups.",
        "escort C1 is with group A03 when group B03 leaves.",
        "No group leaves from end B between 171000ZJAN27 and 260400ZJAN27.",
    ]


def test_drill_is_timed(tracktwo: Command) -> None:
    ran = tracktwo("channel", "drill", DRILL, TRAFFIC, "--start", "2026-11-20T10:30Z", *OFFICES)

    assert ran.out.splitlines()[:4] == [
        "Unsafe encounter at sea",
        "Of 7 expected messages, 7 came, 1 of them in time.",
        "passing  The side whose ship reports first  Report of an encounter  came after 32 minutes",
        "passing  The other side  Report of an encounter  came after 54 minutes, 24 too late",
    ]


@pytest.mark.parametrize("form", ["slash", "json"])
def test_all_messages_come_back_from_a_file(tracktwo: Command, form: str, tmp_path: Path) -> None:
    output = tmp_path / ("all.txt" if form == "slash" else "all.jsonl")
    tracktwo("channel", "convert", TRAFFIC, "--format", form, "--output", output)

    again = tracktwo("channel", "convert", output, "--format", "json")

    told = [line.message for line in read_traffic(TRAFFIC)]
    (tmp_path / "again.jsonl").write_text(again.out, encoding="utf-8")
    assert [line.message for line in read_traffic(tmp_path / "again.jsonl")] == told


def test_alerts_are_a_file_each(tracktwo: Command, tmp_path: Path) -> None:
    ran = tracktwo("channel", "convert", TRAFFIC, "--format", "cap", "--output", tmp_path / "cap")

    alert = tmp_path / "cap/NATO-EX-PN-0001-26.xml"
    read = tracktwo("channel", "convert", alert, "--format", "json")
    assert (ran.code, len(list((tmp_path / "cap").iterdir()))) == (0, 92)
    assert json.loads(read.out)["id"] == "NATO-EX-PN 0001/26"


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("navarea", "EXERCISE EXERCISE EXERCISE\nCHINA-EX-NW 0001/26\nGULF OF ADEN.\n"),
        ("notam", "EXERCISE EXERCISE EXERCISE\n(A0007/26 NOTAMN\n"),
        ("csv", "id,kind,office,status,shape,"),
        ("geojson", '{\n "type": "FeatureCollection"'),
    ],
)
def test_form_is_printed(tracktwo: Command, form: str, begins: str) -> None:
    ran = tracktwo("channel", "convert", TRAFFIC, "--format", form)

    assert (ran.code, ran.out[: len(begins)]) == (0, begins)


COMMANDS = {
    "read": (TRAFFIC,),
    "check": (TRAFFIC,),
    "overlaps": (TRAFFIC,),
    "reconcile": (FOLDER / "encounter-nato.jsonl", FOLDER / "encounter-china.jsonl"),
    "escort": (TRAFFIC,),
    "drill": (DRILL, TRAFFIC, "--start", "2026-11-20T10:30Z", *OFFICES),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_key_of_each_document_is_documented(tracktwo: Command, command: str) -> None:
    told = json.loads(tracktwo("channel", command, *COMMANDS[command], "--json").out)

    page = (ROOT / "docs/channel.md").read_text(encoding="utf-8")
    explained = page[page.index("## The JSON documents") :]
    row = next(line for line in explained.splitlines() if line.startswith(f"| `{command}` |"))
    keys = row.removeprefix(f"| `{command}` |")
    assert set(re.findall(r"`(\w+)(?:\[\])?`", keys)) == set(told) - {"version"}
    assert told["version"] == 1


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["zh", "fr"])
def test_findings_are_told_in_every_language(
    tracktwo: Command, command: str, language: str
) -> None:
    english = tracktwo("channel", command, *COMMANDS[command])
    told = tracktwo("channel", command, *COMMANDS[command], "--language", language)

    assert told.code == 0
    assert told.out.splitlines()[0] != english.out.splitlines()[0]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["read", "nowhere.jsonl"], "nowhere.jsonl: there is no such file; check the path"),
        (["read", TRAFFIC, "--message", "x"], "there is no message 'x' in the file"),
        (["convert", TRAFFIC, "--format", "cap"], "there are 92 alerts, each a file of its own; name a folder with --output, or one message with --message"),
        (["convert", TRAFFIC, "--format", "notam", "--message", "NATO-EX-PN 0001/26"], "there is no message that notam can hold; choose another form"),
        (["convert", TRAFFIC, "--format", "json", "--output", TRAFFIC], f"cannot write {TRAFFIC}: it is part of what is read; name another file"),
        (["overlaps", TRAFFIC, "--miles", "-1"], "--miles is -1.0; give 0 to 10000"),
        (["escort", TRAFFIC, "--days", "0"], "--days is 0.0; give above 0 and up to 92"),
        (["escort", FOLDER / "encounter-nato.jsonl"], f"there is no message of kind CV in {FOLDER / 'encounter-nato.jsonl'}"),
        (["reconcile", FOLDER / "encounter-nato.jsonl", FOLDER / "encounter-nato.jsonl"], "both accounts are of NATO; an encounter is told by one side and the other"),
        (["drill", DRILL, TRAFFIC, "--start", "noon", *OFFICES], "--start is 'noon'; write UTC, such as 2026-11-20T10:30Z"),
        (["drill", DRILL, TRAFFIC, "--start", "2026-11-20T10:30Z", "--office", "first=NATO"], "name an office for each side of the drill: first, other"),
    ],
)  # fmt: skip
def test_wrong_input_is_one_sentence(
    tracktwo: Command, arguments: list[object], sentence: str, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)

    ran = tracktwo("channel", *arguments)

    assert (ran.code, ran.out, ran.err) == (2, "", f"tracktwo: {sentence}\n")


def test_picture_is_told_as_it_stood_and_written_in_three_forms(tracktwo: Command, tmp_path: Path) -> None:  # fmt: skip
    chart, places, table = (tmp_path / f"p.{one}" for one in ("svg", "geojson", "csv"))
    outputs = ("--svg", chart, "--geojson", places, "--csv", table)

    ran = tracktwo(
        "channel", "picture", TRAFFIC, "--exercise", "--at", "2026-11-20T12:00Z", *outputs
    )
    whole = tracktwo("channel", "picture", TRAFFIC, "--exercise", "--json")

    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert lines[0] == "6 places, as they had been told by 201200ZNOV26."
    assert lines[6] == "6  NATO-EX-EN 0001/26  Report of an encounter; 12-48.20N 049-31.40E; 2026-11-20 10:14 UTC; REPORTED"  # fmt: skip
    assert lines[7:] == ["CHINA-EX-PN 0002/26 and NATO-EX-PN 0001/26 are in each other’s way: 171200ZDEC26–181800ZDEC26"]  # fmt: skip
    assert len(json.loads(places.read_text(encoding="utf-8"))["features"]) == 6
    assert len(table.read_text(encoding="utf-8").splitlines()) == 7
    assert chart.read_text(encoding="utf-8").count("<title>") == 6
    assert "EXERCISE EXERCISE EXERCISE" in chart.read_text(encoding="utf-8")
    assert len(json.loads(whole.out)["marks"]) == 10


def test_picture_never_mixes_exercises_with_what_is_meant(tracktwo: Command) -> None:
    ran = tracktwo("channel", "picture", TRAFFIC)
    wrong = tracktwo("channel", "picture", TRAFFIC, "--at", "noon")

    assert ran.out.splitlines() == [
        "0 places, as they had been told by 300040ZNOV26.",
        "10 places of exercises are left out; see them with --exercise.",
    ]
    assert (wrong.code, wrong.out) == (2, "")
    assert "--at is 'noon'; write UTC" in wrong.err
