"""Positions, who blocks what, and ways out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.standing.tables import SIDES, text_of
from tracktwo.errors import OptionError
from tracktwo.text.standing import (
    Block,
    Heard,
    Position,
    Stance,
    blocks,
    current,
    disagreements,
    way_out,
)

[BRACKET] = disagreements(text_of("We [shall/should/may]{id:b1} meet."))
POSITIONS = st.lists(
    st.builds(
        Position,
        st.sampled_from(SIDES),
        st.just("u1"),
        st.sampled_from(Stance),
        st.just("b1"),
        st.none() | st.integers(0, 2),
        st.booleans(),
        st.integers(0, 3),
    ),
    max_size=12,
)


def say(side, stance, alternative, session=0, **more) -> Position:
    return Position(side, "u1", stance, "b1", alternative, session=session, **more)


def test_newer_position_of_the_same_side_on_the_same_wording_replaces() -> None:
    old, new = say("nato", Stance.OPPOSE, 0, 1), say("nato", Stance.SUPPORT, 0, 2)
    others = say("nato", Stance.OPPOSE, 1, 1), say("china", Stance.OPPOSE, 0, 1)

    assert current([old, *others, new]) == (*others, new)


def test_last_of_two_positions_of_one_session_stands() -> None:
    first, last = say("nato", Stance.OPPOSE, 0), say("nato", Stance.RESERVE, 0)

    assert current([first, last]) == (last,)


def test_blocks_name_who_reserves_or_opposes() -> None:
    said = [
        say("nato", Stance.RESERVE, 0),
        say("china", Stance.LIVE_WITH, 0),
        say("china", Stance.OPPOSE, None),
    ]

    assert blocks(said) == (
        Block("nato", "u1", "b1", 0, Stance.RESERVE),
        Block("china", "u1", "b1", None, Stance.OPPOSE),
    )


def test_way_out_is_what_no_side_blocks() -> None:
    said = [
        say("nato", Stance.SUPPORT, 0), say("china", Stance.OPPOSE, 0),
        say("nato", Stance.LIVE_WITH, 1), say("china", Stance.LIVE_WITH, 1, ad_ref=True),
        say("nato", Stance.RESERVE, 2), say("china", Stance.SUPPORT, 2),
    ]  # fmt: skip

    found = way_out(BRACKET, said, sides=SIDES)

    out = Heard(1, live_with=("china", "nato"), ad_ref=("china",))
    assert (found.gap, found.ways_out, found.nearest) == ("closed", (out,), (out,))
    assert [one.blocking for one in found.wordings] == [("china",), (), ("nato",)]


@pytest.mark.parametrize(
    ("said", "gap", "nearest"),
    [
        ([], "unheard", [0, 1, 2]),
        ([say("nato", Stance.SUPPORT, 1)], "unheard", [1]),
        ([say("nato", Stance.SUPPORT, 1), say("china", Stance.AWAITING, 1)], "unheard", [1]),
        ([say("nato", Stance.OPPOSE, n) for n in range(3)], "one_side", [0, 1, 2]),
        ([say(one, Stance.OPPOSE, n) for n in range(3) for one in SIDES], "several", [0, 1, 2]),
        ([say(one, Stance.SUPPORT, None) for one in SIDES], "closed", [None]),
    ],
)
def test_gap_of_a_bracket(said, gap, nearest) -> None:
    found = way_out(BRACKET, said, sides=SIDES)

    assert (found.gap, [one.alternative for one in found.nearest]) == (gap, nearest)


def test_single_wording_can_be_left_out() -> None:
    [single] = disagreements(text_of("We [never]{id:b1} meet."))

    assert [one.alternative for one in way_out(single, (), sides=SIDES).wordings] == [0, None]


@pytest.mark.parametrize(
    ("position", "message"),
    [
        (
            say("us", Stance.SUPPORT, 0),
            "side 'us' of a position is not known; use one of china, nato",
        ),
        (say("nato", Stance.SUPPORT, 3), "bracket b1 has no wording 3; it has 3, from 0"),
    ],
)
def test_position_on_what_is_not_there_is_refused(position, message) -> None:
    with pytest.raises(OptionError) as caught:
        way_out(BRACKET, [position], sides=SIDES)

    assert str(caught.value) == message


@given(POSITIONS)
@settings(max_examples=150)
def test_law_way_out_is_no_wording_that_a_side_blocks(said) -> None:
    found = way_out(BRACKET, said, sides=SIDES)

    blocked = {one.alternative for one in blocks(said)}
    assert blocked.isdisjoint(one.alternative for one in found.ways_out)
    assert (found.gap == "closed") == any(
        len(one.support + one.live_with) == len(SIDES) for one in found.wordings
    )
    for one in found.wordings:
        heard = (
            *one.support,
            *one.live_with,
            *one.reserve,
            *one.oppose,
            *one.awaiting,
            *one.silent,
        )
        assert sorted(heard) == sorted(SIDES)
