"""Which proposals meet, and which say the same."""

import pytest

from tests.text.changes.an_operation import in_place, section, text_of
from tracktwo.text.changes.operations import Operation, OperationKind
from tracktwo.text.changes.overlap import Overlap, OverlapReason, overlaps
from tracktwo.text.units import Unit, UnitKind

TEXT = text_of("We shall meet in May.", "Second.")
MOD, SUP, NOC, ALT = OperationKind.MOD, OperationKind.SUP, OperationKind.NOC, OperationKind.ALT


def _words(kind: OperationKind, old: str, new: str) -> Operation:
    return in_place(TEXT, old, new, kind=kind)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ((MOD, "shall", "may"), (MOD, "shall", "may"), "agree"),
        ((MOD, "shall", "may"), (MOD, "shall meet", "gather"), "words"),
        ((MOD, "shall", "may"), (ALT, "shall", "may"), "words"),
        ((MOD, "shall |meet", "not "), (MOD, "shall |meet", "also "), "same_place"),
        ((MOD, "shall |meet", "not "), (MOD, "meet", "talk"), "edge"),
        ((MOD, "shall |meet", "not "), (MOD, "shall ", ""), "edge"),
        ((MOD, "shall |meet", "not "), (MOD, "shall meet", "gather"), "words"),
        ((MOD, "shall ", ""), (MOD, "meet", "talk"), None),
        ((MOD, "shall", "may"), (MOD, "May", "June"), None),
        ((NOC, "shall", "shall"), (MOD, "shall meet", "gather"), "kept"),
        ((NOC, "shall ", "shall "), (MOD, "shall |meet", "not "), "edge"),
        ((NOC, "shall", "shall"), (NOC, "shall meet", "shall meet"), None),
    ],
)  # fmt: skip
def test_words_that_meet_are_told(one, other, reason) -> None:
    first, second = _words(*one), _words(*other)

    expected = (Overlap(first, second, OverlapReason(reason)),) if reason else ()

    assert overlaps([first, second]) == expected
    assert [one.reason for one in overlaps([second, first])] == [one.reason for one in expected]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (Operation("1", SUP, 0, "u1"), Operation("2", SUP, 0, "u1"), "agree"),
        (Operation("1", SUP, 0, "u1"), _words(MOD, "shall", "may"), "unit"),
        (Operation("1", SUP, 0, "u1"), _words(NOC, "shall", "shall"), "kept"),
        (Operation("1", NOC, 0, "u1"), _words(MOD, "shall", "may"), "kept"),
        (Operation("1", NOC, 0, "u1"), _words(NOC, "shall", "shall"), "agree"),
        (Operation("1", SUP, 0, "u2"), _words(MOD, "shall", "may"), None),
    ],
)
def test_units_that_meet_are_told(one, other, reason) -> None:
    assert [pair.reason for pair in overlaps([one, other])] == ([reason] if reason else [])


def _added(
    name: str, after: str, kind: UnitKind = UnitKind.PARAGRAPH, parent: str = "h1"
) -> Operation:
    return Operation(name, OperationKind.ADD, 0, after, added=Unit(f"n{name}", kind, parent=parent))


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (_added("1", "p1"), _added("1", "p1"), "agree"),
        (_added("1", "p1"), _added("2", "p1"), "same_place"),
        (_added("1", "p1"), _added("1", "p2"), "same_place"),
        (_added("1", "p1"), _added("2", "p2"), None),
        (_added("1", "p2"), _added("2", "h2", parent="h2"), "same_place"),
        (_added("1", "p1"), Operation("2", SUP, 0, "p1"), "place"),
        (_added("1", "p2"), Operation("2", SUP, 0, "h1"), "place"),
        (_added("1", "p1", UnitKind.HEADING), _added("2", "p2"), "place"),
        (_added("1", "p1", UnitKind.HEADING), _added("2", "a", UnitKind.ITEM, "c3"), None),
        (_added("1", "p2", UnitKind.HEADING), Operation("2", SUP, 0, "h2"), "place"),
        (_added("1", "b", UnitKind.CHAPEAU, "h2"), Operation("2", SUP, 0, "p3"), "place"),
    ],
)
def test_additions_that_meet_are_told(one, other, reason) -> None:
    found = overlaps([one, other], text=section())

    assert [pair.reason for pair in found] == ([reason] if reason else [])


def test_other_languages_do_not_meet() -> None:
    one = _words(MOD, "shall", "may")

    assert overlaps([one, Operation("2", MOD, 0, "u1", "zh", one.replacements)]) == ()


def test_hardest_of_several_reasons_counts() -> None:
    one, other = _words(MOD, "shall", "may"), _words(MOD, "May", "June")
    both = Operation("2", MOD, 0, "u1", "en", (*one.replacements, *other.replacements))
    against = Operation(
        "3", MOD, 0, "u1", "en", (*one.replacements, *_words(MOD, "May", "July").replacements)
    )

    assert [pair.reason for pair in overlaps([both, against])] == [OverlapReason.WORDS]
