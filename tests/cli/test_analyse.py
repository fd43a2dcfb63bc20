"""Every option of `tracktwo analyse`, as it is typed."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tracktwo.analysis import analyse, to_json
from tracktwo.exchange import read


def _document(text: str) -> dict:
    return json.loads(text)


def test_findings_are_told_in_words_and_tables(tracktwo: Command, example: Path) -> None:
    ran = tracktwo("analyse", example)

    lines = [line.rstrip() for line in ran.out.splitlines()]
    headings = [
        "What is shared",
        "What truly divides",
        "Where a side misjudges another",
        "How united each side is",
        "Shared ground",
        "What sides expect and what is so",
    ]
    assert (ran.code, ran.err) == (0, "")
    assert [line for line in lines if line in headings] == headings
    assert lines[0] == "NATO and China: what each side expects of the other (simulated)"
    assert lines[-1] == "All of it as a table  --report FILE.html  --json FILE"


@pytest.mark.parametrize("columns", [24, 40, 80, 120, 240])
@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_what_is_printed_fits_the_terminal(
    tracktwo: Command, example: Path, columns: int, language: str
) -> None:
    from rich.cells import cell_len

    ran = tracktwo("analyse", example, "--language", language, columns=columns)

    assert max(cell_len(line) for line in ran.out.splitlines()) <= columns
    assert "\x1b" not in ran.out


def test_json_to_standard_output_is_the_document_alone(tracktwo: Command, example: Path) -> None:
    ran = tracktwo("analyse", example, "--json", "-")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == to_json(analyse(read(example)))


def test_files_are_written_and_named(tracktwo: Command, example: Path, tmp_path: Path) -> None:
    report, document = tmp_path / "new" / "report.html", tmp_path / "found.json"

    ran = tracktwo("analyse", example, "--report", report, "--json", document)

    assert (ran.code, ran.err) == (0, f"wrote {report}\nwrote {document}\n")
    assert document.read_text("utf-8") == to_json(analyse(read(example)))
    assert report.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert {path.name for path in tmp_path.rglob("*")} == {"new", "report.html", "found.json"}


def test_written_files_replace_older_ones(tracktwo: Command, example: Path, tmp_path: Path) -> None:
    document = tmp_path / "found.json"
    document.write_text("old")

    ran = tracktwo("analyse", example, "--json", document)

    assert (ran.code, _document(document.read_text("utf-8"))["k"]) == (0, 3)


def test_table_is_read_with_columns_values_participants_and_predictions(
    tracktwo: Command, tmp_path: Path
) -> None:
    votes = ["state,rcid,said", *(f"s{i},r{j},{'yes' if i < 4 else 'no'}" for i in range(8) for j in range(3))]  # fmt: skip
    (tmp_path / "votes.csv").write_text("\n".join(votes) + "\n")
    sides = ["participant,party", *(f"s{i},{'KL'[i // 4]}" for i in range(8))]
    (tmp_path / "sides.csv").write_text("\n".join(sides) + "\n")
    expected = ["participant,statement,party,value", *(f"s{i},r0,L,0.5" for i in range(4))]
    (tmp_path / "expected.csv").write_text("\n".join(expected) + "\n")

    ran = tracktwo(
        "analyse", tmp_path / "votes.csv", "--columns", "participant=state,statement=rcid,vote=said",
        "--values", "yes=1,no=-1", "--participants", tmp_path / "sides.csv",
        "--predictions", tmp_path / "expected.csv", "--json", "-",
    )  # fmt: skip

    found = _document(ran.out)
    agree = {id_: one["agree"] for id_, one in found["statements"][0]["by_party"].items()}
    told = [row for row in found["perceptions"] if row["of"] == "K" and row["statement"] == "r0"]
    assert agree == {"K": 4, "L": 0}
    assert [(row["about"], row["n_of"], row["predicted"]) for row in told if row["n_of"]] == [
        ("L", 4, 0.5)
    ]


@pytest.mark.parametrize(
    ("option", "value", "setting"),
    [
        ("--groups", "parties", {"groups": "parties"}),
        ("--groups", "polis", {"groups": "polis"}),
        ("--map", "polis", {"map": "polis"}),
        ("--seed", "7", {"seed": 7}),
        ("--smallest-effect", "0.2", {"smallest_effect": 0.2}),
        ("--rate", "0.1", {"false_discovery_rate": 0.1}),
    ],
)
def test_options_reach_the_analysis(
    tracktwo: Command, example: Path, option: str, value: str, setting: dict[str, object]
) -> None:
    ran = tracktwo("analyse", example, option, value, "--json", "-")

    settings = _document(ran.out)["settings"]
    assert {name: settings[name] for name in setting} == setting


def test_groups_from_a_file(tracktwo: Command, example: Path, tmp_path: Path) -> None:
    people = _document(tracktwo("analyse", example, "--json", "-").out)["participants"]
    rows = [f"{one['id']},{'odd' if i % 2 else 'even'}" for i, one in enumerate(people)]
    (tmp_path / "groups.csv").write_text("\n".join(["participant,group", *rows]) + "\n")

    ran = tracktwo("analyse", example, "--groups", tmp_path / "groups.csv", "--json", "-")

    assert _document(ran.out)["groups"] == [{"id": "even", "size": 14}, {"id": "odd", "size": 14}]


def test_orientation_turns_the_map(tracktwo: Command, example: Path) -> None:
    def mean(rule: str) -> float:
        found = _document(tracktwo("analyse", example, "--orientation", rule, "--json", "-").out)
        places = [one["position"][0] for one in found["participants"] if one["party"] == "nato"]
        return sum(places) / len(places)

    assert mean("party:nato") == -mean("party:china") > 0


def test_report_is_written_in_the_language(
    tracktwo: Command, example: Path, tmp_path: Path
) -> None:
    report = tmp_path / "r.html"

    ran = tracktwo("analyse", example, "--language", "zh", "--report", report)

    assert '<html lang="zh-Hans"' in report.read_text("utf-8")
    assert "共同点" in ran.out


def test_a_title_cannot_steer_the_terminal(tracktwo: Command, folder: Path) -> None:
    settings = folder / "dialogue.toml"
    text = settings.read_text("utf-8")
    title = "NATO and China: what each side expects of the other (simulated)"
    settings.write_text(text.replace(title, "a\\u001b[31mb [bold]c[/bold]"), "utf-8")

    ran = tracktwo("analyse", folder)

    assert ran.out.splitlines()[0].rstrip() == "a[31mb [bold]c[/bold]"


def test_help_fits_80_columns_and_names_every_option(tracktwo: Command) -> None:
    ran = tracktwo("analyse", "--help")

    assert max(map(len, ran.out.splitlines())) <= 80
    for option in ("--participants", "--predictions", "--columns", "--values", "--groups", "--map",
                   "--json", "--report", "--language", "--open", "--orientation",
                   "--smallest-effect", "--rate", "--seed", "--cluster"):  # fmt: skip
        assert option in ran.out


def test_version_is_the_library_s(tracktwo: Command) -> None:
    from tracktwo import __version__

    ran = tracktwo("--version")

    assert (ran.code, ran.out) == (0, f"{__version__}\n")
