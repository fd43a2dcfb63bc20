"""The line itself: opening, cards, parcels carried by hand, its numbers, what was refused."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web import world
from tests.web.channel.desk import Desk
from tests.web.channel.ends import ASKING, NOON, two_ends
from tests.web.channel.entering import A_CALL
from tracktwo_web.channel.domain.open import card_of, open_line
from tracktwo_web.channel.domain.read import mark_read
from tracktwo_web.channel.models import Line
from tracktwo_web.dialogues.roles import Role


@pytest.fixture
def apart(db, sit) -> tuple[Desk, Desk]:
    """Two nodes: a desk at each, whose other end is elsewhere."""
    ends = two_ends()
    for line in (ends.nato, ends.china):
        line.routes.all().delete()
        world.a_seat(line.side.dialogue, Role.OFFICER, line.side.code, label="watch")
    return tuple(
        Desk(line.side.dialogue, ends.nato, ends.china, sit) for line in (ends.nato, ends.china)
    )  # type: ignore[return-value]


def test_parcels_are_carried_by_hand(apart) -> None:
    here, there = apart
    here_officer, there_officer = here.officer("nato"), there.officer("china")
    here.send(here_officer, "line_compose", here.nato.pk, "CR", **A_CALL, go="send", seen="0")

    packed = here_officer.get(here.url("line_pack", here.nato.pk))
    file = SimpleUploadedFile("x.parcel", packed.content)
    page = there.send(there_officer, "line_unpack", there.china.pk, parcel=file)

    assert re.search(r'filename="NATO-CHINA-\d{8}T\d{6}Z.parcel"', packed["Content-Disposition"])
    assert "1 new entry was taken in." in page
    assert there.china.messages.get().code == "NATO-EX-CR 0001/26"


def test_parcel_that_is_none_is_refused_and_listed(apart) -> None:
    here, _ = apart
    client = here.officer("nato")

    page = here.send(
        client, "line_unpack", here.nato.pk, parcel=SimpleUploadedFile("x", b"nonsense\n")
    )
    listed = here.page(client, "line_refused", here.nato.pk)

    assert "Not taken in, or not all of it" in page
    assert "1 parcel was refused." in page
    assert "carried" in listed


def test_missing_parcel_is_said_at_its_field(apart) -> None:
    here, _ = apart

    page = here.send(here.officer("nato"), "line_unpack", here.nato.pk)

    assert "This field is required." in page


def test_card_is_handed_over_and_its_number_is_read_out(apart) -> None:
    here, _ = apart
    client = here.officer("nato")

    page = here.page(client, "line_state", here.nato.pk)
    card = client.get(here.url("line_card", here.nato.pk))

    assert card.content.decode() == card_of(here.nato).as_text()
    assert re.search(r'<p class="fingerprint">((?:\d{5} ){7}\d{5})</p>', page)[1] == (
        card_of(here.nato).fingerprint
    )


def test_card_is_taken_after_it_was_compared_and_not_before(db, sit) -> None:
    one, two = (world.a_dialogue(convenor=convenor, stage="channel")
                for convenor in (world.a_user("one"), world.a_user("two")))  # fmt: skip
    nato = open_line(one.sides.get(code="nato"), "NATO", "CHINA", now=NOON)
    china = open_line(two.sides.get(code="china"), "CHINA", "NATO", now=NOON)
    world.a_seat(one, Role.OFFICER, "nato", label="watch")
    desk = Desk(one, nato, china, sit)
    entered = {"card": card_of(china).as_text(), "ways": "192.0.2.7:8500\n[2001:db8::1]:8500"}

    shown = desk.send(desk.officer(), "line_connect", nato.pk, **entered)
    asked = desk.send(desk.officer(), "line_connect", nato.pk, **entered, go="take")
    nato.refresh_from_db()
    before = nato.peer_key
    desk.send(desk.officer(), "line_connect", nato.pk, **entered, go="take", compared="yes")

    nato.refresh_from_db()
    assert card_of(china).fingerprint in shown
    assert "Nothing was taken: say first that you compared it." in asked
    assert before == ""
    assert nato.peer_key == card_of(china).key
    assert [one.address for one in nato.routes.all()] == ["192.0.2.7:8500", "[2001:db8::1]:8500"]


@pytest.mark.parametrize("way", ["192.0.2.7", "host:0", "host:99999", "http://host:80", "a b:80"])
def test_way_that_is_none_is_said(apart, way) -> None:
    here, _ = apart
    entered = {"card": card_of(here.china).as_text(), "ways": way}

    page = here.send(here.officer("nato"), "line_connect", here.nato.pk, **entered)

    assert f"“{way}” is no way: write it as HOST:PORT." in page


def test_card_of_somebody_else_is_not_taken(apart) -> None:
    here, _ = apart
    before = here.nato.peer_key
    entered = {"card": card_of(here.nato).as_text(), "go": "take", "compared": "yes"}

    page = here.send(here.officer("nato"), "line_connect", here.nato.pk, **entered)

    here.nato.refresh_from_db()
    assert "This is the card of NATO; this line is with CHINA." in page
    assert here.nato.peer_key == before


def test_officer_opens_the_own_end_once(db, sit) -> None:
    dialogue = world.a_dialogue(stage="channel")
    client = sit(world.a_seat(dialogue, Role.OFFICER, "nato", label="watch"))
    here = f"/d/{dialogue.id}/line/open"

    for office, peer in (("NATO", "NATO"), ("nato", "china"), ("NATO", "OTHER")):
        client.post(here, {"office": office, "peer": peer})

    assert [(one.office, one.peer, one.side.code) for one in Line.objects.all()] == [
        ("NATO", "CHINA", "nato")
    ]


def test_secretariat_opens_both_ends_and_they_speak(db, sit) -> None:
    dialogue = world.a_dialogue(stage="channel")
    client = sit(world.seat_of(dialogue, Role.SECRETARIAT))

    client.post(f"/d/{dialogue.id}/line/open", {"office_nato": "NATO", "office_china": "CHINA"})

    lines = Line.objects.order_by("office")
    assert [(one.office, one.side.code) for one in lines] == [("CHINA", "china"), ("NATO", "nato")]
    assert lines[0].peer_key == card_of(lines[1]).key


def test_times_are_for_the_two_sides_and_tests_for_those_who_run_the_line(desk) -> None:
    for _ in range(5):
        sent = desk.sends(desk.china, ASKING)
        mark_read(desk.there(sent), now=desk.clock())
        desk.carry()

    sides = [desk.page(desk.at(Role.HEAD, side), "line_state", line.pk)
             for side, line in (("nato", desk.nato), ("china", desk.china))]  # fmt: skip
    neutral = desk.page(desk.at(Role.SECRETARIAT), "line_state", desk.nato.pk)

    rows = [re.findall(r"<tr><th scope=\"row\">(.*?)</tr>", page) for page in sides]
    assert re.sub(r"<[^>]+>", "|", rows[0][0]).startswith(
        "Request for a call||NATO||to read||5||0||0|"
    )
    assert rows[0] == rows[1]
    assert "Times to read and to answer" not in neutral
