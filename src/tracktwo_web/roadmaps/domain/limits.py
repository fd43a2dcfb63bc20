"""What a table may say and the rows here cannot hold: names and words that are too long."""

from collections.abc import Iterable, Iterator

from django.db import models

from tracktwo.errors import InputError
from tracktwo.roadmap import Roadmap
from tracktwo.roadmap.chronology import Milestone
from tracktwo_web.roadmaps.models import LONGEST_CODE, Event, Item, Meeting

LONGEST_TEXT = 2000


def refuse_what_does_not_fit(roadmap: Roadmap, milestones: Iterable[Milestone]) -> None:
    """`InputError` for the first thing that is too long."""
    for name, kind, value, most in _measured(roadmap, tuple(milestones)):
        if len(value) > most:
            message = f"{name}: {kind} is longer than {most} characters; shorten it"
            raise InputError(message)


def _measured(
    roadmap: Roadmap, milestones: tuple[Milestone, ...]
) -> Iterator[tuple[str, str, str, int]]:
    yield "the roadmap", "its id", roadmap.id, LONGEST_CODE
    for item in roadmap.items:
        name = f"item {item.id[:40]!r}"
        yield name, "its id", item.id, LONGEST_CODE
        yield name, "theme", item.theme, _most(Item, "theme")
        yield name, "area", item.area, _most(Item, "area")
        yield name, "evidence", item.evidence, _most(Item, "evidence")
        for texts in (item.deliverable, item.done_when, item.reciprocity, item.reason):
            yield from ((name, "a text", one, LONGEST_TEXT) for one in texts.values())
    for meeting in roadmap.meetings:
        name = f"meeting {meeting.id[:40]!r}"
        yield name, "its id", meeting.id, LONGEST_CODE
        yield name, "series", meeting.series, LONGEST_CODE
        yield name, "language", meeting.language, _most(Meeting, "language")
        for texts in (meeting.names, meeting.agenda, meeting.outcome):
            yield from ((name, "a text", one, LONGEST_TEXT) for one in texts.values())
    for one in milestones:
        name = f"milestone {one.id[:40]!r}"
        yield name, "its id", one.id, LONGEST_CODE
        yield name, "event", one.event, LONGEST_CODE
        yield name, "level", one.level, _most(Event, "level")
        yield name, "its date", one.when.text, _most(Event, "when")
        yield from ((name, "a text", text, LONGEST_TEXT) for text in one.texts.values())


def _most(model: type[models.Model], name: str) -> int:
    field = model._meta.get_field(name)  # noqa: SLF001 -- Django's own name for it
    assert isinstance(field, models.CharField | models.TextField)
    return field.max_length or LONGEST_TEXT
