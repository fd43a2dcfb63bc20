"""Lists ask the database as often for three rows as for one."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.web import world
from tracktwo_web.dialogues.domain.announce import announce
from tracktwo_web.dialogues.domain.convene import publish_procedure
from tracktwo_web.dialogues.domain.room import write_note
from tracktwo_web.dialogues.domain.sides import add_side
from tracktwo_web.dialogues.domain.themes import ThemePlan, arrange_themes
from tracktwo_web.dialogues.models import Acceptance, Dialogue
from tracktwo_web.dialogues.roles import Role


def _asked(client: Client, path: str) -> int:
    client.get(path)  # what is kept in memory is there for both
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def _new_rules(dialogue: Dialogue) -> None:
    procedure = publish_procedure(dialogue, {"en": "Newer."})
    Acceptance.objects.bulk_create(
        Acceptance(seat=seat, procedure=procedure) for seat in dialogue.seats.all()
    )


def _new_side(dialogue: Dialogue) -> None:
    from tracktwo_web.dialogues.domain.convene import SidePlan

    code = f"side-{dialogue.sides.count()}"
    add_side(dialogue, SidePlan(code, {"en": code}, "Asia/Tokyo"))


GROWS: dict[str, Callable[[Dialogue], object]] = {
    "/convene/": lambda dialogue: world.a_dialogue(convenor=dialogue.convenor),
    "": lambda dialogue: announce(dialogue, {"en": "News."}),
    "office/": lambda dialogue: world.a_seat(
        dialogue, Role.MEMBER, "nato", label=f"X-{dialogue.seats.count()}"
    ),
    "office/seats": lambda dialogue: world.a_seat(
        dialogue, Role.MEMBER, "china", label=f"X-{dialogue.seats.count()}"
    ),
    "office/announce": lambda dialogue: announce(dialogue, {"en": "News."}),
    "office/procedure": _new_rules,
    "office/themes": lambda dialogue: arrange_themes(
        dialogue,
        [
            *(ThemePlan(theme.names, theme.id) for theme in dialogue.themes.all()),
            ThemePlan({"en": "More"}),
        ],
    ),
    "table": _new_side,
}


@pytest.mark.parametrize("page", GROWS)
def test_list_asks_equally_often_for_more_rows(dialogue, convenor_client, page) -> None:
    path = page if page.startswith("/") else f"/d/{dialogue.id}/{page.removeprefix('table')}"
    GROWS[page](dialogue)
    few = _asked(convenor_client, path)

    for _ in range(2):
        GROWS[page](dialogue)

    assert _asked(convenor_client, path) == few


def test_room_asks_equally_often_for_more_notes(dialogue, sit) -> None:
    side = dialogue.sides.get(code="nato")
    client = sit(world.seat_of(dialogue, Role.HEAD, "nato"))
    path = f"/d/{dialogue.id}/room/{side.id}/"
    write_note(side, "One.")
    few = _asked(client, path)

    for _ in range(2):
        write_note(side, "More.")

    assert _asked(client, path) == few
