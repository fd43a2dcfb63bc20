"""Who answers for the report, each as it wishes to be named."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext, override

from tracktwo_web.dialogues.models import Dialogue, Key, Seat
from tracktwo_web.dialogues.roles import VOICES, Role
from tracktwo_web.events.publish import publish
from tracktwo_web.kit.languages import django_language
from tracktwo_web.reports.models import Consent, Wish

if TYPE_CHECKING:
    from tracktwo.reports.joint import Author

_ORDER = (Role.HEAD, Role.MEMBER, Role.ADVISER)


def seats_of_authors(dialogue: Dialogue) -> QuerySet[Seat]:
    """The seats that answered for themselves; one whose link was closed counts once it has answered."""
    live = Key.objects.filter(seat=OuterRef("pk"), revoked_at=None)
    found = dialogue.seats.filter(role__in=VOICES).filter(
        Q(Exists(live)) | Q(consent__isnull=False)
    )
    return found.select_related("side", "consent")


def authors_of(dialogue: Dialogue) -> "list[Author]":
    """The authors by side and office, those left out who wish not to be named at all."""
    seats = sorted(seats_of_authors(dialogue), key=_place)
    return [_author(seat, dialogue) for seat in seats if _wish(seat) != Wish.NOT]


def unheard(dialogue: Dialogue) -> list[Seat]:
    """The seats that have not said how they wish to be named."""
    return [seat for seat in seats_of_authors(dialogue) if _wish(seat) is None]


@transaction.atomic
def name_author(seat: Seat, wish: str, *, name: str, office: dict[str, str]) -> None:
    """Write down how a seat wishes to be named. A name is kept only where it is to be printed."""
    kept = {
        "wish": wish,
        "name": name if wish == Wish.NAME else "",
        "office": office if wish != Wish.NOT else {},
    }
    Consent.objects.update_or_create(seat=seat, defaults=kept)
    publish(seat.dialogue_id, "report")


@transaction.atomic
def leave_unnamed(dialogue: Dialogue) -> int:
    """Leave out whoever has not answered: nobody is named unasked, and none can hold the report up.

    They may still say otherwise until the release. How many that were.
    """
    silent = unheard(dialogue)
    Consent.objects.bulk_create(Consent(seat=seat, wish=Wish.NOT) for seat in silent)
    publish(dialogue.id, "report")
    return len(silent)


def offices_of(seat: Seat, languages: list[str]) -> dict[str, str]:
    """What an office is called in each language, where the seat has not called it otherwise."""
    return {one: office_name(Role(seat.role), one) for one in languages}


def office_name(role: Role, language: str) -> str:
    """An office as it stands under a report."""
    with override(django_language(language)):
        if role == Role.HEAD:
            return gettext("Head of delegation")
        return gettext("Adviser") if role == Role.ADVISER else gettext("Member of the delegation")


def _author(seat: Seat, dialogue: Dialogue) -> "Author":
    from tracktwo.reports.joint import Author

    side = seat.side.code if seat.side else ""
    told = _consent(seat)
    office = offices_of(seat, dialogue.languages) | (told.office if told else {})
    if told is None:
        return Author(side, office)
    return Author(side, office, told.name, told.wish == Wish.NAME)


def _place(seat: Seat) -> tuple[object, ...]:
    """By side, office and then what is printed: the order of labels or of answers tells nothing."""
    told = _consent(seat)
    shown = (told.name, sorted(told.office.items())) if told else ("", [])
    return (seat.side.position if seat.side else 0, _ORDER.index(Role(seat.role)), *shown)


def _consent(seat: Seat) -> Consent | None:
    return getattr(seat, "consent", None)


def _wish(seat: Seat) -> str | None:
    told = _consent(seat)
    return told.wish if told else None
