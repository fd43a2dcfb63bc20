"""What somebody's calendar means for a roadmap: days on which an office cannot sit, meetings that moved."""

from collections.abc import Container, Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tracktwo.exchange.roadmap.ics.identity import uid_of
from tracktwo.exchange.roadmap.ics.read import Event
from tracktwo.roadmap import Absence, Calendar, Roadmap, Seat
from tracktwo.roadmap.dates import days_of, spans_of

OFFICE_HOURS = time(9), time(17)
"""Hours of a day that count as office hours, local time."""


def absences_of(
    events: Iterable[Event],
    seat: Seat,
    *,
    first: date,
    last: date,
    share: float = 0.5,
    own: Container[str] = (),
) -> tuple[Absence, ...]:
    """The days on which an office cannot sit, by the events in its calendar.

    A day is taken where events, put together, take that share of its office hours or more, in the
    seat's own time. Cancelled events, those marked as free, and meetings of a roadmap do not count;
    `own` are UIDs of such meetings, for programs that leave out everything else (`uids_of`).

    >>> from datetime import UTC
    >>> day = datetime(2022, 9, 5, 9, tzinfo=UTC)
    >>> busy = Event("1", day, day + timedelta(hours=5)), Event("2", day + timedelta(days=1), day + timedelta(days=1, hours=1))
    >>> [(one.first.day, one.last.day) for one in absences_of(busy, Seat("a", "nato"), first=date(2022, 9, 1), last=date(2022, 9, 30))]
    [(5, 5)]
    """
    zone = ZoneInfo(seat.zone)
    real = [
        one
        for one in events
        if not (one.is_free or one.is_cancelled or one.meeting or one.uid in own)
    ]
    days = _by_day(real, first, last)
    taken = [day for day, those in days.items() if _share_of(day, those, zone) >= share]
    return tuple(Absence(seat.office, *span) for span in spans_of(taken))


def uids_of(roadmap: Roadmap) -> frozenset[str]:
    """The UIDs of all meetings of a roadmap."""
    return frozenset(uid_of(roadmap.id, one.id) for one in roadmap.meetings)


def moved_meetings(events: Iterable[Event], calendar: Calendar) -> dict[str, date]:
    """The meetings of a calendar that are on another day in somebody's file: proposals, to be tried out."""
    uids = {uid_of(calendar.roadmap.id, one.meeting): one for one in calendar.slots}
    found = {}
    for event in events:
        slot = uids.get(event.uid)
        if slot is not None and not event.is_cancelled:
            day = event.start.astimezone(slot.start.tzinfo).date()
            if day != slot.day:
                found[slot.meeting] = day
    return found


def _by_day(events: Iterable[Event], first: date, last: date) -> dict[date, list[Event]]:
    """The events around each day that has any, a day to either side: clocks differ by less than that."""
    found: dict[date, list[Event]] = {}
    for one in events:
        begins = max(one.start.date() - timedelta(days=1), first)
        ends = min(one.end.date() + timedelta(days=1), last)
        for day in days_of(begins, ends):
            found.setdefault(day, []).append(one)
    return found


def _share_of(day: date, events: Iterable[Event], zone: ZoneInfo) -> float:
    """The share of the office hours of a day that is taken; what overlaps counts once."""
    opens, closes = (datetime.combine(day, at, zone) for at in OFFICE_HOURS)
    spans = sorted(_clipped(one, day, zone, opens, closes) for one in events)
    busy, until = timedelta(), opens
    for start, end in spans:
        busy += max(end - max(start, until), timedelta())
        until = max(until, end)
    return busy / (closes - opens)


def _clipped(
    event: Event, day: date, zone: ZoneInfo, opens: datetime, closes: datetime
) -> tuple[datetime, datetime]:
    """The part of an event in the office hours; whole days are those of the reader's own calendar."""
    if event.is_all_day:
        is_on = event.start.date() <= day < event.end.date()
        return (opens, closes) if is_on else (opens, opens)
    start, end = event.start.astimezone(zone), event.end.astimezone(zone)
    return min(max(start, opens), closes), min(max(end, opens), closes)
