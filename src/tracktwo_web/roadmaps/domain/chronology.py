"""What happened: told by one side, made common by the others’ agreement."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext

from tracktwo.errors import InputError
from tracktwo_web.dialogues.models import Side
from tracktwo_web.roadmaps.as_library import chronology_of, is_common
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.domain.saving import locked, tell
from tracktwo_web.roadmaps.models import Event, Plan

LONGEST_SLUG = 40


@dataclass(frozen=True)
class Told:
    """An account of something that happened. `when` is written as the library reads it."""

    when: str
    texts: Mapping[str, str]
    parties: tuple[str, ...] = ()
    level: str = ""
    areas: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@transaction.atomic
def tell_event(plan: Plan, told: Told, *, side: Side) -> Event:
    """Put a side's account on the chronology; it stands for that side alone until others agree."""
    plan = locked(plan)
    words = told.texts.get("en") or ""
    base = f"{told.when[:4]}-{slugify(words)[:LONGEST_SLUG].strip('-')}".strip("-")
    known = set(plan.events.values_list("code", flat=True))
    number = next(n for n in range(1, len(known) + 2) if _code(base, n) not in known)
    event = Event.objects.create(
        plan=plan,
        code=_code(base, number),
        when=told.when,
        texts=dict(told.texts),
        parties=list(told.parties),
        level=told.level,
        areas=list(told.areas),
        sources=list(told.sources),
        account=side.code,
        agreed=[side.code],
    )
    try:
        chronology_of(plan)
    except (InputError, ValueError) as error:
        raise CannotBe(str(error)) from error
    tell(plan)
    return event


@transaction.atomic
def agree_to_event(event: Event, side: Side) -> bool:
    """Say for a side that it agrees to an account; whether it is common with that."""
    plan = locked(event.plan)
    event = Event.objects.get(pk=event.pk)
    event.agreed = [*event.agreed, side.code] if side.code not in event.agreed else event.agreed
    is_all = is_common(event, set(plan.dialogue.sides.values_list("code", flat=True)))
    if is_all:
        event.account = ""
    event.save(update_fields=["agreed", "account"])
    tell(plan)
    return is_all


@transaction.atomic
def take_back_event(event: Event, side: Side) -> None:
    """Take a side's own account off the chronology, while it stands alone."""
    plan = locked(event.plan)
    event = Event.objects.get(pk=event.pk)
    if event.account != side.code:
        raise CannotBe(gettext("This account is common, or the other side’s: it stays."))
    event.delete()
    tell(plan)


def _code(base: str, number: int) -> str:
    return base if number == 1 else f"{base}-{number}"
