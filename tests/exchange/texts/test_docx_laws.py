"""A DOCX of ours read again: text, operations and remarks are the same."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.exchange.texts.texts import PROPOSED, SAMPLE, proposals
from tracktwo.exchange.texts import Layout, Remark, TextFile
from tracktwo.exchange.texts.docx_in.read import from_docx
from tracktwo.exchange.texts.docx_out.write import as_docx
from tracktwo.text.changes.operations import Operation
from tracktwo.text.units import NegotiatedText

SIDES = {"China": "china", "NATO": "nato", "X": "x", "Y": "y"}
AUTHORS = {side: author for author, side in SIDES.items()}
REMARKS = (
    Remark("0", "Why?\nReally?", "u3", "en", 3, 7, "china"),
    Remark("1", "Because.", "u3", "en", 3, 7, "nato", "0"),
    Remark("2", "何时？", "u5", "zh", 0, 8),
)


def _again(file: TextFile, layout: Layout) -> TextFile:
    return from_docx(Path("a.docx"), as_docx(file, layout), language="en", sides=SIDES)


@pytest.mark.parametrize("arrangement", ["side by side", "one after the other"])
def test_sample_comes_back(arrangement: str) -> None:
    file = TextFile(SAMPLE, PROPOSED, REMARKS)

    again = _again(file, Layout(arrangement=arrangement, authors=AUTHORS))  # type: ignore[arg-type]

    assert again == file


@given(proposals())
@settings(max_examples=150, deadline=None)
def test_operations_come_back(drawn: tuple[NegotiatedText, tuple[Operation, ...]]) -> None:
    text, operations = drawn

    again = _again(TextFile(text, operations), Layout(authors=AUTHORS))

    assert again.text == text
    assert {_told(one) for one in again.operations} == {_told(one) for one in operations}


def _told(one: Operation) -> tuple[object, ...]:
    added = one.added and (
        one.added.id,
        one.added.kind,
        one.added.number,
        one.added.parent,
        tuple(one.added.texts.items()),
    )
    return one.kind, one.unit, one.language, one.replacements, added, one.side


def test_side_without_a_name_is_a_proposal_and_is_dropped_again() -> None:
    again = _again(TextFile(SAMPLE, PROPOSED), Layout())

    assert {one.side for one in again.operations} == {""}
