"""What cannot be meant by a roadmap: unknown names, circles, dates outside of it."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tracktwo.errors import InputError
from tracktwo.roadmap.items import Item, what_is_wrong_with_item
from tracktwo.roadmap.meetings import Meeting, what_is_wrong_with_meeting
from tracktwo.roadmap.order import circle_in

if TYPE_CHECKING:
    from tracktwo.roadmap.roadmap import Roadmap


class Flaw(NamedTuple):
    """What is wrong, and in which table and entry."""

    table: str
    id: str
    message: str


class FlawError(InputError):
    """The `InputError` of a flaw, which a reader of files turns into one with file and line."""

    def __init__(self, flaw: Flaw) -> None:
        self.flaw = flaw
        super().__init__(flaw.message)


def refuse_flaws(roadmap: "Roadmap") -> None:
    """Raise for the first flaw of a roadmap."""
    for flaw in _flaws(roadmap):
        raise FlawError(flaw)


def _flaws(roadmap: "Roadmap") -> Iterator[Flaw]:
    yield from _of_frame(roadmap)
    yield from _of_seats(roadmap)
    yield from _of_meetings(roadmap)
    yield from _of_items(roadmap)
    yield from _of_periods(roadmap)


def _of_frame(roadmap: "Roadmap") -> Iterator[Flaw]:
    if roadmap.last < roadmap.first:
        message = f"the roadmap ends on {roadmap.last} before it begins on {roadmap.first}"
        yield Flaw("roadmap", "", message)
    parties = {one.id for one in roadmap.parties}
    yield from _repeats("roadmap", "place", (one.id for one in roadmap.places))
    for one in roadmap.places:
        if one.party and one.party not in parties:
            yield Flaw("roadmap", one.id, _unknown_party(one.party, parties))
        if flaw := _what_is_wrong_with_zone(one.zone):
            yield Flaw("roadmap", one.id, flaw)
        if one.rooms < 1:
            yield Flaw("roadmap", one.id, f"place {one.id!r} has no room; write 1 or more")


def _of_seats(roadmap: "Roadmap") -> Iterator[Flaw]:
    parties = {one.id for one in roadmap.parties}
    yield from _repeats("people", "office", (one.office for one in roadmap.seats))
    for one in roadmap.seats:
        if one.party not in parties:
            yield Flaw("people", one.office, _unknown_party(one.party, parties))
        if flaw := _what_is_wrong_with_zone(one.zone):
            yield Flaw("people", one.office, flaw)


def _of_meetings(roadmap: "Roadmap") -> Iterator[Flaw]:
    yield from _repeats("meetings", "meeting", (one.id for one in roadmap.meetings))
    for one in roadmap.meetings:
        if wrong := what_is_wrong_with_meeting(one):
            yield Flaw("meetings", one.id, wrong)
        yield from _unknown_names(roadmap, one)
        yield from _outside(roadmap, one)
    yield from _circles(roadmap)


def _unknown_names(roadmap: "Roadmap", one: Meeting) -> Iterator[Flaw]:
    for office in (*one.required, *one.optional):
        if office not in roadmap.seat:
            message = f"office {office!r} is not in people.csv; add it there or correct it"
            yield Flaw("meetings", one.id, message)
    for other in (*one.after, *((one.prepared_by,) if one.prepared_by else ())):
        if other not in roadmap.meeting:
            message = f"meeting {other!r} is not among the meetings; add it or correct it"
            yield Flaw("meetings", one.id, message)
    prepares = roadmap.meeting.get(one.prepared_by)
    if prepares and prepares.stream != "expert":
        message = f"meeting {one.id!r} is prepared by {prepares.id!r}, which is no meeting of experts (Track II)"
        yield Flaw("meetings", one.id, message)
    if one.place and one.place not in roadmap.place:
        known = ", ".join(roadmap.place)
        yield Flaw("meetings", one.id, f"place {one.place!r} is not known; use one of {known}")
    if one.host and one.host not in roadmap.home:
        known = ", ".join(roadmap.home)
        message = f"host {one.host!r} is no side with a place of its own; use one of {known}"
        yield Flaw("meetings", one.id, message)
    if not roadmap.home:
        yield Flaw("roadmap", "", "no side has a place of its own; give a place a party")


def _outside(roadmap: "Roadmap", one: Meeting) -> Iterator[Flaw]:
    if one.day and not roadmap.first <= one.day <= roadmap.last:
        message = f"meeting {one.id!r} is fixed on {one.day}, outside the roadmap ({roadmap.first} to {roadmap.last})"
        yield Flaw("meetings", one.id, message)


def _circles(roadmap: "Roadmap") -> Iterator[Flaw]:
    before = {
        one.id: [other for other in (one.prepared_by, *one.after) if other]
        for one in roadmap.meetings
    }
    for those in roadmap.series.values():
        for earlier, later in pairwise(those):
            before[later].append(earlier)
    if circle := circle_in(before):
        message = f"these meetings wait for each other in a circle: {', '.join(circle)}; loosen one of them"
        yield Flaw("meetings", circle[0], message)


def _of_items(roadmap: "Roadmap") -> Iterator[Flaw]:
    yield from _repeats("items", "item", (one.id for one in roadmap.items))
    for one in roadmap.items:
        if wrong := what_is_wrong_with_item(one):
            yield Flaw("items", one.id, wrong)
        yield from _unknown_in_item(roadmap, one)
    if circle := circle_in({one.id: one.depends for one in roadmap.items}):
        message = (
            f"these items depend on each other in a circle: {', '.join(circle)}; loosen one of them"
        )
        yield Flaw("items", circle[0], message)


def _unknown_in_item(roadmap: "Roadmap", one: Item) -> Iterator[Flaw]:
    parties = {party.id for party in roadmap.parties}
    for party, office in one.lead.items():
        if party not in parties:
            yield Flaw("items", one.id, _unknown_party(party, parties))
        elif office not in roadmap.seat:
            message = f"lead {office!r} is not in people.csv; add it there or correct it"
            yield Flaw("items", one.id, message)
    for meeting in one.meetings:
        if meeting not in roadmap.meeting:
            message = f"meeting {meeting!r} is not in meetings.csv; add it there or correct it"
            yield Flaw("items", one.id, message)
    for other in one.depends:
        if other not in roadmap.item:
            message = f"item {other!r} is not among the items; add it or correct it"
            yield Flaw("items", one.id, message)


def _of_periods(roadmap: "Roadmap") -> Iterator[Flaw]:
    parties = {one.id for one in roadmap.parties}
    yield from _repeats("roadmap", "blackout", (one.id for one in roadmap.blackouts))
    for one in roadmap.blackouts:
        if wrong := _backwards(one.first, one.last):
            yield Flaw("roadmap", one.id, wrong)
        for party in one.parties:
            if party not in parties:
                yield Flaw("roadmap", one.id, _unknown_party(party, parties))
    for away in roadmap.absences:
        if away.office not in roadmap.seat:
            message = f"office {away.office!r} is not in people.csv; add it there or correct it"
            yield Flaw("absences", away.office, message)
        if wrong := _backwards(away.first, away.last):
            yield Flaw("absences", away.office, wrong)


def _repeats(table: str, what: str, ids: Iterable[str]) -> Iterator[Flaw]:
    seen: set[str] = set()
    for one in ids:
        if not one.strip():
            yield Flaw(table, one, f"a {what} has no id")
        if one in seen:
            yield Flaw(table, one, f"{what} {one!r} appears twice; ids must differ")
        seen.add(one)


def _backwards(first: date, last: date) -> str:
    return f"the period from {first} to {last} runs backwards; correct it" if last < first else ""


def _unknown_party(party: str, parties: set[str]) -> str:
    return f"party {party!r} is not among the parties ({', '.join(sorted(parties))})"


def _what_is_wrong_with_zone(zone: str) -> str:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return (
            f"time zone {zone!r} is not known; write one such as Europe/Brussels or Asia/Shanghai"
        )
    return ""
