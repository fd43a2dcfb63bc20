"""`tracktwo chronology`: the story it prints, where accounts differ, and what it refuses."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import Command
from tracktwo.exchange.roadmap import read_chronology
from tracktwo.roadmap.chronology import chronology_schema, chronology_to_json

TABLE = """milestone,when,parties,areas,sources,account,agreed,event,text_en,text_fr
treaty,2010,east; west,water,Register 4,,,,They sign.,Ils signent.
quarrel-east,2012-06-05,east; west,dams,,east,one,quarrel,The west left.,L’ouest est parti.
quarrel-west,2012-06,east; west,dams,,west,one,quarrel,The east sent us out.,
talks,2014/..,east,water,Press; Notes,,,,Talks go on.,
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Four milestones, two of which tell one event."""
    file = tmp_path / "story.csv"
    file.write_text(TABLE, encoding="utf-8")
    return file


def _lines(printed: str) -> list[str]:
    return [line.strip() for line in printed.splitlines() if line.strip()]


def test_milestones_are_told_in_their_order_with_account_and_sources(
    tracktwo: Command, table: Path
) -> None:
    ran = tracktwo("chronology", table)

    assert (ran.code, ran.err) == (0, "")
    assert _lines(ran.out) == [
        "4 milestones. Of 1 event there is more than one account.",
        "2010         They sign.",
        "east, west",
        "Source: Register 4",
        "June 2012    The east sent us out.",
        "By the account of one side: west",
        "east, west",
        "5 June 2012  The west left.",
        "By the account of one side: east",
        "east, west",
        "since 2014   Talks go on.",
        "east",
        "Source: Press; Notes",
        "All of it, as a document for programs  --json",
    ]


def test_example_is_told_in_every_language(tracktwo: Command, example: Path) -> None:
    told = {}
    for language in ("en", "zh", "fr"):
        told[language] = _lines(tracktwo("chronology", example, "--language", language, columns=300).out)  # fmt: skip

    assert told["en"][1].startswith("Simulated example")
    assert told["zh"][2] == "共 13 个大事节点。其中 1 件事有不止一种说法。"
    assert "By the account" not in " ".join(told["fr"])


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_nothing_is_wider_than_the_terminal(tracktwo: Command, example: Path, columns: int) -> None:
    ran = tracktwo("chronology", example, columns=columns)

    assert [line for line in ran.out.splitlines() if len(line) > columns] == []


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        (["--first", "2011-01-01", "--last", "2013-12-31"], ["quarrel-west", "quarrel-east"]),
        (["--last", "2011-01-01"], ["treaty"]),
        (["--area", "water"], ["treaty", "talks"]),
        (["--party", "west"], ["treaty", "quarrel-west", "quarrel-east"]),
    ],
)
def test_milestones_can_be_chosen(
    tracktwo: Command, table: Path, options: list[str], kept: list[str]
) -> None:
    told = json.loads(tracktwo("chronology", table, *options, "--json").out)

    assert [one["id"] for one in told["milestones"]] == kept


def test_nothing_chosen_is_said(tracktwo: Command, table: Path) -> None:
    told = _lines(tracktwo("chronology", table, "--last", "1990-01-01").out)

    assert told[0] == "No milestone is there, or none was chosen."


def test_json_is_that_of_the_library(tracktwo: Command, example: Path) -> None:
    ran = tracktwo("chronology", example, "--json")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == chronology_to_json(read_chronology(example))
    jsonschema.validate(json.loads(ran.out), chronology_schema(), cls=jsonschema.Draft202012Validator)  # fmt: skip


HELP = "(tracktwo chronology --help lists what there is)"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], f'Command "chronology" parameter PATH requires an argument. {HELP}'),
        (["nowhere"], "nowhere: there is no such file or folder; check the path"),
        (["."], ".: there is no chronology.csv here, nor in a folder roadmap"),
        (["story.csv", "--area", "war"], "area 'war' is in no milestone; use one of dams, water"),
        (["story.csv", "--party", "north"], "party 'north' is in no milestone; use one of east, west"),
        (["story.csv", "--first", "2010"], "--first is '2010'; write a day such as 2022-09-01"),
        (["story.csv", "--first", "2012-01-01", "--last", "2011-01-01"], "--last 2011-01-01 is before --first 2012-01-01; correct one of them"),
    ],
)  # fmt: skip
def test_wrong_input_is_one_sentence(
    tracktwo: Command,
    table: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(table.parent)

    ran = tracktwo("chronology", *arguments)

    assert (ran.code, ran.out, ran.err) == (2, "", f"tracktwo: {sentence}\n")


def test_bad_date_is_told_with_its_line(tracktwo: Command, table: Path) -> None:
    table.write_text(TABLE.replace("2012-06-05", "5.6.2012"), encoding="utf-8")

    ran = tracktwo("chronology", table)

    sentence = f"tracktwo: {table}, line 3: when '5.6.2012' is no date; write such as 2018-06-05, 2018-06, 2018 or 2010/2014\n"
    assert (ran.code, ran.out, ran.err) == (2, "", sentence)


def test_every_key_of_the_document_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs/chronology.md").read_text(encoding="utf-8")
    explained = page[page.index("## The JSON document") :]
    cells = re.findall(r"^\| (`[^|]+) \|", explained, re.MULTILINE)

    documented = {key for cell in cells for key in re.findall(r"`(\w+)(?:\[\])?`", cell)}

    assert documented == set(chronology_schema()["properties"])
