"""What is due every year, and by how many days it is late."""

from datetime import date

import pytest

from tracktwo.channel.measures import (
    CALENDAR,
    EXCHANGE,
    YEARLY,
    YearlyDeadline,
    YearlyDuty,
    YearlyStanding,
    yearly_standing,
)
from tracktwo.errors import OptionError


def test_deadlines_are_those_of_the_vienna_document() -> None:
    assert [(one.duty, one.of(2026), one.source) for one in YEARLY] == [
        (YearlyDuty.CALENDAR, date(2026, 11, 15), "OSCE Vienna Document 2011, chapter VII"),
        (YearlyDuty.EXCHANGE, date(2026, 12, 15), "OSCE Vienna Document 2011, chapter I"),
    ]


@pytest.mark.parametrize(
    ("given", "today", "known", "late"),
    [
        (None, date(2026, 11, 15), None, None),
        (None, date(2026, 11, 16), None, 1),
        (date(2026, 11, 15), date(2026, 12, 1), date(2026, 11, 15), None),
        (date(2026, 11, 20), date(2026, 12, 1), date(2026, 11, 20), 5),
        (date(2026, 11, 20), date(2026, 11, 18), None, 3),
    ],
)
def test_side_is_late_by_the_days_after_the_deadline(given, today, known, late) -> None:
    assert yearly_standing("north", CALENDAR, 2026, given, today) == YearlyStanding(
        "north", YearlyDuty.CALENDAR, date(2026, 11, 15), known, late
    )


def test_sides_may_settle_on_another_day_of_every_year() -> None:
    assert YearlyDeadline(EXCHANGE.duty, 2, 28, "exchange of letters").of(2028) == date(2028, 2, 28)
    with pytest.raises(OptionError, match="2-29 is no day of every year"):
        YearlyDeadline(EXCHANGE.duty, 2, 29, "exchange of letters")
