"""iCalendar in: events of any program, with repetitions told one by one, in one stretch of time.

Files of Outlook, Google and others are read as they come: names of time zones that only Windows
knows, zones that the file itself explains, events without an end, whole days, line ends of any kind.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from tracktwo.errors import InputError, OptionError
from tracktwo.exchange.text import read_bytes

if TYPE_CHECKING:
    from icalendar import Component

MOST = 100_000
"""Repetitions of one event that are counted; a file that asks for more is damaged or means harm."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event, or one of its repetitions; `end` is the first moment after it.

    `is_free` says that whoever keeps it is free all the same. `meeting` is the meeting of a roadmap
    that it is, empty where it is something else. What it is called stays in the file: why somebody
    cannot come is nobody's business.
    """

    uid: str
    start: datetime
    end: datetime
    is_all_day: bool = False
    is_free: bool = False
    is_cancelled: bool = False
    sequence: int = 0
    meeting: str = ""


def read_events(
    path: str | PathLike[str], *, first: date, last: date, zone: str = "UTC"
) -> tuple[Event, ...]:
    """The events of a file that touch a stretch of time, in order. `zone` is for times that name none.

    Raises `InputError` where the file is no iCalendar, `OptionError` where the package is missing.
    """
    given = Path(path)
    parts = _parts(given)
    reading = _Reading(given, first, last, ZoneInfo(zone))
    found = [event for one in parts for event in reading.events(one)]
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.uid)))


def _parts(path: Path) -> "list[Component]":
    try:
        from icalendar import Calendar
    except ModuleNotFoundError as error:
        raise OptionError(
            "reading calendars needs more packages: pip install 'tracktwo[schedule]'"
        ) from error
    text = _decoded(path)
    if "BEGIN:VCALENDAR" not in text.upper():
        raise InputError(
            "this is no iCalendar file (.ics); export one from the calendar", file=path
        )
    upper = text.upper()
    if upper.count("BEGIN:VCALENDAR") != upper.count("END:VCALENDAR"):
        message = "the file ends before its calendar does; export it again"
        raise InputError(message, file=path)
    try:
        return list(Calendar.from_ical(text, multiple=True))
    except (ValueError, KeyError, IndexError) as error:
        reason = " ".join(str(error).split())[:80]
        message = f"the iCalendar file is damaged ({reason}); export it again"
        raise InputError(message, file=path) from None


def _decoded(path: Path) -> str:
    raw = read_bytes(path)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InputError("the text is not UTF-8; save it as UTF-8", file=path, line=line) from None


@dataclass(frozen=True)
class _Reading:
    """What a file is read for."""

    path: Path
    first: date
    last: date
    zone: ZoneInfo

    def events(self, calendar: "Component") -> Iterator[Event]:
        """The events of a calendar; a repetition that was moved stands where it was moved to."""
        parts = [one for one in calendar.walk("VEVENT") if _value(one, "DTSTART") is not None]
        moved = {
            (str(one.get("UID", "")), self.moment(_value(one, "RECURRENCE-ID")))
            for one in parts
            if _value(one, "RECURRENCE-ID") is not None
        }
        for part in parts:
            own = _value(part, "RECURRENCE-ID") is not None
            for start in self._starts(part):
                if own or (str(part.get("UID", "")), start) not in moved:
                    event = self._event(part, start)
                    if self._is_within(event):
                        yield event

    def _event(self, part: "Component", start: datetime) -> Event:
        return Event(
            str(part.get("UID", "")),
            start,
            start + self._length(part),
            is_all_day=not isinstance(_value(part, "DTSTART"), datetime),
            is_free=_is_free(part),
            is_cancelled=str(part.get("STATUS", "")).upper() == "CANCELLED",
            sequence=_number(part.get("SEQUENCE")),
            meeting=str(part.get("X-TRACKTWO-MEETING", "")),
        )

    def _is_within(self, event: Event) -> bool:
        begins = datetime.combine(self.first, time(), UTC) - timedelta(days=1)
        ends = datetime.combine(self.last, time(), UTC) + timedelta(days=2)
        return event.start < ends and event.end > begins

    def _length(self, part: "Component") -> timedelta:
        """How long it lasts: without an end, a whole day or no time at all."""
        start, end, duration = (_value(part, name) for name in ("DTSTART", "DTEND", "DURATION"))
        if end is not None:
            return max(self.moment(end) - self.moment(start), timedelta())
        if isinstance(duration, timedelta):
            return max(duration, timedelta())
        return timedelta() if isinstance(start, datetime) else timedelta(days=1)

    def moment(self, value: Any) -> datetime:  # noqa: ANN401 -- a date, or a datetime with or without zone
        if not isinstance(value, datetime):
            return datetime.combine(value, time(), self.zone)
        return value if value.tzinfo else value.replace(tzinfo=self.zone)

    def _starts(self, part: "Component") -> Iterator[datetime]:
        """When it begins, as often as it is repeated in the time that is asked for."""
        value = _value(part, "DTSTART")
        rule = part.get("RRULE")
        if rule is None or _value(part, "RECURRENCE-ID") is not None:
            yield self.moment(value)
            return
        yield from self._repeated(part, value, rule)

    def _repeated(self, part: "Component", value: Any, rule: Any) -> Iterator[datetime]:  # noqa: ANN401
        """Repetitions keep the hour of the clock, so they are counted in clock time."""
        from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

        zone = value.tzinfo if isinstance(value, datetime) and value.tzinfo else self.zone
        start = value.replace(tzinfo=None) if isinstance(value, datetime) else datetime.combine(value, time())  # fmt: skip
        text = _until_in_clock_time(rule.to_ical().decode(), zone)
        try:
            told = rrulestr(text, dtstart=start)
        except (ValueError, TypeError) as error:
            message = f"a repetition cannot be read ({text[:60]}); correct or remove it"
            raise InputError(message, file=self.path) from error
        left_out = {self.moment(one).astimezone(UTC) for one in _left_out(part)}
        until = datetime.combine(self.last, time()) + timedelta(days=2)
        for n, moment in enumerate(told):
            if moment > until or n > MOST:
                return
            begins = moment.replace(tzinfo=zone)
            if begins.astimezone(UTC) not in left_out:
                yield begins


def _until_in_clock_time(text: str, zone: Any) -> str:  # noqa: ANN401 -- any kind of time zone
    """UNTIL is told in UTC; `dateutil` wants it in the clock time that the start is in."""
    parts = dict(one.split("=", 1) for one in text.split(";") if "=" in one)
    until = parts.get("UNTIL", "")
    if until.endswith("Z"):
        moment = datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        parts["UNTIL"] = f"{moment.astimezone(zone):%Y%m%dT%H%M%S}"
    return ";".join(f"{key}={value}" for key, value in parts.items())


def _left_out(part: "Component") -> Iterator[Any]:
    told = part.get("EXDATE")
    for one in told if isinstance(told, list) else [told] if told is not None else []:
        for each in one.dts:
            yield each.dt


def _value(part: "Component", name: str) -> Any:  # noqa: ANN401 -- a date, a time, a length or None
    found = part.get(name)
    if isinstance(found, list):
        found = found[0] if found else None
    return getattr(found, "dt", None)


def _number(value: Any) -> int:  # noqa: ANN401 -- whatever stands there
    try:
        return max(int(value or 0), 0)
    except (TypeError, ValueError):
        return 0


def _is_free(part: "Component") -> bool:
    """Marked as free: by the standard, or in the way of Outlook."""
    told = (part.get("TRANSP", ""), part.get("X-MICROSOFT-CDO-BUSYSTATUS", ""))
    return str(told[0]).upper() == "TRANSPARENT" or str(told[1]).upper() == "FREE"
