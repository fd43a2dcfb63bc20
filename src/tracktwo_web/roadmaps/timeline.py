"""The timeline in words: month by month the meetings, numbered as in the picture, and what is due."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.urls import reverse

from tracktwo.roadmap.dates import month_in_words
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.roadmaps.board import Card
from tracktwo_web.roadmaps.calendar import Entry
from tracktwo_web.roadmaps.models import JSON, Picture, Plan
from tracktwo_web.roadmaps.telling import on_day, reader_words, stream_name


@dataclass(frozen=True)
class Line:
    """Something on a day: a meeting with its number, or, without one, an item that is due."""

    day: date
    days: str
    number: int | None
    texts: JSON
    url: str
    stream: str
    about: str
    """How far the day of the meeting, or the item, has come."""
    host: str = ""
    place: str = ""
    is_virtual: bool = False


@dataclass(frozen=True)
class MonthLines:
    """A month with what is in it."""

    name: str
    lines: tuple[Line, ...]


def months_with(plan: Plan, entries: Iterable[Entry], cards: Iterable[Card]) -> list[MonthLines]:
    """What happens in each month, in the order of time; items that were dropped are left out."""
    found = [*(_of_meeting(plan, one) for one in entries), *_of_items(plan, cards)]
    found.sort(key=lambda one: (one.day, one.number is None, one.number))
    return [
        MonthLines(month_in_words(first, reader_words()), tuple(those))
        for first, those in groupby(found, key=lambda one: one.day.replace(day=1))
    ]


def picture_of(plan: Plan) -> Picture | None:
    """The picture in the reader's language; None while it is being drawn."""
    return plan.pictures.filter(language=reader_language(), edition__gte=plan.pictured).first()


def _of_meeting(plan: Plan, one: Entry) -> Line:
    return Line(
        one.slot.day,
        one.days,
        one.number,
        one.meeting.names,
        reverse("roadmap_meeting", args=[plan.dialogue_id, one.meeting.id]),
        stream_name(one.meeting.stream),
        one.state,
        one.host,
        one.place,
        one.is_virtual,
    )


def _of_items(plan: Plan, cards: Iterable[Card]) -> Iterator[Line]:
    for card in cards:
        if card.promised and card.item.state != "dropped":
            url = reverse("roadmap_item", args=[plan.dialogue_id, card.item.id])
            yield Line(
                card.promised,
                on_day(card.promised),
                None,
                card.item.deliverable,
                url,
                card.stream,
                card.state,
            )
