"""The shipped example is drawn by its script, complete in three languages, and shows what was planted."""

import csv
import re
import runpy
from pathlib import Path

import pytest

import tracktwo as tt

DRAWN = ("participants.csv", "votes.csv", "predictions.csv")
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


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _bytes(folder: Path, name: str) -> bytes:
    return (folder / name).read_bytes()
