"""The watch: what is unread, due and late; exercises apart; who sees what."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.channel.line.conftest import CALL
from tests.web.channel.ends import ASKING, answering
from tracktwo.channel.messages import Precedence, Status
from tracktwo_web.channel.domain.read import mark_read
from tracktwo_web.channel.domain.send import send
from tracktwo_web.channel.domain.wording import Wording
from tracktwo_web.channel.models import Line, Route
from tracktwo_web.channel.rules import READERS, may_listen
from tracktwo_web.dialogues.domain.keys import issue_key
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.events.models import Event

EXERCISE = Wording("CR", CALL)
FLASH = Wording("CR", CALL, precedence=Precedence.FLASH, status=Status.ACTUAL)


def sections_of(page: str) -> dict[str, list[str]]:
    """The numbers of messages by the section in which they stand."""
    parts = re.split(r'<h2 id="([\w-]+)">', page)[1:]
    return {
        name: re.findall(r'<span class="code">([^<]+)</span></a>', part)
        for name, part in zip(parts[::2], parts[1::2], strict=True)
        if 'class="entries' in part
    }


def test_unread_stands_first_and_the_most_urgent_on_top(desk) -> None:
    desk.sends(desk.china, ASKING)
    desk.sends(desk.china, FLASH)

    page = desk.page(desk.officer(), "line_watch", desk.nato.pk)

    assert sections_of(page) == {"unread": ["CHINA-CR 0002/26", "CHINA-CR 0001/26"]}


def test_message_moves_from_section_to_section(desk) -> None:
    asked = desk.sends(desk.china, ASKING)
    arrived = desk.there(asked)

    seen = []
    for step in (
        lambda: None,
        lambda: mark_read(arrived, now=desk.clock()),
        lambda: send(desk.nato, answering(asked.code), now=desk.clock()),
        lambda: mark_read(desk.china.messages.get(code="NATO-CA 0001/26"), now=desk.clock()),
    ):
        step()
        desk.carry()
        pages = [desk.page(desk.officer(side), "line_watch", line.pk)
                 for side, line in (("nato", desk.nato), ("china", desk.china))]  # fmt: skip
        seen.append([sections_of(page) for page in pages])

    ask, told = [asked.code], ["NATO-CA 0001/26"]
    assert seen == [
        [{"unread": ask}, {"with-them": ask}],
        [{"to-answer": ask}, {"with-them": ask}],
        [{"with-them": told, "settled": ask}, {"unread": told, "settled": ask}],
        [{"settled": told + ask}, {"settled": told + ask}],
    ]


def test_exercises_never_stand_with_what_is_meant(desk) -> None:
    desk.sends(desk.china, ASKING)
    desk.sends(desk.china, EXERCISE)
    client = desk.officer()

    meant = desk.page(client, "line_watch", desk.nato.pk)
    exercised = desk.page(client, "line_watch", desk.nato.pk, exercise="")

    assert sections_of(meant) == {"unread": ["CHINA-CR 0001/26"]}
    assert sections_of(exercised) == {"unread": ["CHINA-EX-CR 0001/26"]}
    assert ("EXERCISE EXERCISE EXERCISE" in meant, "EXERCISE EXERCISE EXERCISE" in exercised) == (
        False,
        True,
    )
    assert "1 message of an exercise is not read yet." in meant
    assert "1 message that is meant is not read yet." in exercised


def test_late_and_due_are_told_with_their_times(desk) -> None:
    desk.now = timezone.now() - dt.timedelta(hours=4)
    desk.sends(desk.china, ASKING)  # to be read within three hours, answered within a day

    page = desk.page(desk.officer(), "line_watch", desk.nato.pk)

    due = re.findall(
        r"<li( class=\"is-late\")?>(was to be read|to be answered)[^<]*: ([^<]*)</li>", page
    )
    assert [(bool(late), what) for late, what, _ in due] == [
        (True, "was to be read"),
        (False, "to be answered"),
    ]
    assert re.fullmatch(r"late by (59 minutes|1 hour)", due[0][2])
    assert re.fullmatch(r"19 hours( 59 minutes)? left|20 hours left", due[1][2])


def test_what_waits_has_no_number_and_says_why(desk) -> None:
    Line.objects.filter(pk=desk.nato.pk).update(is_compared=False)
    send(desk.nato, ASKING, now=desk.clock())

    page = desk.page(desk.officer(), "line_watch", desk.nato.pk)

    assert sections_of(page) == {"waiting": ["no number yet"]}
    assert "The other node has not answered since this one started." in page
    assert "The line is not in order." in page


def test_ways_tell_since_when_they_fail(desk) -> None:
    now = timezone.now()
    Route.objects.create(line=desk.nato, order=1, address="10.0.0.5:8500", failures=3, failed=now,
                         came_through=now - dt.timedelta(hours=2), why="ConnectionRefusedError")  # fmt: skip
    Route.objects.create(line=desk.nato, order=2, address="10.8.0.5:8500", came_through=now)

    page = desk.page(desk.at(Role.HEAD, "nato"), "line_state", desk.nato.pk)

    said = re.findall(r'<span class="way">([^<]+)</span> ([^<]+)', page)
    assert [way for way, _ in said] == ["Way 1, 10.0.0.5:8500:", "Way 2, 10.8.0.5:8500:"]
    assert re.search(r"3 tries in a row.*last came through at .*, 2 hours ago", said[0][1])
    assert said[1][1].startswith("came through at ")
    assert "The line is in order." in page


@pytest.mark.parametrize(
    ("ahead", "sentence"),
    [
        (0, "The other side’s clock shows the same as ours."),
        (61, "The other side’s clock is ahead of ours by 1 minute."),
        (-7, "The other side’s clock is behind ours by 7 seconds."),
    ],
)
def test_clocks_are_compared(desk, ahead, sentence) -> None:
    Route.objects.create(line=desk.nato, order=1, address="10.0.0.5:8500")
    Line.objects.filter(pk=desk.nato.pk).update(clock_ahead=ahead)

    page = desk.page(desk.officer(), "line_state", desk.nato.pk)

    assert sentence in page
    assert ("compare clocks" in page) == (abs(ahead) > 5)


def test_watch_asks_as_often_for_one_message_as_for_three(desk) -> None:
    client = desk.officer()
    counted = []
    for _ in range(3):
        desk.sends(desk.china, ASKING)
        with CaptureQueriesContext(connection) as asked:
            desk.page(client, "line_watch", desk.nato.pk)
        counted.append(len(asked))

    assert counted[0] == counted[2]


def test_light_of_the_room_is_kept_in_the_browser(desk) -> None:
    client = desk.officer()

    before = desk.page(client, "line_watch", desk.nato.pk)
    after = desk.send(client, "line_light", light="night")

    assert ("night.css" in before, "night.css" in after) == (False, True)
    assert client.post(desk.url("line_light"), {"light": "neon"}).status_code == 403


def test_watch_is_in_the_readers_language(desk) -> None:
    desk.sends(desk.nato, ASKING)
    client = desk.officer("china")
    client.post("/language", {"language": "zh-hans", "next": "/"})

    page = desk.page(client, "line_watch", desk.china.pk)

    assert "已到，未读" in page
    assert "通话请求" in page


def test_events_say_nothing_but_that_something_happened(desk) -> None:
    sent = desk.sends(desk.nato, ASKING)
    mark_read(desk.there(sent), now=desk.clock())

    told = {(one.kind, str(one.data), one.channel) for one in Event.objects.all()}

    assert told == {("channel", "{}", end.pk.hex) for end in (desk.nato, desk.china)}


def test_events_of_a_line_are_for_those_who_read_it(desk) -> None:
    """Not for the other side, whose end is another line, nor for those who only see that it works."""
    heard = {}
    for seat in desk.dialogue.seats.select_related("side"):
        issue_key(seat, now=desk.now)
        standing = Standing(desk.dialogue, key=seat.keys.get(revoked_at=None))
        heard[seat.role, standing.side.code if standing.side else ""] = [
            may_listen(standing, end.pk) for end in (desk.nato, desk.china)
        ]

    assert not may_listen(Standing(desk.dialogue, convenor=desk.dialogue.convenor), desk.nato.pk)
    assert heard[Role.OFFICER, "nato"] == heard[Role.MEMBER, "nato"] == [True, False]
    assert heard[Role.OFFICER, "china"] == [False, True]
    assert all(one == [False, False] for (role, _), one in heard.items() if role not in READERS)


def test_first_page_asks_the_officer_to_read(desk) -> None:
    desk.sends(desk.china, ASKING)
    desk.sends(desk.china, EXERCISE)

    officer = desk.page(desk.officer(), "dialogue")
    member = desk.page(desk.at(Role.MEMBER, "nato"), "dialogue")

    assert "1 message on the line is not read yet." in officer
    assert "not read yet" not in member
