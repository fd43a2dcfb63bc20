"""`tracktwo text ledger` and `check` of a folder that holds a negotiation."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.fixture
def table(folder: Path) -> Path:
    """The example's negotiation, in a folder that a test may spoil."""
    return folder / "text"


def _after(printed: str, heading: str) -> list[str]:
    """What stands below a heading up to the next empty line, blanks made one."""
    lines = [" ".join(line.split()) for line in printed.splitlines()]
    below = lines[lines.index(heading) + 1 :]
    end = below.index("") if "" in below else len(below)
    return [line for line in below[:end] if line.strip(" ─")]


def test_sessions_are_told(tracktwo: Command, table: Path) -> None:
    ran = tracktwo("text", "ledger", table, columns=120)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == (
        "7 brackets stand between text and a clean text in session 4."
    )
    assert _after(ran.out, "Session by session") == [
        "Session Open Opened Closed",
        "1 9 b8, b1, b9, b2, b10, b11, b12, b13, b14",
        "2 12 b4, b16, b5, b15 b8",
        "3 10 b3, b7 b9, b10, b11, b14",
        "4 7 b6 b16, b12, b13, b15",
    ]


def test_dialogue_stands_for_the_text_in_it(tracktwo: Command, folder: Path) -> None:
    of_dialogue = tracktwo("text", "ledger", folder, "--json")

    assert (of_dialogue.code, of_dialogue.err) == (0, "")
    assert of_dialogue.out == tracktwo("text", "ledger", folder / "text", "--json").out
    assert (
        tracktwo("text", "compare", folder, folder / "text").out == "Both versions are the same.\n"
    )
    assert tracktwo("text", "check", folder).out == tracktwo("text", "check", folder / "text").out


def test_what_sides_say_is_told_of_every_wording(tracktwo: Command, table: Path) -> None:
    ran = tracktwo("text", "ledger", table, columns=120)

    assert _after(ran.out, "What the sides say") == [
        "Bracket Wording china nato",
        "b1 1 can live with supports",
        "b1 2 supports reserves its position",
        "b2 1 can live with can live with, ad ref",
        "b2 2 opposes supports",
        "b3 1 opposes reserves its position",
        "b3 no words awaits instructions can live with",
        "b4 1 supports opposes",
        "b4 2 reserves its position supports",
        "b5 1 supports opposes",
        "b5 2 reserves its position supports",
        "b7 1 reserves its position reserves its position",
        "b7 2 reserves its position reserves its position",
        "b6 1 awaits instructions supports",
        "Every side accepts wording 1 of bracket b1.",
        "Every side accepts wording 1 of bracket b2.",
        "Nobody minds leaving out the words of bracket b3; still to be heard: china.",
        "One side does not accept wording 1 of bracket b4: nato.",
        "One side does not accept wording 1 of bracket b5: nato.",
        "Wording 1 of bracket b7 is nearest, and is not accepted by: china, nato.",
        "Nobody blocks wording 1 of bracket b6; still to be heard: china.",
    ]


def test_sides_are_hidden_where_asked(tracktwo: Command, table: Path) -> None:
    told = tracktwo("text", "ledger", table, "--hide-sides", columns=120).out

    assert ("Session by session" in told, "What the sides say" in told) == (True, False)


def test_json_is_that_of_the_ledger(tracktwo: Command, table: Path) -> None:
    ran = tracktwo("text", "ledger", table, "--json")

    document = json.loads(ran.out)
    assert (ran.code, ran.err, document["session"], document["count"]) == (0, "", 4, 7)


def test_json_has_the_sessions(tracktwo: Command, table: Path) -> None:
    sessions = json.loads(tracktwo("text", "ledger", table, "--json").out)["sessions"]

    assert [(one["session"], len(one["open"]), one["closed"]) for one in sessions] == [
        (1, 9, []),
        (2, 12, ["b8"]),
        (3, 10, ["b9", "b10", "b11", "b14"]),
        (4, 7, ["b16", "b12", "b13", "b15"]),
    ]


def test_text_alone_is_told_as_before(tracktwo: Command, table: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    for name in ("text.en.md", "text.zh.md"):
        shutil.copy(table / name, alone / name)

    ran = tracktwo("text", "ledger", alone, columns=120)

    assert (ran.code, "Session by session" in ran.out) == (0, False)


@pytest.mark.parametrize("command", ["ledger", "check"])
def test_damaged_folder_is_refused_before_anything_is_printed(
    tracktwo: Command, table: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(table.parent)
    positions = table / "positions.csv"
    positions.write_text(positions.read_text("utf-8").replace("1,1,nato,u5,b1", "1,1,nato,u5,b2"))

    ran = tracktwo("text", command, "text")

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        "tracktwo: text/positions.csv, line 2: bracket 'b2' never stood in unit u5; name one of b1\n",
    )


def test_every_file_of_the_folder_is_checked(tracktwo: Command, table: Path) -> None:
    ran = tracktwo("text", "check", table, columns=120)

    counts = [line for line in ran.out.splitlines() if "brackets in" in line]
    assert (ran.code, ran.err) == (0, "")
    assert counts == [
        "7 brackets in text.en.md. At the deepest, 2 stand in one another.",
        "7 brackets in text.zh.md. At the deepest, 2 stand in one another.",
    ]


def test_bracket_that_is_not_whole_is_listed_before_the_history_is_asked(
    tracktwo: Command, table: Path
) -> None:
    english = table / "text.en.md"
    english.write_text(english.read_text("utf-8").replace("[shall/should]", "[shall/should"))

    ran = tracktwo("text", "check", table, columns=120)

    assert (ran.code, ran.err) == (1, "")
    assert "6 brackets in text.en.md." in ran.out


def test_json_of_a_folder_is_refused(tracktwo: Command, table: Path) -> None:
    ran = tracktwo("text", "check", table, "--json")

    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        "tracktwo: --json is for one file; name one of the folder, such as text.en.md\n",
    )
