"""`tracktwo risk`: what it prints, writes and refuses."""

import csv
import json
import re
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import Command
from tracktwo.exchange.risks import read_risks
from tracktwo.risk import assess, json_schema, to_json
from tracktwo_cli.main import app

HEADER = ("risk", "expert", "side", "round", "quantity", "low", "best", "high")
SHIFT = (-0.04, -0.02, 0.0, 0.0, 0.0, 0.02, 0.02, 0.02)
"""How eight experts of a side differ from their mean."""
LIKELIHOOD = {
    "flood": {"upstream": 0.3, "downstream": 0.7},
    "drought": {"upstream": 0.5, "downstream": 0.5},
}


@pytest.fixture
def risks(tmp_path: Path) -> Path:
    """Two risks between two sides of eight: one that both see alike, one that one side fears."""
    folder = tmp_path / "risks"
    folder.mkdir()
    with (folder / "estimates.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(HEADER)
        for risk, means in LIKELIHOOD.items():
            for side, mean in means.items():
                for n, shift in enumerate(SHIFT):
                    best = round(mean + shift, 2)
                    ends = (round(best - 0.1, 2), best, round(best + 0.1, 2))
                    table.writerow((risk, f"{side}-{n}", side, 1, "likelihood", *ends))
    (folder / "risks.csv").write_text(
        "risk,text_en,text_fr\nflood,The dam breaks.,Le barrage rompt.\ndrought,The river dries up.,La rivière tarit.\n",
        encoding="utf-8",
    )
    return folder


def _lines(printed: str) -> list[str]:
    return [line.strip() for line in printed.splitlines() if line.strip(" ─")]


def test_findings_come_first_and_then_the_table(tracktwo: Command, risks: Path) -> None:
    ran = tracktwo("risk", risks, columns=120)

    assert (ran.code, ran.err) == (0, "")
    assert _lines(ran.out) == [
        "2 risks, estimated by upstream, downstream. Intervals are what a side holds possible.",
        "Seen alike by upstream and downstream",
        "The river dries up.",
        "Likelihood: upstream 50% (40–60%), downstream 50% (40–60%); difference 0 (−5 to +5) points.",
        "Feared by downstream alone",
        "The dam breaks.",
        "Likelihood: upstream 30% (20–40%), downstream 70% (60–80%); difference −40 (−45 to −35) points.",
        "Differences carry an interval over experts; one in twenty of such intervals may miss. Likelihoods of 0 and 1 are counted",
        "as 0.001 and 0.999.",
        "Likelihood    Likelihood",
        "Risk                                                              upstream    downstream",
        "The dam breaks.                                               30% (20–40%)  70% (60–80%)",
        "The river dries up.                                           50% (40–60%)  50% (40–60%)",
        "All of it as a table  --json FILE",
    ]  # fmt: skip


def test_texts_follow_the_language(tracktwo: Command, risks: Path) -> None:
    told = _lines(tracktwo("risk", risks, "--language", "fr").out)

    assert "Le barrage rompt." in told


def test_example_is_told_with_its_note(tracktwo: Command, example: Path) -> None:
    ran = tracktwo("risk", example, columns=300)

    told = _lines(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert told[1].startswith("Simulated example: ")
    assert [line for line in told if line.startswith(("Seen alike", "Feared", "Likelier", "Too few"))] == [
        "Seen alike by NATO experts and Chinese experts",
        "Feared more by NATO experts",
        "Feared by Chinese experts alone",
        "Likelier to one, graver to the other",
    ]  # fmt: skip


def test_signs_that_were_seen_are_told(tracktwo: Command, example: Path) -> None:
    told = _lines(tracktwo("risk", example, columns=300).out)

    place = told.index("Signs that were seen")
    assert told[place + 2] == (
        "Planned meetings between the sides are called off. Counts from: two in a row. "
        "Seen by: NATO experts, Chinese experts."
    )
    assert len([line for line in told if "Seen by:" in line]) == 3


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 200])
def test_nothing_is_wider_than_the_terminal(tracktwo: Command, example: Path, columns: int) -> None:
    ran = tracktwo("risk", example, columns=columns)

    assert [line for line in ran.out.splitlines() if len(line) > columns] == []


def test_table_alone_is_told_by_id(tracktwo: Command, risks: Path) -> None:
    told = _lines(tracktwo("risk", risks / "estimates.csv", columns=120).out)

    assert [told[n] for n in (1, 2, 4, 5)] == [
        "Seen alike by upstream and downstream",
        "drought",
        "Feared by downstream alone",
        "flood",
    ]


def test_small_sides_are_not_shown(tracktwo: Command, risks: Path) -> None:
    told = _lines(tracktwo("risk", risks, "--k", "9").out)

    assert "Not shown: too few experts of upstream or downstream" in told
    assert not [line for line in told if "%" in line]


def test_json_is_that_of_the_library(tracktwo: Command, risks: Path, tmp_path: Path) -> None:
    file = tmp_path / "made" / "risks.json"

    ran = tracktwo("risk", risks, "--json", file, "--pool", "log", "--seed", "3")

    given = read_risks(risks)
    found = assess(given.register, given.estimates, pool="log", seed=3)
    assert (ran.code, ran.err) == (0, f"wrote {file}\n")
    assert file.read_text(encoding="utf-8") == to_json(found)


