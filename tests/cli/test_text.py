"""`tracktwo text check` and `lint`: what they print, how they end, and what they refuse."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Command
from tracktwo.exchange.texts import TextFile, write_text
from tracktwo.text.changes.operations import Operation, OperationKind, Replacement
from tracktwo.text.units import NegotiatedText, Unit
from tracktwo_cli.main import app

DRAFT = """AIMS

1. The parties [shall/should?] meet [NATO: [two/six] times/China: once] a year.

2. They tell of states/capitals? within [30] days.

3. Place: [...]. They [talk].
"""
SAVE = "save it as DOCX or as text (UTF-8) and try again"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft with every kind of bracket."""
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def _lines(printed: str) -> list[str]:
    return [line.strip() for line in printed.splitlines() if line.strip(" ─")]


def test_brackets_are_told_counts_first(tracktwo: Command, draft: Path) -> None:
    ran = tracktwo("text", "check", draft, "--side", "China", "--side", "NATO", columns=120)

    assert (ran.code, ran.err) == (0, "")
    assert _lines(ran.out) == [
        "5 brackets in draft.txt. At the deepest, 2 stand in one another. 2 places may have to be read otherwise; a person",
        "decides.",
        "3 with a choice of wordings",
        "1 with one wording that is not agreed",
        "1 still to be filled in",
        "Brackets",
        "Line  Depth  Wordings",
        "3:16  1      “shall”, “should”, in doubt",
        "3:37  1      NATO: “[two/six] times”, China: “once”",
        "3:44  2      “two”, “six”",
        "7:11  1      “...”, to be filled in",
        "7:23  1      “talk”",
        "Please look at these too",
        "Line  Words             Why",
        "5:17  states/capitals?  A question mark stands in mid-sentence. It may be a choice of “states”, “capitals”.",
        "5:41  [30]              This was read as a reference; it may be a number that is not agreed.",
        "All of it as a table  --json",
    ]  # fmt: skip


def test_text_without_brackets_is_said_in_a_sentence(tracktwo: Command, draft: Path) -> None:
    draft.write_text("The parties meet.\n", encoding="utf-8")

    ran = tracktwo("text", "check", draft)

    assert (ran.code, ran.out, ran.err) == (0, "No bracket stands in draft.txt.\n", "")


def test_bracket_that_is_not_whole_ends_with_one(tracktwo: Command, draft: Path) -> None:
    draft.write_text("They [meet.\nThey talk].\n\nThey] part.\n", encoding="utf-8")

    ran = tracktwo("text", "check", draft, columns=120)

    assert (ran.code, ran.err) == (1, "")
    assert _lines(ran.out) == [
        "1 bracket in draft.txt. At 1 place a bracket is not whole.",
        "1 with one wording that is not agreed",
        "Brackets that are not whole",
        "Line  What to do",
        "4:5  this ] closes nothing; add [ before it, or write \\] if it closes no bracket",
        "Brackets",
        "Line  Depth  Wordings",
        "1:6  1      “meet. They talk”",
        "All of it as a table  --json",
    ]


def test_text_with_no_whole_bracket_says_so(tracktwo: Command, draft: Path) -> None:
    draft.write_text("They [meet.\n", encoding="utf-8")

    ran = tracktwo("text", "check", draft)

    assert (ran.code, _lines(ran.out)[0]) == (
        1,
        "No whole bracket stands in draft.txt. At 1 place a bracket is not whole.",
    )


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh", "该“[”未闭合；请补上“]”，如不表示方括号，请写作 \\["),
        ("fr", "ce [ n’est jamais fermé ; ajoutez ], ou écrivez \\[ s’il n’ouvre aucun crochet"),
    ],
)
def test_bracket_that_is_not_whole_is_told_in_the_language_asked_for(
    tracktwo: Command, draft: Path, language: str, sentence: str
) -> None:
    draft.write_text("They [meet.\n", encoding="utf-8")

    ran = tracktwo("text", "check", draft, "--language", language, columns=120)

    assert f"1:6  {sentence}" in ran.out


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("Talks (?) go on.", "1:7  (?)    A note says that this is still to be confirmed."),
        ("Call ships / vessels.", "1:6  ships / vessels  A slash with spaces stands between two words. It may be a choice of “ships”, “vessels”."),
        ("On [the Ebb/Flow current].", "1:4  [the Ebb/Flow current]  The slash in this bracket may join two names. It may be one wording: “the Ebb/Flow current”."),
        ("On [ ].", "1:4  1      no words, to be filled in"),
        ("In [30/60] days.", "1:4  [30/60]  The slash between these numbers was read as part of one. It may be a choice of “30”, “60”."),
    ],
)  # fmt: skip
def test_place_is_told_with_its_reason(
    tracktwo: Command, draft: Path, source: str, sentence: str
) -> None:
    draft.write_text(source, encoding="utf-8")

    assert sentence in _lines(tracktwo("text", "check", draft, columns=160).out)


