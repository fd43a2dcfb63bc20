"""The report on NATO–China relations, read in place: one bracket, one candidate."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tracktwo.text.brackets.candidates import Candidate
from tracktwo.text.brackets.check import CheckedBracket, check
from tracktwo.text.brackets.grammar import parse, write


@pytest.fixture(scope="module")
def published(reference: Callable[[str], Path]) -> str:
    return reference("../brief/nato-china-report.txt").read_text(encoding="utf-8")


def test_report_has_its_bracket_and_its_candidate(published: str) -> None:
    found = check(published)

    assert found.brackets == (
        CheckedBracket(
            9, 61, 1, "alternatives", ("the current state of", "the future of"), ("", ""), True
        ),
    )
    assert found.candidates == (
        Candidate(55, 605, "states/capitals?", "doubt", ("states", "capitals"), 12320),
    )
    assert found.errors == ()


def test_report_is_written_again(published: str) -> None:
    assert write(parse(published)) == published
