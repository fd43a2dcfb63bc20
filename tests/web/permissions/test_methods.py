"""By which methods a route may be called, and that no foreign page can make a browser act."""

import pytest
from django.test import Client

from tests.web.permissions.board import Board
from tests.web.permissions.routes import STREAM, Route, every_route
from tests.web.permissions.stated_answers import Case, every_case

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
BY_A_LIBRARY = ("GET", "POST")
"""Only these are tried where a view is a library's: it may take PUT for POST."""
OF_THE_API = {"openapi-json", "api-root"}
"""Its description, which is only read, whatever the method."""

pytestmark = pytest.mark.django_db


def _unstated() -> list[Case]:
    """Calls that no table speaks of, each about the first thing its route is stated for."""
    stated = {case.call for case in every_case()}
    first = {case.route: case for case in reversed(every_case())}
    return [
        Case(f"{method} {name}", first[name].about, first[name].door, "", "")
        for name, route in every_route().items()
        if name in first and name != STREAM
        for method in (METHODS if route.is_ours else BY_A_LIBRARY)
        if f"{method} {name}" not in stated
    ]


@pytest.mark.parametrize("case", _unstated(), ids=str)
def test_no_method_but_the_stated_ones_is_taken(board: Board, case: Case) -> None:
    convenor, stranger = board.people["convenor"], board.people["nobody"]

    got = [board.ask(convenor, case).word, board.ask(stranger, case).word]

    if _route(case).is_ours:
        assert got == ["no such method"] * 2
    else:  # a library may look for an account, or for the thing, first
        assert got[0] in {"no such method", "not found"}


def _changing() -> list[Case]:
    """The first case of each call that changes something from a page; the API is no page."""
    changing = [one for one in every_case() if one.method != "GET" and one.route not in OF_THE_API]
    changing = [one for one in changing if not one.is_of_the_api]
    first = {case.call: case for case in reversed(changing)}
    return [case for case in first.values() if case.rows[0].who]


@pytest.mark.parametrize("case", _changing(), ids=str)
def test_foreign_page_cannot_make_a_browser_act(board: Board, case: Case) -> None:
    guarded = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
    let_in = board.people[next(name for name in case.people if name in case.rows[0].who)]

    asked = board.ask(let_in, case, by=guarded)

    assert (asked.word, asked.wrote) == ("closed", [])
    assert asked.response.templates[0].name == "403_csrf.html"


@pytest.mark.parametrize(
    "case",
    [one for one in every_case() if one.method != "GET" and "{" in one.route],
    ids=str,
)
def test_program_needs_its_token_and_nothing_else(board: Board, case: Case) -> None:
    guarded = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
    board.at_stage("perceive")
    member = board.people["member of A"]

    with_token = board.ask(member, case, by=guarded)
    with_cookie = board.ask(member, case, by=guarded, token="")

    assert with_token.word == case.stated("member of A", "perceive")
    assert with_cookie.word == "no token"


def _route(case: Case) -> Route:
    return every_route()[case.route]
