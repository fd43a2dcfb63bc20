"""The roadmap: what is to be delivered, and when whoever must be there meets."""

from collections.abc import Iterator

from tracktwo.dialogue import in_language
from tracktwo.figures.figure import Table
from tracktwo.figures.roadmap import roadmap_picture
from tracktwo.locale import Words
from tracktwo.locale.plain import plain
from tracktwo.reports.joint.material import Plan
from tracktwo.reports.tree import Block, Note, Paragraph, TableBlock, figure_blocks
from tracktwo.roadmap import Item, Meeting, Roadmap, item_state_names
from tracktwo.roadmap.calendar.words import stream_names
from tracktwo.roadmap.dates import dated, day_in_words


def plan(found: Plan, words: Words) -> tuple[Block, ...]:
    """The items by date, then the meetings in the order of the calendar. Offices are named, never persons."""
    roadmap = found.roadmap
    note = plain(in_language(roadmap.note, words.language))
    said = words.gettext(
        "The roadmap runs from {first} to {last}.",
        first=day_in_words(roadmap.first, words),
        last=day_in_words(roadmap.last, words),
    )
    return (
        *((Note(note),) if note else ()),
        Paragraph(said),
        *_items(roadmap, words),
        *_meetings(found, words),
    )


def _items(roadmap: Roadmap, words: Words) -> Iterator[Block]:
    if not roadmap.items:
        return
    columns = (
        words.gettext("What is to be delivered"),
        words.gettext("Done when"),
        words.gettext("Stream"),
        words.gettext("Due"),
        words.gettext("State"),
    )
    ordered = sorted(roadmap.items, key=lambda one: (one.promised or roadmap.last, one.id))
    rows = tuple(_item(one, words) for one in ordered)
    title = words.gettext("What is to be delivered, by date")
    yield TableBlock("roadmap-items", title, Table(columns, rows))


def _item(one: Item, words: Words) -> tuple[str, ...]:
    language = words.language
    return (
        plain(one.text(language)),
        plain(in_language(one.done_when, language)) or "–",
        stream_names(words)[one.stream],
        day_in_words(one.promised, words) if one.promised else "–",
        item_state_names(words)[one.state.value],
    )


def _meetings(found: Plan, words: Words) -> Iterator[Block]:
    calendar = found.calendar
    if not calendar:
        yield from _unplaced(found.roadmap, words)
        return
    for block in figure_blocks(
        "calendar", lambda width: roadmap_picture(calendar, words, width=width), is_tabled=True
    ):
        title = words.gettext("The calendar of meetings")
        yield block
        yield TableBlock("roadmap-meetings", title, block.table)


def _unplaced(roadmap: Roadmap, words: Words) -> Iterator[Block]:
    """The meetings without a calendar that fits everybody: days where they are held or fixed."""
    if not roadmap.meetings:
        return
    columns = (
        words.gettext("Day"),
        words.gettext("Meeting"),
        words.gettext("Stream"),
        words.gettext("Host"),
        words.gettext("Place"),
    )
    rows = tuple(_meeting(one, roadmap, words) for one in roadmap.meetings)
    title = words.gettext("Meetings, not all placed in the calendar yet")
    yield TableBlock("roadmap-meetings", title, Table(columns, rows))


def _meeting(one: Meeting, roadmap: Roadmap, words: Words) -> tuple[str, ...]:
    return (
        dated(one.day, words) if one.day else "–",
        plain(one.name(words.language)),
        stream_names(words)[one.stream],
        plain(roadmap.party_name(one.host, words.language)) if one.host else "–",
        _place(one, roadmap, words),
    )


def _place(one: Meeting, roadmap: Roadmap, words: Words) -> str:
    if one.is_virtual:
        return words.gettext("by video")
    there = roadmap.place.get(one.place)
    return plain(there.name(words.language)) if there else "–"
