"""Joining an open consultation."""

import pytest

from tests.web import world
from tracktwo_web.dialogues.cookie import NAME, opened
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.roles import Role


@pytest.fixture
def consultation(db) -> Dialogue:
    return world.a_dialogue(is_open=True)


@pytest.mark.parametrize("side", ["nato", ""])
def test_visitor_chooses_a_side_or_none(consultation, client_at, side) -> None:
    client = client_at()

    page = client.get(f"/d/{consultation.id}/join")
    answer = client.post(f"/d/{consultation.id}/join", {"side": side})

    sitting = opened(client.cookies[NAME].value)
    chosen = consultation.sides.get(code=side).id if side else None
    assert page.status_code == 200
    assert (answer.status_code, answer.url) == (302, f"/d/{consultation.id}/")
    assert (sitting.key, sitting.side, sitting.accepted) == (None, chosen, 1)
    assert client.get(answer.url).status_code == 200


def test_two_visitors_share_nothing(consultation, client_at) -> None:
    clients = [client_at(), client_at()]

    for client in clients:
        client.post(f"/d/{consultation.id}/join", {"side": "nato"})

    one, other = (opened(client.cookies[NAME].value).root for client in clients)
    assert one != other


def test_who_sits_already_keeps_the_place(consultation, client_at) -> None:
    """A second place in the same browser would be a second ballot."""
    client = client_at()
    client.post(f"/d/{consultation.id}/join", {"side": "nato"})
    before = client.cookies[NAME].value

    answer = client.post(f"/d/{consultation.id}/join", {"side": "china"})

    assert (answer.status_code, answer.url) == (302, f"/d/{consultation.id}/")
    assert client.cookies[NAME].value == before


def test_side_that_there_is_not_is_refused(consultation, client_at) -> None:
    answer = client_at().post(f"/d/{consultation.id}/join", {"side": "atlantis"})

    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["side"])
    assert NAME not in answer.cookies


def test_dialogue_among_delegations_cannot_be_joined(dialogue, client_at, sit) -> None:
    stranger, delegate = client_at(), sit(world.seat_of(dialogue, Role.HEAD, "nato"))

    answers = [
        ask(f"/d/{dialogue.id}/join")
        for client in (stranger, delegate)
        for ask in (client.get, client.post)
    ]

    assert [answer.status_code for answer in answers] == [404] * 4


def test_visitor_has_no_room_and_no_office(consultation, client_at) -> None:
    client = client_at()
    client.post(f"/d/{consultation.id}/join", {"side": "nato"})
    side = consultation.sides.get(code="nato")

    assert client.get(f"/d/{consultation.id}/room/{side.id}/").status_code == 404
    assert client.get(f"/d/{consultation.id}/office/").status_code == 403
