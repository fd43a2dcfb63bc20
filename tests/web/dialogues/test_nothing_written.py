"""While a round is open a delegate's visit leaves no trace in any table."""

from hashlib import sha256

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from tests.web import world
from tracktwo_web.dialogues.domain.convene import publish_procedure
from tracktwo_web.dialogues.domain.keys import issue_key
from tracktwo_web.dialogues.models import Dialogue, Seat
from tracktwo_web.dialogues.roles import DELEGATION, SEATED, Role


def _tables() -> dict[str, str]:
    """The content of every table, its places and versions included where the database tells."""
    place = "ctid, xmin, xmax, *" if connection.vendor == "postgresql" else "rowid, *"
    contents = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT {place} FROM "{table}"')
            rows = "\n".join(sorted(map(repr, cursor.fetchall())))
            contents[table] = sha256(rows.encode()).hexdigest()
    return contents


def _visit_everything(seat: Seat, secret: str, client: Client) -> list[int]:
    """Every page and every form of this app that a delegate can reach, in a browser's order."""
    here = f"/d/{seat.dialogue_id}/"
    room = f"{here}room/{seat.side_id or seat.id}/"
    answers = [
        client.get(f"/seat/{secret}"),
        client.post(f"/seat/{secret}", {"passphrase": "a guess"}),
        client.get(here),
        client.get(f"{here}rules"),
        client.post(f"{here}rules", {"version": 2}),
        client.get(here),
        client.get(room),
        client.post(room, {"text": "During the round."}),
        client.get(f"{here}join"),
        client.get(f"{here}office/"),
        client.get(f"{here}leave"),
        client.post(f"{here}leave"),
    ]
    return [answer.status_code for answer in answers]


@pytest.fixture
def blind(dialogue) -> Dialogue:
    """A dialogue in whose open round new rules have been put before everybody."""
    world.a_seat(dialogue, Role.OFFICER, "nato")
    world.an_open_round(dialogue)
    publish_procedure(dialogue, {"en": "Newer."})
    return dialogue


@pytest.mark.parametrize("role", sorted(SEATED))
def test_visit_during_a_round_writes_nothing(blind, client_at, role) -> None:
    seat = blind.seats.filter(role=role).first()
    secret = issue_key(seat, now=timezone.now()).secret
    before = _tables()

    statuses = _visit_everything(seat, secret, client_at())

    assert _tables() == before
    room = [200, 403] if role in DELEGATION else [404, 404]
    office = 200 if role == "secretariat" else 403
    assert statuses == [200, 302, 302, 200, 302, 200, *room, 404, office, 200, 302]


def test_same_visit_after_the_round_is_what_the_comparison_would_notice(
    dialogue, client_at
) -> None:
    """The measure measures: without an open round the same visit does write."""
    publish_procedure(dialogue, {"en": "Newer."})
    seat = dialogue.seats.filter(role="member").first()
    secret = issue_key(seat, now=timezone.now()).secret
    before = _tables()

    _visit_everything(seat, secret, client_at())

    changed = {table for table, content in _tables().items() if content != before[table]}
    assert changed == {"dialogues_acceptance", "dialogues_roomnote"} | (
        # PostgreSQL marks the side's row as locked while a note is numbered
        {"dialogues_side"} if connection.vendor == "postgresql" else set()
    )


def test_visit_during_a_round_sets_no_session(blind, client_at) -> None:
    seat = blind.seats.filter(role="member").first()
    client = world.seated(seat, client_at())

    client.get(f"/d/{blind.id}/")

    assert "sessionid" not in client.cookies
