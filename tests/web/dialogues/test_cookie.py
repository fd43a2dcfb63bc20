"""The seat's cookies."""

import uuid
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from tests.web import world
from tracktwo_web.dialogues.cookie import NAME, WAITS, Sitting, opened, path_of
from tracktwo_web.dialogues.domain.convene import publish_procedure
from tracktwo_web.dialogues.domain.keys import issue_key
from tracktwo_web.dialogues.models import Acceptance, Seat
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.perceptions.domain.rounds import close_round

if TYPE_CHECKING:
    from django.test import Client

ONE, OTHER = uuid.UUID(int=1), uuid.UUID(int=2)


def test_sitting_is_read_back_as_it_was_sealed() -> None:
    sitting = Sitting(Root.drawn(), key=ONE, side=OTHER, accepted=3, took_part=(ONE, OTHER))

    assert opened(sitting.sealed()) == sitting


@pytest.mark.parametrize("text", ["", "not sealed here", "AAAA", "é"])
def test_what_was_not_sealed_here_is_nobody(text) -> None:
    assert opened(text) is None


def test_sealed_for_another_use_opens_no_seat() -> None:
    from tracktwo_web.kit.sealed import seal

    assert opened(seal({"r": "00", "k": None, "s": None, "a": 0, "t": []}, purpose="api")) is None


def test_what_waits_is_joined_for_the_same_key_only() -> None:
    here = Sitting(Root.drawn(), key=ONE, took_part=(ONE,))
    waiting = Sitting(Root.drawn(), key=ONE, accepted=2, took_part=(ONE, OTHER))
    of_another = Sitting(Root.drawn(), key=OTHER, accepted=2, took_part=(OTHER,))

    assert here.with_what_waits(waiting) == Sitting(here.root, ONE, None, 2, (ONE, OTHER))
    assert here.with_what_waits(of_another) == here
    assert here.with_what_waits(None) == here


@pytest.mark.parametrize("has_tls", [True, False])
def test_cookie_stays_with_the_dialogue_and_out_of_scripts(
    dialogue, client_at, settings, has_tls
) -> None:
    settings.SESSION_COOKIE_SECURE = has_tls

    client = world.seated(world.seat_of(dialogue, Role.MEMBER, "nato"), client_at())

    cookie = client.cookies[NAME]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"], bool(cookie["secure"])) == (
        f"/d/{dialogue.id}/",
        True,
        "Lax",
        has_tls,
    )
    assert WAITS not in client.cookies


def test_cookie_holds_nothing_readable(dialogue, client_at) -> None:
    seat = world.seat_of(dialogue, Role.MEMBER, "nato")

    value = world.seated(seat, client_at()).cookies[NAME].value

    sitting = opened(value)
    assert sitting.key == seat.keys.get(revoked_at=None).id
    for known in (str(sitting.root), sitting.key.hex, seat.id.hex, seat.label):
        assert known not in value


def test_seat_of_one_dialogue_opens_no_other(dialogue, sit) -> None:
    other = world.a_dialogue(convenor=dialogue.convenor)
    client = sit(world.seat_of(dialogue, Role.MEMBER, "nato"))
    client.cookies[NAME]["path"] = "/"  # as if somebody had moved it

    assert client.get(path_of(dialogue.id)).status_code == 200
    assert client.get(path_of(other.id)).status_code == 404


def test_seat_given_beforehand_is_replaced_by_ones_own(dialogue, client_at) -> None:
    """Somebody else's cookie, planted in a browser, does not survive sitting down with a link."""
    planted = world.seated(world.seat_of(dialogue, Role.MEMBER, "china"), client_at())
    victim: Client = client_at()
    victim.cookies.load({NAME: planted.cookies[NAME].value})
    victim.cookies[NAME]["path"] = path_of(dialogue.id)
    seat = world.seat_of(dialogue, Role.MEMBER, "nato")

    world.seated(seat, victim)

    sitting = opened(victim.cookies[NAME].value)
    assert sitting.key == seat.keys.get(revoked_at=None).id
    assert sitting.root != opened(planted.cookies[NAME].value).root


def test_seat_of_other_key_and_root_does_not_open(dialogue, client_at) -> None:
    """A key's id alone, as a copy of the database shows it, is no seat."""
    key = world.seat_of(dialogue, Role.MEMBER, "nato").keys.get()
    client = client_at()
    client.cookies[NAME] = Sitting(Root.drawn(), key=key.id).sealed()

    assert client.get(path_of(dialogue.id)).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_opening_the_link_again_keeps_what_waits(transactional_db, client_at) -> None:
    """The seat's page sees no cookie of the dialogue: what waits must survive it."""
    dialogue = world.a_dialogue()
    seat = world.seat_of(dialogue, Role.MEMBER, "nato")
    secret = issue_key(seat, now=timezone.now()).secret
    one = world.an_open_round(dialogue)
    publish_procedure(dialogue, {"en": "Newer."})
    client = client_at()
    client.post(f"/seat/{secret}")
    client.post(f"/d/{dialogue.id}/rules", {"version": 2})

    client.post(f"/seat/{secret}")
    during = client.get(path_of(dialogue.id)).status_code, _has_accepted(seat)
    close_round(one)
    after = client.get(path_of(dialogue.id)).status_code, _has_accepted(seat)

    assert (during, after) == ((200, False), (200, True))
    assert client.cookies[WAITS].value == ""


def _has_accepted(seat: Seat) -> bool:
    return Acceptance.objects.filter(seat=seat, procedure__version=2).exists()
