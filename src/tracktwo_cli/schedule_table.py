"""The table of meetings on the terminal: the day and the name always, the rest as far as there is room."""

from collections.abc import Collection, Sequence
from zoneinfo import ZoneInfo

from rich import box
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from tracktwo.locale import Words
from tracktwo.locale.plain import plain
from tracktwo.roadmap import Calendar, Slot
from tracktwo.roadmap.calendar.words import stream_names
from tracktwo.roadmap.dates import clock, dated, span_in_words

GAP = 2
NARROWEST, WIDEST, CELL = 16, 48, 24
"""Characters of the column of names, at least and at most, and of any other at most."""


def meeting_table(
    calendar: Calendar, meetings: Collection[str] | None, words: Words, *, width: int
) -> Table:
    """Every meeting in the order of time, or some of them."""
    slots = [one for one in calendar.slots if meetings is None or one.meeting in meetings]
    columns = {
        words.gettext("Day"): [_days(one, words) for one in slots],
        words.gettext("Place"): [_place(calendar, one, words) for one in slots],
        words.gettext("Host"): [_host(calendar, one, words) for one in slots],
        words.gettext("State"): [_state(calendar, one, words) for one in slots],
        words.gettext("Stream"): [_stream(calendar, one, words) for one in slots],
    }
    widths = [min(max(map(cell_len, (name, *cells))), CELL) for name, cells in columns.items()]
    shown = _most_that_fit(widths, width)
    room = min(width - sum(one + GAP for one in widths[:shown]) - GAP, WIDEST)
    names = [plain(calendar.roadmap.meeting[one.meeting].name(words.language)) for one in slots]
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, GAP - 1, 0, 0))
    headings = list(columns)[:shown]
    for n, (heading, space) in enumerate(zip(headings, widths[:shown], strict=True)):
        table.add_column(Text(heading), width=space, overflow="fold")
        if n == 0:
            table.add_column(Text(words.gettext("Meeting")), width=room, overflow="fold")
    for n, name in enumerate(names):
        first, *rest = (Text(columns[heading][n]) for heading in headings)
        table.add_row(first, Text(name), *rest)
    return table


def _most_that_fit(widths: Sequence[int], width: int) -> int:
    """How many columns leave room for the names: one at least."""
    for shown in range(len(widths), 1, -1):
        if width - sum(one + GAP for one in widths[:shown]) - GAP >= NARROWEST:
            return shown
    return 1


def _days(slot: Slot, words: Words) -> str:
    if slot.day == slot.last:
        return dated(slot.day, words)
    return span_in_words(slot.day, slot.last, words)


def _place(calendar: Calendar, slot: Slot, words: Words) -> str:
    """The place; of a meeting by video, what time it begins where each side is at home."""
    roadmap = calendar.roadmap
    if not roadmap.meeting[slot.meeting].is_virtual:
        return plain(roadmap.place[slot.place].name(words.language))
    times = words.names(
        f"{plain(one.name(words.language))} {clock(slot.start.astimezone(ZoneInfo(one.zone)))}"
        for one in (roadmap.home[side.id] for side in roadmap.parties if side.id in roadmap.home)
    )
    return words.gettext("by video: {times}", times=times)


def _host(calendar: Calendar, slot: Slot, words: Words) -> str:
    return plain(calendar.roadmap.party_name(slot.host, words.language))


def _state(calendar: Calendar, slot: Slot, words: Words) -> str:
    """What may still move and what may not."""
    meeting = calendar.roadmap.meeting[slot.meeting]
    if any(meeting.outcome.values()):
        return words.gettext("took place")
    return words.gettext("fixed") if meeting.day else words.gettext("may move")


def _stream(calendar: Calendar, slot: Slot, words: Words) -> str:
    return stream_names(words)[calendar.roadmap.meeting[slot.meeting].stream]