def test_json_on_standard_output_is_all_there_is(tracktwo: Command, example: Path) -> None:
    ran = tracktwo("risk", example, "--json", "-")

    told = json.loads(ran.out)
    jsonschema.validate(told, json_schema(), cls=jsonschema.Draft202012Validator)
    assert (ran.code, ran.err, told["version"]) == (0, "", 1)
    assert told["sides"][0]["names"]["fr"] == "Experts OTAN"
    assert told["note"]["en"].startswith("Simulated example")


def test_weights_and_scores_are_told_by_side(tracktwo: Command, risks: Path) -> None:
    rows = ["question,expert,low,best,high,truth"]
    for question in range(10):
        at = 10 * question + (0.5 if question % 2 else -0.5)
        experts = [f"{side}-{n}" for side in ("upstream", "downstream") for n in range(8)]
        rows += [f"q{question},{one},{at - 3},{at},{at + 3},{10 * question}" for one in experts]
    (risks / "seeds.csv").write_text("\n".join(rows), encoding="utf-8")

    ran = tracktwo("risk", risks, "--weights", "cooke")

    assert "Weight by answers to the seed questions: upstream 50%; downstream 50%." in _lines(
        ran.out
    )


def test_resolved_risks_are_scored(tracktwo: Command, risks: Path) -> None:
    lines = (risks / "estimates.csv").read_text(encoding="utf-8").splitlines()
    more = [line.replace("flood", f"r{n}") for n in range(6) for line in lines if "flood" in line]
    (risks / "estimates.csv").write_text("\n".join([lines[0], *more]), encoding="utf-8")
    resolved = "\n".join(f"r{n},{'yes' if n else 'no'}" for n in range(6))
    (risks / "risks.csv").write_text(f"risk,outcome\n{resolved}\n", encoding="utf-8")

    told = _lines(tracktwo("risk", risks, columns=120).out)

    assert [line for line in told if "Brier" in line] == [
        "upstream: Brier score 0.42 (0.29 to 0.49) on 6 resolved risks; 0 is perfect.",
        "downstream: Brier score 0.16 (0.09 to 0.29) on 6 resolved risks; 0 is perfect.",
    ]


HELP = "(tracktwo risk --help lists what there is)"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], f'Command "risk" parameter PATH requires an argument. {HELP}'),
        (["nowhere"], "nowhere: there is no such file or folder; check the path"),
        (["risks", "--k", "0"], "k is 0; it must be 1 or more"),
        (["risks", "--k", "two"], f"Invalid value for --k: write a whole number from 0 on {HELP}"),
        (["risks", "--seed", "-1"], f"Invalid value for --seed: write a whole number from 0 on {HELP}"),
        (["risks", "--pool", "mean"], f'Invalid value "mean" for --pool. Choose from: "linear", "log". {HELP}'),
        (["risks", "--weights", "cooke"], "Cooke's weights need seed questions; give a folder with seeds.csv"),
        (["risks", "--margin", "2"], "the margin is 2; it must lie between 0 and 1"),
        (["risks", "--credence", "80"], "the credence is 80; it must lie between 0.5 and 1"),
        (["risks", "--json", "risks/risks.csv"], "cannot write risks/risks.csv: it is part of what is read; name another file"),
        (["risks/risks.csv"], "risks/risks.csv, line 1: column 'expert' is missing (there are: risk, text_en, text_fr)"),
    ],
)  # fmt: skip
def test_wrong_input_is_one_sentence(
    tracktwo: Command,
    risks: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(risks.parent)
    before = {path: path.read_bytes() for path in risks.iterdir()}

    ran = tracktwo("risk", *arguments)

    assert (ran.code, ran.out, ran.err) == (2, "", f"tracktwo: {sentence}\n")
    assert {path: path.read_bytes() for path in risks.iterdir()} == before
    assert list(risks.parent.iterdir()) == [risks]


def test_bad_row_writes_nothing(tracktwo: Command, risks: Path, tmp_path: Path) -> None:
    with (risks / "estimates.csv").open("a", encoding="utf-8") as file:
        file.write("flood,upstream-0,upstream,2,likelihood,10%,20%,30%\n")

    ran = tracktwo("risk", risks, "--json", tmp_path / "out.json")

    blamed = f"{risks / 'estimates.csv'}, line 34"
    sentence = f"tracktwo: {blamed}: low '10%' has a percent sign; write 0.1\n"
    assert (ran.code, ran.out, ran.err) == (2, "", sentence)
    assert not (tmp_path / "out.json").exists()


def test_every_option_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs/risk.md").read_text(encoding="utf-8")
    arguments = app["risk"].assemble_argument_collection()
    options = {name for argument in arguments for name in argument.names if name.startswith("--")}

    assert options == set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", page))


def test_every_key_of_the_document_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs/risk.md").read_text(encoding="utf-8")
    explained = page[page.index("## The JSON document") :]
    cells = re.findall(r"^\| (`[^|]+) \|", explained, re.MULTILINE)

    documented = {key for cell in cells for key in re.findall(r"`(\w+)(?:\[\])?`", cell)}

    assert documented == set(json_schema()["properties"])
