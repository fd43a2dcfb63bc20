"""What became of a roadmap, and when it is looked at again."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tracktwo.exchange.roadmap import read_roadmap
from tracktwo.roadmap import Conventions, Roadmap, follow_up


@pytest.fixture(scope="module")
def roadmap() -> Roadmap:
    return read_roadmap("examples/nato-china/roadmap")


def test_delivered_slipped_and_dropped_are_told_with_their_reasons(roadmap: Roadmap) -> None:
    found = follow_up(roadmap, on=date(2022, 9, 1))

    assert [one.id for one in found.delivered] == ["contacts"]
    assert [(one.id, one.reason["en"]) for one in (*found.slipped, *found.dropped)] == [
        ("test-calls", "The procedures come first; they are to be agreed in October"),
        ("observers", "Too early, both sides found; to be looked at again at the review"),
    ]
    assert found.overdue == ()
    assert found.unheld == ()


def test_item_is_overdue_the_day_after_it_was_promised(roadmap: Roadmap) -> None:
    on_the_day = follow_up(roadmap, on=date(2022, 11, 30))
    after = follow_up(roadmap, on=date(2022, 12, 1))

    assert on_the_day.overdue == ()
    assert [one.id for one in after.overdue] == ["call-procedures"]


def test_slipped_item_is_overdue_by_its_new_date(roadmap: Roadmap) -> None:
    late = follow_up(roadmap, on=date(2023, 6, 1))

    assert "test-calls" in [one.id for one in late.overdue]


def test_meeting_without_an_outcome_is_missed(roadmap: Roadmap) -> None:
    silent = tuple(
        replace(one, outcome={}) if one.id == "naval-1" else one for one in roadmap.meetings
    )

    assert follow_up(replace(roadmap, meetings=silent), on=date(2022, 9, 1)).unheld == ("naval-1",)


@pytest.mark.parametrize(
    ("since", "months", "review"),
    [
        (None, 12, date(2023, 3, 1)),
        (date(2023, 3, 20), 12, date(2024, 3, 20)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2022, 12, 31), 6, date(2023, 6, 30)),
        (date(2022, 12, 31), 2, date(2023, 2, 28)),
    ],
)
def test_review_is_due_after_the_months_agreed(
    roadmap: Roadmap, since: date | None, months: int, review: date
) -> None:
    plan = replace(roadmap, reviewed=since, conventions=Conventions(review=months))

    assert follow_up(plan, on=review).review == review
    assert follow_up(plan, on=review).is_review_due
    assert not follow_up(plan, on=review - timedelta(days=1)).is_review_due
