"""A proposal written as the beginnings of a dialogue folder, and read again."""

import csv
from pathlib import Path

import pytest

from tests.exchange.document.conftest import Read
from tests.exchange.document.test_read_report import CHINESE, FLAWED
from tracktwo.errors import InputError, OptionError
from tracktwo.exchange import read, write_proposal


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_every_table_is_written(proposal_of: Read, tmp_path: Path) -> None:
    write_proposal(proposal_of(FLAWED), tmp_path / "out")

    tables = {path.stem: _rows(path) for path in sorted((tmp_path / "out").glob("*.csv"))}
    assert tables == {
        "statements": [
            ["statement", "theme", "about", "kind", "scale", "text_en", "source"],
            ["north-league-1", "", "lacustria", "", "vote", "Lacustria dams the river. It tells nobody.", "III.1"],
            ["north-league-2", "", "lacustria", "", "vote", "Lacustria counts more ports than coasts/harbours? have room for.", "III.2"],
            ["lacustria-1", "", "north-league", "", "vote", "The North League is made for war.", "IV.1"],
        ],
        "consequences": [
            ["consequence", "text_en", "source", "line"],
            ["1", "Ships collide at night.", "V.1", "25"],
            ["2", "Trade stops.", "V.2", "26"],
        ],
        "areas": [
            ["area", "name_en", "source", "line"],
            ["1", "Safety at sea", "VI.1", "33"],
            ["2", "Floods", "VI.2", "37"],
            ["3", "Openness and risk reduction", "VI.3", "41"],
        ],
        "milestones": [
            ["milestone", "start", "end", "dated", "text_en", "line"],
            ["1", "2002", "2002", "2002", "First visit.", "52"],
            ["2", "2012", "2012", "2012", "Second visit.", "54"],
            ["3", "2010", "2014", "2010–14", "Joint patrols.", "56"],
        ],
        "brackets": [
            ["line", "kind", "text", "alternatives", "doubt", "before", "after"],
            ["5", "bracket", "the present state of/the future of?", "the present state of | the future of", "yes", "We spoke of", "both, and of the Ebb/Flow current."],
            ["17", "doubt", "coasts/harbours?", "coasts | harbours", "yes", "Lacustria counts more ports than", "have room for."],
        ],
        "remarks": [
            ["line", "remark"],
            ["5", "“Ebb/Flow” was read as one term and not as two wordings to choose from."],
            ["19", "“Lacustrian” was taken to mean Lacustria."],
            ["27", "A heading stood in a list and was read as a heading: “RECOMMENDATIONS: AREAS OF CONVERGENCE”."],
            ["33", "The areas are numbered 1, 1; they were taken in the order they stand in."],
            ["41", "“Openness and risk reduction” has a bullet where other areas are headings; it was taken as an area."],
            ["56", "2010–14 stands after 2012; the order of the document was kept."],
        ],
    }  # fmt: skip


def test_folder_with_votes_added_is_a_dialogue(proposal_of: Read, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    write_proposal(proposal_of(CHINESE), folder)
    (folder / "votes.csv").write_text(
        "participant,statement,vote\nann,甲国-1,1\n", encoding="utf-8"
    )

    dialogue = read(folder)

    assert [(one.id, one.about, one.text("zh"), one.source) for one in dialogue.statements] == [
        ("甲国-1", "乙国", "乙国正在扩军。", "一.1"),
        ("甲国-2", "乙国", "乙国【应当/可以？】公开数据。", "一.2"),
        ("乙国-1", "甲国", "甲国的国家/首都？对我们施压。", "二.1"),
    ]
    assert [(one.id, one.name("zh")) for one in dialogue.parties] == [
        ("甲国", "甲国"),
        ("乙国", "乙国"),
    ]
    assert (dialogue.title, dialogue.languages, dialogue.k, dialogue.stage) == (
        {"zh": "甲国与乙国关系对话报告"}, ("zh",), 3, "convene",
    )  # fmt: skip
    assert dialogue.note == {
        "en": "Proposed by a program from report.txt; nobody has confirmed it yet.",
        "zh": "由程序根据report.txt提出，尚未经任何人确认。",
        "fr": "Proposé par un programme à partir de report.txt\N{NARROW NO-BREAK SPACE}; personne ne l’a encore confirmé.",
    }


def test_folder_without_votes_is_not_yet_a_dialogue(proposal_of: Read, tmp_path: Path) -> None:
    write_proposal(proposal_of(FLAWED), tmp_path / "out")

    with pytest.raises(InputError, match=r"there is no votes\.csv or votes\.parquet; add one$"):
        read(tmp_path / "out")


def test_source_is_the_line_where_sections_have_no_number(
    proposal_of: Read, tmp_path: Path
) -> None:
    write_proposal(proposal_of("How Aland sees Besia\n\n- It drinks.\n"), tmp_path / "out")

    assert _rows(tmp_path / "out" / "statements.csv")[1] == [
        "aland-1", "", "besia", "", "vote", "It drinks.", "line 3",
    ]  # fmt: skip


def test_empty_folder_is_filled(proposal_of: Read, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()

    write_proposal(proposal_of(FLAWED), tmp_path / "out")

    assert (tmp_path / "out" / "dialogue.toml").is_file()


def test_folder_that_holds_something_is_left_alone(proposal_of: Read, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("kept")

    with pytest.raises(OptionError, match=r"out exists and is not empty; name a new folder$"):
        write_proposal(proposal_of(FLAWED), tmp_path / "out")

    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_nothing_found_writes_nothing(proposal_of: Read, tmp_path: Path) -> None:
    with pytest.raises(
        OptionError, match=r"^nothing was found in report\.txt; no folder was written$"
    ):
        write_proposal(proposal_of("It rains."), tmp_path / "out")

    assert not (tmp_path / "out").exists()
