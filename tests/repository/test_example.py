"""The shipped example is drawn by its script, complete in three languages, and shows what was planted."""

import csv
import re
import runpy
from pathlib import Path

import pytest

import tracktwo as tt

DRAWN = ("participants.csv", "votes.csv", "predictions.csv")
MAP = ("concepts.csv", "judgements.csv", "map.csv")
SOURCES = [
    *(f"III.{item}" for item in range(1, 9)),
    *(f"IV.{item}" for item in range(1, 7)),
    *(f"VI.{item}" for item in range(1, 6)),
]


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "examples" / "nato-china"


@pytest.fixture(scope="module")
def statements(folder: Path) -> list[dict[str, str]]:
    return _rows(folder / "statements.csv")


def test_script_draws_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    draw = runpy.run_path(str(folder / "make.py"))["main"]

    draw(tmp_path)

    assert [name for name in DRAWN if _bytes(tmp_path, name) != _bytes(folder, name)] == []


def test_script_draws_the_same_map(folder: Path, tmp_path: Path) -> None:
    drawn = runpy.run_path(str(folder / "make_maps.py"))["drawn"]

    tt.write_map(drawn(), tmp_path / "map")

    assert [name for name in MAP if _bytes(tmp_path / "map", name) != _bytes(folder, name)] == []


def test_statements_come_from_every_perception_and_area(statements: list[dict[str, str]]) -> None:
    assert sorted({row["source"] for row in statements}) == sorted(SOURCES)


def test_statements_are_complete_in_three_languages(statements: list[dict[str, str]]) -> None:
    columns = ("text_en", "text_zh", "text_fr", "theme", "kind")

    empty = [(row["statement"], name) for row in statements for name in columns if not row[name]]

    assert empty == []


def test_statements_are_single_sentences(statements: list[dict[str, str]]) -> None:
    sentence = {
        "text_en": r"[A-Z][^.?!]+\.",
        "text_zh": r"[^。？！a-z]+。",
        "text_fr": r"[A-ZÀ-Ý][^.?!']+\.",
    }

    odd = [
        row[name]
        for row in statements
        for name, pattern in sentence.items()
        if not re.fullmatch(pattern, row[name])
    ]

    assert odd == []


def test_dialogue_says_that_it_is_simulated_in_every_language(folder: Path) -> None:
    dialogue = tt.read(folder)

    assert {language: bool(dialogue.note[language]) for language in dialogue.languages} == {
        "en": True,
        "zh": True,
        "fr": True,
    }


def test_concepts_of_the_map_are_complete_in_three_languages(folder: Path) -> None:
    texts = [concept.texts for concept in tt.read_map(folder).concepts]

    assert {tuple(sorted(one)) for one in texts} == {("en", "fr", "zh")}


def test_map_says_that_it_is_made_up_in_every_language(folder: Path) -> None:
    assert {language for language, text in tt.read_map(folder).note.items() if text} == {
        "en",
        "zh",
        "fr",
    }


def test_risks_are_the_same_in_the_map_and_in_the_register(folder: Path) -> None:
    of_the_map = {one.id for one in tt.read_map(folder).of_kind("risk")}

    assert of_the_map == {row["risk"] for row in _rows(folder / "risks.csv")}


def test_analysis_finds_what_was_planted(folder: Path) -> None:
    planted = {
        (row["statement"], of, about): row[f"{of}_about_{about}"]
        for row in _rows(folder / "planted.csv")
        for of, about in (("nato", "china"), ("china", "nato"))
    }

    analysis = tt.analyse(tt.read(folder))
    found = {(p.statement, p.of, p.about): p.kind for p in analysis.perceptions if p.of != p.about}

    unsure = {row for row, kind in found.items() if kind == "unknown"}
    assert {row: kind for row, kind in found.items() if row not in unsure} == {
        row: kind for row, kind in planted.items() if row not in unsure
    }
    assert {planted[row] for row in unsure} <= {"disagreement_known"}


BY_CHANCE = 15
"""Percentage points within which what is planted as believed lies from what is planted as expected."""


def test_analysis_finds_who_is_wrong_about_how_it_is_seen(folder: Path) -> None:
    planted = {
        (row["statement"], of, by)
        for row in _rows(folder / "planted.csv")
        for of, by in (("nato", "china"), ("china", "nato"))
        if abs(int(row[f"{of}_believes"]) - int(row[f"{by}_expects_{of}"])) > BY_CHANCE
    }

    found = tt.analyse(tt.read(folder))

    claims = {(m.statement, m.of, m.expected_by) for m in found.meta_perceptions if m.misperceived}
    assert claims == planted
    assert {of for _, of, _ in claims} == {"nato", "china"}
    assert [(pair.of, pair.excess_low > 0) for pair in found.meta_pairs] == [
        ("nato", True), ("china", True),
    ]  # fmt: skip


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _bytes(folder: Path, name: str) -> bytes:
    return (folder / name).read_bytes()
