"""Positions and moves come back from JSON as they were, and what is no act is refused."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.errors import InputError
from tracktwo.text.standing import Act, Move, MoveKind, Position, Stance
from tracktwo.text.standing.log_json import act_document, act_from

names = st.text(max_size=6)
acts: st.SearchStrategy[Act] = st.one_of(
    st.builds(
        Position,
        names,
        names,
        st.sampled_from(Stance),
        names,
        st.none() | st.integers(0, 9),
        st.booleans(),
        st.integers(0, 99),
        names,
    ),
    st.builds(
        Move,
        st.sampled_from(MoveKind),
        names,
        names,
        st.integers(0, 99),
        names,
        names,
        st.none() | st.dates(),
        st.lists(names).map(tuple),
    ),
)


@given(acts)
def test_every_act_comes_back(act: Act) -> None:
    assert act_from(json.loads(json.dumps(act_document(act)))) == act


POSITION = act_document(Position("nato", "u1", Stance.SUPPORT, "b1", 0))
MOVE = act_document(Move(MoveKind.PARK, "u1", "nato", group="two", until=date(2027, 3, 1)))


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"act": "vote"},
        {**POSITION, "stance": "suport"},
        {**POSITION, "alternative": "1"},
        {**POSITION, "ad_ref": "yes"},
        {**POSITION, "session": True},
        {key: value for key, value in POSITION.items() if key != "words"},
        {**MOVE, "kind": "leave"},
        {**MOVE, "until": "soon"},
        {**MOVE, "conditions": [4]},
        {**MOVE, "side": None},
    ],
)
def test_what_is_no_act_is_refused(document: dict[str, Any]) -> None:
    with pytest.raises(InputError, match=r"this is no act of a side \(.+\); write it again"):
        act_from(document)
