"""The example's negotiation: four sessions in which brackets breed, and what the sides say of the seven left."""

from pathlib import Path

import pytest

from tracktwo.exchange.texts import read_negotiation, write_negotiation
from tracktwo.text import NegotiatedText, Operation, accept, concordance
from tracktwo.text.languages.bracket_shape import bracket_shapes
from tracktwo.text.ledger import burn_down
from tracktwo.text.negotiation import Negotiation
from tracktwo.text.standing import (
    Position,
    Stage,
    Stance,
    current,
    disagreements,
    packages,
    situations,
    unit_states,
    way_out,
)

SIDES = ("china", "nato")


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "examples" / "nato-china" / "text"


@pytest.fixture(scope="module")
def told(folder: Path) -> Negotiation:
    return read_negotiation(folder)


def test_brackets_breed_before_they_go(told: Negotiation) -> None:
    found = burn_down(told.ends())

    assert [(one.number, len(one.open), len(one.opened), len(one.closed)) for one in found] == [
        (1, 9, 9, 0),
        (2, 12, 4, 1),
        (3, 10, 2, 4),
        (4, 7, 1, 4),
    ]


def test_brackets_arose_in_the_session_that_is_noted(told: Negotiation) -> None:
    opened = {name: one.number for one in burn_down(told.ends()) for name in one.opened}

    assert {one.id: one.facts.since for one in disagreements(told.text)} == {
        one.id: opened[one.id] for one in disagreements(told.text)
    }


@pytest.mark.parametrize("session", [1, 2, 3, 4])
def test_languages_say_the_same_at_the_end_of_every_session(
    told: Negotiation, session: int
) -> None:
    text: NegotiatedText = dict(told.ends())[session]
    shapes = [[sorted(bracket_shapes(one)) for one in unit.texts.values()] for unit in text.units]

    assert [one for one in shapes if one[0] != one[1]] == []
    assert {one.languages for one in disagreements(text)} == {("en", "zh")}
    assert concordance(text).discords == ()


def test_both_sides_proposed_what_was_accepted(told: Negotiation) -> None:
    accepted = [one for one in told.history.acts if isinstance(one, Operation)]

    assert {one.kind.value for one in accepted} == {"ADD", "ALT", "MOD", "NOC", "SUP"}
    assert {one.side for one in accepted} == {"", *SIDES}
    assert [one.id for one in accepted if one.side and set(one.rationale) != {"en", "zh"}] == []


def test_both_sides_have_spoken_of_every_bracket_that_is_open(told: Negotiation) -> None:
    standing = current(one for one in told.log if isinstance(one, Position))
    open_now = {one.id for one in disagreements(told.text)}

    assert {(one.side, one.bracket) for one in standing if one.bracket in open_now} == {
        (side, bracket) for side in SIDES for bracket in open_now
    }
    assert {one.stance for one in standing} == set(Stance)


def test_every_distance_between_the_sides_is_there(told: Negotiation) -> None:
    said = [one for one in told.log if isinstance(one, Position)]

    gaps = {
        one.id: way_out(one, said, sides=SIDES).gap
        for one in disagreements(told.text)
    }  # fmt: skip

    assert gaps == {
        "b1": "closed",
        "b2": "closed",
        "b3": "unheard",
        "b4": "one_side",
        "b5": "one_side",
        "b6": "unheard",
        "b7": "several",
    }


def test_units_stand_in_several_states(told: Negotiation) -> None:
    states = unit_states(told.text, told.log, sides=SIDES)
    moved = {unit: one.value for unit, one in states.items() if one not in ("clean", "bracketed")}

    assert moved == {
        "u13": "provisionally_agreed",
        "u18": "provisionally_agreed",
        "u28": "agreed_ad_ref",
        "u29": "agreed_ad_ref",
        "u33": "open",
    }
    assert [(one.unit, one.conditions) for one in packages(told.log)] == [("u28", ("u30",))]


def test_one_unit_is_parked_until_a_day(told: Negotiation) -> None:
    found = situations(told.text, told.log, sides=SIDES)

    assert [(unit, one.parked.until is not None) for unit, one in found.items() if one.parked] == [("u33", True)]  # fmt: skip


def test_open_proposals_fit_the_text_as_it_stands(told: Negotiation) -> None:
    for one in told.operations:
        carried = told.history.carried(one)
        assert isinstance(carried, Operation)
        accept(told.text, carried)

    assert [one.kind.value for one in told.operations] == ["MOD", "MOD", "ALT", "ALT", "ADD"]
    assert {frozenset(one.rationale) for one in told.operations} == {frozenset(("en", "zh"))}
    assert {one.side for one in told.operations} == set(SIDES)


def test_document_is_a_rolling_draft(told: Negotiation) -> None:
    assert (told.document.stage, told.document.draft, told.session) == (Stage.ROLLING_DRAFT, 4, 4)


def test_negotiation_is_written_again_byte_for_byte(
    folder: Path, told: Negotiation, tmp_path: Path
) -> None:
    write_negotiation(told, tmp_path / "text")

    assert {one.name: one.read_bytes() for one in (tmp_path / "text").iterdir()} == {
        one.name: one.read_bytes() for one in folder.iterdir()
    }
