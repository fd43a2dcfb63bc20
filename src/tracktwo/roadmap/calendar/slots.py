"""Where and when a meeting could be: one slot a day and host, with the rules that forbid it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from tracktwo.roadmap.calendar.decent_hours import decent_start
from tracktwo.roadmap.calendar.rules import Rule, RuleKind, rule
from tracktwo.roadmap.meetings import Hours, Meeting, Seat
from tracktwo.roadmap.places import Blackout, Place
from tracktwo.roadmap.roadmap import Roadmap
from tracktwo.roadmap.working_days import CountryDays, calendars

ONE_DAY = timedelta(days=1)
DAY_CLOSES = time(17)
"""When the last day of a meeting over several days ends."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A meeting on a day, at a place, hosted by a side; `start` and `end` are in the place's zone.

    `broken` are the rules that forbid it, taken by itself.
    """

    meeting: str
    day: date
    last: date
    host: str
    place: str
    start: datetime
    end: datetime
    broken: tuple[Rule, ...] = field(default=(), compare=False)

    @property
    def days(self) -> Iterator[date]:
        """The days it takes, at its place."""
        return (self.day + n * ONE_DAY for n in range((self.last - self.day).days + 1))


@dataclass(frozen=True, eq=False)
class Board:
    """A roadmap with the working days of the countries concerned: what slots are made from."""

    roadmap: Roadmap
    working: Mapping[str, CountryDays]

    @classmethod
    def of(cls, roadmap: Roadmap, working: Mapping[str, CountryDays] | None = None) -> "Board":
        """The board of a roadmap; without working days given, those of the package `holidays`."""
        known = dict(working or {})
        codes = {one.country for one in roadmap.seats} | {one.country for one in roadmap.places}
        return cls(
            roadmap,
            known | calendars(codes - set(known), roadmap.first - ONE_DAY, roadmap.last + ONE_DAY),
        )

    @cached_property
    def away(self) -> Mapping[str, frozenset[date]]:
        """The days on which each office cannot sit."""
        days: dict[str, set[date]] = {one.office: set() for one in self.roadmap.seats}
        for one in self.roadmap.absences:
            first, last = (
                max(one.first, self.roadmap.first - 30 * ONE_DAY),
                min(one.last, self.roadmap.last + 30 * ONE_DAY),
            )
            days[one.office] |= {first + n * ONE_DAY for n in range((last - first).days + 1)}
        return {office: frozenset(those) for office, those in days.items()}

    def days(self) -> Iterator[date]:
        """Every day of the roadmap."""
        span = (self.roadmap.last - self.roadmap.first).days
        return (self.roadmap.first + n * ONE_DAY for n in range(span + 1))

    def place(self, meeting: Meeting, host: str) -> Place:
        """Where a meeting is held if a side hosts it; a virtual one counts as held at the host's."""
        return self.roadmap.place[meeting.place] if meeting.place else self.roadmap.home[host]

    def seats(self, offices: tuple[str, ...]) -> list[Seat]:
        return [self.roadmap.seat[one] for one in offices]

    def margin(self, seat: Seat, meeting: Meeting, place: Place) -> int:
        """The days before and after a meeting on which a seat is on its way: at home is where its clock is."""
        away = not meeting.is_virtual and seat.zone != place.zone
        return self.roadmap.conventions.travel if away else 0

    def rest(self, country: str) -> frozenset[date]:
        """The days of the roadmap on which a country's offices are closed."""
        if country not in self._rest:
            days = self.working[country]
            self._rest[country] = frozenset(one for one in self.days() if not days.is_worked(one))
        return self._rest[country]

    def holidays(self, country: str) -> frozenset[date]:
        """The public holidays of a country."""
        return frozenset(self.working[country].holidays)

    @cached_property
    def _rest(self) -> dict[str, frozenset[date]]:
        return {}

    def taken(self, slot: Slot, seat: Seat) -> Iterator[date]:
        """The days that a slot takes of a seat that must be there, with those on which it travels."""
        meeting = self.roadmap.meeting[slot.meeting]
        margin = self.margin(seat, meeting, self.roadmap.place[slot.place])
        if meeting.is_virtual:
            zone = ZoneInfo(seat.zone)
            first, last = slot.start.astimezone(zone).date(), slot.end.astimezone(zone).date()
        else:
            first, last = slot.day - margin * ONE_DAY, slot.last + margin * ONE_DAY
        return (first + n * ONE_DAY for n in range((last - first).days + 1))

    def slots(self, meeting: Meeting, *, all_of_them: bool = False) -> Iterator[Slot]:
        """The slots that no rule forbids by itself, or all of them with the rules that forbid them."""
        for host in self.roadmap.home:
            if meeting.host and host != meeting.host and not all_of_them:
                continue
            yield from self._hosted(meeting, host, all_of_them=all_of_them)

    def slot(self, meeting: Meeting, day: date, host: str) -> Slot:
        """One slot, with the rules that forbid it."""
        frame = Frame(self, meeting, host)
        slot = frame.slot(day)
        return replace(slot, broken=tuple(dict.fromkeys(frame.broken(slot))))

    def _hosted(self, meeting: Meeting, host: str, *, all_of_them: bool) -> Iterator[Slot]:
        frame = Frame(self, meeting, host)
        barred = frozenset() if all_of_them else frame.barred()
        for day in self.days():
            if day in barred or day + frame.length - ONE_DAY > self.roadmap.last:
                continue
            slot = frame.slot(day)
            if all_of_them:
                yield replace(slot, broken=tuple(dict.fromkeys(frame.broken(slot))))
            elif not any(True for _ in frame.broken(slot)):
                yield slot


