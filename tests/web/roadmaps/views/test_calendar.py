"""The calendar on pages: both clocks, moving with what it breaks, agreeing, absences of one's own side."""

from tests.web.roadmaps.making import OFFICES
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.roadmaps.domain import search

DAY = {"day": "2022-05-10", "host": "china"}
MEETING = {
    "names_en": "Talks III",
    "stream": "diplomatic",
    "level": "working",
    "format": "virtual",
    "length": "3h",
    "papers_due": "0",
    "required": ["west-desk", "east-desk"],
}


def _talks(desk):
    return desk.plan.meetings.get(code="talks-1")


def test_calendar_shows_a_meeting_on_both_clocks(desk) -> None:
    page = desk.page(desk.at(Role.OBSERVER), "roadmap_calendar")

    assert "April 2022" in page
    assert "Brussels: <time" in page
    assert "Beijing: <time" in page
    assert "Without a day" in page


def test_move_says_what_it_breaks_and_saves_nothing(desk) -> None:
    page = desk.page(
        desk.secretariat, "roadmap_meeting_move", _talks(desk).id, **DAY | {"day": "2022-06-08"}
    )

    assert "It would break:" in page
    assert "Eastern desk cannot sit on 6–10 June 2022." in page
    assert _talks(desk).drafted is None


def test_move_is_drafted_when_confirmed(desk) -> None:
    desk.send(desk.secretariat, "roadmap_meeting_move", _talks(desk).id, **DAY)
    page = desk.page(desk.head(), "roadmap_meeting", _talks(desk).id)

    assert "The sides are asked to agree to this day." in page
    assert 'value="2022-05-10"' in page


def test_agreed_meeting_can_be_tried_on_another_day(desk) -> None:
    desk.send(desk.secretariat, "roadmap_meeting_move", _talks(desk).id, **DAY)
    for side in ("nato", "china"):
        desk.send(desk.head(side), "roadmap_meeting_agree", _talks(desk).id, day="2022-05-10")

    page = desk.page(
        desk.secretariat, "roadmap_meeting_move", _talks(desk).id, **DAY | {"day": "2022-05-12"}
    )

    assert _talks(desk).day is not None
    assert "is fixed on" not in page


def test_day_outside_the_roadmap_is_refused_beside_it(desk) -> None:
    page = desk.page(
        desk.secretariat, "roadmap_meeting_move", _talks(desk).id, **DAY | {"day": "2031-01-01"}
    )

    assert "This day is outside the time of the roadmap." in page


def test_meeting_is_added_and_needs_hours_by_video(desk) -> None:
    wrong = desk.send(desk.secretariat, "roadmap_meeting_new", **MEETING | {"length": "soon"})
    unfit = desk.send(desk.secretariat, "roadmap_meeting_new", **MEETING | {"length": "2d"})
    page = desk.send(desk.secretariat, "roadmap_meeting_new", **MEETING)

    assert "Write hours or days, such as 3h or 2d." in wrong
    assert "is virtual and lasts days" in unfit
    assert "It has no day yet." in page


def test_outcome_is_written_by_the_secretariat(desk) -> None:
    desk.send(desk.secretariat, "roadmap_meeting_move", _talks(desk).id, **DAY)
    for side in ("nato", "china"):
        desk.send(desk.head(side), "roadmap_meeting_agree", _talks(desk).id, day="2022-05-10")

    page = desk.send(
        desk.secretariat, "roadmap_meeting_outcome", _talks(desk).id, outcome_en="Contacts named."
    )

    assert "Contacts named." in page


def test_found_calendar_is_offered_to_the_secretariat_alone(desk) -> None:
    desk.send(desk.secretariat, "roadmap_calendar_search")
    search.search(str(desk.plan.id))

    page = desk.page(desk.secretariat, "roadmap_calendar")
    heads = desk.page(desk.head(), "roadmap_calendar")
    taken = desk.send(desk.secretariat, "roadmap_calendar_take")

    assert "The best calendar is found" in page
    assert "The best calendar is found" not in heads
    assert "3 meetings have another day now" in taken


def test_side_reads_the_absences_of_its_own_offices_alone(desk) -> None:
    own = desk.page(desk.head("china"), "roadmap_offices")
    other = desk.page(desk.head("nato"), "roadmap_offices")
    observer = desk.page(desk.at(Role.OBSERVER), "roadmap_offices")

    assert "6 June 2022" in own
    assert "6 June 2022" not in other
    assert "6 June 2022" not in observer


def test_side_notes_no_absence_of_another(desk) -> None:
    days = {"first": "2022-09-01", "last": "2022-09-02"}

    page = desk.send(desk.head(), "roadmap_absence_add", office="east-desk", **days)
    desk.send(desk.head(), "roadmap_absence_add", office="west-desk", **days)

    assert "Select a valid choice" in page
    assert desk.plan.absences.count() == 2


def test_other_sides_absence_is_not_taken_back(desk) -> None:
    absence = desk.plan.absences.get()

    answer = desk.head("nato").post(desk.url("roadmap_absence_remove", absence.id))

    assert answer.status_code == 404
    assert desk.plan.absences.count() == 1


def test_office_is_added_once(desk) -> None:
    office = {
        "names_en": "Naval staff",
        "office": "naval",
        "party": "china",
        "stream": "military",
        "zone": "Asia/Shanghai",
        "country": "CN",
    }

    first, second = (desk.send(desk.secretariat, "roadmap_office_add", **office) for _ in range(2))

    assert "Naval staff" in first
    assert "Another office has this short name." in second
    desk.plan.refresh_from_db()
    assert len(desk.plan.frame["offices"]) == len(OFFICES) + 1
