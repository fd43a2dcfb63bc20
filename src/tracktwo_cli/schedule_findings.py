"""A calendar on the terminal: whether it is the best, who can be there, every meeting, and what was asked besides."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from tracktwo.dialogue import in_language
from tracktwo.locale import Words, translator
from tracktwo.locale.plain import plain
from tracktwo.roadmap import Calendar, follow_up, why_sentences
from tracktwo_cli.schedule_moves import told_move, told_repair
from tracktwo_cli.schedule_progress import told_progress
from tracktwo_cli.schedule_table import meeting_table
from tracktwo_cli.topics import Topic, print_topic

if TYPE_CHECKING:
    from tracktwo_cli.schedule import Found


def tell(found: "Found", language: str, *, on: date | None = None) -> None:
    """Print a calendar at the width of the terminal, or why there is none."""
    console = Console(highlight=False, soft_wrap=False)
    words = translator(language)
    roadmap = found.calendar.roadmap
    for texts, style in ((roadmap.title, "bold"), (roadmap.note, "italic")):
        if text := in_language(texts, language):
            console.print(Text(plain(text), style=style))
    for sentence in introduction(found, words):
        console.print(Text(sentence))
    for topic in topics(found, words, on):
        print_topic(console, topic)
    if found.calendar:
        console.print()
        console.print(meeting_table(found.calendar, found.meetings, words, width=console.width))
    console.print()
    everything = words.gettext("All of it, as a document for programs")
    console.print(Text(f"{everything}  --json", style="dim"))


def introduction(found: "Found", words: Words) -> Iterator[str]:
    """How many meetings there are, whether there is anything better, and who can be there."""
    calendar = found.calendar
    if not calendar:
        if calendar.status == "unknown":
            yield words.gettext("No calendar was found within the effort allowed; one may exist.")
        else:
            yield words.gettext("No calendar keeps every rule: this is proven.")
        return
    shown = len(calendar.slots) if found.meetings is None else len(found.meetings)
    total = words.ngettext("{n} meeting.", "{n} meetings.", len(calendar.slots))
    if shown < len(calendar.slots):
        total = words.gettext(
            "Shown: {n} of {total} meetings.", n=words.number(shown), total=words.number(len(calendar.slots))
        )  # fmt: skip
    yield words.sentences((total, _how_good(found, words)))
    if told := _attendance(calendar, words):
        yield told
    for country, years in calendar.provisional.items():
        yield words.gettext(
            "Not all days of rest are known yet, and the calendar may change: {country}, {years}.",
            country=plain(calendar.roadmap.country_name(country, words.language)),
            years=words.names(str(year) for year in years),
        )


def _how_good(found: "Found", words: Words) -> str:
    proven = found.calendar.status == "optimal"
    if found.repaired and proven:
        return words.gettext(
            "The calendar keeps every rule, and moves as little as can be of the earlier one: this is proven."
        )
    if proven:
        return words.gettext(
            "The calendar keeps every rule and none is better, which is proven: the side that can send fewest "
            "of those who need not be there counts first, then all of them, then early days."
        )
    return words.gettext(
        "The calendar keeps every rule; a better one may exist. More effort may find it: --effort."
    )


def _attendance(calendar: Calendar, words: Words) -> str:
    """Of each side, the days on which those who need not be there can be."""
    told = [
        words.gettext(
            "{side} {days} of {of}",
            side=plain(calendar.roadmap.party_name(side, words.language)),
            days=words.number(one.days),
            of=words.number(one.of),
        )
        for side, one in calendar.attendance.items()
        if one.of
    ]
    if not told:
        return ""
    return words.gettext("Those who need not be there can be on these days: {sides}.", sides=words.phrases(told))  # fmt: skip


def topics(found: "Found", words: Words, on: date | None) -> Iterator[Topic]:
    """Why there is none, what moved, what a move would break, and where things stand."""
    calendar = found.calendar
    if calendar.why:
        sentences = why_sentences(calendar.roadmap, calendar.why, words)
        yield Topic(words.gettext("Why there is no calendar"), tuple(sentences))
    if found.repaired and calendar:
        yield told_repair(found.repaired, words)
    if found.tried:
        yield told_move(calendar, found.tried, words)
    if on:
        yield from told_progress(calendar.roadmap, follow_up(calendar.roadmap, on=on), words)