def _end(meeting: Meeting, start: datetime, last: date) -> datetime:
    """Hours are added as instants, so that no clock change makes a meeting longer or shorter."""
    if meeting.length.hours is None:
        return datetime.combine(last, DAY_CLOSES, start.tzinfo)
    ends = start.astimezone(UTC) + timedelta(hours=meeting.length.hours)
    return ends.astimezone(start.tzinfo)


class Frame:
    """What is the same for all slots of a meeting and host."""

    def __init__(self, board: Board, meeting: Meeting, host: str) -> None:
        self.board, self.meeting, self.host = board, meeting, host
        self.place = board.place(meeting, host)
        self.zone = ZoneInfo(self.place.zone)
        self.length = meeting.length.days * ONE_DAY
        self.required = board.seats(meeting.required)
        sides = {one.party for one in self.required}
        self.blackouts = [one for one in board.roadmap.blackouts if _binds(one, meeting, sides)]
        self.items = list(board.roadmap.items_of(meeting.id))
        hours = board.roadmap.conventions.hours
        self.local = self.place.zone, hours
        self.others = frozenset((one.zone, one.hours or hours) for one in self.required)

    def slot(self, day: date) -> Slot:
        """The slot on a day; where no decent hour is left, at the hour of meetings in person."""
        start = self.start(day) or self._usual(day)
        last = day + self.length - ONE_DAY
        end = _end(self.meeting, start, last)
        return Slot(self.meeting.id, day, last, self.host, self.place.id, start, end)

    def start(self, day: date) -> datetime | None:
        """When it begins on a day, None where no hour is decent for all who must be there."""
        if not self.meeting.is_virtual:
            return self._usual(day)
        length = timedelta(hours=self.meeting.length.hours or 0)
        start = decent_start(self.local, self.others, day, length)
        return start.astimezone(self.zone) if start else None

    def _usual(self, day: date) -> datetime:
        return datetime.combine(day, self.board.roadmap.conventions.begins, self.zone)

    def barred(self) -> frozenset[date]:
        """First days that are out by dates alone: what `broken` says too, found for all days at once."""
        if self.is_history:
            return frozenset(self.board.days()) - {self.meeting.day or self.board.roadmap.first}
        out = {day for day in self.board.days() if self._is_outside(day)}
        if not self.meeting.is_virtual:
            resting = set(self.board.rest(self.place.country))
            for seat in self.required:
                resting |= self.board.holidays(seat.country)
            out |= _starts(resting, self.meeting.length.days, 0)
            for seat in self.required:
                margin = self.board.margin(seat, self.meeting, self.place)
                out |= _starts(self.board.away[seat.office], self.meeting.length.days, margin)
        return frozenset(out)

    @property
    def is_history(self) -> bool:
        """Whether the meeting was held."""
        return bool(self.meeting.day and any(self.meeting.outcome.values()))

    def _is_outside(self, day: date) -> bool:
        moved = self.meeting.day is not None and day != self.meeting.day
        return moved or self._is_too_early_or_late(day)

    def _is_too_early_or_late(self, day: date) -> bool:
        earliest, latest = self.meeting.earliest, self.meeting.latest
        return bool((earliest and day < earliest) or (latest and day > latest))

    def of_history(self, slot: Slot) -> Iterator[Rule]:
        """A meeting that was held is where it was; nothing else is asked."""
        if slot.day != self.meeting.day:
            yield rule(RuleKind.FIXED, self.meeting.id)
        if self.meeting.host not in ("", self.host):
            yield rule(RuleKind.HOST, self.meeting.id)

    def broken(self, slot: Slot) -> Iterator[Rule]:
        """The rules that forbid a slot, taken by itself."""
        if self.is_history:
            yield from self.of_history(slot)
            return
        if self.start(slot.day) is None:
            yield rule(RuleKind.HOURS, self.meeting.id)
        yield from self._by_dates(slot)
        yield from self._by_days_of_rest(slot)
        for one in self.blackouts:
            if slot.day <= one.last and slot.last >= one.first:
                yield rule(RuleKind.BLACKOUT, one.id)
        for seat in self.required:
            if not self.board.away[seat.office].isdisjoint(self.board.taken(slot, seat)):
                yield rule(RuleKind.AWAY, seat.office)

    def _by_dates(self, slot: Slot) -> Iterator[Rule]:
        one = self.meeting
        if one.host not in ("", self.host):
            yield rule(RuleKind.HOST, one.id)
        if one.day and slot.day != one.day:
            yield rule(RuleKind.FIXED, one.id)
        if self._is_too_early_or_late(slot.day):
            yield rule(RuleKind.WINDOW, one.id)
        for item in self.items:
            late = item.promised and slot.last > item.promised
            if late or (item.start and slot.day < item.start):
                yield rule(RuleKind.ITEM, item.id, one.id)

    def _by_days_of_rest(self, slot: Slot) -> Iterator[Rule]:
        """Weekends are those of the place, or of everybody where nobody travels; holidays are everybody's."""
        if not self.meeting.is_virtual:
            for day in slot.days:
                yield from self._rest(self.place.country, day)
                for seat in self.required:
                    if self.board.working[seat.country].is_holiday(day):
                        yield rule(RuleKind.HOLIDAY, seat.country)
            return
        for seat in self.required:
            for day in self.board.taken(slot, seat):
                yield from self._rest(seat.country, day)

    def _rest(self, country: str, day: date) -> Iterator[Rule]:
        days = self.board.working[country]
        if days.is_weekend(day):
            yield rule(RuleKind.WEEKEND, country)
        if days.is_holiday(day):
            yield rule(RuleKind.HOLIDAY, country)


