"""iCalendar: calendars for everybody's own program, and what such programs say of offices."""

from tracktwo.exchange.roadmap.ics.absences import absences_of, moved_meetings, uids_of
from tracktwo.exchange.roadmap.ics.own import OwnEvent, read_own_events
from tracktwo.exchange.roadmap.ics.read import Event, read_events
from tracktwo.exchange.roadmap.ics.write import calendar_text, offices_meetings

__all__ = [
    "Event",
    "OwnEvent",
    "absences_of",
    "calendar_text",
    "moved_meetings",
    "offices_meetings",
    "read_events",
    "read_own_events",
    "uids_of",
]
