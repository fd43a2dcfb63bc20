"""What is wrong in a folder is said in one sentence, with the file and the line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.exchange.texts.negotiation.negotiations import FULL
from tracktwo.errors import InputError
from tracktwo.exchange.texts import read_negotiation, write_negotiation

PARTIES = '[[parties]]\nid = "nato"\n\n[[parties]]\nid = "china"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A negotiation in a dialogue of two sides."""
    (tmp_path / "dialogue.toml").write_text(PARTIES)
    write_negotiation(FULL, tmp_path / "text")
    return tmp_path / "text"


def refused(folder: Path) -> str:
    """The sentence with the path of the folder left out."""
    with pytest.raises(InputError) as error:
        read_negotiation(folder)
    return str(error.value).replace(f"{folder}/", "").replace(str(folder), "text")


def swap(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        ("positions.csv", "1,1,nato,", "1,1,nata,", "line 2: side 'nata' does not sit at the table; use one of nato, china"),
        ("positions.csv", "1,1,nato,", "1,1,,", "line 2: side '' does not sit at the table; use one of nato, china"),
        ("positions.csv", "nato,u1,b1", "nato,u8,b1", "line 2: unit 'u8' never stood in the text; name one that does"),
        ("positions.csv", "nato,u1,b1", "nato,u1,b2", "line 2: bracket 'b2' never stood in unit u1; name one of b1"),
        ("positions.csv", "nato,u1,b1", "nato,u2,b1", "line 2: bracket 'b1' never stood in unit u2; it has none"),
        ("positions.csv", "b1,2,", "b1,3,", "line 2: alternative '3' is no wording of bracket b1; use a number from 1 to 2, or none to leave the words out"),
        ("positions.csv", "b1,2,", "b1,0,", "line 2: alternative '0' is no wording of bracket b1; use a number from 1 to 2, or none to leave the words out"),
        ("positions.csv", "b1,2,", "b1,,", "line 2: alternative '' is no wording of bracket b1; use a number from 1 to 2, or none to leave the words out"),
        ("positions.csv", "b1,2,", ",2,", "line 2: a wording is named and no bracket; name the bracket, or leave both empty"),
        ("positions.csv", "live_with", "livewith", "line 2: stance 'livewith' is not known; use one of support, live_with, reserve, oppose, awaiting"),
        ("positions.csv", "support,yes", "support,jes", "line 4: ad_ref 'jes' is neither yes nor no; write one of them"),
        ("positions.csv", "1,1,nato", "1,one,nato", "line 2: session 'one' is no whole number from 0 on; write its digits"),
        ("positions.csv", "1,1,nato", "x,1,nato", "line 2: number 'x' is no whole number from 1 on; write its digits"),
        ("positions.csv", "4,2,china", "3,2,china", "line 4: number 3 is that of positions.csv, line 3, too; count the rows of positions.csv and moves.csv together"),
        ("moves.csv", "6,3,nato", "9,3,nato", "line 4: number 9 comes and no number 6 before it; look for the row that is missing in positions.csv or moves.csv"),
        ("positions.csv", "4,2,china", "4,0,china", "line 4: session 0 comes after session 1; number the rows in order"),
        ("remarks.csv", "2,,u3", "2,,u8", "line 4: unit 'u8' never stood in the text; name one that does"),
        ("remarks.csv", "2,,u3", "2,prc,u3", "line 4: side 'prc' does not sit at the table; use one of nato, china"),
        ("remarks.csv", "2,,u3", "1,,u3", "line 4: two remarks have the number 1; give each one of its own"),
        ("remarks.csv", "2,,u3", ",,u3", "line 4: number is empty; fill it in, or take the row out"),
        ("remarks.csv", "We hear you.", " ", "line 4: words is empty; fill it in, or take the row out"),
        ("remarks.csv", "en,3,6,", "en,7,6,", "line 2: start 7 lies behind end 6; exchange them"),
        ("remarks.csv", "en,3,6,", "en,3,x,", "line 2: end 'x' is no whole number from 0 on; write its digits"),
        ("remarks.csv", "So do we.,,,,1", "So do we.,,,,4", "line 5: remark 4 does not stand before its answer; put it there"),
        ("remarks.csv", "reply_to", "answers", "line 1: column 'answers' is not known; allowed are number, side, unit, words, language, start, end, reply_to"),
        ("positions.csv", "stance,ad_ref", "stance,adref", "line 1: column 'adref' is not known; allowed are number, session, side, unit, bracket, alternative, stance, ad_ref, words"),
        ("positions.csv", "side,unit", "side,units", "line 1: column 'unit' is missing (there are: number, session, side, units, bracket, alternative, stance, ad_ref, words); add it"),
        ("moves.csv", "6,3,nato", "6,5,nato", "line 4: session 5 is still to come; text.toml says that it is session 4"),
        ("moves.csv", "package", "packet", "line 2: kind 'packet' is not known; use one of reopen, settle, park, return, package, release, lapse"),
        ("moves.csv", "2027-03-01", "1.3.2027", "line 3: until '1.3.2027' is no day; write it like 2026-05-04"),
        ("moves.csv", "u1 u3", "u1 u4", "line 2: condition 'u4' never stood in the text; name one that does"),
        ("moves.csv", "u1 u3", "u1,u3", "line 2: the row has 10 cells and the header 9; make them the same"),
        ("text.toml", "session = 4", "session = 0", "session is 0; write the number of the session now, from 1"),
        ("text.toml", "session = 4", "", "session is None; write the number of the session now, from 1"),
        ("text.toml", "draft = 3", "drafts = 3", "'drafts' is not known here; allowed are session, stage, draft, silence"),
        ("text.toml", "silence_broken", "broken", "stage 'broken' is not known; use one of elements, compilation, chairs_text, rolling_draft, clean, under_silence, silence_broken, adopted, published"),
        ("text.toml", "draft = 3", "draft = ", "line 3: this is not TOML (Invalid value); correct it"),
        ("text.toml", 'opened = "2027-03-01T09:00:00Z"', 'opened = "soon"', "this is no state of a document (ValueError(\"Invalid isoformat string: 'soon'\")); write it again"),
        ("history.json", '"acts": [', '"acts" [', "line 15: this is not JSON (Expecting ':' delimiter); take it from another copy"),
        ("history.json", "[1, 2, 2, 3, 3, 3]", '[1, 2, 2, 3, 3, "3"]', "the sessions of the history are damaged ('3' is no whole number); write the number of each"),
        ("history.json", ' "sessions": [1, 2, 2, 3, 3, 3],\n', "", "no sessions are noted; add them as a list, one number for each act"),
        ("history.json", "text-history/1", "text-history/0", "this is no history of a text (tracktwo-text-history/1); choose another file"),
        ("proposals.json", "text-proposals/1", "map/1", "these are no proposals on a text (tracktwo-text-proposals/1); take another file"),
        ("proposals.json", '"p9", "kind": "MOD"', '"p9", "kind": "MAD"', "proposal 1: this is no operation on a text (ValueError(\"'MAD' is not a valid OperationKind\")); write it again"),
        ("proposals.json", '[3, 7, "listen"]', '[3, 70, "listen"]', "proposal 1: Proposal p9 speaks of places that passage u2 does not have, or of places out of order; propose it again from the text as it stands."),
        ("proposals.json", '"base": 6', '"base": 7', "proposal 1: there is no version 7; ask for one from 0 to 6"),
        ("text.zh.md", "我们对话。", "双方对话。", "unit u2 does not read as the history ends; mend the file, or bring the change in as a proposal"),
        ("text.zh.md", "# 草案", "# 草稿", "the title is not that of the history; mend the file, or bring the change in as a proposal"),
    ],
)  # fmt: skip
def test_bad_cell_or_value_is_named(
    folder: Path, name: str, old: str, new: str, sentence: str
) -> None:
    swap(folder, name, old, new)

    assert refused(folder) == f"{name}{', ' if sentence.startswith('line') else ': '}{sentence}"


