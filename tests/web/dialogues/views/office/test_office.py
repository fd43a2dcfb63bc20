"""Who may enter which page of the office."""

import uuid

import pytest

from tests.web import world
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.roles import DELEGATION, Role

SECRETARIAT_TOO = ["", "announce"]
CONVENOR_ONLY = ["settings", "procedure", "sides", "themes", "seats", "seats/links"]
POSTED = ["stage", "settings", "procedure", "sides", "themes", "seats", "seats/links"]


def _of_seat(dialogue: Dialogue) -> list[str]:
    seat = dialogue.seats.first()
    return [f"seats/{seat.id}", *(f"seats/{seat.id}/{do}" for do in ("link", "revoke", "remove"))]


def test_secretariat_reads_and_announces_and_no_more(dialogue, sit) -> None:
    client = sit(world.seat_of(dialogue, Role.SECRETARIAT))
    here = f"/d/{dialogue.id}/office/"

    open_to = [client.get(here + page).status_code for page in SECRETARIAT_TOO]
    shut_to = [client.get(here + page).status_code for page in CONVENOR_ONLY]
    posted = [client.post(here + page).status_code for page in POSTED + _of_seat(dialogue)]

    assert open_to == [200] * len(open_to)
    assert shut_to == [403] * len(shut_to)
    assert posted == [403] * len(posted)


@pytest.mark.parametrize("role", sorted(DELEGATION | {Role.OBSERVER}))
def test_delegates_and_observers_stay_outside(dialogue, sit, role) -> None:
    client = sit(dialogue.seats.filter(role=role).first())
    here = f"/d/{dialogue.id}/office/"

    statuses = {client.get(here + page).status_code for page in SECRETARIAT_TOO + CONVENOR_ONLY}
    posted = {client.post(here + page).status_code for page in POSTED + _of_seat(dialogue)}

    assert (statuses, posted) == ({403}, {403})
    assert dialogue.seats.count() == 14


def test_strangers_find_no_office(dialogue, client_at) -> None:
    here = f"/d/{dialogue.id}/office/"

    pages = SECRETARIAT_TOO + CONVENOR_ONLY

    assert {client_at().get(here + page).status_code for page in pages} == {404}


def test_seat_of_another_dialogue_is_not_found(dialogue, convenor_client) -> None:
    other = world.a_dialogue(convenor=dialogue.convenor)
    here = f"/d/{dialogue.id}/office/"

    asked = [convenor_client.post(here + page) for page in _of_seat(other)]
    unknown = convenor_client.get(f"{here}seats/{uuid.uuid4()}")

    assert {answer.status_code for answer in [*asked, unknown]} == {404}
    assert other.seats.filter(keys__revoked_at=None).count() == 14
