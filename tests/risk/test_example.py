"""The shipped risks are drawn by their script, complete in three languages, and show what was planted."""

import runpy
from pathlib import Path

import pytest

from tracktwo.exchange.risks import RiskFolder, read_risks
from tracktwo.risk import assess

FOLDER = Path(__file__).parents[2] / "examples" / "nato-china"


@pytest.fixture(scope="module")
def given() -> RiskFolder:
    return read_risks(FOLDER)


def test_script_draws_the_same_bytes(tmp_path: Path) -> None:
    runpy.run_path(str(FOLDER / "make_risks.py"))["main"](tmp_path)

    assert (tmp_path / "estimates.csv").read_bytes() == (FOLDER / "estimates.csv").read_bytes()


def test_register_is_complete_in_three_languages(given: RiskFolder) -> None:
    texts = [
        each
        for risk in given.register.risks
        for each in (
            risk.texts, risk.existing, risk.proposed,
            *(text for one in risk.indicators for text in (one.texts, one.threshold)),
        )
    ]  # fmt: skip

    assert {tuple(sorted(each)) for each in texts} == {("en", "fr", "zh")}
    assert len(texts) == 7 * 5


def test_mechanisms_name_risks_of_the_register(given: RiskFolder) -> None:
    named = {concept for risk in given.register.risks for concept in risk.mechanism}

    assert named <= set(given.register.ids)


def test_what_was_planted_is_found(given: RiskFolder) -> None:
    found = assess(given.register, given.estimates, k=given.k)

    assert {one.risk: (one.findings[0].verdict, one.findings[0].side) for one in found.risks} == {
        "confrontation-syndrome": ("alike", ""),
        "escalation-by-accident": ("alike", ""),
        "economic-decoupling": ("alone", "china"),
        "lost-cooperation": ("alike", ""),
        "cyber-escalation": ("more", "nato"),
        "worst-case-planning": ("more", "nato"),
        "regional-spillover": ("mixed", ""),
    }


def test_second_round_comes_closer(given: RiskFolder) -> None:
    found = assess(given.register, given.estimates, k=given.k)

    sides = [side for one in found.risks for each in one.quantities for side in each.sides]
    moved = [side.change.spread_after - side.change.spread_before for side in sides]
    assert max(moved) < 0