def test_sessions_that_do_not_fit_the_acts_are_refused(folder: Path) -> None:
    swap(folder, "history.json", "[1, 2, 2, 3, 3, 3]", "[1, 2, 2, 3, 3, 2]")

    assert refused(folder) == (
        "text: act 6 was made in session 2, which is before session 3; put them in order"
    )


def test_side_of_a_proposal_must_sit_at_the_table(folder: Path) -> None:
    path = folder / "proposals.json"
    path.write_text(path.read_text("utf-8").replace('"nato"', '"nata"'), "utf-8")

    assert refused(folder) == (
        "proposals.json: proposal 1: side 'nata' does not sit at the table; use one of nato, china"
    )


def test_without_a_dialogue_any_side_will_do(folder: Path) -> None:
    (folder.parent / "dialogue.toml").unlink()
    swap(folder, "positions.csv", "1,1,nato,", "1,1,north,")

    assert read_negotiation(folder).log[0].side == "north"


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda folder: (folder / "history.json").unlink(), "history.json: there is no such file; check the path"),
        (lambda folder: (folder / "text.toml").unlink(), "text.toml: there is no such file; check the path"),
        (lambda folder: (folder / "text.zh.md").unlink(), "text: there is no text.zh.md, and the history has the text in it; add the file"),
        (lambda folder: (folder / "text.en.md").rename(folder / "text.fr.md"), "text: there is no text.en.md, and the history has the text in it; add the file"),
        (lambda folder: (folder / "text.fr.md").write_text("x"), "text.fr.md: the history knows nothing of this file; take it out of the folder"),
        (lambda folder: (folder / "moves.csv").unlink(), "positions.csv, line 3: number 3 comes and no number 2 before it; look for the row that is missing in positions.csv or moves.csv"),
        (lambda folder: (folder / "positions.csv").write_bytes("number,side\n1,français\n".encode("latin-1")), "positions.csv, line 2: the text is not UTF-8; save it as UTF-8 and try again"),
        (lambda folder: (folder / "history.json").write_bytes("{}".encode("utf-16")), "history.json: the text is UTF-16; save it as UTF-8 and try again"),
        (lambda folder: (folder / "history.json").write_bytes(b'{"a": "\xe9"}'), "history.json, line 1: the text is not UTF-8; save it as UTF-8 and try again"),
        (lambda folder: (folder / "history.json").write_bytes(b""), "history.json: the file is empty; take it from another copy"),
        (lambda folder: (folder / "history.json").write_text("[]"), "history.json: this JSON is no object; take it from another copy"),
        (lambda folder: (folder / "history.json").write_text("[" * 100_000), "history.json: the JSON is nested too deep or holds a number too long; take it from another copy"),
    ],
)  # fmt: skip
def test_missing_or_foreign_file_is_named(
    folder: Path, spoil: Callable[[Path], object], sentence: str
) -> None:
    spoil(folder)

    assert refused(folder) == sentence