def _starts(days: Iterable[date], length: int, margin: int) -> set[date]:
    """The first days of meetings that would take one of some days, with days of travel."""
    return {day - n * ONE_DAY for day in days for n in range(-margin, length + margin)}


def _binds(one: Blackout, meeting: Meeting, sides: set[str]) -> bool:
    return (not one.parties or not sides.isdisjoint(one.parties)) and (
        not one.streams or meeting.stream in one.streams
    )


def sits(board: Board, slot: Slot, seat: Seat) -> Iterator[date]:
    """The days of a slot on which an optional seat could sit, had it nothing else to do."""
    meeting = board.roadmap.meeting[slot.meeting]
    days = board.working[seat.country]
    away = board.away[seat.office]
    if not meeting.is_virtual:
        for day in slot.days:
            if not days.is_holiday(day) and day not in away:
                yield day
        return
    taken = list(board.taken(slot, seat))
    hours = seat.hours or board.roadmap.conventions.hours
    if _is_decent(slot, seat.zone, hours) and all(
        days.is_worked(day) and day not in away for day in taken
    ):
        yield slot.day


def _is_decent(slot: Slot, zone: str, hours: Hours) -> bool:
    start, end = (one.astimezone(ZoneInfo(zone)) for one in (slot.start, slot.end))
    return start.date() == end.date() and hours.opens <= start.time() and end.time() <= hours.closes
