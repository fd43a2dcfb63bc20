"""What binds the calendar: read by everybody at the table, changed by those who run the dialogue; reviews."""

from datetime import date, time

import pytest

from tracktwo.roadmap import Blackout, Conventions, Hours
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.domain.binding import note_review
from tracktwo_web.roadmaps.domain.meetings import place_meeting
from tracktwo_web.roadmaps.frame import frame_from

FESTIVAL = {
    "names_en": "Spring festival",
    "first": "2022-10-01",
    "last": "2022-10-07",
    "parties": ["china"],
    "streams": ["military"],
    "source": "Public notice",
}
CONVENTIONS = {
    "gap": "21",
    "travel": "2",
    "review": "6",
    "begins": "10:00",
    "opens": "09:00",
    "closes": "18:00",
    "apart_diplomatic": "30",
    "apart_military": "0",
    "apart_expert": "0",
    "rooms_brussels": "2",
    "rooms_beijing": "1",
}
TODAY = date(2022, 11, 1)


def _frame(desk):
    desk.plan.refresh_from_db()
    return frame_from(desk.plan.frame)


def test_everybody_at_the_table_reads_what_binds_the_calendar(desk) -> None:
    page = desk.page(desk.at(Role.OBSERVER), "roadmap_binding")

    assert "25 July – 26 August 2022" in page
    assert "08:00–20:00" in page
    assert "Add a time without meetings" not in page
    assert "Change what holds" not in page


def test_time_without_meetings_is_added_binds_and_is_taken_back(desk) -> None:
    desk.send(desk.secretariat, "roadmap_blackout_add", **FESTIVAL)

    added = _frame(desk).blackouts[-1]
    page = desk.page(desk.head(), "roadmap_binding")
    desk.send(desk.secretariat, "roadmap_blackout_remove", blackout="spring-festival")

    assert added == Blackout(
        "spring-festival",
        date(2022, 10, 1),
        date(2022, 10, 7),
        {"en": "Spring festival"},
        ("china",),
        ("military",),
        "Public notice",
    )
    assert "1–7 October 2022" in page
    assert [one.id for one in _frame(desk).blackouts] == ["august"]


def test_second_time_of_a_name_has_an_id_of_its_own(desk) -> None:
    for _ in range(2):
        desk.send(desk.secretariat, "roadmap_blackout_add", **FESTIVAL)

    assert [one.id for one in _frame(desk).blackouts] == [
        "august",
        "spring-festival",
        "spring-festival-2",
    ]


def test_time_that_is_gone_is_not_taken_back_twice(desk) -> None:
    page = desk.send(desk.secretariat, "roadmap_blackout_remove", blackout="easter")

    assert "Nothing was changed: this time is taken back already." in page


def test_time_that_ends_before_it_begins_is_refused_beside_the_day(desk) -> None:
    page = desk.send(desk.secretariat, "roadmap_blackout_add", **FESTIVAL | {"last": "2022-09-01"})

    assert "This is before the first day." in page
    assert len(_frame(desk).blackouts) == 1


def test_conventions_and_rooms_are_saved_and_move_the_hour_of_meetings(desk) -> None:
    place_meeting(desk.plan.meetings.get(code="talks-1"), date(2022, 5, 10), "china")

    desk.send(desk.secretariat, "roadmap_conventions", **CONVENTIONS)
    page = desk.page(desk.head(), "roadmap_calendar", month="2022-05")

    frame = _frame(desk)
    assert frame.conventions == Conventions(
        21, {"diplomatic": 30}, 2, Hours(time(9), time(18)), time(10), 6
    )
    assert [(one.id, one.rooms) for one in frame.places] == [("brussels", 2), ("beijing", 1)]
    assert ">10:00</time>" in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"closes": "08:00"}, "This is not after the beginning."),
        ({"review": "0"}, "greater than or equal to 1"),
        ({"rooms_beijing": "0"}, "greater than or equal to 1"),
        ({"gap": "-1"}, "greater than or equal to 0"),
    ],
)
def test_conventions_that_cannot_be_meant_are_refused(desk, wrong, said) -> None:
    page = desk.send(desk.secretariat, "roadmap_conventions", **CONVENTIONS | wrong)

    assert said in page
    assert _frame(desk).conventions == Conventions()


@pytest.mark.parametrize(("role", "side"), [(Role.HEAD, "nato"), (Role.OBSERVER, "")])
def test_delegates_do_not_change_what_binds_both_sides(desk, role, side) -> None:
    client = desk.at(role, side)
    before = desk.plan.frame

    answers = [
        client.post(desk.url("roadmap_blackout_add"), FESTIVAL),
        client.post(desk.url("roadmap_blackout_remove"), {"blackout": "august"}),
        client.post(desk.url("roadmap_conventions"), CONVENTIONS),
        client.post(desk.url("roadmap_review_note"), {"on": "2022-09-01"}),
    ]

    assert [one.status_code for one in answers] == [403] * 4
    desk.plan.refresh_from_db()
    assert (desk.plan.frame, desk.plan.reviewed) == (before, None)


def test_noted_review_sets_the_day_of_the_next(desk) -> None:
    desk.send(desk.secretariat, "roadmap_review_note", on="2022-10-10")

    page = desk.page(desk.head(), "roadmap_follow_up", on="2022-11-01")

    assert "Last reviewed on 10 October 2022." in page
    assert "The next review is due on 10 October 2023." in page


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2022, 11, 2), "still to come"),
        (date(2022, 2, 1), "begins after it"),
    ],
)
def test_review_that_cannot_have_been_is_refused(plan, day, said) -> None:
    with pytest.raises(CannotBe, match=said):
        note_review(plan, day, today=TODAY)

    plan.refresh_from_db()
    assert plan.reviewed is None


def test_language_of_a_meeting_is_entered_and_shown(desk) -> None:
    meeting = {
        "names_en": "Talks III",
        "stream": "diplomatic",
        "level": "senior",
        "format": "virtual",
        "length": "3h",
        "papers_due": "0",
        "language": "English, Chinese; interpreted",
        "required": ["west-desk", "east-desk"],
    }

    page = desk.send(desk.secretariat, "roadmap_meeting_new", **meeting)

    assert "English, Chinese; interpreted" in page
    assert "senior level" in page
