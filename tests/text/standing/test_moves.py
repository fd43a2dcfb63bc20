"""The log of acts by session."""

from tracktwo.text.standing import Move, MoveKind, Position, Stance
from tracktwo.text.standing.moves import in_time


def test_acts_are_by_session_and_else_as_given() -> None:
    late = Move(MoveKind.SETTLE, "u1", "nato", session=2)
    first = Position("china", "u1", Stance.OPPOSE, session=1)
    second = Move(MoveKind.REOPEN, "u1", "china", session=1, reason="New facts.")
    log = [late, first, second]

    assert in_time(log) == [first, second, late]
    assert log == [late, first, second]
