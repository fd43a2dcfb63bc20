"""`tracktwo scenarios`: what it prints, writes and refuses."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tracktwo_cli.main import app

CALM_OR_GRIM = """\
source,Trade=open,Trade=parted,Pacts=few,Pacts=many,Talks=held,Talks=off
Trade=open,,,2,-2,1,-1
Trade=parted,,,-1,1,1,-1
Pacts=few,1,-1,,,0,0
Pacts=many,-3,3,,,0,0
Talks=held,0,0,0,0,,
Talks=off,-1,1,-1,1,,
"""
CONTRADICTORY = """\
source,A=a,A=b,B=c,B=d
A=a,,,1,-1
A=b,,,-1,1
B=c,-1,1,,
B=d,1,-1,,
"""
PROGRAMS = ["All of it, as a document for programs  --json FILE"]


@pytest.fixture
def matrix(tmp_path: Path) -> Path:
    path = tmp_path / "matrix.csv"
    path.write_text(CALM_OR_GRIM, encoding="utf-8")
    return path


def _lines(printed: str) -> list[str]:
    return [line.strip() for line in printed.splitlines() if line.strip(" ─")]


def test_scenarios_are_told_in_words_then_side_by_side(tracktwo: Command, matrix: Path) -> None:
    ran = tracktwo("scenarios", matrix, columns=120)

    assert (ran.code, ran.err) == (0, "")
    assert _lines(ran.out) == [
        "2 of 8 combinations of states hold together: no descriptor is drawn to another state.",
        "The strongest (total impact 5): Trade = parted; Pacts = many; Talks = held.",
        "All agree in Talks = held.",
        "They differ in Trade, Pacts.",
        "Of all 8 starts, 62% move on until they rest in one scenario, and 38% end in a cycle in which no scenario stays.",
        "No single judgement, moved by 1, makes a scenario vanish or appear.",
        "Strongest first",
        "1       2",
        "Trade                 parted  open",
        "Pacts                 many    few",
        "Total impact          5       4",
        "Margin                2       2",
        "Starts that end here  38%     25%",
        *PROGRAMS,
    ]


def test_what_is_held_is_compared_with_nothing_held(tracktwo: Command, matrix: Path) -> None:
    ran = tracktwo("scenarios", matrix, "--fix", "Trade=open", "Talks = off", columns=150)

    assert _lines(ran.out)[:5] == [
        "1 of 2 combinations of states holds together: no descriptor is drawn to another state.",
        "The strongest (total impact 0): Trade = open; Pacts = few; Talks = off.",
        "Of all 2 starts, 100% move on until they rest in one scenario, and 0% end in a cycle in which no scenario stays.",
        "With Trade = open; Talks = off held from outside, scenarios that stay: 0; that appear: 1; that vanish: 2.",
        "No single judgement, moved by 1, makes a scenario vanish or appear.",
    ]


def test_nothing_that_holds_together_is_said_in_a_sentence(tracktwo: Command, matrix: Path) -> None:
    matrix.write_text(CONTRADICTORY, encoding="utf-8")

    ran = tracktwo("scenarios", matrix, columns=200)

    assert (ran.code, ran.err) == (0, "")
    assert _lines(ran.out) == [
        (
            "None of the 4 combinations of states holds together within 0: in each, some descriptor is drawn to "
            "another state. A larger --tolerance lists those that come closest."
        ),
        "Of all 4 starts, 0% move on until they rest in one scenario, and 100% end in a cycle in which no scenario stays.",
        "No single judgement, moved by 1, makes a scenario vanish or appear.",
        *PROGRAMS,
    ]


def test_judgements_that_decide_are_told(tracktwo: Command, matrix: Path) -> None:
    """Two scenarios are behind by 1 in one descriptor; the one that holds together leads by 1."""
    matrix.write_text(
        "x,Talks=held,Talks=off,Pacts=few,Pacts=many\n"
        "Talks=held,,,1,0\nTalks=off,,,-2,2\nPacts=few,2,0,,\nPacts=many,1,0,,\n",
        encoding="utf-8",
    )

    told = _lines(tracktwo("scenarios", matrix, columns=200).out)

    assert told[3] == "2 further scenarios appear if one certain judgement is moved by 1."
    assert told[-6:] == [
        "On          Moved by  Vanishing  Appearing  Judgements",
        "Pacts=few   −1        –          1          1",
        "Pacts=many  +1        –          1          1",
        "Talks=held  −1        –          1          1",
        "Talks=off   +1        –          1          1",
        *PROGRAMS,
    ]


def test_tolerance_lists_those_that_come_close(tracktwo: Command, matrix: Path) -> None:
    matrix.write_text(CONTRADICTORY, encoding="utf-8")

    told = _lines(tracktwo("scenarios", matrix, "--tolerance", "2").out)

    assert told[0] == "4 of 4 combinations of states hold together within 2."
    assert "Margin                −2      −2      −2      −2" in told


def test_many_scenarios_stand_in_several_tables(tracktwo: Command, matrix: Path) -> None:
    ids = [f"d{k}" for k in range(6)]
    labels = [f"{one}={state}" for one in ids for state in ("off", "on")]
    rows = [",".join((label, *("0" for _ in labels))) for label in labels]
    matrix.write_text("\n".join((",".join(("", *labels)), *rows)), encoding="utf-8")

    told = _lines(tracktwo("scenarios", matrix, columns=60).out)

    assert [line for line in told if line.startswith("Strongest first")] == [
        "Strongest first: 1 to 4 of 64",
        "Strongest first: 5 to 8 of 64",
        "Strongest first: 9 to 12 of 64",
    ]


def test_deadline_that_passes_is_said(tracktwo: Command, matrix: Path) -> None:
    ran = tracktwo("scenarios", matrix, "--deadline", "1e-9", columns=200)

    assert ran.code == 0
    assert _lines(ran.out)[:2] == [
        "0 of 8 combinations of states hold together: no descriptor is drawn to another state.",
        (
            "The search was stopped by the deadline: there may be more, stronger ones too. A later --deadline lets "
            "it go on."
        ),
    ]


def test_json_is_written_and_the_same_as_printed(
    tracktwo: Command, matrix: Path, tmp_path: Path
) -> None:
    out = tmp_path / "made" / "scenarios.json"

    wrote = tracktwo("scenarios", matrix, "--json", out, columns=400)
    printed = tracktwo("scenarios", matrix, "--json", "-")

    assert wrote.err == f"wrote {out}\n"
    assert printed.out == out.read_text(encoding="utf-8")
    assert json.loads(printed.out)["scenarios"] == {
        "complete": True,
        "stopped_by": None,
        "combinations": 8,
        "nodes": 6,
        "scenarios": [
            {
                "states": {"Trade": "parted", "Pacts": "many", "Talks": "held"},
                "total_impact": 5.0,
                "margin": 2.0,
                "weight": 3,
            },
            {
                "states": {"Trade": "open", "Pacts": "few", "Talks": "held"},
                "total_impact": 4.0,
                "margin": 2.0,
                "weight": 2,
            },
        ],
    }


def test_succession_and_seed_are_passed_on(tracktwo: Command, matrix: Path) -> None:
    options = ("--succession", "local", "--seed", "4")

    document = json.loads(tracktwo("scenarios", matrix, *options, "--json", "-").out)

    assert document["settings"] == {
        "tolerance": 0.0,
        "succession": "local",
        "seed": 4,
        "held": {},
    }
    assert document["basins"]["in_cycles"] == 0


@pytest.mark.parametrize("language", ["zh", "fr"])
def test_every_language_tells_the_same_scenarios(
    tracktwo: Command, matrix: Path, language: str
) -> None:
    ran = tracktwo("scenarios", matrix, "--language", language, columns=150)

    assert (ran.code, ran.err) == (0, "")
    assert "Trade" in ran.out
    assert "parted" in ran.out


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--fix", "Trade"], "--fix 'Trade' names no state; write --fix 'Descriptor=state'"),
        (["--fix"], "--fix names nothing; write --fix 'Descriptor=state'"),
        (["--fix", "Tade=open"], "there is no descriptor 'Tade'; there are Trade, Pacts, Talks"),
        (["--fix", "Trade=few"], "descriptor 'Trade' has no state 'few'; it has open, parted"),
        (
            ["--fix", "Trade=open", "--fix", "Trade=parted"],
            "--fix names descriptor 'Trade' twice; give it one state",
        ),
        (["--tolerance", "-1"], "the tolerance is -1; use a number from 0 on"),
        (["--tolerance", "nan"], "the tolerance is nan; use a number from 0 on"),
        (["--deadline", "0"], "--deadline is 0; give it more than 0 seconds"),
        (["--deadline", "nan"], "--deadline is nan; give it more than 0 seconds"),
    ],
)
def test_wrong_option_is_one_sentence(
    tracktwo: Command, matrix: Path, tmp_path: Path, options: list[str], told: str
) -> None:
    out = tmp_path / "out.json"

    ran = tracktwo("scenarios", matrix, "--json", out, *options)

    assert (ran.code, ran.out, ran.err) == (2, "", f"tracktwo: {told}\n")
    assert not out.exists()


@pytest.mark.parametrize("options", [["--seed", "1.5"], ["--seed", "-1"], ["--succession", "both"]])
def test_option_of_another_kind_is_refused(
    tracktwo: Command, matrix: Path, options: list[str]
) -> None:
    ran = tracktwo("scenarios", matrix, *options)

    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_wrong_cell_is_named_with_file_and_line(
    tracktwo: Command, matrix: Path, tmp_path: Path
) -> None:
    matrix.write_text(CALM_OR_GRIM.replace("Pacts=many,-3", "Pacts=many,no"), encoding="utf-8")

    ran = tracktwo("scenarios", matrix, "--json", tmp_path / "out.json")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"tracktwo: {matrix}, line 5: the impact of 'Pacts=many' on 'Trade=open' is 'no'; "
        "write a number such as -2 or 0.5, or nothing\n"
    )
    assert not (tmp_path / "out.json").exists()


def test_matrix_is_not_written_over(tracktwo: Command, matrix: Path) -> None:
    ran = tracktwo("scenarios", matrix, "--json", matrix)

    assert (ran.code, ran.out) == (2, "")
    assert matrix.read_text(encoding="utf-8") == CALM_OR_GRIM


def test_example_holds_five_scenarios(tracktwo: Command, example: Path) -> None:
    document = json.loads(tracktwo("scenarios", example / "cross_impact.csv", "--json", "-").out)

    found = document["scenarios"]["scenarios"]
    assert [(one["total_impact"], one["margin"], one["weight"]) for one in found] == [
        (56, 3, 1335),
        (51, 1, 112),
        (31, 0, 1311),
        (30, 0, 917),
        (20, 0, 52),
    ]


def test_page_documents_every_option_and_every_key(tracktwo: Command, matrix: Path) -> None:
    page = (Path(__file__).parents[2] / "docs/scenarios.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"`(?:\w+\.)*(\w+)(?:\[\])?`", page))
    arguments = app["scenarios"].assemble_argument_collection()
    options = {name for one in arguments for name in one.names if name.startswith("--")}

    told = tracktwo("scenarios", matrix, "--fix", "Trade=open", "--json", "-").out

    assert {name for name in options - {"--matrix"} if f"- `{name} " not in page} == set()
    assert _keys(json.loads(told)) - documented == set()


def _keys(document: object) -> set[str]:
    """Keys at any depth, but for the descriptors that are keys of `states` and `held`."""
    if isinstance(document, list):
        return {key for one in document for key in _keys(one)}
    if not isinstance(document, dict):
        return set()
    below = {key for name, one in document.items() if name != "states" for key in _keys(one)}
    return (set(document) | below) - {"Trade", "Pacts", "Talks"}
