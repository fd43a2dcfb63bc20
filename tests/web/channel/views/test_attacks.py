"""What somebody may try from one side of a line: to sign for the other, to read its end, to answer for it."""

import logging

import pytest

from tests.web import world
from tests.web.channel.desk import a_desk
from tests.web.channel.ends import ASKING
from tests.web.channel.entering import A_CALL
from tracktwo_web.channel.models import Logged
from tracktwo_web.dialogues.roles import Role

SECRET = "a submarine of ours is adrift"


def test_officer_signs_nothing_for_the_other_side(desk) -> None:
    to_nato, to_china = desk.sends(desk.china, ASKING), desk.sends(desk.nato, ASKING)
    before = list(Logged.objects.order_by("id").values_list("hash", flat=True))
    client, theirs = desk.officer("nato"), desk.china.pk

    statuses = [
        client.post(desk.url("line_compose", theirs, "CR"), A_CALL | {"go": "send", "seen": "1"}),
        client.post(desk.url("line_read", desk.there(to_china).pk)),
        client.post(desk.url("line_read", to_nato.pk)),
        client.post(
            desk.url("line_connect", theirs), {"card": "x", "go": "take", "compared": "yes"}
        ),
        client.post(desk.url("line_unpack", theirs)),
        client.get(desk.url("line_pack", theirs)),
        client.get(desk.url("line_card", theirs)),
        client.get(desk.url("line_watch", theirs)),
        client.get(desk.url("line_message", to_nato.pk)),
    ]

    assert [one.status_code for one in statuses] == [404] * 9
    assert list(Logged.objects.order_by("id").values_list("hash", flat=True)) == before


def test_answer_is_about_nothing_but_what_lies_on_the_own_line(desk) -> None:
    theirs = desk.sends(desk.china, ASKING)
    client = desk.officer("nato")
    reply = {"type": "reply", "precedence": "routine", "scope": "joint-private", "go": "send",
             "seen": "0", "f-answer": "accepted", "f-time": "2026-12-01T14:00", "is_meant": "yes"}  # fmt: skip

    statuses = [
        client.post(desk.url("line_compose", desk.nato.pk, "CA"), reply | {"about": about})
        for about in (str(theirs.pk), "no id", "")
    ]

    assert [one.status_code for one in statuses] == [404] * 3
    assert desk.nato.messages.filter(is_own=True).count() == 0


@pytest.mark.parametrize("type_", ["ack", "error", "cancel", "draft", ""])
def test_types_that_nobody_writes_by_hand_are_not_there(desk, type_) -> None:
    about = desk.there(desk.sends(desk.china, ASKING))
    entered = A_CALL | {"type": type_, "about": str(about.pk), "go": "send", "seen": "0"}

    answer = desk.officer().post(desk.url("line_compose", desk.nato.pk, "CR"), entered)

    assert answer.status_code == 404


@pytest.mark.parametrize("status", ["draft", "system", "test", "anything"])
def test_status_that_is_not_offered_is_not_taken(desk, status) -> None:
    entered = A_CALL | {"status": status, "go": "send", "seen": "0"}

    page = desk.send(desk.officer(), "line_compose", desk.nato.pk, "CR", **entered)

    assert "needs your attention" in page
    assert desk.nato.messages.count() == 0


def test_officer_of_another_dialogue_finds_nothing(desk, sit) -> None:
    arrived = desk.there(desk.sends(desk.nato, ASKING))
    other = world.a_dialogue(convenor=desk.dialogue.convenor, stage="channel")
    stranger = sit(world.a_seat(other, Role.OFFICER, "china", label="W"))
    here = f"/d/{other.id}/line/"

    statuses = [
        stranger.get(f"{here}{desk.china.pk}/").status_code,
        stranger.get(f"{here}messages/{arrived.pk}/").status_code,
        stranger.post(f"{here}messages/{arrived.pk}/read").status_code,
        stranger.post(f"{here}{desk.china.pk}/new/CR", A_CALL | {"go": "send"}).status_code,
    ]

    assert statuses == [404] * 4


def test_convenor_who_sits_on_a_side_reads_that_side_alone(desk, settings, client_at) -> None:
    """Whoever runs the dialogue sees how both ends stand; a seat does not let them read the other."""
    settings.DEMO = True
    sent = desk.sends(desk.nato, ASKING)
    client = world.seated(world.seat_of(desk.dialogue, Role.HEAD, "nato"), client_at())
    client.force_login(desk.dialogue.convenor)

    statuses = [
        client.get(desk.url(name, key)).status_code
        for name, key in (
            ("line_watch", desk.nato.pk),
            ("line_watch", desk.china.pk),
            ("line_message", desk.there(sent).pk),
            ("line_refused", desk.china.pk),
            ("line_state", desk.china.pk),
        )
    ]

    assert statuses == [200, 404, 404, 404, 200]


@pytest.mark.parametrize("role", [Role.SECRETARIAT, None])
def test_those_who_host_both_ends_see_no_message(desk, settings, client_at, role) -> None:
    settings.DEMO = True
    sent = desk.sends(desk.nato, ASKING)
    client = desk.at(role) if role else client_at()
    if role is None:
        client.force_login(desk.dialogue.convenor)

    state = desk.page(client, "line_state", desk.nato.pk)
    home = desk.page(client, "line_home")

    assert "You see that the line works." in state
    for told in (sent.code, "A vessel near the cable", "Request for a call"):
        assert told not in state + home
    assert client.get(desk.url("line_message", sent.pk)).status_code == 403


def test_logs_of_the_server_hold_nothing_of_a_message(sit, db, caplog, capfd) -> None:
    caplog.set_level(logging.DEBUG)
    desk = a_desk(sit)
    entered = A_CALL | {"f-topic_en": SECRET}

    desk.send(desk.officer(), "line_compose", desk.nato.pk, "CR", **entered, go="preview")
    desk.send(desk.officer(), "line_compose", desk.nato.pk, "CR", **entered, go="send", seen="0")
    desk.send(
        desk.officer(), "line_compose", desk.nato.pk, "CR", **entered | {"f-means": ""}, go="send"
    )
    desk.officer().post(desk.url("line_compose", desk.china.pk, "CR"), entered)

    told = "".join(capfd.readouterr())
    ours = [one.getMessage() for one in caplog.records if not one.name.startswith("django.db")]
    assert desk.nato.messages.count() == 1
    assert SECRET not in told
    assert SECRET not in "".join(ours)


def test_what_is_written_is_never_part_of_the_page(desk) -> None:
    topic = '<script>alert("x")</script>'

    page = desk.send(
        desk.officer(),
        "line_compose",
        desk.nato.pk,
        "CR",
        **A_CALL | {"f-topic_en": topic},
        go="preview",
    )

    assert topic not in page
    assert "&lt;script&gt;" in page
