"""Why a call need not be tried at each of eight stages: only what a stage opens is ever asked.

The matrix notes whether a rule asked what the stage opens. Where none did, one call tells of all
stages; where one did, stages that open the same are the same to it. Both hold as long as nothing
else in the platform compares stages.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import tracktwo_web
from tests.web.permissions.board import ALIKE, Board
from tests.web.permissions.stated_answers import every_case
from tracktwo_web.dialogues import stages

SOURCE = Path(tracktwo_web.__file__).parent

pytestmark = pytest.mark.django_db


def test_nothing_compares_stages_but_what_they_open() -> None:
    found = [
        f"{file.relative_to(SOURCE)}:{node.lineno}"
        for file in SOURCE.rglob("*.py")
        if file != SOURCE / "dialogues" / "stages.py"
        for node in _comparisons(ast.parse(file.read_text(encoding="utf-8")))
    ]

    assert found == []


def test_rules_ask_by_the_name_that_is_listened_to() -> None:
    imports = [
        file for file in SOURCE.rglob("*.py") if "stages import opens" in file.read_text("utf-8")
    ]

    assert imports == []


def test_stages_that_open_the_same_are_stated_alike(board: Board) -> None:
    unlike = {
        (str(case), person)
        for case in every_case()
        for person in case.people
        for alike in ALIKE
        if len({case.stated(person, stage) for stage in alike}) > 1
    }

    assert unlike == set()
    assert sorted(stage for alike in ALIKE for stage in alike) == sorted(stages.IDS)


def _comparisons(tree: ast.AST) -> Iterator[ast.AST]:
    """Where somebody's stage is compared with something, or a way is chosen by it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            parts = [node.left, *node.comparators]
        elif isinstance(node, ast.Match):
            parts = [node.subject]
        elif isinstance(node, ast.Subscript):
            parts = [node.slice]
        else:
            continue
        is_of_stages = any(isinstance(one, ast.Attribute) and one.attr == "stage" for one in parts)
        if is_of_stages and not any(map(_names_a_paper, parts)):
            yield node


def _names_a_paper(part: ast.AST) -> bool:
    """Whether a member of the library's `Stage` stands there: what kind of paper a joint text is.

    A dialogue's stage is a word and has no members.
    """
    names = (one.value for one in ast.walk(part) if isinstance(one, ast.Attribute))
    return any(isinstance(one, ast.Name) and one.id == "Stage" for one in names)
