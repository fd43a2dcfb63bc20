"""What an event says of its meeting, in words: for the summary, the place, and the text below."""

from collections.abc import Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

from tracktwo.dialogue import in_language
from tracktwo.locale import Words
from tracktwo.locale.plain import plain
from tracktwo.roadmap import Calendar, Meeting, Slot
from tracktwo.roadmap.calendar.words import stream_names
from tracktwo.roadmap.dates import clock, day_in_words


def description(calendar: Calendar, slot: Slot, words: Words) -> str:
    """Agenda, papers, who must be there, and what time that is for them; offices and no names."""
    return "\n".join(_lines(calendar, slot, calendar.roadmap.meeting[slot.meeting], words))


def location(calendar: Calendar, slot: Slot, words: Words) -> str:
    """The place, or that it is a meeting by video."""
    place = plain(calendar.roadmap.place[slot.place].name(words.language))
    if calendar.roadmap.meeting[slot.meeting].is_virtual:
        return words.gettext("By video, called by {side}", side=_side(calendar, slot.host, words))
    return place


def categories(meeting: Meeting, words: Words) -> str:
    """The stream of a meeting."""
    return stream_names(words)[meeting.stream]


def _lines(calendar: Calendar, slot: Slot, meeting: Meeting, words: Words) -> Iterator[str]:
    roadmap = calendar.roadmap
    if note := in_language(roadmap.note, words.language):
        yield plain(note)
    if agenda := in_language(meeting.agenda, words.language):
        yield words.gettext("Agenda: {agenda}", agenda=plain(agenda))
    yield words.gettext("Host: {side}", side=_side(calendar, slot.host, words))
    if meeting.papers_due:
        day = day_in_words(slot.day - timedelta(days=meeting.papers_due), words)
        yield words.gettext("Papers due: {day}", day=day)
    if meeting.prepared_by:
        name = plain(roadmap.meeting[meeting.prepared_by].name(words.language))
        yield words.gettext("Prepared by: {meeting}", meeting=name)
    yield words.gettext("Required: {offices}", offices=_offices(calendar, meeting.required, words))
    if meeting.optional:
        yield words.gettext(
            "Invited: {offices}", offices=_offices(calendar, meeting.optional, words)
        )
    if meeting.is_virtual:
        yield from _local_times(calendar, slot, meeting)


def _local_times(calendar: Calendar, slot: Slot, meeting: Meeting) -> Iterator[str]:
    seats = [calendar.roadmap.seat[one] for one in (*meeting.required, *meeting.optional)]
    for zone in sorted({one.zone for one in seats}):
        start, end = (one.astimezone(ZoneInfo(zone)) for one in (slot.start, slot.end))
        yield f"{zone}: {clock(start)}–{clock(end)}"


def _offices(calendar: Calendar, offices: tuple[str, ...], words: Words) -> str:
    seats = (calendar.roadmap.seat[one] for one in offices)
    return words.phrases(plain(one.name(words.language)) for one in seats)


def _side(calendar: Calendar, party: str, words: Words) -> str:
    return plain(calendar.roadmap.party_name(party, words.language))
