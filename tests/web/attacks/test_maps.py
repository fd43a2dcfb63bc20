"""A side's map before it is released: what the other side, and a thief, can learn of it."""

import pytest

from tests.web import world
from tracktwo_web.config.admission import warrant_for
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.events.models import Event
from tracktwo_web.events.streams import Refused
from tracktwo_web.influence.domain.drawing import add_concept, set_concept
from tracktwo_web.influence.domain.maps import open_maps

SECRET = "What we would never say aloud"


@pytest.fixture
def drawn(dialogue):
    dialogue.stage = "risks"
    dialogue.save()
    open_maps(dialogue)
    own = dialogue.maps.get(side__code="nato")
    add_concept(own, {"en": SECRET})
    return own


def _client(dialogue, sit, role, side):
    return sit(dialogue.seats.filter(role=role, side__code=side).first())


def test_other_sides_stream_of_the_map_is_not_there_and_ones_own_is(dialogue, drawn, sit):
    own, other = (_client(dialogue, sit, Role.HEAD, side) for side in ("nato", "china"))
    cookies = [client.cookies.output(header="", sep=";") for client in (own, other)]

    assert warrant_for(dialogue.id, cookies[0], drawn.id).room == drawn.id
    with pytest.raises(Refused) as caught:
        warrant_for(dialogue.id, cookies[1], drawn.id)
    assert caught.value.status == 404


def test_room_of_another_dialogue_is_not_heard_through_ones_own(dialogue, drawn, sit):
    other = world.a_dialogue(convenor=world.a_user("another"), stage="risks")
    client = _client(other, sit, Role.HEAD, "nato")

    with pytest.raises(Refused):
        warrant_for(other.id, client.cookies.output(header="", sep=";"), drawn.id)


def test_what_the_dialogue_hears_says_nothing_of_a_map_in_its_room(dialogue, drawn):
    concept = drawn.concepts.get()

    set_concept(drawn, concept.id, seen=concept.edition, texts={"en": "Another name"})

    assert {one.channel for one in Event.objects.filter(kind="map")} == {drawn.id.hex}
    assert not any(SECRET in str(one.data) for one in Event.objects.all())


def test_no_page_open_to_the_other_side_holds_a_word_of_it(dialogue, drawn, sit):
    client = _client(dialogue, sit, Role.HEAD, "china")
    joint, theirs = dialogue.maps.get(side=None), dialogue.maps.get(side__code="china")
    paths = ["", "maps/"]
    for one in (joint, theirs):
        at = f"maps/{one.id}/"
        paths += [at, f"{at}state", f"{at}findings/", f"{at}files/"]

    for path in paths:
        answer = client.get(f"/d/{dialogue.id}/{path}")
        assert answer.status_code == 200
        assert SECRET.encode() not in answer.content
        assert client.get(f"/d/{dialogue.id}/{path}files/map.csv").status_code == 404
