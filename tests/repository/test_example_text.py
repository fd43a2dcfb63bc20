"""The example's joint text: two equal languages, seven disagreements, and nothing else to mark."""

from collections import Counter
from pathlib import Path

import pytest

import tracktwo as tt
from tracktwo.exchange.texts import read_text, write_text
from tracktwo.text import NegotiatedText, check, concordance
from tracktwo.text.languages.bracket_shape import bracket_shapes
from tracktwo.text.lint import lint
from tracktwo.text.standing import BracketReason, disagreements

NAMES = ("text.en.md", "text.zh.md")
OPEN = {
    "b1": ("u5", "alternative", 1, ("china",), ""),
    "b2": ("u14", "contentious", 1, ("china",), ""),
    "b3": ("u14", "uncertain", 3, ("nato",), "b2"),
    "b4": ("u19", "suspicious", 2, ("nato",), ""),
    "b5": ("u30", "tactical", 2, ("nato",), ""),
    "b6": ("u41", "waiting", 4, ("china",), ""),
    "b7": ("u31", "weary", 3, ("china", "nato"), ""),
}
"""Every disagreement: its unit, reason, session, holders, and the disagreement around it."""


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "examples" / "nato-china" / "text"


@pytest.fixture(scope="module")
def text(folder: Path) -> NegotiatedText:
    return read_text(folder).text


def test_text_has_every_unit_in_both_languages(text: NegotiatedText) -> None:
    assert [unit.id for unit in text.units] == [f"u{place}" for place in range(1, 45)]
    assert {tuple(unit.texts) for unit in text.units} == {("en", "zh")}


def test_files_have_the_same_ids_kinds_and_numbers(folder: Path) -> None:
    english, chinese = (
        [(one.id, one.kind, one.number, one.parent) for one in read_text(folder / name).text.units]
        for name in NAMES
    )

    assert english == chinese


def test_text_says_near_its_beginning_that_it_is_made_up(text: NegotiatedText) -> None:
    first = text.units[1].texts

    assert ("made up" in first["en"], "虚构" in first["zh"]) == (True, True)


def test_text_has_seven_disagreements_for_seven_reasons(text: NegotiatedText) -> None:
    found = disagreements(text)

    assert {
        one.id: (one.unit, one.facts.reason, one.facts.since, one.facts.holders, one.inside)
        for one in found
    } == OPEN
    assert {one.facts.reason for one in found} == set(BracketReason)


def test_disagreements_stand_in_both_languages_in_the_same_build(text: NegotiatedText) -> None:
    shapes = [
        [sorted(bracket_shapes(source)) for source in unit.texts.values()] for unit in text.units
    ]

    assert {one.languages for one in disagreements(text)} == {("en", "zh")}
    assert [one for one in shapes if one[0] != one[1]] == []


def test_both_sides_hold_as_many_disagreements(text: NegotiatedText) -> None:
    held = Counter(side for one in disagreements(text) for side in one.facts.holders)

    assert held == {"nato": 4, "china": 4}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_check_finds_the_disagreements_and_nothing_to_ask(
    text: NegotiatedText, language: str
) -> None:
    found = [check(source) for _, source in text.sources(language)]

    assert [one.kind for each in found for one in each.brackets] == [
        "alternatives", "alternatives", "doubt", "alternatives", "alternatives", "alternatives", "placeholder",
    ]  # fmt: skip
    assert [one for each in found for one in (*each.candidates, *each.errors)] == []


def test_linter_marks_the_open_date_alone(text: NegotiatedText) -> None:
    found = [(one.rule, one.unit, one.language, one.found) for one in lint(text)]

    assert found == [("leftover", "u41", "en", "[date]"), ("leftover", "u41", "zh", "[日期]")]


def test_languages_say_the_same(text: NegotiatedText) -> None:
    assert concordance(text).discords == ()


def test_files_are_written_again_byte_for_byte(
    folder: Path, text: NegotiatedText, tmp_path: Path
) -> None:
    write_text(text, tmp_path / "text")

    assert {one.name: one.read_bytes() for one in (tmp_path / "text").iterdir()} == {
        name: (folder / name).read_bytes() for name in NAMES
    }


def test_dialogue_is_read_beside_its_text(folder: Path) -> None:
    dialogue = tt.read(folder.parent)

    assert [party.id for party in dialogue.parties] == ["nato", "china"]
