"""Hours that are decent everywhere, by the clocks of each place and day."""

from datetime import UTC, date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.roadmap import Hours
from tracktwo.roadmap.calendar.decent_hours import decent_start, window

ZONES = ["Europe/Brussels", "Europe/London", "Asia/Shanghai", "America/New_York", "Europe/Istanbul"]
USUAL = Hours()


def start(host: str, *others: str, day: str, hours: float) -> str | None:
    found = decent_start(
        (host, USUAL),
        frozenset((one, USUAL) for one in others),
        date.fromisoformat(day),
        timedelta(hours=hours),
    )
    return f"{found.astimezone(UTC):%H:%M}" if found else None


@pytest.mark.parametrize(
    ("day", "utc"),
    [("2022-07-01", "07:30"), ("2022-12-01", "08:00"), ("2022-03-25", "08:00"), ("2022-03-28", "07:30")],
)  # fmt: skip
def test_middle_of_the_common_hours_follows_summer_time(day: str, utc: str) -> None:
    assert start("Europe/Brussels", "Asia/Shanghai", day=day, hours=3) == utc


def test_far_zones_meet_across_the_date_line_or_not_at_all() -> None:
    assert start("America/New_York", "Asia/Shanghai", day="2022-12-01", hours=1.5) is None
    assert start("America/Los_Angeles", "Asia/Shanghai", day="2022-12-01", hours=4) == "00:00"


@given(
    st.lists(st.sampled_from(ZONES), min_size=1, max_size=4),
    st.dates(date(2022, 1, 1), date(2023, 12, 31)),
    st.sampled_from([1, 1.5, 2, 3, 5]),
)
def test_start_is_decent_everywhere(zones: list[str], day: date, hours: float) -> None:
    host, *others = zones
    length = timedelta(hours=hours)
    found = decent_start((host, USUAL), frozenset((one, USUAL) for one in others), day, length)

    fits = [
        any(
            opens <= found and found + length <= closes
            for opens, closes in (window(zone, USUAL, day + timedelta(n)) for n in (-1, 0, 1))
        )
        for zone in others
        if found
    ]
    assert all(fits)
    if found:
        opens, closes = window(host, USUAL, day)
        assert opens <= found <= closes - length
