"""Every call, everybody, every stage: what is stated is what is answered, and nothing goes unstated."""

import pytest

from tests.web.permissions.board import Board
from tests.web.permissions.routes import api_calls, every_route
from tests.web.permissions.stated_answers import Case, every_case
from tracktwo_web.dialogues import stages

REFUSED = {"not found", "closed", "no token", "not now", "to rules", "to join", "to account_login"}

pytestmark = pytest.mark.django_db


def test_every_route_has_a_stated_answer() -> None:
    stated = {case.route for case in every_case()}

    assert set(every_route()) - stated == set()


def test_every_call_of_the_api_has_a_stated_answer() -> None:
    stated = {case.call for case in every_case() if case.route.startswith("api/")}

    assert stated == api_calls()


def test_no_answer_is_stated_twice_or_for_what_is_not_there() -> None:
    stated = [str(case) for case in every_case()]

    assert sorted(stated) == sorted(set(stated))
    assert {case.route for case in every_case()} - set(every_route()) == set()


@pytest.mark.parametrize("case", every_case(), ids=str)
def test_everybody_gets_what_is_stated(board: Board, case: Case) -> None:
    asked = {name: board.ask_at_every_stage(board.people[name], case) for name in case.people}

    is_ours = every_route()[case.route].is_ours
    got = {(name, stage): one.word for name, by in asked.items() for stage, one in by.items()}
    wrote = {
        name: one.wrote
        for name, by in asked.items()
        for one in by.values()
        if one.wrote and is_ours and (one.word in REFUSED or case.method == "GET")
    }
    assert got == {(name, stage): case.stated(name, stage) for name, stage in got}
    assert wrote == {}  # who is refused, or only reads, leaves no trace


def test_the_tables_speak_of_every_stage_and_person(board: Board) -> None:
    inside = [case for case in every_case() if case.door in {"dialogue", "token"}]
    people = {name for case in inside for row in case.rows for name in row.who}
    at = {stage for case in every_case() for row in case.rows for stage in row.stages}

    assert at == set(stages.IDS)
    assert set(board.people) - people == {
        "nobody",
        "convenor of another dialogue",
        "member of another dialogue",
        "member of A, link revoked",
        "service of another dialogue",
        "service, revoked",
    }  # those who are let in nowhere
