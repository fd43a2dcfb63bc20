"""When people in several time zones can decently sit together, on a day of the host's."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from tracktwo.roadmap.meetings import Hours

STEP = timedelta(minutes=30)
"""Meetings begin on the hour or half past it."""
Span = tuple[datetime, datetime]
Local = tuple[str, Hours]
"""A time zone and the hours that are decent there."""


@cache
def window(zone: str, hours: Hours, day: date) -> Span:
    """The decent hours of a local day, as instants: daylight saving time is that of the day.

    >>> [str(one) for one in window("Asia/Shanghai", Hours(), date(2022, 7, 1))]
    ['2022-07-01 00:00:00+00:00', '2022-07-01 12:00:00+00:00']
    """
    there = ZoneInfo(zone)
    ends = (datetime.combine(day, at, there).astimezone(UTC) for at in (hours.opens, hours.closes))
    return next(ends), next(ends)


@cache
def decent_start(
    host: Local, others: frozenset[Local], day: date, length: timedelta
) -> datetime | None:
    """When a virtual meeting begins, as an instant: decent everywhere and farthest from anybody's limit.

    The day is that of the host; elsewhere it may be the one before or after. None where no time is
    left. Of several stretches of time the longest is taken, of equally long ones the first.

    >>> brussels, beijing = ("Europe/Brussels", Hours()), ("Asia/Shanghai", Hours())
    >>> day, long = date(2022, 7, 1), timedelta(hours=3)
    >>> str(decent_start(brussels, frozenset([beijing]), day, long))
    '2022-07-01 07:30:00+00:00'
    >>> decent_start(brussels, frozenset([beijing, ("America/Los_Angeles", Hours())]), day, long)
    """
    spans: Sequence[Span] = [window(*host, day)]
    for zone, hours in sorted(others, key=str):
        around = [window(zone, hours, day + timedelta(days=off)) for off in (-1, 0, 1)]
        spans = _common(spans, around)
    fitting = [(first, last) for first, last in spans if last - first >= length]
    if not fitting:
        return None
    first, last = max(fitting, key=lambda span: (span[1] - span[0], -span[0].timestamp()))
    return _on_the_clock(first, last - length)


def _common(spans: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    met = ((max(a, c), min(b, d)) for a, b in spans for c, d in others)
    return [(first, last) for first, last in met if first < last]


def _on_the_clock(earliest: datetime, latest: datetime) -> datetime:
    """The middle of what is possible, put back to a half hour where one is possible."""
    middle = earliest + (latest - earliest) / 2
    back = timedelta(
        minutes=middle.minute % 30, seconds=middle.second, microseconds=middle.microsecond
    )
    clock = middle - back
    if clock < earliest:
        clock = clock + STEP if clock + STEP <= latest else earliest
    return clock
