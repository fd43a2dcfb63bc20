"""The ways into a dialogue."""

import re
import uuid

import pytest
from django.http import HttpResponse
from django.utils import timezone

from tests.web import world
from tracktwo_web.dialogues.domain.convene import publish_procedure
from tracktwo_web.dialogues.domain.keys import issue_key, revoke_keys
from tracktwo_web.dialogues.roles import Role


def test_dialogue_that_is_not_there_and_one_that_is_not_yours_look_the_same(
    dialogue, client_at
) -> None:
    stranger, unknown = client_at(), uuid.uuid4()

    absent = stranger.get(f"/d/{unknown}/")
    foreign = stranger.get(f"/d/{dialogue.id}/")

    assert (absent.status_code, foreign.status_code) == (404, 404)
    assert _apart_from(foreign, dialogue.id) == _apart_from(absent, unknown)


def _apart_from(answer: HttpResponse, id_: uuid.UUID) -> str:
    """A page without the address asked for and without its token against forged forms."""
    page = answer.content.decode().replace(str(id_), "")
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


@pytest.mark.parametrize("is_revoked", [True, False])
def test_seat_closed_meanwhile_is_404_on_the_next_request(dialogue, sit, is_revoked) -> None:
    seat = world.seat_of(dialogue, Role.HEAD, "nato")
    client = sit(seat)
    before = client.get(f"/d/{dialogue.id}/").status_code

    revoke_keys(seat, now=timezone.now())
    if not is_revoked:
        issue_key(seat, now=timezone.now())  # a new link closes the old one too

    assert (before, client.get(f"/d/{dialogue.id}/").status_code) == (200, 404)


def test_new_rules_are_put_before_everything_else(dialogue, sit) -> None:
    client = sit(world.seat_of(dialogue, Role.HEAD, "nato"))
    publish_procedure(dialogue, {"en": "Newer."})

    answer = client.get(f"/d/{dialogue.id}/")

    assert (answer.status_code, answer.url) == (302, f"/d/{dialogue.id}/rules")


def test_wrong_role_is_told_so(dialogue, sit) -> None:
    client = sit(world.seat_of(dialogue, Role.OBSERVER))

    answer = client.get(f"/d/{dialogue.id}/office/")

    assert answer.status_code == 403
    assert "This is not open to you now" in answer.content.decode()


def test_convenor_without_a_second_factor_is_sent_to_set_one_up(
    dialogue, client_at, settings
) -> None:
    settings.DEMO = False
    client = client_at()
    client.force_login(dialogue.convenor)

    answer = client.get(f"/d/{dialogue.id}/office/")

    assert (answer.status_code, answer.url) == (302, "/account/2fa/")


def test_another_convenor_finds_nothing(dialogue, client_at, settings) -> None:
    settings.DEMO = True
    client = client_at()
    client.force_login(world.a_user("another"))

    assert client.get(f"/d/{dialogue.id}/office/").status_code == 404


def test_open_consultation_asks_strangers_in(db, client_at) -> None:
    dialogue = world.a_dialogue(is_open=True)

    answer = client_at().get(f"/d/{dialogue.id}/")

    assert (answer.status_code, answer.url) == (302, f"/d/{dialogue.id}/join")


def test_visitors_place_is_gone_when_the_consultation_is_closed(db, client_at) -> None:
    dialogue = world.a_dialogue(is_open=True)
    client = client_at()
    client.post(f"/d/{dialogue.id}/join", {"side": ""})
    before = client.get(f"/d/{dialogue.id}/").status_code

    dialogue.is_open = False
    dialogue.save()

    assert (before, client.get(f"/d/{dialogue.id}/").status_code) == (200, 404)
