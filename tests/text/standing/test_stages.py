"""The way of the document: every change of stage there is, and no other."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from tests.text.standing.tables import SIDES, all_say_yes, package, text_of
from tracktwo.errors import MoveError
from tracktwo.text.standing import (
    STAGE_CHANGES,
    Document,
    DocumentFacts,
    Gate,
    Move,
    MoveKind,
    Position,
    Silence,
    Stage,
    Stance,
    WhyNot,
    advanced,
    document_facts,
    fingerprint,
)

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
END = START + timedelta(days=2)
TEXT = text_of("We meet.", "We talk.")
ASKED = Silence.over(fingerprint(TEXT), sides=SIDES, opened=START, until=END)
BROKEN = ASKED.broken("nato", unit="u1", reason="No.", at=START)
KEPT = document_facts(TEXT, (), sides=SIDES, silence=ASKED, now=END, gate=Gate(()))
LISTED = {(one.source, one.target) for one in STAGE_CHANGES}


def facts_for(target: Stage) -> DocumentFacts:
    if target is Stage.UNDER_SILENCE:
        return replace(KEPT, now=START)
    if target is Stage.ROLLING_DRAFT:
        return replace(KEPT, silence=replace(ASKED, taken_back="A head does not sign."))
    return replace(KEPT, silence=BROKEN) if target is Stage.SILENCE_BROKEN else KEPT


@pytest.mark.parametrize(("source", "target"), sorted(LISTED))
def test_listed_change_is_taken(source, target) -> None:
    after = advanced(Document(source, 3), target, facts_for(target))

    assert (after.stage, after.draft) == (target, 4 if target is Stage.ROLLING_DRAFT else 3)


@pytest.mark.parametrize(
    ("source", "target"), [one for one in product(Stage, Stage) if one not in LISTED]
)
def test_unlisted_change_is_refused(source, target) -> None:
    with pytest.raises(MoveError) as caught:
        advanced(Document(source), target, facts_for(target))

    assert caught.value.reason == WhyNot.NOT_FROM_HERE


@pytest.mark.parametrize(
    ("source", "target", "facts", "reason"),
    [
        (Stage.ROLLING_DRAFT, Stage.CLEAN, {"open_units": ("u1",)}, WhyNot.STILL_OPEN),
        (Stage.ROLLING_DRAFT, Stage.CLEAN, {"unsettled": ("u1",)}, WhyNot.UNITS_NOT_CLEAN),
        (Stage.CLEAN, Stage.UNDER_SILENCE, {"unmet": ("u1",)}, WhyNot.PACKAGES_UNMET),
        (Stage.CLEAN, Stage.UNDER_SILENCE, {"silence": None}, WhyNot.NOT_UNDER_SILENCE),
        (Stage.CLEAN, Stage.UNDER_SILENCE, {"fingerprint": "other"}, WhyNot.OTHER_TEXT),
        (Stage.CLEAN, Stage.UNDER_SILENCE, {}, WhyNot.SILENCE_IS_SPENT),
        (
            Stage.CLEAN,
            Stage.UNDER_SILENCE,
            {"silence": BROKEN, "now": START},
            WhyNot.SILENCE_IS_SPENT,
        ),
        (Stage.UNDER_SILENCE, Stage.SILENCE_BROKEN, {}, WhyNot.SILENCE_NOT_BROKEN),
        (Stage.UNDER_SILENCE, Stage.ROLLING_DRAFT, {}, WhyNot.NOT_TAKEN_BACK),
        (
            Stage.UNDER_SILENCE,
            Stage.ROLLING_DRAFT,
            {"silence": replace(ASKED, taken_back=" ")},
            WhyNot.NOT_TAKEN_BACK,
        ),
        (Stage.UNDER_SILENCE, Stage.ADOPTED, {"now": START}, WhyNot.SILENCE_RUNS),
        (Stage.UNDER_SILENCE, Stage.ADOPTED, {"silence": BROKEN}, WhyNot.SILENCE_WAS_BROKEN),
        (Stage.UNDER_SILENCE, Stage.ADOPTED, {"open_units": ("u1",)}, WhyNot.STILL_OPEN),
        (Stage.UNDER_SILENCE, Stage.ADOPTED, {"unmet": ("u1",)}, WhyNot.PACKAGES_UNMET),
        (Stage.UNDER_SILENCE, Stage.ADOPTED, {"fingerprint": "other"}, WhyNot.OTHER_TEXT),
        (Stage.ADOPTED, Stage.PUBLISHED, {"gate": None}, WhyNot.GATE_SHUT),
    ],
)
def test_guard_refuses(source, target, facts, reason) -> None:
    with pytest.raises(MoveError) as caught:
        advanced(Document(source), target, replace(KEPT, **facts))

    assert caught.value.reason == reason


def test_text_comes_under_a_silence_that_is_still_to_be_opened() -> None:
    ahead = replace(KEPT, now=START - timedelta(hours=1))

    assert advanced(Document(Stage.CLEAN), Stage.UNDER_SILENCE, ahead).silence == ASKED


@pytest.mark.parametrize(
    "act",
    [
        Position("nato", "u2", Stance.RESERVE),
        Position("nato", "u2", Stance.OPPOSE),
        Move(MoveKind.REOPEN, "u2", "nato", reason="New facts."),
        Move(MoveKind.PARK, "u2", "nato", group="Friends"),
    ],
    ids=lambda act: getattr(act, "stance", None) or act.kind,
)
def test_text_that_a_side_objects_to_is_not_adopted(act) -> None:
    log = (*all_say_yes(TEXT, "u1", "u2"), act)
    facts = document_facts(TEXT, log, sides=SIDES, silence=ASKED, now=END)

    with pytest.raises(MoveError) as caught:
        advanced(Document(Stage.UNDER_SILENCE), Stage.ADOPTED, facts)

    assert (caught.value.reason, facts.unsettled) == (WhyNot.UNITS_NOT_CLEAN, ("u2",))


def test_facts_name_what_is_in_the_way() -> None:
    text = text_of("We [shall/may] meet.", "We talk.", "We write.", "We read.")
    log = (
        Position("nato", "u2", Stance.OPPOSE),
        Move(MoveKind.PARK, "u3", "nato", group="Friends"),
        package("china", "u4", "u1", "u2"),
    )

    found = document_facts(text, log, sides=SIDES)

    assert (found.open_units, found.unsettled) == (("u1",), ("u2", "u3"))
    assert (found.unmet, found.fingerprint) == (("u1", "u2"), "")


def test_open_title_is_open() -> None:
    text = replace(TEXT, title={"en": "[Joint] statement"})

    found = document_facts(text, all_say_yes(TEXT, "u1", "u2"), sides=SIDES)

    assert (found.open_units, found.unsettled, found.fingerprint) == (("",), (), "")
    with pytest.raises(MoveError, match="title"):
        advanced(Document(Stage.ROLLING_DRAFT), Stage.CLEAN, found)


def test_adopted_document_stays_adopted_when_published() -> None:
    assert [one for one in Stage if Document(one).is_adopted] == [Stage.ADOPTED, Stage.PUBLISHED]


def test_silence_stays_with_the_document() -> None:
    asked = advanced(Document(Stage.CLEAN), Stage.UNDER_SILENCE, replace(KEPT, now=START))

    assert advanced(asked, Stage.SILENCE_BROKEN, replace(KEPT, silence=BROKEN)).silence == BROKEN
