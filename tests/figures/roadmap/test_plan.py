"""A calendar over time: a mark a meeting, numbered as in its table, and the longest pause."""

import pytest
from tests.cli.conftest import EXAMPLE

from tracktwo.exchange.roadmap import read_roadmap
from tracktwo.figures.roadmap import roadmap_picture
from tracktwo.figures.roadmap.plan import longest_pause
from tracktwo.locale import translator
from tracktwo.roadmap import schedule

WORDS = translator("en")


@pytest.fixture(scope="module")
def calendar():
    return schedule(read_roadmap(EXAMPLE))


def test_every_meeting_has_its_number_in_picture_and_table(calendar) -> None:
    figure = roadmap_picture(calendar, WORDS)

    numbers = [str(n) for n in range(1, len(calendar.slots) + 1)]
    spec = figure.chart.to_dict(validate=False)
    records = (row for one in spec["layer"] for row in one.get("data", {}).get("values", ()))
    drawn = [row["text"] for row in records if "host" in row and "text" in row]
    assert [row[0] for row in figure.table.rows] == numbers
    assert sorted(set(drawn), key=int) == numbers


def test_pause_in_the_title_is_the_longest(calendar) -> None:
    before, after = longest_pause(calendar.slots)

    pauses = [
        (other.day - one.last).days
        for one, other in zip(calendar.slots, calendar.slots[1:], strict=False)
    ]
    assert (after - before).days == max(pauses)
    assert f"the longest pause is {max(pauses) - 1} days" in roadmap_picture(calendar, WORDS).title


@pytest.mark.parametrize("width", [340, 760])
def test_picture_is_as_wide_as_is_asked(calendar, width) -> None:
    assert roadmap_picture(calendar, WORDS, width=width).chart.to_dict(validate=False)["width"] == width  # fmt: skip