def test_chinese_text_is_told_in_chinese(tracktwo: Command, draft: Path) -> None:
    draft.write_text("双方[应/宜]会晤。\n", encoding="utf-8")

    told = _lines(tracktwo("text", "check", draft, "--language", "zh").out)

    assert [line.split() for line in told if line.startswith("1:3")] == [["1:3", "1", "“应”、“宜”"]]


def test_check_as_json(tracktwo: Command, draft: Path) -> None:
    draft.write_text("We [A: may/must?] go to states/capitals? now.\nWe [go.\n", encoding="utf-8")

    ran = tracktwo("text", "check", draft, "--json", "--side", "A")

    assert (ran.code, ran.err) == (1, "")
    assert json.loads(ran.out) == {
        "format": "tracktwo text check",
        "version": 1,
        "unit": "line",
        "brackets": [
            {
                "line": 1,
                "column": 4,
                "depth": 1,
                "kind": "alternatives",
                "labels": ["A", ""],
                "alternatives": ["may", "must"],
                "doubt": True,
            }
        ],
        "candidates": [
            {
                "line": 1,
                "column": 25,
                "text": "states/capitals?",
                "reason": "doubt",
                "alternatives": ["states", "capitals"],
            }
        ],
        "errors": [
            {
                "line": 2,
                "column": 4,
                "message": "this [ is never closed; add ], or write \\[ if it opens no bracket",
            }
        ],
    }


def test_published_report_has_the_bracket_nobody_closed(
    tracktwo: Command, reference: Callable[[str], Path]
) -> None:
    ran = tracktwo("text", "check", reference("../brief/nato-china-report.txt"), "--json")

    found = json.loads(ran.out)
    assert (ran.code, ran.err, found["errors"]) == (0, "", [])
    assert [(one["line"], one["column"], one["alternatives"], one["doubt"]) for one in found["brackets"]] == [
        (9, 61, ["the current state of", "the future of"], True)
    ]  # fmt: skip
    assert [(one["line"], one["column"], one["text"]) for one in found["candidates"]] == [
        (55, 605, "states/capitals?")
    ]


def test_docx_is_told_by_paragraph(tracktwo: Command, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Aims", 1)
    document.add_paragraph("")
    document.add_paragraph("They  [may/must] meet.")
    document.save(tmp_path / "draft.docx")

    brackets = json.loads(tracktwo("text", "check", tmp_path / "draft.docx", "--json").out)
    flaws = json.loads(tracktwo("text", "lint", tmp_path / "draft.docx", "--json").out)

    assert [(one["line"], one["column"]) for one in brackets["brackets"]] == [(3, 7)]
    assert [(one["rule"], one["line"], one["column"]) for one in flaws["flaws"]] == [
        ("doubled_space", 3, 5)
    ]
    assert (brackets["unit"], flaws["unit"]) == ("paragraph", "paragraph")


def test_tracked_changes_of_a_docx_are_read_as_made(tracktwo: Command, tmp_path: Path) -> None:
    text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "They [may/must] meet."}),))
    change = Operation("o1", OperationKind.MOD, 0, "u1", "en", (Replacement(6, 9, "can"),))
    write_text(TextFile(text, (change,)), tmp_path / "draft.docx")

    found = json.loads(tracktwo("text", "check", tmp_path / "draft.docx", "--json").out)

    assert [one["alternatives"] for one in found["brackets"]] == [["can", "must"]]


def test_docx_without_words_is_refused(tracktwo: Command, tmp_path: Path) -> None:
    docx.Document().save(tmp_path / "draft.docx")

    ran = tracktwo("text", "check", tmp_path / "draft.docx")

    sentence = f"tracktwo: {tmp_path / 'draft.docx'}: the DOCX holds no text; give one with paragraphs\n"  # fmt: skip
    assert (ran.code, ran.out, ran.err) == (2, "", sentence)


