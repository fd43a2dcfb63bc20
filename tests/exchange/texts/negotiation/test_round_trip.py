"""Whatever is written comes back the same, and nothing is written halfway."""

import json
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.exchange.texts.negotiation.negotiations import ACTS, FIRST, FULL, LOG, negotiations
from tracktwo.errors import OptionError
from tracktwo.exchange.texts import read_negotiation, read_text, write_negotiation
from tracktwo.text.changes.history import History
from tracktwo.text.negotiation import Negotiation
from tracktwo.text.standing import Move, MoveKind, Position, Stance
from tracktwo.text.units import NegotiatedText


def test_negotiation_with_something_in_every_file_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "text"

    write_negotiation(FULL, folder)

    assert sorted(one.name for one in folder.iterdir()) == [
        "history.json",
        "moves.csv",
        "positions.csv",
        "proposals.json",
        "remarks.csv",
        "text.en.md",
        "text.toml",
        "text.zh.md",
    ]
    assert read_negotiation(folder) == FULL
    assert [one.name for one in tmp_path.iterdir()] == ["text"]


@settings(max_examples=60, deadline=None)
@given(negotiations())
def test_every_negotiation_comes_back(told: Negotiation) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        write_negotiation(told, Path(scratch) / "text")
        assert read_negotiation(Path(scratch) / "text") == told


def test_what_there_is_none_of_has_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "text"

    write_negotiation(Negotiation(History(FIRST)), folder)

    assert sorted(one.name for one in folder.iterdir()) == ["history.json", "text.en.md", "text.toml", "text.zh.md"]  # fmt: skip
    assert read_negotiation(folder) == Negotiation(History(FIRST))


def test_text_of_the_folder_is_the_text_as_it_stands(tmp_path: Path) -> None:
    write_negotiation(FULL, tmp_path / "text")

    found = read_text(tmp_path / "text").text

    assert (found.title, found.units) == (FULL.text.title, FULL.text.units)


def test_tables_count_as_people_do(tmp_path: Path) -> None:
    write_negotiation(FULL, tmp_path / "text")

    rows = (tmp_path / "text" / "positions.csv").read_text("utf-8").splitlines()

    assert rows[:3] == [
        "number,session,side,unit,bracket,alternative,stance,ad_ref,words",
        "1,1,nato,u1,b1,2,live_with,,",
        "3,1,china,u1,b1,none,oppose,,",
    ]


def test_history_has_a_line_for_each_act(tmp_path: Path) -> None:
    write_negotiation(FULL, tmp_path / "text")

    lines = (tmp_path / "text" / "history.json").read_text("utf-8").splitlines()

    assert sum(line.startswith('  {"act": ') for line in lines) == len(ACTS)
    assert json.loads("\n".join(lines))["sessions"] == [1, 2, 2, 3, 3, 3]


def test_blanks_and_line_ends_of_reasons_are_made_alike(tmp_path: Path) -> None:
    told = Move(MoveKind.REOPEN, "u1", "nato", 1, reason=" One.\r\nTwo. ")

    write_negotiation(Negotiation(History(FIRST), log=(told,)), tmp_path / "text")

    assert read_negotiation(tmp_path / "text").log == (replace(told, reason="One.\nTwo."),)


def test_times_typed_as_times_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "text"
    write_negotiation(FULL, folder)
    state = folder / "text.toml"
    state.write_text(state.read_text("utf-8").replace('"2027-03-01T09:00:00Z"', "2027-03-01T17:00:00+08:00"), "utf-8")  # fmt: skip

    assert read_negotiation(folder) == FULL


def test_position_on_a_bracket_of_the_title_comes_back(tmp_path: Path) -> None:
    first = NegotiatedText({"en": "[Joint/Common]{id:b9} text"}, ("en",))
    told = Negotiation(History(first), log=(Position("nato", "", Stance.SUPPORT, "b9", 1),))

    write_negotiation(told, tmp_path / "text")

    assert read_negotiation(tmp_path / "text") == told


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (
            replace(FULL, log=(*LOG, Position("nato", "u2", Stance.SUPPORT, "b7", 0, session=4))),
            "positions.csv, line 5 could not be read again: bracket 'b7' never stood in unit u2; it has none",
        ),
        (
            replace(FULL, log=(Move(MoveKind.REOPEN, "u1", "nato", 1, reason="\ud800"),)),
            "moves.csv would hold half of a character (a lone surrogate); write these words anew",
        ),
    ],
    ids=["bracket", "surrogate"],
)  # fmt: skip
def test_what_cannot_be_read_again_is_not_written(
    tmp_path: Path, told: Negotiation, sentence: str
) -> None:
    with pytest.raises(OptionError) as refused:
        write_negotiation(told, tmp_path / "text")

    assert str(refused.value) == sentence
    assert list(tmp_path.iterdir()) == []


def test_folder_that_holds_something_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "mine.txt").write_text("mine")

    with pytest.raises(OptionError, match="exists and is not empty; name a new folder"):
        write_negotiation(FULL, tmp_path / "text")
    assert [one.name for one in (tmp_path / "text").iterdir()] == ["mine.txt"]


def test_place_that_cannot_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(OptionError, match="cannot write to"):
        write_negotiation(FULL, tmp_path / "file" / "text")
