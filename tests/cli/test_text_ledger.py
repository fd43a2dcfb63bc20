"""`tracktwo text ledger`: what it prints and what it refuses."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tracktwo.exchange.texts import read_text
from tracktwo.text.ledger import ledger, ledger_to_json

DRAFT = """AIMS

1. The parties [shall/may?]{id:b1 since:1 reason:waiting holder:china} meet [NATO: [two/six]{id:b3} times/China: once]{id:b2 since:3 holder:china+nato}.

2. They talk on [date].
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft whose brackets say since when, why and by whom."""
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def _lines(printed: str) -> list[str]:
    return [line.strip() for line in printed.splitlines() if line.strip(" ─")]


def test_what_to_settle_first_comes_first(tracktwo: Command, draft: Path) -> None:
    ran = tracktwo("text", "ledger", draft, "--session", "4", "--side", "China", columns=120)

    assert (ran.code, ran.err) == (0, "")
    assert _lines(ran.out) == [
        "4 brackets stand between draft.txt and a clean text in session 4.",
        "1 bracket is a word or two apart: b3.",
        "1 blank is to be filled in: u3#1.",
        "1 bracket waits for instructions: b1.",
        "1 bracket needs to be talked about: b2.",
        "Held by: china 2; nato 1.",
        "Brackets",
        "Bracket  No.  Sessions  Why                            Held by      Wordings",
        "b1  1.   3         a side waits for instructions  china        “shall”, “may”, in doubt",
        "b2  1.   1                                        china, nato  NATO: “[two/six] times”, China: “once”",
        "b3  1.                                                         “two”, “six”",
        "u3#1  2.                                                         “date”, to be filled in",
    ]  # fmt: skip


def test_sides_are_hidden_where_asked(tracktwo: Command, draft: Path) -> None:
    told = tracktwo(
        "text", "ledger", draft, "--hide-sides", "--side", "NATO", "--side", "China"
    ).out
    document = tracktwo("text", "ledger", draft, "--hide-sides", "--side", "NATO", "--side", "China", "--json").out  # fmt: skip

    assert [name for name in ("nato", "china") if name in (told + document).casefold()] == []


def test_ledger_as_json_is_that_of_the_library(tracktwo: Command, draft: Path) -> None:
    ran = tracktwo("text", "ledger", draft, "--json", "--session", "5")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == ledger_to_json(ledger(read_text(draft).text, session=5))
    assert json.loads(ran.out)["count"] == 4


def test_clean_text_is_said_in_a_sentence(tracktwo: Command, draft: Path) -> None:
    draft.write_text("The parties meet.\n", encoding="utf-8")

    ran = tracktwo("text", "ledger", draft)

    assert (ran.code, ran.out) == (0, "No bracket stands in draft.txt.\n")


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 200])
def test_nothing_is_wider_than_the_terminal(tracktwo: Command, draft: Path, columns: int) -> None:
    draft.write_text(DRAFT + "\nThey [may/must] meet.\n" * 50, encoding="utf-8")

    ran = tracktwo("text", "ledger", draft, columns=columns)

    assert [line for line in ran.out.splitlines() if len(line) > columns] == []


@pytest.mark.parametrize(
    ("source", "arguments", "sentence"),
    [
        (DRAFT, ("--session", "2"), "bracket b2 arose in session 3, which is after session 2; give a later session"),
        ("They\n[meet.\n", (), "draft.txt: line 2, column 1: this [ is never closed; add ], or write \\[ if it opens no bracket"),
        (
            "They [meet.\n\nThey] talk.\n",
            (),
            "draft.txt: unit u1, en, line 1, column 6: this [ is never closed; add ], or write \\[ if it opens no bracket (a bracket ends in the paragraph in which it begins)",
        ),
    ],
)  # fmt: skip
def test_text_that_cannot_be_counted_is_refused(
    tracktwo: Command,
    draft: Path,
    monkeypatch: pytest.MonkeyPatch,
    source: str,
    arguments: tuple[str, ...],
    sentence: str,
) -> None:
    monkeypatch.chdir(draft.parent)
    draft.write_text(source, encoding="utf-8")

    ran = tracktwo("text", "ledger", "draft.txt", *arguments)

    assert (ran.code, ran.out, ran.err) == (2, "", f"tracktwo: {sentence}\n")
