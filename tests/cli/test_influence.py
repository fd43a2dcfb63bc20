"""`tracktwo influence`: what it prints and writes."""

import json
import re
import warnings
from pathlib import Path

import numpy as np
import pytest

from tests.cli.conftest import Command
from tests.cli.small_maps import FORMS, SIDES, lay_out
from tracktwo_cli.main import app


@pytest.fixture
def drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a map of four concepts and what goes with it."""
    folder = tmp_path / "work"
    lay_out(folder)
    monkeypatch.chdir(folder)
    return folder


def _lines(printed: str) -> list[str]:
    return [line.strip() for line in printed.splitlines() if line.strip(" ─")]


def _told(ran_out: str) -> dict[str, object]:
    return dict(json.loads(ran_out))


def test_findings_come_first_and_then_values(tracktwo: Command, drawn: Path) -> None:
    del drawn

    ran = tracktwo("influence", "map.csv", columns=120)

    assert (ran.code, ran.err) == (0, "")
    assert _lines(ran.out) == [
        "4 concepts, 4 links, 1 expert.",
        "Where the map comes to rest",
        "The map comes to rest, and it is proven that it does so at the same place from wherever it starts.",
        "Spirals: what feeds itself",
        "“exercises” strengthens “threat”, which strengthens “exercises” again. Its strength is 35 of 100; the link “threat” →",
        "“exercises” takes least to cut.",
        "What moves each risk most",
        "“incident”: without the link “threat” → “incident” it would be lower by 8.9 points of 100.",
        "Values at rest, of 100",
        "Concept    Value",
        "exercises  55.6",
        "threat     44.7",
        "hotline    100.0",
        "incident   58.9",
        "All of it as a table  --report FILE.html  --json FILE",
    ]  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_same_map_in_any_form_is_told_the_same(tracktwo: Command, drawn: Path, name: str) -> None:
    usual = _told(tracktwo("influence", "map.csv", "--json", "-").out)
    (drawn / name).write_text(FORMS[name], encoding="utf-8")

    told = _told(tracktwo("influence", name, "--json", "-").out)

    assert told["run"]["states"] == pytest.approx(usual["run"]["states"], abs=1e-12)


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_nothing_is_wider_than_the_terminal(
    tracktwo: Command, example: Path, columns: int, language: str
) -> None:
    from rich.cells import cell_len

    ran = tracktwo(
        "influence", example, "--language", language, "--ensemble", "20", columns=columns
    )

    assert (ran.code, ran.err) == (0, "")
    assert [line for line in ran.out.splitlines() if cell_len(line.rstrip()) > columns] == []


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "NATO and China: what moves what, as each side might draw it (illustration)"),
        ("zh", "北约与中国：双方可能如何描绘相互影响（示意）"),
        ("fr", "OTAN et Chine : ce qui agit sur quoi, tel que chaque partie pourrait le dessiner (illustration)"),
    ],
)  # fmt: skip
def test_texts_follow_the_language(
    tracktwo: Command, example: Path, language: str, title: str
) -> None:
    ran = tracktwo("influence", example, "--language", language, "--ensemble", "20", columns=200)

    assert ran.out.splitlines()[0] == title


def test_map_of_two_sides_is_compared_within_itself(tracktwo: Command, drawn: Path) -> None:
    del drawn

    ran = tracktwo("influence", "sides.csv", columns=200)

    told = _lines(ran.out)
    assert told[0] == "3 concepts, 3 links, 3 experts."
    place = told.index("Two maps side by side")
    assert told[place + 1] == (
        "Of 3 links, both draw 1 with the same sign and 1 with opposite signs; "
        "0 are on the map of north alone, 1 on that of south alone."
    )


def test_document_holds_the_documented_keys(tracktwo: Command, drawn: Path) -> None:
    del drawn

    told = _told(tracktwo("influence", "sides.csv", "--trace", "--json", "-").out)

    assert {"concepts", "run", "loops", "leverage", "comparison"} <= set(told)
    assert {"outcome", "period", "error_bound", "certificate", "states", "trace"} <= set(
        told["run"]
    )
    assert [
        set(one) >= {"concepts", "polarity", "strength", "proven"} for one in told["loops"]
    ] == [True]
    assert told["loops"][0]["concepts"] == ["exercises", "threat"]
    assert {
        frozenset(("risk", "source", "target", "value", "p_top")) <= set(one)
        for one in told["leverage"]
    } == {True}
    assert (told["run"]["outcome"], told["run"]["period"]) == ("settled", 1)
    assert told["run"]["certificate"]["unique"] is True
    assert 0 <= told["run"]["error_bound"] < 1e-8
    assert [len(row) for row in told["run"]["trace"]] == [3] * (told["run"]["steps"] + 1)
    assert told["comparison"]["names"] == ["north", "south"]  # fmt: skip


def test_document_and_report_are_written_together(tracktwo: Command, drawn: Path) -> None:
    ran = tracktwo("influence", "map.csv", "--json", "made/all.json", "--report", "made/all.html")

    assert (ran.code, ran.err) == (0, "wrote made/all.html\nwrote made/all.json\n")
    assert _told((drawn / "made/all.json").read_text(encoding="utf-8"))["version"] == 1
    assert (drawn / "made/all.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_same_seed_gives_the_same_document(tracktwo: Command, drawn: Path) -> None:
    del drawn
    once, again, other = (
        tracktwo("influence", "sides.csv", "--seed", seed, "--spread", "0.2", "--json", "-").out
        for seed in (3, 3, 4)
    )

    assert once == again
    assert once != other


def test_what_is_clamped_or_taken_or_started_is_there(tracktwo: Command, drawn: Path) -> None:
    del drawn

    def ends(*options: str) -> dict[str, float]:
        return _told(tracktwo("influence", "map.csv", *options, "--json", "-").out)["run"]["states"]

    assert ends("--clamp", "threat=-0.5", "--clamp", "hotline=0.25") == pytest.approx(
        {
            "exercises": 1 / (1 + np.exp(0.25)),
            "threat": -0.5,
            "hotline": 0.25,
            "incident": 1 / (1 + np.exp(0.4)),
        }
    )
    assert ends("--take", "threat")["threat"] == 1
    assert ends("--start", "start.csv") == pytest.approx(ends(), abs=1e-7)


def test_measure_from_a_table_is_taken_and_told(tracktwo: Command, drawn: Path) -> None:
    del drawn

    told = _told(tracktwo("influence", "map.csv", "--measure", "pact.csv", "--json", "-").out)

    assert told["run"]["states"]["pact"] == 1
    (effect,) = told["effects"]
    assert (effect["measure"], effect["risk"], effect["value"] < 0) == ("pact", "incident", True)


def test_maps_are_compared_over_concepts_that_mean_the_same(tracktwo: Command, drawn: Path) -> None:
    del drawn

    apart, same = (
        _told(
            tracktwo("influence", "map.csv", "--compare", "other.csv", *options, "--json", "-").out
        )
        for options in ((), ("--same", "menace=threat"))
    )

    assert apart["comparison"]["names"] == ["map", "other"]
    assert {one["kind"] for one in apart["comparison"]["links"]} == {"only_one", "only_other"}
    assert [one["kind"] for one in same["comparison"]["links"]] == ["both", "opposite", "both", "only_one"]  # fmt: skip


def test_two_rounds_of_the_same_experts_are_compared(tracktwo: Command, drawn: Path) -> None:
    (drawn / "later.csv").write_text(SIDES.replace("-0.4", "0.4"), encoding="utf-8")

    told = _told(tracktwo("influence", "sides.csv", "--compare", "later.csv", "--json", "-").out)

    assert {one["kind"] for one in told["comparison"]["links"]} == {"both"}


def test_side_alone_is_studied(tracktwo: Command, drawn: Path) -> None:
    del drawn

    told = _told(tracktwo("influence", "sides.csv", "--side", "south", "--json", "-").out)

    assert [link["weight"] for link in told["links"]] == [-0.4, 0.6, 0.8]
    assert told["comparison"] is None


def test_map_that_turns_says_so_and_lists_where_starts_end(tracktwo: Command, drawn: Path) -> None:
    (drawn / "begun.csv").write_text("concept,value\na,1\nb,0\nc,0\n", encoding="utf-8")
    arguments = ("--transfer", "step:0.5", "--start", "begun.csv", "--tipping", "40")

    ran = tracktwo("influence", "turning.csv", *arguments, columns=120)

    told = _lines(ran.out)
    assert told[2] == "The map does not come to rest: it repeats itself every 3 steps."
    assert "Values after the last step, of 100" in told
    assert "Where 40 random starts end" in told
    document = _told(tracktwo("influence", "turning.csv", *arguments, "--json", "-").out)
    assert (document["run"]["outcome"], document["run"]["period"]) == ("cycle", 3)
    assert sorted(document["run"]["cycle"]) == [[0, 0, 1], [0, 1, 0], [1, 0, 0]]
    assert {end["period"] for end in document["tipping"]["ends"]} == {1, 3}


@pytest.mark.parametrize(
    "arguments",
    [
        ("nought.csv",),
        ("nought.csv", "--tipping", "20"),
        ("map.csv", "--transfer", "sigmoid:1e300", "--spread", "0.4", "--tipping", "20"),
        ("map.csv", "--rule", "mkosko", "--transfer", "clip", "--spread", "1"),
        ("map.csv", "--rule", "rescaled", "--transfer", "tanh:5", "--spread", "0.5"),
        ("sides.csv", "--transfer", "trivalent"),
        ("sides.csv", "--least-share", "1"),
        ("sides.csv", "--ensemble", "1"),
        ("turning.csv", "--transfer", "clip", "--ensemble", "0"),
    ],
)
def test_unusual_maps_are_told_without_warnings(
    tracktwo: Command, drawn: Path, arguments: tuple[str, ...]
) -> None:
    del drawn

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ran = tracktwo("influence", *arguments, "--report", "made.html")

    assert (ran.code, ran.err) == (0, "wrote made.html\n")


def test_map_with_links_of_weight_nought_only_has_no_picture(
    tracktwo: Command, drawn: Path
) -> None:
    tracktwo("influence", "nought.csv", "--report", "made.html")

    page = (drawn / "made.html").read_text(encoding="utf-8")
    assert "<svg" not in page
    assert "Where the map comes to rest" in page


def test_large_map_without_risks_asks_about_a_dozen(tracktwo: Command, drawn: Path) -> None:
    rng = np.random.default_rng(0)
    places = rng.permutation(200 * 200)[:2_000]
    rows = [f"c{at // 200},c{at % 200},{rng.uniform(-0.3, 0.3):.2f}" for at in places]
    (drawn / "large.csv").write_text("\n".join(("source,target,weight", *rows)), encoding="utf-8")

    told = _told(tracktwo("influence", "large.csv", "--ensemble", "10", "--spread", "0.1", "--loops", "2", "--json", "-").out)  # fmt: skip

    assert (len(told["concepts"]), len(told["risks"]), len(told["leverage"])) == (200, 12, 24_000)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_public_support_for_insurgency_under_a_step(
    tracktwo: Command, reference, tmp_path: Path, number: int
) -> None:
    published = json.loads(reference("risk/fcm_psot.json").read_text(encoding="utf-8"))
    case = published["examples"][number]
    drawn = tmp_path / "psot.csv"
    rows = [f"{source},{target},{weight}" for source, target, weight in published["edges"]]
    drawn.write_text("\n".join(("source,target,weight", *rows)), encoding="utf-8")
    on, off = case["clamped_on"], case["clamped_off"]
    on_map = {name for source, target, _ in published["edges"] for name in (source, target)}
    start = tmp_path / "start.csv"
    values = [f"{name},{int(name in on)}" for name in published["names"] if name in on_map]
    start.write_text("\n".join(("concept,value", *values)), encoding="utf-8")
    clamps = [f"--clamp={name}={int(name in on)}" for name in (*on, *off) if name in on_map]

    ran = tracktwo("influence", drawn, "--rule", "kosko", "--transfer", "step:0.5", "--start", start, *clamps, "--json", "-")  # fmt: skip

    run = _told(ran.out)["run"]
    assert (run["outcome"], run["error_bound"]) == ("settled", 0.0)
    assert {name for name, value in run["states"].items() if value == 1} == set(case["fixed_point_on"]) & on_map  # fmt: skip


def test_every_option_is_documented() -> None:
    page = Path(__file__).parents[2] / "docs/influence.md"
    arguments = app["influence"].assemble_argument_collection()
    options = {name for argument in arguments for name in argument.names if name.startswith("--")}

    told = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", page.read_text(encoding="utf-8")))

    assert options <= told
