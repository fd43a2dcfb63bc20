"""What the sides have agreed of a roadmap, as a joint act: each signs the same bytes in its own log.

What is signed are the promises: items that were agreed and not dropped, meetings whose day every head
agrees to. That a meeting was held or an item delivered breaks no signature; another date does.
"""

import hashlib
from collections.abc import Callable, Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext

from tracktwo import roadmap as library
from tracktwo.record import Json, canonical
from tracktwo_web.events.publish import publish
from tracktwo_web.records import joint
from tracktwo_web.records.joint import Signatures
from tracktwo_web.records.signing import SigningStep
from tracktwo_web.roadmaps.as_library import item_of, meeting_of
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.domain.saving import locked
from tracktwo_web.roadmaps.models import Item, Meeting, Plan
from tracktwo_web.roadmaps.queries import items_of, meetings_of

KIND = "roadmap.agreed"
FORM = "tracktwo roadmap 1"
"""How the bytes are made; another way of making them has another name."""
NOT_AGREED = ("proposed", "dropped")


def agreed_items(plan: Plan) -> list[Item]:
    """The items that every side agreed to, and that none of them has dropped since."""
    return [one for one in items_of(plan) if one.state not in NOT_AGREED]


def agreed_meetings(plan: Plan) -> list[Meeting]:
    """The meetings to whose day every head agrees, in the order of time."""
    found = meetings_of(plan).filter(day__isnull=False)
    return sorted(found, key=lambda one: (one.day or plan.first, one.code))


def agreed_bytes(plan: Plan) -> bytes:
    """What is signed, in canonical JSON (RFC 8785): its SHA-256 is the number that the sides sign."""
    told: dict[str, Json] = {
        "form": FORM,
        "roadmap": plan.code,
        "title": dict(plan.title),
        "first": plan.first.isoformat(),
        "last": plan.last.isoformat(),
        "items": [_item(item_of(one)) for one in agreed_items(plan)],
        "meetings": [_meeting(meeting_of(one)) for one in agreed_meetings(plan)],
    }
    return canonical(told)


def body_of(plan: Plan) -> dict[str, Json]:
    """What each side signs, the same to the last byte."""
    return {
        "form": FORM,
        "roadmap": plan.code,
        "title": dict(plan.title),
        "items": len(agreed_items(plan)),
        "meetings": len(agreed_meetings(plan)),
        "hash": hashlib.sha256(agreed_bytes(plan)).hexdigest(),
    }


def signatures_on(plan: Plan) -> Signatures:
    """Who has signed what is agreed now, as the sides' own logs prove it."""
    return joint.signatures_of(plan.dialogue, KIND, body_of(plan))


@transaction.atomic
def sign(plan: Plan, side: str, ask: Callable[[Mapping[str, Json]], SigningStep]) -> SigningStep:
    """Let a side sign what is agreed; `ask` enters what was signed in the side's log."""
    # Nothing is agreed, dropped or moved between what is signed and its entry.
    plan = locked(plan)
    refuse_unready(plan, side)
    step = ask(body_of(plan))
    if step.entry:
        publish(plan.dialogue_id, "roadmap")
    return step


def refuse_unready(plan: Plan, side: str) -> None:
    """Raise `CannotBe` where there is nothing to sign, or the side has signed it."""
    if not agreed_items(plan) and not agreed_meetings(plan):
        raise CannotBe(gettext("Nothing is agreed yet: there is nothing to sign."))
    if side in signatures_on(plan).signed:
        raise CannotBe(gettext("Your side has signed the roadmap as it is agreed now."))


def _item(one: library.Item) -> Json:
    return {
        "id": one.id,
        "deliverable": dict(one.deliverable),
        "done_when": dict(one.done_when),
        "reciprocity": dict(one.reciprocity),
        "theme": one.theme,
        "area": one.area,
        "stream": one.stream,
        "lead": dict(one.lead),
        "meetings": list(one.meetings),
        "depends": list(one.depends),
        "measures": list(one.measures),
        "start": _day(one.start),
        "due": _day(one.promised),
    }


def _meeting(one: library.Meeting) -> Json:
    return {
        "id": one.id,
        "names": dict(one.names),
        "stream": one.stream,
        "level": one.level,
        "format": one.format,
        "host": one.host,
        "place": one.place,
        "day": _day(one.day),
        "length": str(one.length),
        "language": one.language,
        "agenda": dict(one.agenda),
        "papers_due": one.papers_due,
        "prepared_by": one.prepared_by,
        "required": list(one.required),
        "optional": list(one.optional),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
