"""VTIMEZONE: a zone's clock over a stretch of time, each change of it written down.

Source: RFC 5545, section 3.6.5: a change is told in the clock time that was kept until then.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from tracktwo.exchange.roadmap.ics.lines import local

HOUR = timedelta(hours=1)


def zone_lines(zone: str, first: date, last: date) -> Iterator[str]:
    """The lines of a VTIMEZONE that is right from one day to another.

    >>> [one for one in zone_lines("Europe/Brussels", date(2022, 3, 1), date(2022, 4, 30)) if "DTSTART" in one]
    ['DTSTART:20220301T000000', 'DTSTART:20220327T020000']
    """
    there = ZoneInfo(zone)
    begin = datetime(first.year, first.month, first.day, tzinfo=there).astimezone(UTC)
    end = datetime(last.year, last.month, last.day, tzinfo=UTC) + timedelta(days=2)
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{zone}"
    yield from _observance(begin.astimezone(there), begin.astimezone(there))
    for moment in _changes(there, begin, end):
        yield from _observance((moment - HOUR).astimezone(there), moment.astimezone(there))
    yield "END:VTIMEZONE"


def _changes(there: ZoneInfo, begin: datetime, end: datetime) -> Iterator[datetime]:
    """The moments at which the distance to UTC changes, to the minute."""
    day = begin
    while day < end:
        following = day + timedelta(days=1)
        if _offset(there, day) != _offset(there, following):
            yield _change_between(there, day, following)
        day = following


def _change_between(there: ZoneInfo, before: datetime, after: datetime) -> datetime:
    while after - before > timedelta(minutes=1):
        middle = before + (after - before) / 2
        middle = middle.replace(second=0, microsecond=0)
        middle = middle if middle > before else before + timedelta(minutes=1)
        if _offset(there, middle) == _offset(there, before):
            before = middle
        else:
            after = middle
    return after


def _offset(there: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(there).utcoffset() or timedelta()


def _observance(before: datetime, after: datetime) -> Iterator[str]:
    """One way of the clock, from a change on."""
    kind = "DAYLIGHT" if after.dst() else "STANDARD"
    was, becomes = before.utcoffset() or timedelta(), after.utcoffset() or timedelta()
    onset = after.astimezone(UTC).replace(tzinfo=None) + was
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{local(onset)}"
    yield f"TZOFFSETFROM:{_signed(was)}"
    yield f"TZOFFSETTO:{_signed(becomes)}"
    yield f"TZNAME:{after.tzname()}"
    yield f"END:{kind}"


def _signed(offset: timedelta) -> str:
    minutes = round(abs(offset).total_seconds() / 60)
    return f"{'-' if offset < timedelta() else '+'}{minutes // 60:02}{minutes % 60:02}"
