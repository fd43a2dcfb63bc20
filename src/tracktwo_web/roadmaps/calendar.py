"""The calendar as it stands: the days that are agreed and those that are drafted, with both sides' clocks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tracktwo.roadmap import Calendar, Roadmap, Slot
from tracktwo.roadmap.calendar.attendance import attendance
from tracktwo.roadmap.dates import month_in_words, span_in_words
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.roadmaps.as_library import meeting_of, roadmap_of
from tracktwo_web.roadmaps.models import Meeting, Plan
from tracktwo_web.roadmaps.queries import meetings_of
from tracktwo_web.roadmaps.telling import on_day, reader_words
from tracktwo_web.roadmaps.working import board_of


def calendar_of(
    plan: Plan, *, tried: Meeting | None = None, with_cancelled: bool = False
) -> Calendar:
    """The calendar of the meetings that have a day, agreed or drafted; `tried` is one as it would be."""
    roadmap = roadmap_of(plan, with_cancelled=with_cancelled)
    those = plan.meetings.order_by("position") if with_cancelled else meetings_of(plan)
    if tried is not None:
        changed = meeting_of(tried)
        meetings = (changed if one.id == changed.id else one for one in roadmap.meetings)
        roadmap = replace(roadmap, meetings=tuple(meetings))
    board = board_of(roadmap)
    rows = (tried if tried is not None and one.pk == tried.pk else one for one in those)
    dated = [(one, one.day or one.drafted) for one in rows]
    slots = sorted(
        (
            board.slot(roadmap.meeting[one.code], day, host_of(one, roadmap))
            for one, day in dated
            if day
        ),
        key=lambda slot: (slot.start, slot.meeting),
    )
    return Calendar(roadmap, "feasible", tuple(slots), attendance(board, slots), board=board)


def host_of(one: Meeting, roadmap: Roadmap) -> str:
    """Who hosts it as the calendar has it: the first side where nothing is said yet."""
    return one.drafted_host or one.host or next(iter(roadmap.home))


@dataclass(frozen=True)
class Entry:
    """A meeting in the calendar: its row, its slot, and how far its day has come."""

    meeting: Meeting
    slot: Slot
    days: str
    place: str
    host: str
    state: str
    papers: str
    number: int = 0
    """Its place in the order of time, as the timeline numbers it."""

    @property
    def is_virtual(self) -> bool:
        return self.meeting.format == "virtual"


@dataclass(frozen=True)
class Month:
    """A month with its meetings."""

    name: str
    entries: tuple[Entry, ...]


def months_of(entries: Iterable[Entry]) -> Iterator[Month]:
    """The months that have meetings, in the order of time."""
    by_month: dict[date, list[Entry]] = {}
    for one in entries:
        by_month.setdefault(one.slot.day.replace(day=1), []).append(one)
    for first, those in by_month.items():
        yield Month(month_in_words(first, reader_words()), tuple(those))


def entries_of(calendar: Calendar, rows: Mapping[str, Meeting]) -> list[Entry]:
    """Every meeting that has a day, in the order of time."""
    found = (entry_of(calendar, slot, rows[slot.meeting]) for slot in calendar.slots)
    return [replace(one, number=number) for number, one in enumerate(found, 1)]


def entry_of(calendar: Calendar, slot: Slot, row: Meeting) -> Entry:
    """A meeting as the calendar has it, in the reader's words."""
    roadmap, language = calendar.roadmap, reader_language()
    days = (
        on_day(slot.day)
        if slot.day == slot.last
        else span_in_words(slot.day, slot.last, reader_words())
    )
    papers = slot.day - timedelta(days=row.papers_due)
    return Entry(
        row,
        slot,
        days,
        roadmap.place[slot.place].name(language),
        roadmap.party_name(slot.host, language),
        day_state(row),
        on_day(papers) if row.papers_due else "",
    )


def day_state(row: Meeting) -> str:
    """How far the day of a meeting has come: held, agreed or drafted; nothing without a day."""
    if any(row.outcome.values()):
        return "held"
    if row.day:
        return "agreed"
    return "draft" if row.drafted else ""
