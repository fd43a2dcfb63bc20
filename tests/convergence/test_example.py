"""The shipped talks are drawn by their script, complete in three languages, and worth looking at."""

import csv
import runpy
from pathlib import Path

import pytest

from tracktwo.convergence import LADDER, SOLUTIONS, Agreement, firmness, search, trades
from tracktwo.exchange.convergence import ConvergenceFolder, read_convergence

FOLDER = Path(__file__).parents[2] / "examples" / "nato-china"
OBVIOUS = (
    "shade-return", "naval-staff-talks", "cues-drill", "disaster-lessons",
    "korea-assessments", "crisis-envoys", "afghanistan-exchange",
)  # fmt: skip


@pytest.fixture(scope="module")
def given() -> ConvergenceFolder:
    return read_convergence(FOLDER)


@pytest.fixture(scope="module")
def found(given: ConvergenceFolder) -> Agreement:
    return search(given.talks)


def test_script_draws_the_same_bytes(tmp_path: Path) -> None:
    runpy.run_path(str(FOLDER / "make_convergence.py"))["main"](tmp_path)

    drawn = (tmp_path / "values.csv").read_bytes()
    assert drawn == (FOLDER / "convergence" / "values.csv").read_bytes()


def test_texts_are_complete_in_three_languages(given: ConvergenceFolder) -> None:
    talks = given.talks
    texts = [
        *(area.texts for area in talks.options.areas),
        *(one.texts for one in talks.conditions),
        *(
            each
            for option in talks.options.options
            for each in (option.texts, option.obstacles, option.precedents, *option.interests.values())
        ),
    ]  # fmt: skip

    assert {tuple(sorted(each)) for each in texts} == {("en", "fr", "zh")}
    assert len(texts) == 5 + 8 + 16 * 5


def test_every_area_has_options_and_every_option_its_place(given: ConvergenceFolder) -> None:
    options = given.talks.options

    assert {one.area for one in options.options} == {area.id for area in options.areas}
    assert len(options.areas) == 5
    assert all(one.touches and one.rung in LADDER for one in options.options)
    assert all(set(one.interests) == set(given.talks.parties) for one in options.options)


def test_as_many_experts_value_as_take_part(given: ConvergenceFolder) -> None:
    with (FOLDER / "participants.csv").open(encoding="utf-8", newline="") as file:
        seats = [row["party"] for row in csv.DictReader(file)]

    valuation = given.talks.valuation
    assert {party: len(valuation.experts(party)) for party in valuation.parties} == {
        party: seats.count(party) for party in ("nato", "china")
    }


def test_conditions_come_from_both_sides_and_jointly(given: ConvergenceFolder) -> None:
    conditions = given.talks.conditions

    assert {one.by for one in conditions} == {"nato", "china", ""}
    assert {"needs", "excludes", "at_most", "balance"} <= {one.kind for one in conditions}


def test_solutions_differ_and_cross_what_costs_a_side(found: Agreement) -> None:
    packages = [found.solution(name) for name in SOLUTIONS]

    assert len({one.options for one in packages}) == 3
    assert all({"command-line", "exercise-notices"} <= set(one.options) for one in packages)
    assert all(one.proven for one in packages)
    assert found.frontier.complete


def test_something_is_contested_and_something_firm(given: ConvergenceFolder) -> None:
    firm = firmness(given.talks)

    assert "exercise-notices" in firm.of("contested")
    assert min(len(firm.of(one)) for one in ("firm", "contested", "never")) >= 3


def test_the_obvious_package_can_be_improved_for_both(given: ConvergenceFolder) -> None:
    better = trades(given.talks, OBVIOUS)

    assert better.broken == ()
    assert min(better.table.gains.values()) > 0
    first = better.trades[0]
    assert len(first.adds) + len(first.drops) == 4
    assert min(first.more.values()) > 5
