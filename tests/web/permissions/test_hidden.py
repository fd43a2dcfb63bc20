"""What is hidden looks, letter by letter, like what does not exist."""

import re
import uuid

import pytest

from tests.web.permissions.board import Asked, Board
from tests.web.permissions.cast import NOT_YET_IN, PLACELESS, Person
from tests.web.permissions.routes import STREAM, every_route
from tests.web.permissions.stated_answers import Case, every_case

pytestmark = pytest.mark.django_db
STAGE = "perceive"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
OF_NO_INTEREST = {"content-length"}
"""It follows from the ids in the page."""


def _hidden() -> list[Case]:
    """The calls about something with an id, hidden from somebody."""
    return [
        case
        for case in every_case()
        if case.route != STREAM
        and "dialogue_id" in every_route()[case.route].kwargs
        and any(case.stated(person, STAGE) == "not found" for person in case.people)
    ]


@pytest.mark.parametrize("case", _hidden(), ids=str)
def test_what_is_hidden_looks_like_what_is_not_there(board: Board, case: Case) -> None:
    board.at_stage(STAGE)
    hidden_from = [
        board.people[name] for name in case.people if case.stated(name, STAGE) == "not found"
    ]

    shown = {person.name: _shown(board, person, case) for person in hidden_from}

    unknown = {
        person.name: _shown(board, person, case, **_no_such(board, person, case))
        for person in hidden_from
    }
    assert shown == unknown


@pytest.mark.parametrize("case", _hidden(), ids=str)
def test_id_of_another_dialogue_is_not_there_either(board: Board, case: Case) -> None:
    """Whoever is let in finds nothing under the ids of another dialogue, whatever lies there."""
    board.at_stage(STAGE)
    people = [board.people[name] for name in case.people if name not in {*PLACELESS, *NOT_YET_IN}]
    let_in = [
        person for person in people if case.stated(person.name, STAGE) in {"page", "made", "done"}
    ]

    foreign = {}
    for person in let_in:
        ids = _foreign(board, person, case)
        if ids:
            foreign[person.name] = board.ask(person, case, **ids).word

    assert set(foreign.values()) <= {"not found"}


def _shown(board: Board, person: Person, case: Case, **changed: object) -> tuple[int, str, list]:
    """An answer without the ids asked for and the token against forged forms."""
    asked = board.ask(person, case, **changed)
    ids = {str(value) for value in (*board.known(person, case).values(), *changed.values())}
    headers = sorted(
        (name, value)
        for name, value in asked.response.headers.items()
        if name.lower() not in OF_NO_INTEREST
    )
    return asked.response.status_code, _without(ids, asked), headers


def _without(ids: set[str], asked: Asked) -> str:
    text = TOKEN.sub("", asked.response.content.decode())
    for one in sorted(ids, key=len, reverse=True):
        text = text.replace(one, "…") if len(one) == len(str(uuid.UUID(int=0))) else text
    return text


def _no_such(board: Board, person: Person, case: Case) -> dict[str, object]:
    """Ids that nothing has: of the thing, and to strangers of the dialogue as well."""
    named = {
        name: uuid.uuid4()
        for name, value in board.known(person, case).items()
        if isinstance(value, uuid.UUID)
    }
    if person.name not in PLACELESS:
        named.pop("dialogue_id")
    return named


def _foreign(board: Board, person: Person, case: Case) -> dict[str, object]:
    """The ids of the same thing on the other table."""
    (other,) = (things for key, things in board.things.items() if key != person.dialogue.id)
    ids = other.by_name[case.thing].kwargs
    return {name: value for name, value in ids.items() if isinstance(value, uuid.UUID)}
