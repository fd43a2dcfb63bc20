"""The state of every unit, from the text and the log."""

from dataclasses import replace
from datetime import date

import pytest

from tests.text.standing.tables import SIDES, all_say_yes, package, text_of, yes
from tracktwo.errors import MoveError, OptionError
from tracktwo.text.standing import (
    Move,
    MoveKind,
    Position,
    Stance,
    UnitState,
    WhyNot,
    accepted,
    lapses,
    moved,
    situations,
    state_of,
    unit_states,
)

TEXT = text_of("We meet.", "We talk.", gone=("u9",))
OPEN = text_of("We [shall/may] meet.", "We talk.")
UNTIL = date(2026, 3, 2)
REOPEN = Move(MoveKind.REOPEN, "u1", "nato", reason="New facts.")
PARK = Move(MoveKind.PARK, "u1", "nato", group="Friends", until=UNTIL)
BOTH = all_say_yes(TEXT, "u1")


def state(log, text=TEXT, **more) -> UnitState:
    return state_of(text, "u1", log, sides=SIDES, **more)


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ((), UnitState.CLEAN),
        (BOTH[:1], UnitState.AGREED_AD_REF),
        ((BOTH[0], yes(TEXT, "nato", "u1", ad_ref=True)), UnitState.AGREED_AD_REF),
        (BOTH, UnitState.PROVISIONALLY_AGREED),
        ((*BOTH, REOPEN), UnitState.OPEN),
        ((*BOTH, REOPEN, Move(MoveKind.SETTLE, "u1", "nato")), UnitState.CLEAN),
        ((Position("nato", "u1", Stance.RESERVE),), UnitState.OPEN),
        ((Position("nato", "u1", Stance.AWAITING),), UnitState.CLEAN),
        ((*BOTH, Position("us", "u1", Stance.OPPOSE)), UnitState.PROVISIONALLY_AGREED),
        ((*BOTH, package("nato", "u1", "u2")), UnitState.AGREED_AD_REF),
        (
            (*BOTH, package("nato", "u1", "u2"), *all_say_yes(TEXT, "u2")),
            UnitState.PROVISIONALLY_AGREED,
        ),
        ((*BOTH, package("nato", "u1", "u9")), UnitState.AGREED_AD_REF),
        ((*BOTH, package("nato", "u1", "u1")), UnitState.PROVISIONALLY_AGREED),
    ],
)
def test_state_follows_from_the_log(log, expected) -> None:
    assert state(log) is expected


def test_newer_session_counts_wherever_it_stands_in_the_log() -> None:
    newer = Position("nato", "u1", Stance.OPPOSE, session=5)

    assert state((newer, *BOTH)) is UnitState.OPEN


def test_bracket_takes_a_unit_back_and_its_agreements_lapse() -> None:
    fallen = lapses(OPEN, BOTH, sides=SIDES, session=3)

    assert state(BOTH, OPEN) is UnitState.BRACKETED
    assert fallen == tuple(Move(MoveKind.LAPSE, "u1", one, 3) for one in SIDES)
    assert state((*BOTH, *fallen)) is UnitState.CLEAN
    assert lapses(OPEN, (*BOTH, *fallen), sides=SIDES, session=4) == ()


def test_unit_is_adopted_with_the_document() -> None:
    assert state((), adopted=True) is UnitState.ADOPTED
    assert state((), OPEN, adopted=True) is UnitState.BRACKETED


@pytest.mark.parametrize("act", [Position("nato", "u1", Stance.OPPOSE), REOPEN])
def test_adopted_unit_is_not_opened_again(act) -> None:
    with pytest.raises(MoveError) as caught:
        moved(TEXT, BOTH, act, sides=SIDES, adopted=True)

    assert caught.value.reason == WhyNot.NOT_FROM_HERE
    assert unit_states(TEXT, (*BOTH, act), sides=SIDES, adopted=True) == {
        "u1": UnitState.ADOPTED,
        "u2": UnitState.ADOPTED,
    }


def test_unit_not_in_the_text_is_suppressed_or_proposed() -> None:
    assert state_of(TEXT, "u9", (), sides=SIDES) is UnitState.SUPPRESSED
    assert state_of(TEXT, "u7", (), sides=SIDES, proposed=("u7",)) is UnitState.PROPOSED
    with pytest.raises(OptionError, match="unit u7 is not in the text"):
        state_of(TEXT, "u7", (), sides=SIDES)


def test_states_of_all_units_are_those_of_each() -> None:
    log = (*BOTH, package("nato", "u1", "u2"), Position("china", "u2", Stance.OPPOSE))

    found = unit_states(TEXT, log, sides=SIDES)

    assert found == {"u1": UnitState.AGREED_AD_REF, "u2": UnitState.OPEN}
    assert found == {one: state_of(TEXT, one, log, sides=SIDES) for one in found}
    assert accepted(situations(TEXT, log, sides=SIDES).values()) == ("u1",)


def test_act_that_is_allowed_is_added() -> None:
    assert moved(TEXT, BOTH, REOPEN, sides=SIDES) == (*BOTH, REOPEN)


def test_position_on_a_bracket_is_always_allowed() -> None:
    one = Position("nato", "u1", Stance.SUPPORT, "b1", 0)

    assert moved(OPEN, (), one, sides=SIDES) == (one,)
    with pytest.raises(MoveError) as caught:
        moved(OPEN, (), replace(one, side="us"), sides=SIDES)
    assert caught.value.reason == WhyNot.UNKNOWN_SIDE


@pytest.mark.parametrize(
    ("log", "act", "reason"),
    [
        ((), replace(REOPEN, unit="u9"), WhyNot.NO_SUCH_UNIT),
        ((), replace(REOPEN, side="us"), WhyNot.UNKNOWN_SIDE),
        ((), replace(REOPEN, reason=" "), WhyNot.NO_REASON),
        ((REOPEN,), REOPEN, WhyNot.NOT_FROM_HERE),
        ((), replace(PARK, group=""), WhyNot.NO_GROUP),
        ((), replace(PARK, until=None), WhyNot.NO_RETURN_DATE),
        ((PARK,), PARK, WhyNot.IS_PARKED),
        ((PARK,), BOTH[0], WhyNot.IS_PARKED),
        ((), Move(MoveKind.RETURN, "u1", "nato"), WhyNot.NOT_PARKED),
        ((), replace(BOTH[0], words=""), WhyNot.NO_WORDS_NAMED),
        ((), replace(BOTH[0], words="other"), WhyNot.OTHER_WORDS),
        (BOTH[:1], Move(MoveKind.LAPSE, "u1", "china"), WhyNot.SAME_WORDS),
        ((REOPEN,), Move(MoveKind.SETTLE, "u1", "china"), WhyNot.NOTHING_TO_SETTLE),
        ((), package("nato", "u1"), WhyNot.NO_CONDITION),
        ((), package("nato", "u1", "u9"), WhyNot.CONDITION_NOT_IN_TEXT),
        (
            (package("china", "u1", "u2"),),
            Move(MoveKind.RELEASE, "u1", "nato"),
            WhyNot.NO_PACKAGE,
        ),
    ],
)
def test_act_without_its_ground_is_refused(log, act, reason) -> None:
    with pytest.raises(MoveError) as caught:
        moved(TEXT, log, act, sides=SIDES)

    assert caught.value.reason == reason
