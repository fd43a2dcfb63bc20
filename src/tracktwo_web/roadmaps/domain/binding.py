"""What binds the calendar: times without meetings, rooms, conventions; and that the roadmap was reviewed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import count

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext

from tracktwo.roadmap import Blackout, Conventions
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.domain.saving import locked, still_whole, tell
from tracktwo_web.roadmaps.frame import Frame, frame_document, frame_from
from tracktwo_web.roadmaps.models import Plan

LONGEST_SLUG = 40


def add_blackout(plan: Plan, blackout: Blackout) -> None:
    """Add a time without meetings; its id comes from its name."""

    def change(frame: Frame) -> Frame:
        known = {one.id for one in frame.blackouts}
        name = slugify(blackout.name("en"))[:LONGEST_SLUG].strip("-") or "pause"
        ids = (name if n == 1 else f"{name}-{n}" for n in count(1))
        named = replace(blackout, id=next(one for one in ids if one not in known))
        return replace(frame, blackouts=(*frame.blackouts, named))

    _change(plan, change)


def remove_blackout(plan: Plan, blackout: str) -> None:
    """Take a time without meetings back."""

    def change(frame: Frame) -> Frame:
        left = tuple(one for one in frame.blackouts if one.id != blackout)
        if len(left) == len(frame.blackouts):
            raise CannotBe(gettext("Nothing was changed: this time is taken back already."))
        return replace(frame, blackouts=left)

    _change(plan, change)


def set_conventions(plan: Plan, conventions: Conventions, *, rooms: Mapping[str, int]) -> None:
    """Say what holds for every meeting, and how many can be held at a place at once."""

    def change(frame: Frame) -> Frame:
        places = tuple(replace(one, rooms=rooms.get(one.id, one.rooms)) for one in frame.places)
        return replace(frame, conventions=conventions, places=places)

    _change(plan, change)


@transaction.atomic
def note_review(plan: Plan, day: date, *, today: date) -> None:
    """Note on which day the sides looked over the roadmap; the next review is counted from it."""
    plan = locked(plan)
    if day > today:
        raise CannotBe(gettext("A review that is still to come cannot be noted."))
    if day < (plan.reviewed or plan.first):
        raise CannotBe(gettext("The roadmap was reviewed after that day, or begins after it."))
    plan.reviewed = day
    plan.save(update_fields=["reviewed"])
    still_whole(plan)
    tell(plan)


@transaction.atomic
def _change(plan: Plan, change: Callable[[Frame], Frame]) -> None:
    plan = locked(plan)
    plan.frame = frame_document(change(frame_from(plan.frame)))
    plan.save(update_fields=["frame"])
    still_whole(plan)
    tell(plan, draws=True)
