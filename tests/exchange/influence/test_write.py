"""The door out: what it writes, and what it will not."""

import pytest

from tests.exchange.influence.maps import FULL
from tracktwo.errors import InputError, OptionError
from tracktwo.exchange.influence import read_map, write_map
from tracktwo.exchange.influence.workbook import TOO_LONG
from tracktwo.influence import Concept, InfluenceMap, Link

PAIR = InfluenceMap(
    (Concept("a", {"en": "Exercises", "zh": "演习"}), Concept("b", {"en": "Threat"})),
    (Link("a", "b", 0.5, evidence="x"), Link("b", "b", 0.0)),
)


def one(**told):
    return InfluenceMap((Concept("a"),), (Link("a", "a", 0.5, **told),))


def test_folder_holds_tables_a_spreadsheet_opens(tmp_path):
    write_map(PAIR, tmp_path / "map")

    written = {path.name: path.read_text() for path in (tmp_path / "map").iterdir()}
    assert written == {
        "concepts.csv": "concept,kind,side,text_en,text_zh\na,,,Exercises,演习\nb,,,Threat,\n",
        "judgements.csv": (
            "source,target,weight,low,high,delay,confidence,evidence,expert,side\n"
            "a,b,0.5,,,,,x,,\nb,b,0,,,,,,,\n"
        ),
    }


def test_folder_of_a_dialogue_gets_a_map_and_keeps_its_files(tmp_path):
    (tmp_path / "votes.csv").write_text("participant,statement,vote\n")

    write_map(PAIR, tmp_path)

    assert read_map(tmp_path) == PAIR
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "concepts.csv",
        "judgements.csv",
        "votes.csv",
    ]


def test_folder_that_holds_a_map_is_left_as_it_is(tmp_path):
    (tmp_path / "judgements.csv").write_text("mine")

    with pytest.raises(OptionError) as caught:
        write_map(PAIR, tmp_path)

    assert str(caught.value) == f"{tmp_path} already holds judgements.csv; name a new folder"
    assert [path.name for path in tmp_path.iterdir()] == ["judgements.csv"]


def test_file_is_written_over(tmp_path):
    (tmp_path / "map.txt").write_text("mine")

    write_map(one(), tmp_path / "map.txt")

    assert (tmp_path / "map.txt").read_text() == "a -> a : +0.5\n"
    assert len(list(tmp_path.iterdir())) == 1


def test_matrix_says_its_direction_and_leaves_empty_what_nobody_drew(tmp_path):
    write_map(PAIR, tmp_path / "map.csv", form="matrix")

    assert (tmp_path / "map.csv").read_text() == "from \\ to,a,b\na,,0.5\nb,,0\n"


def test_matrix_for_mental_modeler_has_texts_and_a_blank_corner(tmp_path):
    write_map(PAIR, tmp_path / "map.csv", form="mental-modeler", language="zh")

    assert (tmp_path / "map.csv").read_text() == ",演习,Threat\n演习,,0.5\nThreat,,0\n"


def test_matrix_may_be_filled_with_zeros(tmp_path):
    drawn = InfluenceMap(PAIR.concepts, PAIR.links[:1])

    write_map(drawn, tmp_path / "map.csv", form="matrix", zeros="absent")

    assert (tmp_path / "map.csv").read_text() == "from \\ to,a,b\na,0,0.5\nb,0,0\n"


TWICE = InfluenceMap((Concept("a", {"en": "x"}), Concept("b", {"en": "x"})))
REFUSED = {
    "ending unknown": (PAIR, "map.pdf", {}, "map.pdf has no ending that says how to write it; name a folder, .csv, .tsv, .xlsx, .graphml, .json (Kumu), .dot, .mmd or .txt"),
    "form unknown": (PAIR, "map.csv", {"form": "list"}, "form is 'list'; use tables, matrix, mental-modeler"),
    "matrix as a graph": (PAIR, "map.dot", {"form": "matrix"}, "a matrix is written to .csv, .tsv or .xlsx and not to map.dot"),
    "matrix of several": (
        FULL, "map.csv", {"form": "matrix"},
        "several experts judge the same link and a matrix has one cell for it; pool the map first",
    ),
    "matrix of equal texts": (TWICE, "map.csv", {"form": "mental-modeler"}, "two concepts are called 'x'; a matrix needs labels that differ"),
    "matrix without zeros": (PAIR, "map.xlsx", {"form": "matrix", "zeros": "absent"}, "b -> b is drawn as 0, which would read as not drawn; leave zeros out"),
    "table without links": (TWICE, "map.csv", {}, "the map has no links and the table would be empty; name a folder or .xlsx"),
    "a space": (InfluenceMap((Concept(" a"),)), "map.txt", {}, "' a' begins or ends with a space; remove it"),
    "a control character": (one(evidence="x\0"), "map.txt", {}, "'x\\x00' holds a character that files cannot; remove it"),
    "half a character": (one(evidence="\ud83d"), "map.json", {}, "'\\ud83d' holds a character that files cannot; remove it"),
    "a text too long for a cell": (one(evidence="x" * 32_768), "map.xlsx", {}, TOO_LONG),
    "a language": (InfluenceMap((Concept("a", {"e": "x"}),)), "map", {}, "'e' is not a language code (like en or zh-Hans)"),
}  # fmt: skip


@pytest.mark.parametrize(("drawn", "name", "options", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_written_is_refused_and_leaves_nothing(
    tmp_path, drawn, name, options, sentence
):
    with pytest.raises(OptionError) as caught:
        write_map(drawn, tmp_path / name, **options)

    assert str(caught.value) == sentence
    assert list(tmp_path.iterdir()) == []


def test_folder_that_cannot_be_written_to_is_told(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(OptionError) as caught:
        write_map(PAIR, tmp_path / "file" / "map.txt")

    assert str(caught.value).startswith(f"cannot write to {tmp_path / 'file'}: ")


def test_path_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(InputError) as caught:
        read_map(tmp_path / "nowhere.csv")

    assert caught.value.message == "there is no such file or folder; check the path"


def test_kind_of_file_that_holds_no_map_is_refused(refusal):
    assert refusal("map.docx", "x") == (
        "map.docx",
        None,
        (
            "this kind of file holds no influence map; give a folder, .csv, .tsv, .xlsx, "
            ".graphml, .json (Kumu), .mmp, .dot, .mmd or .txt"
        ),
    )
