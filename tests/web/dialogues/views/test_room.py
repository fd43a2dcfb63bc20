"""A side's own room: there for its delegates, and for nobody else."""

import uuid

import pytest
from django.urls import get_resolver, reverse

from tests.web import world
from tracktwo_web.dialogues.domain.convene import publish_procedure
from tracktwo_web.dialogues.domain.room import write_note
from tracktwo_web.dialogues.models import RoomNote
from tracktwo_web.dialogues.roles import DELEGATION, Role

WHISPER = "Only among ourselves."


def _room(dialogue, code: str) -> str:
    return reverse("room", args=[dialogue.id, dialogue.sides.get(code=code).id])


@pytest.mark.parametrize("role", sorted(DELEGATION))
def test_delegates_read_and_write_in_their_own_room(dialogue, sit, role) -> None:
    client = sit(world.seat_of(dialogue, role, "nato"))

    answer = client.post(_room(dialogue, "nato"), {"text": WHISPER})
    page = client.get(_room(dialogue, "nato"))

    assert (answer.status_code, answer.url) == (302, _room(dialogue, "nato"))
    assert [note.text for note in page.context["notes"]] == [WHISPER]
    assert WHISPER in page.content.decode()


def test_empty_note_is_not_kept(dialogue, sit) -> None:
    client = sit(world.seat_of(dialogue, Role.HEAD, "nato"))

    answer = client.post(_room(dialogue, "nato"), {"text": "  "})

    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["text"])
    assert RoomNote.objects.count() == 0


def test_note_is_text_and_not_markup(dialogue, sit) -> None:
    client = sit(world.seat_of(dialogue, Role.HEAD, "nato"))
    client.post(_room(dialogue, "nato"), {"text": "<img src=x onerror=alert(1)>"})

    html = client.get(_room(dialogue, "nato")).content.decode()

    assert "<img src=x" not in html


def test_room_can_be_read_and_not_written_in_while_a_round_is_open(dialogue, sit) -> None:
    """A note written then could be laid beside the ballots, in the order of writing."""
    write_note(dialogue.sides.get(code="nato"), WHISPER)
    client = sit(world.seat_of(dialogue, Role.HEAD, "nato"))
    world.an_open_round(dialogue)

    page = client.get(_room(dialogue, "nato"))
    answer = client.post(_room(dialogue, "nato"), {"text": "During the round."})

    assert (page.status_code, page.context["may_write"], answer.status_code) == (200, False, 403)
    assert list(RoomNote.objects.values_list("text", flat=True)) == [WHISPER]


def test_own_room_opens_after_the_rules_are_accepted(dialogue, sit) -> None:
    client = sit(world.seat_of(dialogue, Role.HEAD, "nato"))
    publish_procedure(dialogue, {"en": "Newer."})

    own, others = client.get(_room(dialogue, "nato")), client.get(_room(dialogue, "china"))

    assert (own.status_code, own.url) == (302, f"/d/{dialogue.id}/rules")
    assert others.status_code == 404


def _everybody_else(dialogue, client_at, convenor_client):
    """Browsers of all who are not delegates of NATO's side, by name."""
    seated = {
        f"{role} {side}": world.seated(world.seat_of(dialogue, role, side), client_at())
        for role in sorted(DELEGATION)
        for side in ("china",)
    }
    neutral = {
        role: world.seated(world.seat_of(dialogue, role), client_at())
        for role in (Role.SECRETARIAT, Role.OBSERVER)
    }
    return seated | neutral | {"convenor": convenor_client, "stranger": client_at()}


def _routes_with_a_side() -> list[str]:
    """The names of all routes of the platform that take a side's id."""
    found = get_resolver().reverse_dict
    return sorted(
        name
        for name in found
        if isinstance(name, str)
        and any("side_id" in names for _, names in (form for form in found.getlist(name)[0][0]))
    )


def test_routes_with_a_side_are_found() -> None:
    assert "room" in _routes_with_a_side()


def test_whatever_belongs_to_a_side_is_404_to_everybody_else(
    dialogue, client_at, convenor_client
) -> None:
    """Every route that takes a side, every id, every method, everybody."""
    write_note(dialogue.sides.get(code="nato"), WHISPER)
    other = world.a_dialogue(convenor=dialogue.convenor)
    ids = [
        dialogue.sides.get(code="nato").id,
        other.sides.get(code="nato").id,
        dialogue.id,
        uuid.uuid4(),
    ]

    answers = {
        (name, route, method, number): getattr(client, method)(
            reverse(route, kwargs={"dialogue_id": dialogue.id, "side_id": side_id}), {"text": "x"}
        )
        for name, client in _everybody_else(dialogue, client_at, convenor_client).items()
        for route in _routes_with_a_side()
        for method in ("get", "post")
        for number, side_id in enumerate(ids)
    }

    assert {key: answer.status_code for key, answer in answers.items()} == dict.fromkeys(
        answers, 404
    )
    assert not any(WHISPER in answer.content.decode() for answer in answers.values())
    assert RoomNote.objects.count() == 1


def test_no_page_of_the_office_shows_a_note(dialogue, convenor_client) -> None:
    write_note(dialogue.sides.get(code="nato"), WHISPER)
    pages = ["", "settings", "procedure", "announce", "sides", "themes", "seats"]

    answers = [convenor_client.get(f"/d/{dialogue.id}/office/{page}") for page in pages]

    assert [answer.status_code for answer in answers] == [200] * len(pages)
    assert not any(WHISPER in answer.content.decode() for answer in answers)
