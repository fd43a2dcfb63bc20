"""What sides say of a text."""

import datetime as dt

import pytest

from tests.web.texts.laid import all_accept, english
from tracktwo.text.standing import (
    MoveKind,
    Position,
    Stance,
    UnitState,
    unit_fingerprint,
    unit_states,
)
from tracktwo_web.texts.domain import voices
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.queries import log_of, sides_of, text_now


def states(text) -> dict[str, UnitState]:
    return unit_states(text_now(text), log_of(text), sides=sides_of(text))


def test_position_on_a_wording_is_an_entry_of_the_log(text, nato) -> None:
    voices.speak_of_wording(text, nato, "b1", 0, Stance.RESERVE, ad_ref=True)

    assert log_of(text) == (
        Position("nato", "u2", Stance.RESERVE, "b1", 0, ad_ref=True, session=1),
    )


@pytest.mark.parametrize(("bracket", "alternative"), [("b9", 0), ("b1", 2), ("b1", -1)])
def test_position_on_what_is_not_there_is_refused(text, nato, bracket, alternative) -> None:
    with pytest.raises(CannotBe):
        voices.speak_of_wording(text, nato, bracket, alternative, Stance.SUPPORT)
    assert log_of(text) == ()


def test_unit_that_all_accept_is_provisionally_agreed(text, nato, china) -> None:
    words = unit_fingerprint(text_now(text).unit("u1"))
    voices.speak_of_unit(text, nato, "u1", Stance.SUPPORT, words=words)
    voices.speak_of_unit(text, china, "u1", Stance.LIVE_WITH, words=words)

    assert states(text)["u1"] is UnitState.PROVISIONALLY_AGREED


def test_position_on_words_that_have_changed_is_refused(text, nato) -> None:
    with pytest.raises(CannotBe):
        voices.speak_of_unit(text, nato, "u1", Stance.SUPPORT, words="0" * 64)


def test_clean_units_are_accepted_at_once_and_bracketed_ones_passed_over(text, nato) -> None:
    taken = voices.accept_clean_units(text, nato, ["u1", "u2", "u3", "u9"])

    assert taken == 2
    assert [one.unit for one in log_of(text)] == ["u1", "u3"]


def test_package_holds_a_unit_until_its_condition_is_met(text, nato, china) -> None:
    voices.make_move(text, nato, MoveKind.PACKAGE, "u1", conditions=("u3",))
    for side in (nato, china):
        voices.accept_clean_units(text, side, ["u1"])
    assert states(text)["u1"] is UnitState.AGREED_AD_REF

    for side in (nato, china):
        voices.accept_clean_units(text, side, ["u3"])

    assert states(text)["u1"] is UnitState.PROVISIONALLY_AGREED


def test_moves_that_cannot_be_say_why(text, nato) -> None:
    for kind, said in (
        (MoveKind.REOPEN, {"reason": " "}),
        (MoveKind.PARK, {"group": "drafting"}),
        (MoveKind.PACKAGE, {"conditions": ("u9",)}),
        (MoveKind.RETURN, {}),
    ):
        with pytest.raises(CannotBe) as refused:
            voices.make_move(text, nato, kind, "u1", **said)
        assert str(refused.value).endswith(".")
    assert log_of(text) == ()


def test_parked_unit_returns(text, nato) -> None:
    voices.make_move(text, nato, MoveKind.PARK, "u1", group="drafting", until=dt.date(2027, 3, 1))
    words = unit_fingerprint(text_now(text).unit("u1"))
    with pytest.raises(CannotBe):
        voices.speak_of_unit(text, nato, "u1", Stance.SUPPORT, words=words)

    voices.make_move(text, nato, MoveKind.RETURN, "u1")

    assert voices.accept_clean_units(text, nato, ["u1"]) == 1


def test_positions_do_not_touch_the_words(text) -> None:
    all_accept(text, "b1", 0)

    assert english(text, "u2") == "The sides [shall/should]{id:b1 since:1} announce exercises."
