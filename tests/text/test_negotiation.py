"""A negotiation: its sessions, and what cannot be one."""

from typing import Any

import pytest

from tests.text.changes.an_operation import in_place, sources, text_of
from tracktwo.errors import InputError
from tracktwo.text.changes.history import History
from tracktwo.text.ledger import burn_down
from tracktwo.text.negotiation import Negotiation
from tracktwo.text.standing import Position, Stance

FIRST = text_of("We [shall/may]{id:b1} meet in May.")


def _history() -> History:
    """Three acts: a bracket comes, a bracket goes, a word changes."""
    history = History(FIRST)
    for number, (old, new) in enumerate([("May", "[May/June]{id:b2}"), ("[shall/may]{id:b1}", "may"), ("meet", "talk")]):  # fmt: skip
        history = history.with_act(in_place(history.now, old, new, name=str(number)))
    return history


def test_each_session_ends_with_the_text_of_its_last_act() -> None:
    told = Negotiation(_history(), sessions=(2, 2, 4), session=5)

    assert [(session, sources(text)) for session, text in told.ends()] == [
        (1, ["We [shall/may]{id:b1} meet in May."]),
        (2, ["We may meet in [May/June]{id:b2}."]),
        (3, ["We may meet in [May/June]{id:b2}."]),
        (4, ["We may talk in [May/June]{id:b2}."]),
        (5, ["We may talk in [May/June]{id:b2}."]),
    ]
    assert told.text == told.history.now


def test_ends_burn_down_as_sessions() -> None:
    told = Negotiation(_history(), sessions=(2, 3, 3), session=3)

    found = [(one.number, one.open) for one in burn_down(told.ends())]

    assert found == [(1, ("b1",)), (2, ("b1", "b2")), (3, ("b2",))]


def test_acts_of_the_first_session_are_in_its_end() -> None:
    told = Negotiation(_history(), sessions=(1, 1, 1))

    assert [sources(text) for _, text in told.ends()] == [["We may talk in [May/June]{id:b2}."]]


def _said(*sessions: int) -> tuple[Position, ...]:
    return tuple(Position("nato", "u1", Stance.SUPPORT, "b1", 0, session=one) for one in sessions)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"sessions": (2, 2)}, "the history has 3 acts and 2 sessions; give each act the session in which it was made"),
        ({"sessions": (2, 1, 2)}, "act 2 was made in session 1, which is before session 2; put them in order"),
        ({"sessions": (0, 1, 2)}, "act 1 was made in session 0, which is before session 1; put them in order"),
        ({"sessions": (2, 2, 4)}, "act 3 was made in session 4, which is after session 3; say which session it is now"),
        ({"log": _said(2, 1)}, "entry of the log 2 was made in session 1, which is before session 2; put them in order"),
        ({"log": _said(4)}, "entry of the log 1 was made in session 4, which is after session 3; say which session it is now"),
        ({"session": 0, "sessions": ()}, "session 0 cannot be; count sessions from 1"),
        ({"operations": (in_place(FIRST, "We", "They"),) * 2}, "two proposals are called 1; give each an id of its own"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_sentence(told: dict[str, Any], sentence: str) -> None:
    history = History(FIRST) if told.get("session") == 0 else _history()

    with pytest.raises(InputError) as refused:
        Negotiation(history, **{"sessions": (2, 2, 3), "session": 3, **told})

    assert str(refused.value) == sentence


def test_proposal_against_a_version_that_never_was_is_refused() -> None:
    ahead = in_place(_history().now, "We", "They", name="p7")

    with pytest.raises(InputError) as refused:
        Negotiation(History(FIRST), operations=(ahead,))

    assert str(refused.value) == "proposal p7: there is no version 3; ask for one from 0 to 0"
