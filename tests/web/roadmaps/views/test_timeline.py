"""The timeline: a picture that a worker draws, a table and a list beside it."""

import re
from datetime import date

import pytest
from django_tasks_db.models import DBTaskResult

from tests.web.roadmaps.making import a_proposed_item
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.roadmaps.domain.draw import draw
from tracktwo_web.roadmaps.domain.meetings import place_meeting
from tracktwo_web.roadmaps.models import Picture


def _words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_timeline_shows_the_picture_with_its_finding_and_what_is_in_it(desk) -> None:
    place_meeting(desk.plan.meetings.get(code="video"), date(2022, 5, 10), "nato")
    draw(str(desk.plan.id))

    page = desk.page(desk.at(Role.OBSERVER), "roadmap_timeline")

    assert "2 meetings; the longest pause is 34 days, from 6 April 2022 on" in page
    assert 'aria-labelledby="timeline-title timeline-alt"' in page
    assert page.count("<svg") == 1
    assert "style=" not in page[page.index("<svg") : page.index("</svg>")]


def test_table_and_list_tell_meetings_and_what_is_due_month_by_month(desk) -> None:
    place_meeting(desk.plan.meetings.get(code="video"), date(2022, 5, 10), "nato")

    page = desk.page(desk.head(), "roadmap_timeline")

    table = _words(page[page.index("<tbody>") : page.index("</table>")])
    assert table.strip() == (
        "April 2022 1 Tue 5 April 2022 Experts meet experts (Track II) NATO experts by video held "
        "May 2022 2 Tue 10 May 2022 Video call diplomatic NATO experts by video draft "
        "Tue 31 May 2022 Due A joint paper diplomatic held "
        "September 2022 Fri 30 September 2022 Due A list of contacts diplomatic agreed "
        "December 2022 Fri 16 December 2022 Due Test calls diplomatic slipped"
    )
    assert "The picture is being drawn" in page


def test_moved_meeting_is_drawn_anew_and_an_item_is_not(desk) -> None:
    draw(str(desk.plan.id))
    first = Picture.objects.get(language="en")

    a_proposed_item(desk.plan)
    draw(str(desk.plan.id))
    same = Picture.objects.get(language="en")
    place_meeting(desk.plan.meetings.get(code="video"), date(2022, 5, 10), "nato")
    stale = desk.page(desk.head(), "roadmap_timeline")
    draw(str(desk.plan.id))
    anew = Picture.objects.get(language="en")

    assert same.pk == first.pk
    assert "<svg" not in stale
    assert (first.title, anew.title[:10]) == ("1 meeting", "2 meetings")


def test_change_of_a_meeting_asks_a_worker_to_draw(desk) -> None:
    a_proposed_item(desk.plan)
    before = DBTaskResult.objects.count()
    place_meeting(desk.plan.meetings.get(code="video"), date(2022, 5, 10), "nato")

    asked = DBTaskResult.objects.values_list("task_path", flat=True)
    # One was asked for when the roadmap was laid.
    assert before == 1
    assert list(asked) == ["tracktwo_web.roadmaps.tasks.draw_timeline"] * 2


@pytest.mark.parametrize("language", ["zh-hans", "fr"])
def test_picture_speaks_the_readers_language(desk, language) -> None:
    draw(str(desk.plan.id))
    head = desk.head()
    head.cookies["django_language"] = language

    page = desk.page(head, "roadmap_timeline")

    assert Picture.objects.get(language=language[:2]).title in page
    assert "1 meeting<" not in page


def test_roadmap_without_days_has_no_picture(desk) -> None:
    desk.plan.items.all().delete()
    desk.plan.meetings.all().delete()
    draw(str(desk.plan.id))

    page = desk.page(desk.head(), "roadmap_timeline")

    assert "No meeting is planned yet, and nothing is due." in page
    assert not Picture.objects.exists()
