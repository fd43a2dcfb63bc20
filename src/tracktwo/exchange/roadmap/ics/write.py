"""iCalendar out: a calendar as a file that opens in everybody's own program, and stays the same event there.

Source: RFC 5545 (the format), RFC 5546 (METHOD, SEQUENCE, who must be named when).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from tracktwo.errors import OptionError
from tracktwo.exchange.roadmap.ics.description import categories, description, location
from tracktwo.exchange.roadmap.ics.identity import address_of, uid_of
from tracktwo.exchange.roadmap.ics.lines import escaped, line, local, text_of, utc
from tracktwo.exchange.roadmap.ics.own import OwnEvent
from tracktwo.exchange.roadmap.ics.zones import zone_lines
from tracktwo.locale import Words, translator
from tracktwo.locale.plain import plain
from tracktwo.roadmap import Calendar, Slot

Method = Literal["PUBLISH", "REQUEST", "CANCEL"]
PRODUCT = "-//Tracktwo//Roadmap//EN"


def calendar_text(
    calendar: Calendar,
    *,
    stamp: datetime,
    meetings: Collection[str] | None = None,
    method: Method = "PUBLISH",
    earlier: Mapping[str, OwnEvent] | None = None,
    language: str = "en",
) -> str:
    """A calendar as iCalendar: of all meetings, or of some.

    `stamp` is the moment of writing. `earlier` are the events of an earlier file
    (`read_own_events`): a meeting that differs gets the next SEQUENCE, one that is gone is cancelled,
    one that is the same keeps its lines. PUBLISH is for everybody to read; REQUEST invites the offices,
    and asks for answers where they have mailboxes; CANCEL takes back all the meetings that are named.
    Offices are named and no persons.
    """
    if stamp.tzinfo is None:
        raise OptionError("the moment of writing has no time zone; give it one")
    words = translator(language)
    known = earlier or {}
    chosen = [one for one in calendar.slots if meetings is None or one.meeting in meetings]
    events = [_event(calendar, one, method, words) for one in chosen]
    told = [_in_sequence(one, known.get(one.uid), stamp) for one in events]
    gone = [known[uid] for uid in known if uid not in {one.uid for one in events}]
    return text_of(
        _file(calendar, chosen, [*told, *(_cancelled(one, stamp) for one in gone)], method, words)
    )


def offices_meetings(calendar: Calendar, office: str) -> set[str]:
    """The meetings to which an office is invited; `OptionError` where there is no such office."""
    if office not in calendar.roadmap.seat:
        known = ", ".join(calendar.roadmap.seat)
        raise OptionError(f"office {office!r} is not in the roadmap; use one of {known}")
    told = calendar.roadmap.meetings
    return {one.id for one in told if office in (*one.required, *one.optional)}


@dataclass(frozen=True)
class _Event:
    """One event before it is dated: the lines that tell whether anything has changed."""

    uid: str
    lines: tuple[str, ...]
    status: str
    sequence: int = 0
    stamp: str = ""


def _event(calendar: Calendar, slot: Slot, method: Method, words: Words) -> _Event:
    meeting = calendar.roadmap.meeting[slot.meeting]
    zone = calendar.roadmap.place[slot.place].zone
    lines = [
        line("DTSTART", local(slot.start), {"TZID": zone}),
        line("DTEND", local(slot.end), {"TZID": zone}),
        f"SUMMARY:{escaped(plain(meeting.name(words.language)))}",
        f"LOCATION:{escaped(location(calendar, slot, words))}",
        f"CATEGORIES:{escaped(categories(meeting, words))}",
        f"DESCRIPTION:{escaped(description(calendar, slot, words))}",
        *_people(calendar, slot, method, words),
        f"X-TRACKTWO-MEETING:{escaped(meeting.id)}",
        "TRANSP:OPAQUE",
    ]
    status = "CANCELLED" if method == "CANCEL" else "CONFIRMED" if meeting.day else "TENTATIVE"
    return _Event(uid_of(calendar.roadmap.id, meeting.id), tuple(lines), status)


def _people(calendar: Calendar, slot: Slot, method: Method, words: Words) -> Iterator[str]:
    """The organizer, and who is invited: nobody where a calendar is only published."""
    roadmap = calendar.roadmap
    meeting = roadmap.meeting[slot.meeting]
    hosts = [one for one in meeting.required if roadmap.seat[one].party == slot.host]
    lead = roadmap.seat[(hosts or list(meeting.required))[0]]
    name = {"CN": plain(lead.name(words.language))}
    yield line("ORGANIZER", address_of(lead.office, lead.address), name)
    if method == "PUBLISH":
        return
    for role, offices in (
        ("REQ-PARTICIPANT", meeting.required),
        ("OPT-PARTICIPANT", meeting.optional),
    ):
        for office in offices:
            seat = roadmap.seat[office]
            told = {
                "CUTYPE": "GROUP",
                "ROLE": role,
                "PARTSTAT": "NEEDS-ACTION",
                "RSVP": "TRUE" if seat.address and method == "REQUEST" else "FALSE",
                "CN": plain(seat.name(words.language)),
            }
            yield line("ATTENDEE", address_of(office, seat.address), told)


def _in_sequence(event: _Event, known: OwnEvent | None, stamp: datetime) -> _Event:
    if known is None:
        return replace(event, stamp=utc(stamp))
    if known.content == own_content(event.lines, event.status):
        return replace(event, sequence=known.sequence, stamp=known.stamp)
    return replace(event, sequence=known.sequence + 1, stamp=utc(stamp))


def own_content(lines: Iterable[str], status: str) -> tuple[str, ...]:
    """What of an event must differ for its SEQUENCE to rise."""
    return (*lines, f"STATUS:{status}")


def _cancelled(known: OwnEvent, stamp: datetime) -> _Event:
    """An event that is no longer there: told once more, so that it goes from everybody's calendar."""
    lines = tuple(one for one in known.content if not one.startswith("STATUS:"))
    if "STATUS:CANCELLED" in known.content:
        return _Event(known.uid, lines, "CANCELLED", known.sequence, known.stamp)
    return _Event(known.uid, lines, "CANCELLED", known.sequence + 1, utc(stamp))


def _file(
    calendar: Calendar, chosen: list[Slot], events: list[_Event], method: Method, words: Words
) -> Iterator[str]:
    roadmap = calendar.roadmap
    title = roadmap.title.get(words.language) or roadmap.title.get("en") or roadmap.id
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN")
    yield f"METHOD:{method}"
    yield f"X-WR-CALNAME:{escaped(plain(title))}"
    zones = {roadmap.place[one.place].zone for one in chosen}
    zones |= {zone for event in events for zone in _zones_in(event.lines)}
    for zone in sorted(zones):
        yield from zone_lines(zone, roadmap.first.replace(day=1), roadmap.last)
    for event in events:
        yield "BEGIN:VEVENT"
        yield from (f"UID:{event.uid}", f"DTSTAMP:{event.stamp}", f"SEQUENCE:{event.sequence}")
        yield from event.lines
        yield f"STATUS:{event.status}"
        yield "END:VEVENT"
    yield "END:VCALENDAR"


def _zones_in(lines: Iterable[str]) -> Iterator[str]:
    for one in lines:
        name, _, rest = one.partition(";TZID=")
        if name in ("DTSTART", "DTEND") and rest:
            yield rest.partition(":")[0].strip('"')
