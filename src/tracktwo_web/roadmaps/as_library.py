"""Rows of a roadmap as the library's values: the only place where tables become a `Roadmap`."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from tracktwo import roadmap as library
from tracktwo.dialogue import Party
from tracktwo.roadmap import ItemState, Length, Roadmap, Stream
from tracktwo.roadmap.chronology import Chronology, Milestone, When
from tracktwo_web.roadmaps.frame import frame_from
from tracktwo_web.roadmaps.models import Event, Item, Meeting, Plan

if TYPE_CHECKING:
    from tracktwo.roadmap.meetings import Format


def roadmap_of(plan: Plan, *, with_cancelled: bool = False) -> Roadmap:
    """A roadmap as it stands; `InputError` where what was changed cannot be meant."""
    frame = frame_from(plan.frame)
    meetings = plan.meetings.order_by("position", "code")
    if not with_cancelled:
        meetings = meetings.filter(is_cancelled=False)
    return Roadmap(
        plan.code,
        plan.first,
        plan.last,
        parties=parties_of(plan),
        places=frame.places,
        seats=frame.offices,
        meetings=tuple(meeting_of(one) for one in meetings),
        items=tuple(item_of(one) for one in plan.items.order_by("position", "code")),
        blackouts=frame.blackouts,
        absences=absences_of(plan),
        conventions=frame.conventions,
        title=plan.title,
        note=plan.note,
        countries=frame.countries,
        edition=plan.sent,
        reviewed=plan.reviewed,
    )


def parties_of(plan: Plan) -> tuple[Party, ...]:
    sides = sorted(plan.dialogue.sides.all(), key=lambda one: one.position)
    return tuple(Party(one.code, one.names) for one in sides)


def absences_of(plan: Plan) -> tuple[library.Absence, ...]:
    found = plan.absences.order_by("office", "first", "last")
    return tuple(library.Absence(one.office, one.first, one.last) for one in found)


def item_of(one: Item) -> library.Item:
    """An item as the library knows it."""
    return library.Item(
        one.code,
        one.deliverable,
        one.done_when,
        theme=one.theme,
        area=one.area,
        stream=cast("Stream", one.stream),
        lead=one.lead,
        meetings=tuple(one.meetings),
        start=one.start,
        due=one.due,
        depends=tuple(one.depends),
        measures=tuple(one.measures),
        reciprocity=one.reciprocity,
        state=ItemState(one.state),
        new_due=one.new_due,
        reason=one.reason,
        evidence=one.evidence,
    )


def meeting_of(one: Meeting) -> library.Meeting:
    """A meeting as the library knows it: once its day is agreed, so is who hosts it."""
    return library.Meeting(
        one.code,
        one.names,
        stream=cast("Stream", one.stream),
        level=one.level,
        format=cast("Format", one.format),
        host=(one.drafted_host or one.host) if one.day else one.host,
        series=one.series,
        language=one.language,
        length=Length.parse(one.length),
        place=one.place,
        earliest=one.earliest,
        latest=one.latest,
        day=one.day,
        agenda=one.agenda,
        papers_due=one.papers_due,
        prepared_by=one.prepared_by,
        gap=one.gap,
        after=tuple(one.after),
        required=tuple(one.required),
        optional=tuple(one.optional),
        outcome=one.outcome,
    )


def without_mailboxes(roadmap: Roadmap) -> Roadmap:
    """A roadmap that names offices and no address of any."""
    return replace(roadmap, seats=tuple(replace(one, address="") for one in roadmap.seats))


def chronology_of(plan: Plan, events: Iterable[Event] | None = None) -> Chronology:
    """What happened, by its accounts; of some events, or of all."""
    told = plan.events.all() if events is None else events
    sides = {one.code for one in plan.dialogue.sides.all()}
    return Chronology(
        tuple(milestone_of(one, sides) for one in told), parties_of(plan), plan.title, plan.note
    )


def milestone_of(one: Event, sides: set[str]) -> Milestone:
    return Milestone(
        one.code,
        When.parse(one.when),
        one.texts,
        tuple(one.parties),
        one.level,
        tuple(one.areas),
        tuple(one.sources),
        one.account,
        "both" if is_common(one, sides) else "one",
        one.event,
    )


def is_common(one: Event, sides: set[str]) -> bool:
    """Whether every side agrees to an account."""
    return sides <= set(one.agreed)
