"""Moments on several clocks, in three languages."""

import datetime as dt

import pytest
from django.utils import translation

from tracktwo_web.kit import times

MOMENT = dt.datetime(2026, 12, 2, 17, 0, tzinfo=dt.UTC)


def test_local_times_show_each_zone_once_in_the_order_given() -> None:
    clocks = times.local_times(MOMENT, ["Asia/Shanghai", "Europe/Brussels", "Asia/Shanghai"])

    assert [(clock.place, str(clock)) for clock in clocks] == [
        ("Beijing", "Thu 3 December 2026, 01:00"),
        ("Brussels", "Wed 2 December 2026, 18:00"),
    ]


def test_local_times_without_zones_are_in_utc() -> None:
    clocks = times.local_times(MOMENT, [])

    assert [(clock.place, str(clock)) for clock in clocks] == [
        ("UTC", "Wed 2 December 2026, 17:00")
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Wed 2 December 2026, 18:00"),
        ("zh-hans", "2026年12月2日（星期三）18:00"),
        ("fr", "mercredi 2 décembre 2026, 18\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}00"),
    ],
)
def test_local_time_is_written_as_its_reader_writes(language, expected) -> None:
    (clock,) = times.local_times(MOMENT, ["Europe/Brussels"])

    with translation.override(language):
        assert str(clock) == expected


def test_local_time_minds_summer_time() -> None:
    july = dt.datetime(2026, 7, 2, 17, 0, tzinfo=dt.UTC)

    (clock,) = times.local_times(july, ["Europe/Brussels"])

    assert str(clock) == "Thu 2 July 2026, 19:00"


@pytest.mark.parametrize(
    ("zone", "expected"),
    [("Asia/Shanghai", "Beijing"), ("America/Port_of_Spain", "Port of Spain"), ("UTC", "UTC")],
)
def test_place_of_zone_is_its_capital_or_its_own_city(zone, expected) -> None:
    assert times.place_of(zone) == expected


def test_places_are_zones_that_exist() -> None:
    from zoneinfo import available_timezones

    assert sorted(set(times.PLACES) - available_timezones()) == []
