"""A calendar written as a document comes back as it was, and what is no such document is refused."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.roadmap.calendar.plans import WORKING, plan
from tracktwo.errors import InputError
from tracktwo.exchange.roadmap import read_calendar
from tracktwo.roadmap import Calendar, Length, Meeting, schedule, schedule_to_json

PLAN = plan(
    Meeting("call", format="virtual", length=Length(hours=3), required=("n1", "c1")),
    Meeting("talks", length=Length(days=2), required=("n1", "c1"), after=("call",)),
)


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return schedule(PLAN, working=WORKING)


def test_slots_come_back_equal(calendar: Calendar, tmp_path: Path) -> None:
    file = tmp_path / "calendar.json"
    file.write_text(schedule_to_json(calendar), encoding="utf-8")

    assert read_calendar(file, PLAN).slots == calendar.slots


def test_calendar_of_another_roadmap_is_refused(calendar: Calendar, tmp_path: Path) -> None:
    file = tmp_path / "calendar.json"
    file.write_text(schedule_to_json(calendar), encoding="utf-8")

    with pytest.raises(InputError) as refused:
        read_calendar(file, replace(PLAN, id="other"))

    assert str(refused.value) == (
        f"{file}: this calendar is of roadmap 'test' and not of 'other'; name one of the same roadmap"
    )


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"id": "test"}',
        '{"id": "test", "status": "optimal", "meetings": [{"id": "call"}]}',
        '{"id": "test", "status": "optimal", "meetings": ["call"]}',
        '{"id": "test", "status": "optimal", "meetings": 3}',
    ],
)
def test_anything_else_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "calendar.json"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(InputError) as refused:
        read_calendar(file, PLAN)

    assert str(refused.value) == (
        f"{file}: this is no calendar; name a file that `tracktwo schedule --json` wrote"
    )
