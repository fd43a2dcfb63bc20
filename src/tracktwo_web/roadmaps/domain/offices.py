"""Offices that meet, and the days on which they cannot sit."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.roadmap import Seat
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.domain.saving import locked, still_whole, tell
from tracktwo_web.roadmaps.frame import frame_document, frame_from
from tracktwo_web.roadmaps.models import Absence, Plan


@transaction.atomic
def add_office(plan: Plan, office: Seat) -> None:
    """Add an office; never a person."""
    plan = locked(plan)
    frame = frame_from(plan.frame)
    if any(one.office == office.office for one in frame.offices):
        raise CannotBe(gettext("Another office has this short name."))
    plan.frame = frame_document(replace(frame, offices=(*frame.offices, office)))
    plan.save(update_fields=["frame"])
    still_whole(plan)
    tell(plan)


@transaction.atomic
def add_absence(plan: Plan, office: str, first: date, last: date) -> None:
    """Say on which days an office cannot sit; why is nobody's business."""
    plan = locked(plan)
    if last < first:
        raise CannotBe(gettext("The last day is before the first."))
    Absence.objects.create(plan=plan, office=office, first=first, last=last)
    still_whole(plan)
    tell(plan)


@transaction.atomic
def add_absences(plan: Plan, office: str, spans: Iterable[tuple[date, date]]) -> int:
    """Note several stretches at once, those apart that are noted already; how many are new."""
    plan = locked(plan)
    known = set(plan.absences.filter(office=office).values_list("first", "last"))
    fresh = [one for one in dict.fromkeys(spans) if one not in known]
    Absence.objects.bulk_create(
        Absence(plan=plan, office=office, first=first, last=last) for first, last in fresh
    )
    still_whole(plan)
    tell(plan)
    return len(fresh)


@transaction.atomic
def remove_absence(absence: Absence) -> None:
    plan = locked(absence.plan)
    absence.delete()
    tell(plan)
