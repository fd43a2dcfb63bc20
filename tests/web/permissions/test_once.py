"""Each call once, by somebody who is let in, where the tables themselves are not gone through.

On SQLite `test_matrix.py` asks all this and more. Whom a door lets pass does not depend on the database;
what is asked of it behind the door does, and this asks it of PostgreSQL.
"""

import pytest

from tests.web.permissions.board import Board
from tests.web.permissions.stated_answers import Case, every_case

pytestmark = pytest.mark.django_db
OF_EACH = 20
"""Cases to a test: more would say less when one fails, fewer would take longer."""


def _let_in() -> list[Case]:
    return [case for case in every_case() if case.rows and case.rows[0].who]


@pytest.mark.parametrize("first", range(0, len(_let_in()), OF_EACH))
def test_whoever_is_let_in_gets_what_is_stated(board: Board, first: int) -> None:
    got, stated = {}, {}
    for case in _let_in()[first : first + OF_EACH]:
        row = case.rows[0]
        name = next(one for one in case.people if one in row.who)
        stage = min(row.stages)
        board.at_stage(stage)
        got[str(case)] = board.ask(board.people[name], case).word
        stated[str(case)] = case.stated(name, stage)

    assert got == stated