def test_damaged_history_is_refused(folder: Path) -> None:
    path = folder / "history.json"
    document = json.loads(path.read_text("utf-8"))
    del document["acts"][0]
    path.write_text(json.dumps(document), "utf-8")

    assert refused(folder).startswith("history.json: the history of the text is damaged: ")


def test_unit_in_another_place_is_named(folder: Path) -> None:
    for name in ("text.en.md", "text.zh.md"):
        blocks = (folder / name).read_text("utf-8").strip().split("\n\n")
        (folder / name).write_text("\n\n".join([*blocks[:2], *reversed(blocks[2:])]), "utf-8")

    assert refused(folder) == (
        "text.zh.md: unit u2 stands where the history has u1; "
        "mend the file, or bring the change in as a proposal"
    )


def test_unit_that_is_missing_is_named(folder: Path) -> None:
    for name in ("text.en.md", "text.zh.md"):
        blocks = (folder / name).read_text("utf-8").strip().split("\n\n")
        (folder / name).write_text("\n\n".join(blocks[:-1]), "utf-8")

    assert refused(folder) == (
        "text.zh.md: unit u2 of the history is missing; "
        "mend the file, or bring the change in as a proposal"
    )


def test_unit_that_the_history_does_not_have_is_named(folder: Path) -> None:
    for name in ("text.en.md", "text.zh.md"):
        written = (folder / name).read_text("utf-8")
        (folder / name).write_text(f"{written}\nNew. {{#u9}}\n", "utf-8")

    assert refused(folder) == (
        "text.zh.md: the history has no unit u9; "
        "mend the file, or bring the change in as a proposal"
    )


def test_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "text") == "text: there is no such folder; check the path"
