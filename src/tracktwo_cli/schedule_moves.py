"""Moves in words: what a repair moved, and what a move would break."""

from collections.abc import Iterator

from tracktwo.locale import Words
from tracktwo.roadmap import Calendar, Repaired, Tried
from tracktwo.roadmap.calendar.moves_told import (
    ITEM,
    meeting_name,
    move_sentences,
    shift_sentence,
    side_name,
)
from tracktwo.roadmap.dates import dated
from tracktwo_cli.topics import Topic


def told_repair(repaired: Repaired, words: Words) -> Topic:
    """What is elsewhere than in the earlier calendar, what is new in it, and what is gone."""
    return Topic(
        words.gettext("Since the earlier calendar"), tuple(_repair_sentences(repaired, words))
    )


def _repair_sentences(repaired: Repaired, words: Words) -> Iterator[str]:
    roadmap = repaired.calendar.roadmap
    for one in repaired.shifts:
        yield f"{ITEM}{shift_sentence(roadmap, one, words)}"
    for meeting in repaired.added:
        day, name = (
            dated(repaired.calendar.at[meeting].day, words),
            meeting_name(roadmap, meeting, words),
        )
        yield ITEM + words.gettext("{meeting}: new, {day}", meeting=name, day=day)
    for meeting in repaired.gone:
        yield ITEM + words.gettext("{meeting}: no longer in the roadmap", meeting=meeting)
    if not (repaired.shifts or repaired.added or repaired.gone):
        yield words.gettext("Nothing had to move.")


def told_move(calendar: Calendar, tried: Tried, words: Words) -> Topic:
    """What a move would break, and what would have to move too."""
    roadmap, slot = calendar.roadmap, tried.slot
    title = words.gettext(
        "If it were moved: {meeting}, {day}, host {side}",
        meeting=meeting_name(roadmap, slot.meeting, words),
        day=dated(slot.day, words),
        side=side_name(roadmap, slot.host, words),
    )
    return Topic(title, tuple(move_sentences(roadmap, tried, words)))
