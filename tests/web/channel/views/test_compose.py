"""Writing a message: seen before it is sent, sent once, and nothing lost on the way."""

import re

import pytest

from tests.web.channel.ends import ASKING
from tests.web.channel.entering import A_CALL
from tracktwo_web.channel.models import Line


def _compose(desk, kind: str = "CR", **entered: object) -> str:
    return desk.send(desk.officer(), "line_compose", desk.nato.pk, kind, **entered)


def _sent(desk) -> list[tuple[str, str, str]]:
    rows = desk.nato.messages.filter(is_own=True).order_by("sent", "code")
    return [(one.code, one.type, one.status) for one in rows]


def _shown_again(page: str) -> dict[str, str]:
    """What the hidden inputs of a preview would send."""
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))


def test_message_is_seen_before_it_is_sent(desk) -> None:
    page = _compose(desk, **A_CALL, go="preview")

    assert "Not sent yet" in page
    assert page.count('class="model-text"') == 3
    assert "NATO-EX-CR 0001/26" in page
    assert _sent(desk) == []


def test_what_was_seen_is_sent(desk) -> None:
    seen = _shown_again(_compose(desk, **A_CALL, go="preview"))

    page = _compose(desk, **seen, go="send")

    assert "Sent as NATO-EX-CR 0001/26." in page
    assert _sent(desk) == [("NATO-EX-CR 0001/26", "new", "exercise")]


def test_button_pressed_twice_sends_once(desk) -> None:
    seen = _shown_again(_compose(desk, **A_CALL, go="preview"))
    _compose(desk, **seen, go="send")

    again = _compose(desk, **seen, go="send")

    assert "another message has gone out from here since you looked" in again
    assert len(_sent(desk)) == 1


@pytest.mark.parametrize("seen", ["", "-1", "none", "99999999999", "²"])
def test_nothing_is_sent_unseen(desk, seen) -> None:
    _compose(desk, **A_CALL, go="send", seen=seen)

    assert _sent(desk) == []


def test_what_is_meant_is_asked_once_more(desk) -> None:
    meant = A_CALL | {"status": "actual"}
    seen = _shown_again(_compose(desk, **meant, go="preview"))

    asked = _compose(desk, **seen, go="send")
    before = _sent(desk)
    _compose(desk, **seen, go="send", is_meant="yes")

    assert "Nothing was sent: say first that it is meant." in asked
    assert before == []
    assert _sent(desk) == [("NATO-CR 0001/26", "new", "actual")]


def test_new_form_begins_as_an_exercise(desk) -> None:
    page = desk.page(desk.officer(), "line_compose", desk.nato.pk, "CR")

    checked = re.findall(r'name="status" value="(\w+)"[^>]*checked', page)
    assert checked == ["exercise"]


def test_wrong_input_is_said_at_its_field_and_the_rest_is_kept(desk) -> None:
    entered = A_CALL | {
        "f-windows-rows": "1",
        "f-windows-0-start": "2026-12-01T09:00",
        "f-means": "",
    }

    page = _compose(desk, **entered, go="preview")

    assert "2 things need your attention" in page
    assert 'value="2026-12-01T09:00"' in page
    assert "A buoy adrift" in page
    assert _sent(desk) == []


def test_fields_that_do_not_go_together_are_told(desk) -> None:
    entered = A_CALL | {
        "f-windows-rows": "1",
        "f-windows-0-start": "2026-12-01T10:00",
        "f-windows-0-end": "2026-12-01T09:00",
    }

    page = _compose(desk, **entered, go="preview")

    assert "One thing needs your attention" in page
    assert "Not sent yet" not in page


def test_going_back_keeps_everything(desk) -> None:
    seen = _shown_again(_compose(desk, **A_CALL, go="preview"))

    page = _compose(desk, **seen, go="change")

    assert "A buoy adrift" in page
    assert re.search(r'<option value="tactical" selected>', page)


def test_moments_are_shown_on_the_clocks_of_both_capitals(desk) -> None:
    entered = A_CALL | {
        "f-windows-rows": "1",
        "f-windows-0-start": "2026-12-01T09:00",
        "f-windows-0-end": "2026-12-01T10:00",
    }

    page = _compose(desk, **entered, go="preview")

    told = re.sub(r"<[^>]+>", "", page)
    assert "Brussels: Tue 1 December 2026, 10:00" in told
    assert "Beijing: Tue 1 December 2026, 17:00" in told


def test_call_is_deferred_with_a_time_and_a_reason(desk) -> None:
    asked = desk.sends(desk.china, ASKING)
    about = desk.there(asked)
    entered = {
        "type": "reply",
        "about": about.pk,
        "precedence": "priority",
        "scope": "joint-private",
        "f-answer": "deferred",
        "f-time": "2026-12-01T14:00",
        "f-reason_en": "No interpreter",
        "f-reason_origin": "en",
    }

    refused = _compose(desk, "CA", **entered | {"f-reason_en": ""}, go="preview")
    seen = _shown_again(_compose(desk, "CA", **entered, go="preview"))
    _compose(desk, "CA", **seen, go="send", is_meant="yes")
    desk.carry()

    asked.refresh_from_db()
    assert "a deferral a time and a reason" in refused
    assert _sent(desk) == [("NATO-CA 0001/26", "reply", "actual")]
    assert asked.answer == "deferred"


def test_answer_is_what_it_answers_is(desk) -> None:
    """No browser makes a meant answer to an exercise, nor an exercise of an answer to what is meant."""
    about = desk.there(desk.sends(desk.china, ASKING))
    entered = {"type": "reply", "about": about.pk, "precedence": "priority", "scope": "joint-private",
               "status": "exercise", "f-answer": "accepted", "f-time": "2026-12-01T14:00"}  # fmt: skip

    _compose(desk, "CA", **entered, go="send", seen="0", is_meant="yes")

    assert _sent(desk) == [("NATO-CA 0001/26", "reply", "actual")]


def test_replacement_begins_with_what_was_sent(desk) -> None:
    sent = desk.sends(desk.nato, ASKING)

    page = desk.page(
        desk.officer(), "line_compose", desk.nato.pk, "CR", type="update", about=str(sent.pk)
    )

    assert "A vessel near the cable" in page
    assert f"This replaces: Request for a call, {sent.code}." in page


def test_message_waits_where_the_line_is_not_in_order(desk) -> None:
    Line.objects.filter(pk=desk.nato.pk).update(is_compared=False)

    page = _compose(desk, **A_CALL, go="send", seen="0")

    assert "It waits for the line, and goes out by itself." in page
    assert [one.entry for one in desk.nato.messages.all()] == [None]


def test_nothing_is_written_on_a_line_that_is_forked(desk) -> None:
    Line.objects.filter(pk=desk.nato.pk).update(fault="forked")

    page = _compose(desk, **A_CALL, go="send", seen="0")

    assert "Nothing was sent: two entries stand at one place of a log." in page
    assert _sent(desk) == []
