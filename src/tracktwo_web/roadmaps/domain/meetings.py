"""Meetings: added and changed by the secretariat, moved, agreed by the heads, held."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import count
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext

from tracktwo_web.dialogues.models import Side
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.domain.saving import locked, still_whole, tell
from tracktwo_web.roadmaps.models import Meeting, Plan

LONGEST_SLUG = 40


@transaction.atomic
def add_meeting(plan: Plan, entered: Mapping[str, Any]) -> Meeting:
    """Add a meeting without a day. `entered` are fields of its row."""
    plan = locked(plan)
    names = entered["names"]
    name = slugify(names.get("en") or "")[:LONGEST_SLUG].strip("-") or "meeting"
    known = set(plan.meetings.values_list("code", flat=True))
    code = next(one for one in _numbered(name) if one not in known)
    one = Meeting.objects.create(
        plan=plan, code=code, position=plan.meetings.count(), **dict(entered)
    )
    still_whole(plan)
    tell(plan, draws=True)
    return one


@transaction.atomic
def change_meeting(meeting: Meeting, entered: Mapping[str, Any]) -> Meeting:
    """Change what a meeting is about; its day stays, and calendars elsewhere follow."""
    plan, one = _alone_with(meeting)
    for name, value in entered.items():
        setattr(one, name, value)
    one.sequence += 1
    one.save()
    still_whole(plan)
    tell(plan, draws=True)
    return one


@transaction.atomic
def place_meeting(meeting: Meeting, day: date, host: str) -> None:
    """Draft a day and a host; whoever agreed to another day is asked again."""
    plan, one = _alone_with(meeting)
    place_on(one, day, host)
    still_whole(plan)
    tell(plan, draws=True)


@transaction.atomic
def take_calendar(plan: Plan, days: Iterable[tuple[str, date, str]]) -> int:
    """Draft the days of a whole calendar (meeting, day, host); how many meetings are elsewhere now."""
    plan = locked(plan)
    rows = {one.code: one for one in plan.meetings.filter(is_cancelled=False)}
    moved = 0
    for code, day, host in days:
        one = rows[code]
        if one.day is None and (one.drafted, one.drafted_host) != (day, host):
            place_on(one, day, host)
            moved += 1
    still_whole(plan)
    tell(plan, draws=True)
    return moved


def place_on(one: Meeting, day: date, host: str) -> None:
    """Draft a day and a host for a meeting that was not held."""
    if any(one.outcome.values()):
        raise CannotBe(gettext("This meeting was held: it stays where it was."))
    one.drafted, one.drafted_host, one.day, one.agreed = day, host, None, []
    one.sequence += 1
    one.save(update_fields=["drafted", "drafted_host", "day", "agreed", "sequence"])


@transaction.atomic
def agree_to_day(meeting: Meeting, side: Side, *, day: date) -> bool:
    """Say for a side that it agrees to the drafted day; whether it is agreed by all with that."""
    plan, one = _alone_with(meeting)
    if one.drafted != day or one.day:
        raise CannotBe(gettext("Nothing was changed: the day is another one by now."))
    one.agreed = [*one.agreed, side.code] if side.code not in one.agreed else one.agreed
    everybody = set(plan.dialogue.sides.values_list("code", flat=True))
    if everybody <= set(one.agreed):
        one.day = one.drafted
        one.sequence += 1
    one.save(update_fields=["agreed", "day", "sequence"])
    still_whole(plan)
    tell(plan, draws=True)
    return one.day is not None


@transaction.atomic
def note_outcome(meeting: Meeting, outcome: Mapping[str, str]) -> None:
    """Write down what came of a meeting: with that it was held, on the day that was agreed."""
    plan, one = _alone_with(meeting)
    if one.day is None:
        raise CannotBe(gettext("The sides have not agreed to a day yet."))
    one.outcome = dict(outcome)
    one.sequence += 1
    one.save(update_fields=["outcome", "sequence"])
    still_whole(plan)
    tell(plan, draws=True)


@transaction.atomic
def cancel_meeting(meeting: Meeting) -> None:
    """Take a meeting out of the calendar; calendars elsewhere are told so."""
    plan, one = _alone_with(meeting)
    if any(one.outcome.values()):
        raise CannotBe(gettext("This meeting was held: it stays where it was."))
    one.is_cancelled = True
    one.sequence += 1
    one.save(update_fields=["is_cancelled", "sequence"])
    still_whole(plan)
    tell(plan, draws=True)


def _alone_with(meeting: Meeting) -> tuple[Plan, Meeting]:
    plan = locked(meeting.plan)
    one = Meeting.objects.get(pk=meeting.pk)
    one.plan = plan
    return plan, one


def _numbered(name: str) -> Iterable[str]:
    yield name
    yield from (f"{name}-{n}" for n in count(2))
