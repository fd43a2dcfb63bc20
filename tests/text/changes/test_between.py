"""An edited document becomes proposals which, all accepted, give it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.changes.an_operation import section, text_of
from tracktwo.errors import OperationError
from tracktwo.text.changes.accept import accept
from tracktwo.text.changes.between import operations_between
from tracktwo.text.changes.operations import OperationKind
from tracktwo.text.units import NegotiatedText, Unit, UnitKind


def _all_accepted(old: NegotiatedText, new: NegotiatedText) -> NegotiatedText:
    text = old
    for one in operations_between(old, new):
        text = accept(text, one).text
    return text


def _said(old: NegotiatedText, new: NegotiatedText) -> list[tuple[str, str, str | None]]:
    return [(one.id, one.kind.value, one.unit) for one in operations_between(old, new)]


def test_nothing_is_proposed_where_nothing_changed() -> None:
    assert operations_between(section(), section()) == ()


def test_added_modified_and_suppressed_units_are_proposed() -> None:
    old = text_of("First.", "Second.", "Third.")
    units = (
        old.units[0].with_text("en", "The first."),
        Unit("n", texts={"en": "New."}),
        old.units[2],
    )

    new = replace(old, units=units)

    assert _said(old, new) == [("o1", "ADD", "u1"), ("o2", "MOD", "u1"), ("o3", "SUP", "u2")]
    assert _all_accepted(old, new).units == new.units


def test_unit_that_moved_is_suppressed_and_added_again() -> None:
    old = text_of("First.", "Second.", "Third.")
    new = replace(old, units=(old.units[1], old.units[2], old.units[0]))

    assert _said(old, new) == [("o1", "ADD", "u3"), ("o2", "SUP", "u1")]
    assert [one.id for one in _all_accepted(old, new).units] == ["u2", "u3", "u1-2"]


def test_numbers_that_a_word_processor_shifted_are_no_proposal() -> None:
    old = section()
    new = replace(old, units=tuple(replace(one, number=f"{one.number}x") for one in old.units))

    assert operations_between(old, new) == ()


def test_new_heading_takes_its_section_without_adding_it_again() -> None:
    old = section()
    heading = Unit("h", UnitKind.HEADING, number="A.", parent="h1", level=2)
    under = replace(old.unit("p2"), parent="h")
    new = replace(old, units=(*old.units[:2], heading, under, *old.units[3:]))

    assert _said(old, new) == [("o1", "ADD", "p1")]
    assert _all_accepted(old, new).units == new.units


def test_bracket_that_is_not_whole_is_refused() -> None:
    with pytest.raises(OperationError, match="would break a bracket of passage u1"):
        operations_between(text_of("We may."), text_of("We [may."))


def test_side_and_prefix_are_given() -> None:
    [one] = operations_between(text_of("We may."), text_of("We must."), side="A", prefix="a")

    assert (one.id, one.side, one.kind) == ("a1", "A", OperationKind.MOD)


_WORDS = st.sampled_from(("", "We [shall/may] meet.", "We meet.", "They [may] talk.", "Talk on."))


@st.composite
def _texts(draw: st.DrawFn) -> NegotiatedText:
    """Units of few ids in any order, those under a heading behind it."""
    units: list[Unit] = []
    for name in draw(st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=7)):
        kind = draw(st.sampled_from((UnitKind.HEADING, UnitKind.PARAGRAPH, UnitKind.PARAGRAPH)))
        headings = [one.id for one in units if one.kind is UnitKind.HEADING]
        parent = draw(st.sampled_from([None, *headings]))
        units.append(Unit(name, kind, {"en": draw(_WORDS)}, parent=parent))
    return NegotiatedText({}, ("en",), tuple(units))


@given(_texts(), _texts())
@settings(max_examples=150, deadline=None)
def test_all_accepted_give_the_new_text_but_for_ids_of_what_moved(old, new) -> None:
    reached = _all_accepted(old, new)

    ids = {one.id: mine.id for one, mine in zip(new.units, reached.units, strict=True)}
    assert [one.texts.get("en", "") for one in reached.units] == [
        one.texts["en"] for one in new.units
    ]
    assert [(one.kind, one.parent) for one in reached.units] == [
        (one.kind, ids[one.parent] if one.parent else None) for one in new.units
    ]
    assert all(mine in (one, f"{one}-2", f"{one}-3") for one, mine in ids.items())
