"""Times as they are typed: on whose clock, and which no clock can show."""

import datetime as dt

import pytest

from tests.web import world
from tracktwo_web.dialogues.forms.clocks import Moment, ZonedForm


class Meeting(ZonedForm):
    begins = Moment()
    moments = ("begins",)


@pytest.fixture
def dialogue(db):
    return world.a_dialogue()


@pytest.mark.parametrize(
    ("zone", "hour"), [("Asia/Shanghai", 4), ("Europe/Brussels", 11), ("UTC", 12)]
)
def test_moment_is_read_on_the_clock_that_was_chosen(dialogue, zone, hour) -> None:
    year = dt.datetime.now(dt.UTC).year + 1
    form = Meeting(dialogue, {"begins": f"{year}-01-28T12:00", "zone": zone})

    assert form.is_valid()
    assert form.cleaned_data["begins"] == dt.datetime(year, 1, 28, hour, tzinfo=dt.UTC)


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "Europe/Brussels", "UTC"])
@pytest.mark.parametrize("begins", ["0001-01-01T00:00", "9999-12-31T23:59", "0925-03-01T09:00"])
def test_moment_out_of_reach_is_refused_in_a_sentence(dialogue, zone, begins) -> None:
    form = Meeting(dialogue, {"begins": begins, "zone": zone})

    assert form.errors == {"begins": ["That time is too far away."]}


def test_moment_that_no_clock_shows_is_refused(dialogue) -> None:
    form = Meeting(dialogue, {"begins": "2026-03-29T02:30", "zone": "Europe/Brussels"})

    assert form.errors == {"begins": ["No clock shows that hour there: summer time begins."]}
