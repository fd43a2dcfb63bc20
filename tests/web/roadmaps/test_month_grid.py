"""The sheet of a month: each meeting on its day with both clocks, and why nobody meets on others."""

from datetime import date

import pytest

from tests.web.roadmaps.making import a_value
from tracktwo.roadmap import Place
from tracktwo_web.roadmaps.calendar import calendar_of, entries_of
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.domain.lay import lay_roadmap
from tracktwo_web.roadmaps.domain.meetings import place_meeting
from tracktwo_web.roadmaps.models import Plan
from tracktwo_web.roadmaps.month_grid import Sheet, month_shown, sheet_of

ZONES = ("Asia/Shanghai", "Europe/Brussels")
TODAY = date(2022, 4, 1)


def _sheet(plan: Plan, month: date) -> Sheet:
    calendar = calendar_of(plan)
    rows = {one.code: one for one in plan.meetings.all()}
    return sheet_of(calendar, entries_of(calendar, rows), month, ZONES)


def _days(sheet: Sheet) -> dict:
    return {one.day: one for week in sheet.weeks for one in week}


def test_sheet_has_whole_weeks_and_its_neighbours(plan) -> None:
    sheet = _sheet(plan, date(2022, 5, 1))

    days = list(_days(sheet))
    assert (sheet.name, sheet.before, sheet.after) == (
        "May 2022",
        date(2022, 4, 1),
        date(2022, 6, 1),
    )
    assert (days[0], days[-1], len(days)) == (date(2022, 4, 25), date(2022, 6, 5), 42)


def test_meeting_stands_on_its_day_with_the_clock_of_each_side(plan) -> None:
    place_meeting(plan.meetings.get(code="talks-1"), date(2022, 5, 10), "china")

    (held,) = _days(_sheet(plan, date(2022, 5, 1)))[date(2022, 5, 10)].meetings

    assert (held.entry.meeting.code, held.is_first) == ("talks-1", True)
    assert [(place, told) for place, _, told in held.clocks] == [
        ("Beijing", "09:30"),
        ("Brussels", "03:30"),
    ]


def test_day_says_why_nobody_meets_then(plan) -> None:
    days = _days(_sheet(plan, date(2022, 8, 1)))
    may = _days(_sheet(plan, date(2022, 5, 1)))

    assert days[date(2022, 8, 15)].reasons == ("August", "holiday in Brussels")
    assert days[date(2022, 8, 15)].said == "Mon 15 August 2022: August, holiday in Brussels"
    assert may[date(2022, 5, 26)].reasons == ("holiday in Brussels",)
    # A Saturday on which offices in Beijing are open is no day of rest for both.
    assert [may[date(2022, 5, n)].is_weekend for n in (7, 14)] == [False, True]


@pytest.mark.parametrize(
    ("asked", "month"),
    [
        ("2022-07", date(2022, 7, 1)),
        ("", date(2022, 4, 1)),
        ("nonsense", date(2022, 4, 1)),
        ("1999-01", date(2022, 3, 1)),
        ("2099-12", date(2022, 12, 1)),
    ],
)
def test_month_is_the_one_asked_for_or_the_next_with_a_meeting(plan, asked, month) -> None:
    assert month_shown(calendar_of(plan), asked, today=TODAY) == month


def test_calendar_asks_as_much_of_the_tables_for_three_meetings_as_for_one(
    desk, django_assert_num_queries
) -> None:
    head = desk.head()
    address = desk.url("roadmap_calendar")
    head.get(address)
    with django_assert_num_queries(14):
        head.get(address)
    for code in ("talks-1", "video"):
        place_meeting(desk.plan.meetings.get(code=code), date(2022, 5, 10), "nato")

    with django_assert_num_queries(14):
        head.get(address)


def test_country_that_nobody_knows_is_refused(dialogue) -> None:
    nowhere = Place("nowhere", "ZZ", "UTC", "nato", names={"en": "Nowhere"})
    beijing = a_value().places[1]

    with pytest.raises(CannotBe, match="holidays of a country are not known here"):
        lay_roadmap(dialogue, a_value(places=(nowhere, beijing)))
