"""The page of a message: its text in every language, what became of it, its thread, its answers."""

import re

import pytest

from tests.channel.line.conftest import CALL
from tests.web.channel.ends import ASKING, answering
from tracktwo.channel.messages import Type
from tracktwo_web.channel.domain.send import send
from tracktwo_web.channel.domain.wording import Wording
from tracktwo_web.channel.models import Line
from tracktwo_web.dialogues.roles import Role

READERS = [(Role.HEAD, "nato"), (Role.MEMBER, "nato"), (Role.ADVISER, "nato")]


def test_message_stands_in_every_language_of_the_dialogue(desk) -> None:
    sent = desk.sends(desk.nato, ASKING)

    page = desk.page(desk.officer("china"), "line_message", desk.there(sent).pk)

    assert re.findall(r'<article class="model-text" lang="([\w-]+)">', page) == [
        "en",
        "zh-Hans",
        "fr",
    ]
    for line in ("To: CHINA", "发往：CHINA", "À\u202f: CHINA"):
        assert line in page


def test_officer_marks_as_read_and_both_ends_know(desk) -> None:
    sent = desk.sends(desk.nato, ASKING)
    arrived = desk.there(sent)

    page = desk.send(desk.officer("china"), "line_read", arrived.pk)
    again = desk.send(desk.officer("china"), "line_read", arrived.pk)
    desk.carry()

    sent.refresh_from_db()
    arrived.refresh_from_db()
    assert "Marked as read." in page
    assert "There is nothing to mark" in again
    assert sent.read == arrived.read is not None
    assert sent.answered is None


@pytest.mark.parametrize(("role", "side"), READERS)
def test_reader_reads_and_neither_marks_nor_writes(desk, role, side) -> None:
    arrived = desk.there(desk.sends(desk.china, ASKING))
    client = desk.at(role, side)

    page = desk.page(client, "line_message", arrived.pk)
    posted = [
        client.post(desk.url("line_read", arrived.pk)).status_code,
        client.post(desk.url("line_compose", desk.nato.pk, "CR"), {"go": "send"}).status_code,
    ]

    assert ("Mark as read" in page, "Answer it" in page) == (False, False)
    assert posted == [403, 403]
    assert desk.nato.messages.filter(is_own=True).count() == 0


def test_three_acknowledgements_stand_apart(desk) -> None:
    sent = desk.sends(desk.nato, ASKING)
    before = _steps(desk.page(desk.officer(), "line_message", sent.pk))
    desk.sends(desk.china, answering(sent.code))

    after = _steps(desk.page(desk.officer(), "line_message", sent.pk))

    assert [name for name, _ in before] == [
        "Received by a machine",
        "Read by the officer on duty",
        "Answered",
    ]
    assert [told.startswith("not yet") for _, told in before] == [False, True, True]
    assert [told.startswith("not yet") for _, told in after] == [False, True, False]
    assert ": deferred" in after[2][1]


def _steps(page: str) -> list[tuple[str, str]]:
    facts = re.search(r'<dl class="steps">(.*?)</dl>', page, re.DOTALL)[1]
    rows = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", facts, re.DOTALL)
    return [(name, re.sub(r"<[^>]+>", "", told)) for name, told in rows]


def test_thread_stands_above_and_below(desk) -> None:
    first = desk.sends(desk.nato, ASKING)
    second = desk.sends(desk.china, answering(first.code))

    at_first = desk.page(desk.officer("china"), "line_message", desk.there(first).pk)
    at_second = desk.page(desk.officer("china"), "line_message", second.pk)

    assert ("After it in its thread" in at_first, "Before it in its thread" in at_first) == (True, False)  # fmt: skip
    assert ("After it in its thread" in at_second, "Before it in its thread" in at_second) == (False, True)  # fmt: skip


def test_call_may_be_accepted_deferred_declined_or_asked_about(desk) -> None:
    arrived = desk.there(desk.sends(desk.nato, ASKING))

    page = desk.page(desk.officer("china"), "line_message", arrived.pk)

    answers = re.findall(r"new/CA\?type=reply&amp;about=[\w-]+&amp;answer=(\w+)", page)
    assert answers == ["accepted", "deferred", "declined", "clarification"]


def test_own_message_is_replaced_or_cancelled_and_not_answered(desk) -> None:
    sent = desk.sends(desk.nato, ASKING)

    page = desk.page(desk.officer(), "line_message", sent.pk)

    offered = re.findall(r"new/(\w\w)\?type=(\w+)", page)
    assert offered == [("CS", "reply"), ("CR", "update"), ("CR", "cancel")]


def test_cancelled_message_says_so(desk) -> None:
    sent = desk.sends(desk.nato, ASKING)
    desk.sends(
        desk.nato, Wording("CR", {}, type=Type.CANCEL, status=ASKING.status, refs=(sent.code,))
    )

    page = desk.page(desk.officer("china"), "line_message", desk.there(sent).pk)

    assert "It was cancelled or replaced since." in page


def test_waiting_message_has_no_number_in_any_language(desk) -> None:
    Line.objects.filter(pk=desk.nato.pk).update(is_compared=False)
    waiting = send(desk.nato, ASKING, now=desk.clock())

    page = desk.page(desk.officer(), "line_message", waiting.pk)

    assert "It waits for the line" in page
    assert "CR 0001/26" not in page
    assert "Answer it" not in page


def test_gap_and_refusal_are_said_plainly(desk) -> None:
    sent = desk.sends(desk.china, ASKING)
    desk.nato.messages.filter(code=sent.code).update(has_gap=True)
    desk.china.messages.update(refused="of a kind not known here")

    there = desk.page(desk.officer(), "line_message", desk.there(sent).pk)
    here = desk.page(desk.officer("china"), "line_message", sent.pk)

    assert "The message before it in its series is missing here." in there
    assert "The other node has it and could not understand it." in here
    assert "of a kind not known here" in here


def test_exercise_says_so_first_and_last(desk) -> None:
    sent = desk.sends(desk.nato, Wording("CR", CALL))

    page = desk.page(desk.officer("china"), "line_message", desk.there(sent).pk)

    main = re.search(r"<main.*?</main>", page, re.DOTALL)[0]
    assert main.count('class="exercise-mark"') == 2
    assert main.count('<p class="mark">演习 演习 演习</p>') == 2