def test_flaws_are_shown_in_their_place(tracktwo: Command, draft: Path) -> None:
    draft.write_text("Talks\n\nThey met with with an UN envoy.\n", encoding="utf-8")

    ran = tracktwo("text", "lint", draft, columns=120)

    assert (ran.code, ran.err) == (0, "")
    assert _lines(ran.out) == [
        "2 places to look at in draft.txt, read as English. Nothing was changed.",
        "Please look at these",
        "Line  Words                            Why",
        "3:10  They met with with an UN envoy.  “with with” repeats a word. Write “with”.",
        "3:20  They met with with an UN envoy.  “an UN” sounds wrong: write “a UN”.",
    ]


def test_text_without_flaws_is_said_in_a_sentence(tracktwo: Command, draft: Path) -> None:
    draft.write_text("Les parties se rencontrent dans la ville.\n", encoding="utf-8")

    ran = tracktwo("text", "lint", draft)

    assert (ran.code, ran.out) == (0, "Nothing to mark in draft.txt, read as French.\n")


def test_lint_as_json(tracktwo: Command, draft: Path) -> None:
    draft.write_text("They met with with him.\n", encoding="utf-8")

    ran = tracktwo("text", "lint", draft, "--json", "--written-in", "en")

    assert json.loads(ran.out) == {
        "format": "tracktwo text lint",
        "version": 1,
        "unit": "line",
        "language": "en",
        "flaws": [
            {
                "rule": "doubled_word",
                "line": 1,
                "column": 10,
                "found": "with with",
                "suggestion": "with",
                "sentence": "“with with” repeats a word.",
            }
        ],
    }


def test_published_report_has_its_known_flaws(
    tracktwo: Command, reference: Callable[[str], Path]
) -> None:
    ran = tracktwo("text", "lint", reference("../brief/nato-china-report.txt"), "--json")

    found = {(one["rule"], one["found"]) for one in json.loads(ran.out)["flaws"]}
    assert ran.code == 0
    assert {("doubled_word", "with with"), ("missing_apostrophe", "NATOs")} <= found


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 200])
@pytest.mark.parametrize("command", ["check", "lint"])
def test_nothing_is_wider_than_the_terminal(
    tracktwo: Command, draft: Path, command: str, columns: int
) -> None:
    draft.write_text(DRAFT + f"They [{'met with with him, ' * 30}] and [{'x' * 300}].\n", "utf-8")

    ran = tracktwo("text", command, draft, columns=columns)

    assert [line for line in ran.out.splitlines() if len(line) > columns] == []


def test_signs_that_command_a_terminal_are_not_printed(tracktwo: Command, draft: Path) -> None:
    draft.write_text("They [\x1b[31mmay/must\u202e] meet with with him.\x1b[2J\n", encoding="utf-8")

    told = tracktwo("text", "check", draft).out + tracktwo("text", "lint", draft).out

    assert re.findall("[\x00-\x09\x0b-\x1f\u202e]", told) == []


@pytest.mark.parametrize("command", ["check", "lint"])
@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (None, "draft.txt: there is no such file; check the path"),
        (b"ab\0cd", "draft.txt, line 1: a NUL byte: the file is binary or damaged; give a text or a DOCX"),
        (b"PK\x03\x04zz", f"draft.txt: the DOCX is damaged and cannot be opened; {SAVE}"),
        (b"Caf\xe9", "draft.txt, line 1: the text is not UTF-8; save it as UTF-8 and try again"),
        (b"%PDF-1.7", f"draft.txt: this is a PDF; {SAVE}"),
    ],
)  # fmt: skip
def test_wrong_input_is_one_sentence(
    tracktwo: Command,
    draft: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    raw: bytes | None,
    sentence: str,
) -> None:
    monkeypatch.chdir(draft.parent)
    draft.unlink()
    if raw is not None:
        draft.write_bytes(raw)

    ran = tracktwo("text", command, "draft.txt")

    assert (ran.code, ran.out, ran.err) == (2, "", f"tracktwo: {sentence}\n")


def test_every_option_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs/text.md").read_text(encoding="utf-8")
    commands = [name for name in app["text"] if not name.startswith("-")]
    known = {
        name
        for command in commands
        for one in app["text"][command].assemble_argument_collection()
        for name in one.names
        if name.startswith("--")
    }

    assert known == set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", page))
    assert [name for name in commands if f"tracktwo text {name}" not in page] == []
