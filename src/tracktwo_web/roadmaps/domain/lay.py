"""A roadmap laid on the table: anew, or with all that was planned elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext

from tracktwo import roadmap as library
from tracktwo.errors import InputError
from tracktwo.roadmap import Conventions, Place, Roadmap
from tracktwo.roadmap.chronology import Chronology, Milestone
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.domain.limits import refuse_what_does_not_fit
from tracktwo_web.roadmaps.domain.saving import still_whole, tell_dialogue
from tracktwo_web.roadmaps.frame import Frame, frame_document
from tracktwo_web.roadmaps.models import Absence, Event, Item, Meeting, Plan
from tracktwo_web.roadmaps.tasks import draw_timeline

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Home:
    """Where a side is at home: the city as it is called, its country by code, its time zone."""

    side: str
    names: Texts
    country: str
    zone: str


@transaction.atomic
def begin_roadmap(
    dialogue: Dialogue, *, title: Texts, first: date, last: date, homes: Iterable[Home]
) -> Plan:
    """Begin with no item and no meeting; each side has one place, its home."""
    _refuse_second(dialogue)
    places = tuple(
        Place(f"home-{one.side}", one.country, one.zone, one.side, names=one.names) for one in homes
    )
    plan = Plan.objects.create(
        dialogue=dialogue,
        code=f"roadmap-{dialogue.id.hex[:12]}",
        title=dict(title),
        first=first,
        last=last,
        frame=frame_document(Frame(places, conventions=Conventions())),
    )
    still_whole(plan)
    tell_dialogue(dialogue)
    return plan


@transaction.atomic
def lay_roadmap(dialogue: Dialogue, roadmap: Roadmap, chronology: Chronology | None = None) -> Plan:
    """Begin where others have come to. `InputError` where it does not fit this dialogue."""
    _refuse_second(dialogue)
    _require_sides(dialogue, roadmap)
    milestones = chronology.milestones if chronology else ()
    refuse_what_does_not_fit(roadmap, milestones)
    plan = Plan.objects.create(
        dialogue=dialogue,
        code=roadmap.id,
        title=dict(roadmap.title),
        note=dict(roadmap.note),
        first=roadmap.first,
        last=roadmap.last,
        sent=roadmap.edition,
        reviewed=roadmap.reviewed,
        frame=frame_document(Frame.of(roadmap)),
    )
    everybody = [one.code for one in dialogue.sides.order_by("position")]
    Item.objects.bulk_create(_item(plan, n, one) for n, one in enumerate(roadmap.items))
    Meeting.objects.bulk_create(
        _meeting(plan, n, one, everybody) for n, one in enumerate(roadmap.meetings)
    )
    Absence.objects.bulk_create(
        Absence(plan=plan, office=one.office, first=one.first, last=one.last)
        for one in roadmap.absences
    )
    Event.objects.bulk_create(_event(plan, one, everybody) for one in milestones)
    still_whole(plan)
    draw_timeline.enqueue(str(plan.id))
    tell_dialogue(dialogue)
    return plan


def _refuse_second(dialogue: Dialogue) -> None:
    if Plan.objects.filter(dialogue=dialogue).exists():
        raise CannotBe(gettext("This dialogue has a roadmap already: change that one."))


def _require_sides(dialogue: Dialogue, roadmap: Roadmap) -> None:
    codes = set(dialogue.sides.values_list("code", flat=True))
    told = {one.id for one in roadmap.parties} | {one.party for one in roadmap.seats}
    strange = sorted(told - codes)
    if strange:
        message = (
            f"the roadmap has a side {strange[0]!r}, which this dialogue has not; "
            f"it has {', '.join(sorted(codes))}: give the sides the same codes"
        )
        raise InputError(message)


def _item(plan: Plan, position: int, one: library.Item) -> Item:
    return Item(
        plan=plan,
        code=one.id,
        position=position,
        state=one.state.value,
        deliverable=dict(one.deliverable),
        done_when=dict(one.done_when),
        reciprocity=dict(one.reciprocity),
        theme=one.theme,
        area=one.area,
        stream=one.stream,
        lead=dict(one.lead),
        meetings=list(one.meetings),
        depends=list(one.depends),
        measures=list(one.measures),
        start=one.start,
        due=one.due,
        new_due=one.new_due,
        reason=dict(one.reason),
        evidence=one.evidence,
    )


def _meeting(plan: Plan, position: int, one: library.Meeting, everybody: list[str]) -> Meeting:
    """A day that a roadmap promises has been agreed by all sides."""
    return Meeting(
        plan=plan,
        code=one.id,
        position=position,
        names=dict(one.names),
        stream=one.stream,
        level=one.level,
        format=one.format,
        host=one.host,
        series=one.series,
        language=one.language,
        length=str(one.length),
        place=one.place,
        earliest=one.earliest,
        latest=one.latest,
        day=one.day,
        agenda=dict(one.agenda),
        papers_due=one.papers_due,
        prepared_by=one.prepared_by,
        gap=one.gap,
        after=list(one.after),
        required=list(one.required),
        optional=list(one.optional),
        outcome=dict(one.outcome),
        drafted=one.day,
        drafted_host=one.host if one.day else "",
        agreed=everybody if one.day else [],
    )


def _event(plan: Plan, one: Milestone, everybody: list[str]) -> Event:
    return Event(
        plan=plan,
        code=one.id,
        when=one.when.text,
        texts=dict(one.texts),
        parties=list(one.parties),
        level=one.level,
        areas=list(one.areas),
        sources=list(one.sources),
        account=one.account,
        event=one.event,
        agreed=everybody if one.agreed == "both" else [one.account],
    )
