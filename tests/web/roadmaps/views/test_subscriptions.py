"""Addresses for calendar programs: what they open, for whom, and what they never tell."""

import re
from datetime import date
from pathlib import Path

import icalendar
import pytest

from tracktwo.exchange.roadmap.ics import read_own_events
from tracktwo.exchange.roadmap.ics.identity import uid_of
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.roadmaps.domain.meetings import cancel_meeting, place_meeting
from tracktwo_web.roadmaps.models import Subscription
from tracktwo_web.roadmaps.views.subscriptions import FETCHES


def _address(page: str) -> str:
    return re.search(r"/calendar/[\w-]+\.ics", page)[0]


@pytest.fixture(autouse=True)
def _nobody_asked_before() -> None:
    FETCHES.forget_all()


@pytest.fixture
def subscribed(desk) -> str:
    """An address of one side, for everything."""
    place_meeting(desk.plan.meetings.get(code="video"), date(2022, 5, 10), "nato")
    return _address(desk.send(desk.head(), "roadmap_subscribe", language="en"))


def _events(client_at, address: str, tmp_path: Path) -> dict:
    answer = client_at().get(address)
    assert answer["content-type"] == "text/calendar; charset=utf-8"
    path = tmp_path / "roadmap.ics"
    path.write_bytes(answer.content)
    return read_own_events(path)


def test_address_opens_without_a_session_and_names_no_mailbox(client_at, subscribed) -> None:
    text = client_at().get(subscribed).content.decode()

    calendar = icalendar.Calendar.from_ical(text)
    assert calendar["METHOD"] == "PUBLISH"
    assert {str(one["SUMMARY"]) for one in calendar.walk("VEVENT")} == {
        "Experts meet",
        "Video call",
    }
    assert "mailto:" not in text
    assert "ATTENDEE" not in text


def test_number_of_an_event_rises_when_it_moves(desk, client_at, subscribed, tmp_path) -> None:
    before = _events(client_at, subscribed, tmp_path)
    place_meeting(desk.plan.meetings.get(code="video"), date(2022, 5, 11), "nato")

    after = _events(client_at, subscribed, tmp_path)

    uid = uid_of("r-1", "video")
    assert set(before) == set(after)
    assert after[uid].sequence == before[uid].sequence + 1


def test_event_that_did_not_move_keeps_its_number(desk, client_at, subscribed, tmp_path) -> None:
    first, second = (_events(client_at, subscribed, tmp_path) for _ in range(2))

    assert {uid: one.sequence for uid, one in first.items()} == {
        uid: one.sequence for uid, one in second.items()
    }


def test_cancelled_meeting_is_told_so(desk, client_at, subscribed, tmp_path) -> None:
    before = _events(client_at, subscribed, tmp_path)
    cancel_meeting(desk.plan.meetings.get(code="video"))

    after = _events(client_at, subscribed, tmp_path)

    uid = uid_of("r-1", "video")
    assert "STATUS:CANCELLED" in after[uid].content
    assert after[uid].sequence == before[uid].sequence + 1


def test_renewed_address_closes_the_old_one(desk, client_at, subscribed) -> None:
    one = Subscription.objects.get()

    fresh = _address(desk.send(desk.head(), "roadmap_subscription_renew", one.id))

    assert client_at().get(subscribed).status_code == 404
    assert client_at().get(fresh).status_code == 200


def test_closed_address_opens_nothing(desk, client_at, subscribed) -> None:
    desk.send(desk.head(), "roadmap_subscription_revoke", Subscription.objects.get().id)

    assert client_at().get(subscribed).status_code == 404
    assert not Subscription.objects.exists()


def test_other_side_neither_sees_nor_closes_an_address(desk, subscribed) -> None:
    one = Subscription.objects.get()

    page = desk.page(desk.head("china"), "roadmap_subscribe")
    answer = desk.head("china").post(desk.url("roadmap_subscription_revoke", one.id))

    assert "Addresses that are in use" not in page
    assert answer.status_code == 404


def test_stolen_row_opens_nothing(client_at, subscribed) -> None:
    """A copy of the database holds a hash, and no seat."""
    one = Subscription.objects.get()

    assert one.verifier not in subscribed
    assert client_at().get(f"/calendar/{one.verifier}.ics").status_code == 404
    assert {field.name for field in Subscription._meta.get_fields()} == {
        *("id", "plan", "number", "verifier", "side", "stream", "office", "language"),
    }


def test_stream_alone_is_fetched(desk, client_at, subscribed, tmp_path) -> None:
    page = desk.send(
        desk.at(Role.MEMBER, "china"), "roadmap_subscribe", stream="expert", language="zh"
    )

    text = client_at().get(_address(page)).content.decode()

    assert "专家会议" in text
    assert text.count("BEGIN:VEVENT") == 1


def test_program_that_knows_the_calendar_is_told_in_two_queries_that_it_is_the_same(
    client_at, subscribed, django_assert_num_queries
) -> None:
    first = client_at().get(subscribed)
    mark = first["ETag"]

    with django_assert_num_queries(2):
        again = client_at().get(subscribed, headers={"if-none-match": mark})

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", mark)
    # A program may keep it: what may not be stored could not be asked about.
    assert first["Cache-Control"] == again["Cache-Control"] == "private, no-cache"


def test_mark_of_a_calendar_changes_with_what_it_tells(desk, client_at, subscribed) -> None:
    first = client_at().get(subscribed)["ETag"]
    place_meeting(desk.plan.meetings.get(code="video"), date(2022, 5, 11), "nato")
    moved = client_at().get(subscribed, headers={"if-none-match": first})
    desk.plan.dialogue.sides.filter(code="nato").update(names={"en": "The Alliance"})
    renamed = client_at().get(subscribed, headers={"if-none-match": moved["ETag"]})

    assert (moved.status_code, renamed.status_code) == (200, 200)
    assert len({first, moved["ETag"], renamed["ETag"]}) == 3


def test_two_addresses_have_two_marks(desk, client_at, subscribed) -> None:
    other = _address(desk.send(desk.head("china"), "roadmap_subscribe", language="en"))

    answer = client_at().get(other, headers={"if-none-match": client_at().get(subscribed)["ETag"]})

    assert answer.status_code == 200


def test_address_that_is_fetched_too_often_is_told_to_wait(desk, client_at, subscribed) -> None:
    other = _address(desk.send(desk.head("china"), "roadmap_subscribe", language="en"))
    answers = [client_at().get(subscribed) for _ in range(FETCHES.at_most)]

    refused = client_at().get(subscribed)
    known = client_at().get(subscribed, headers={"if-none-match": answers[0]["ETag"]})

    assert {one.status_code for one in answers} == {200}
    assert (refused.status_code, refused["Retry-After"], refused.content) == (429, "900", b"")
    assert known.status_code == 304
    assert client_at().get(other).status_code == 200
