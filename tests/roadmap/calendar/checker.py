"""The rules of a calendar once more, in plain Python and without the library's solver, slots or rules.

A calendar here is a mapping of meetings to day and host. `faults` says what is wrong with one, `by_trying`
tries them all.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import combinations, pairwise, product
from zoneinfo import ZoneInfo

from tracktwo.roadmap import CountryDays, Meeting, Roadmap, Seat

DAY = timedelta(days=1)
Placed = Mapping[str, tuple[date, str]]
Value = tuple[Fraction, int, int]
"""The share of the side worst off, all optional days, and days waited as a negative number."""


def place_of(plan: Roadmap, meeting: Meeting, host: str):
    wanted = meeting.place
    return next(one for one in plan.places if (one.id == wanted if wanted else one.party == host))


def days(first: date, n: int) -> list[date]:
    return [first + k * DAY for k in range(n)]


def times(plan: Roadmap, meeting: Meeting, day: date, host: str) -> list[datetime]:
    """Every half hour and every minute at which a virtual meeting could begin, decent for all required."""
    zone = ZoneInfo(place_of(plan, meeting, host).zone)
    begins = (
        datetime.combine(day, datetime.min.time(), zone) + timedelta(minutes=m)
        for m in range(0, 1440, 5)
    )
    rule = plan.conventions.hours
    seats = [one for one in plan.seats if one.office in meeting.required]
    asked = [(str(zone), rule), *((one.zone, one.hours or rule) for one in seats)]
    length = timedelta(hours=meeting.length.hours)
    return [one for one in begins if all(_decent(one, length, *where) for where in asked)]


def _decent(start: datetime, length: timedelta, zone: str, hours) -> bool:
    utc = ZoneInfo("UTC")
    begins = start.astimezone(ZoneInfo(zone))
    ends = (start.astimezone(utc) + length).astimezone(ZoneInfo(zone))
    return (
        begins.date() == ends.date()
        and hours.opens <= begins.time()
        and ends.time() <= hours.closes
    )


def taken(plan: Roadmap, meeting: Meeting, seat: Seat, day: date, host: str) -> list[date]:
    """The days that a meeting takes of a required seat; here zones are near enough for one local day."""
    if meeting.is_virtual:
        return [day]
    away = seat.zone != place_of(plan, meeting, host).zone
    margin = plan.conventions.travel if away else 0
    return days(day - margin * DAY, meeting.length.days + 2 * margin)


def is_absent(plan: Roadmap, office: str, day: date) -> bool:
    return any(one.office == office and one.first <= day <= one.last for one in plan.absences)


def alone(  # noqa: C901, PLR0912 -- one rule after the other, nothing shared
    plan: Roadmap, working: Mapping[str, CountryDays], meeting: Meeting, day: date, host: str
) -> Iterator[str]:
    """What is wrong with one meeting, whatever the others do."""
    span = days(day, meeting.length.days)
    seats = [one for one in plan.seats if one.office in meeting.required]
    if day < plan.first or span[-1] > plan.last:
        yield "outside"
    if meeting.host and host != meeting.host:
        yield "host"
    if meeting.day and day != meeting.day:
        yield "fixed"
    if meeting.earliest and day < meeting.earliest:
        yield "early"
    if meeting.latest and day > meeting.latest:
        yield "late"
    for item in plan.items:
        if meeting.id in item.meetings:
            if item.start and day < item.start:
                yield "before its item"
            if (item.new_due or item.due) and span[-1] > (item.new_due or item.due):
                yield "after its item"
    for one in plan.blackouts:
        binds = not one.parties or any(seat.party in one.parties for seat in seats)
        binds = binds and (not one.streams or meeting.stream in one.streams)
        if binds and any(one.first <= each <= one.last for each in span):
            yield "blackout"
    for seat in seats:
        if any(is_absent(plan, seat.office, one) for one in taken(plan, meeting, seat, day, host)):
            yield "away"
    if meeting.is_virtual:
        if not times(plan, meeting, day, host):
            yield "hours"
        if any(not working[seat.country].is_worked(one) for seat in seats for one in span):
            yield "rest"
    else:
        there = working[place_of(plan, meeting, host).country]
        if any(not there.is_worked(one) for one in span):
            yield "rest"
        if any(one in working[seat.country].holidays for seat in seats for one in span):
            yield "holiday"


def together(  # noqa: C901, PLR0912 -- one rule after the other, nothing shared
    plan: Roadmap, placed: Placed
) -> Iterator[str]:
    """What is wrong between meetings."""
    told = {one.id: one for one in plan.meetings}
    for name, (day, _) in placed.items():
        one = told[name]
        for other in (*one.after, *([one.prepared_by] if one.prepared_by else [])):
            ends = placed[other][0] + (told[other].length.days - 1) * DAY
            gap = max(plan.conventions.gap if one.gap is None else one.gap, one.papers_due, 1)
            if (day - ends).days < (gap if other == one.prepared_by else 1):
                yield "order"
    for series in {one.series for one in plan.meetings if one.series}:
        row = [one for one in plan.meetings if one.series == series]
        for earlier, later in pairwise(row):
            ends = placed[earlier.id][0] + (earlier.length.days - 1) * DAY
            if placed[later.id][0] <= ends:
                yield "series"
            if (
                placed[later.id][1] == placed[earlier.id][1]
                and len({one.party for one in plan.places if one.party}) > 1
            ):
                yield "alternate"
    seats: Counter[tuple[str, date]] = Counter()
    rooms: Counter[tuple[str, date]] = Counter()
    for name, (day, host) in placed.items():
        one = told[name]
        for seat in plan.seats:
            if seat.office in one.required:
                seats.update((seat.office, each) for each in taken(plan, one, seat, day, host))
        if not one.is_virtual:
            rooms.update(
                (place_of(plan, one, host).id, each) for each in days(day, one.length.days)
            )
    if any(n > 1 for n in seats.values()):
        yield "two places"
    if any(
        n > next(p.rooms for p in plan.places if p.id == place) for (place, _), n in rooms.items()
    ):
        yield "rooms"
    for one, other in combinations(placed, 2):
        apart = plan.conventions.apart.get(told[one].stream, 0)
        if (
            told[one].stream == told[other].stream
            and abs((placed[one][0] - placed[other][0]).days) < apart
        ):
            yield "apart"


def faults(plan: Roadmap, working: Mapping[str, CountryDays], placed: Placed) -> list[str]:
    """Everything that is wrong with a calendar."""
    found = [fault for one in plan.meetings for fault in alone(plan, working, one, *placed[one.id])]
    return [*found, *together(plan, placed)]


def value(
    plan: Roadmap, working: Mapping[str, CountryDays], placed: Placed, start: Mapping[str, datetime]
) -> Value:
    """How good a calendar is; `start` says when virtual meetings begin."""
    busy: set[tuple[str, date]] = set()
    able: set[tuple[str, date]] = set()
    of = Counter({one.id: 0 for one in plan.parties})
    for one in plan.meetings:
        day, host = placed[one.id]
        for seat in plan.seats:
            if seat.office in one.required:
                busy.update((seat.office, each) for each in taken(plan, one, seat, day, host))
            if seat.office in one.optional:
                of[seat.party] += one.length.days
                able.update(_able(plan, working, one, seat, (day, host), start))
    sat = Counter(
        next(one.party for one in plan.seats if one.office == office) for office, _ in able - busy
    )
    shares = [Fraction(sat[side], n) if n else Fraction(1) for side, n in of.items()]
    waited = sum((day - plan.first).days for day, _ in placed.values())
    return min(shares), sum(sat.values()), -waited


def _able(plan, working, meeting, seat, where, start) -> Iterator[tuple[str, date]]:
    day, _ = where
    for each in days(day, meeting.length.days):
        free = not is_absent(plan, seat.office, each)
        if meeting.is_virtual:
            length = timedelta(hours=meeting.length.hours)
            hours = seat.hours or plan.conventions.hours
            decent = _decent(start[meeting.id, *where], length, seat.zone, hours)
            if free and decent and working[seat.country].is_worked(each):
                yield seat.office, each
        elif free and each not in working[seat.country].holidays:
            yield seat.office, each


def every_calendar(
    plan: Roadmap, working: Mapping[str, CountryDays]
) -> Iterator[dict[str, tuple[date, str]]]:
    """All calendars without a fault, by trying."""
    hosts = list(dict.fromkeys(one.party for one in plan.places if one.party))
    span = days(plan.first, (plan.last - plan.first).days + 1)
    options = [
        [
            (day, host)
            for day, host in product(span, hosts)
            if not any(True for _ in alone(plan, working, one, day, host))
        ]
        for one in plan.meetings
    ]
    for choice in product(*options):
        placed = dict(zip((one.id for one in plan.meetings), choice, strict=True))
        if not any(True for _ in together(plan, placed)):
            yield placed
