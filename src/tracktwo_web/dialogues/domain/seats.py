"""The seats of a dialogue: adding them by the row, changing and removing them."""

from dataclasses import dataclass

from django.db import transaction

from tracktwo_web.dialogues.bindings import is_bound
from tracktwo_web.dialogues.models import Dialogue, Seat, Side
from tracktwo_web.dialogues.roles import OF_A_SIDE, Role

_PREFIXES = {Role.SECRETARIAT: "SEC", Role.OBSERVER: "OBS"}


class Taken(Exception):  # noqa: N818 -- an answer, not a fault
    """Another seat of the dialogue has that label, or the seat must stay."""


@dataclass(frozen=True)
class SeatsPlan:
    """So many seats of one kind: on a side for delegates, on none for all others."""

    role: Role
    count: int = 1
    side: Side | None = None
    language: str = "en"


@transaction.atomic
def add_seats(dialogue: Dialogue, plan: SeatsPlan) -> list[Seat]:
    """Add seats with labels that go on counting. `ValueError` for a delegate without a side."""
    if (plan.role in OF_A_SIDE) != (plan.side is not None):
        raise ValueError("delegates sit on a side, others on none")
    Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    prefix = _prefix(plan)
    first = _last_number(dialogue, prefix) + 1
    seats = [
        Seat(
            dialogue=dialogue,
            side=plan.side,
            role=plan.role,
            label=f"{prefix}-{number:02d}",
            language=plan.language,
        )
        for number in range(first, first + plan.count)
    ]
    return Seat.objects.bulk_create(seats)


@transaction.atomic
def change_seat(seat: Seat, *, label: str, language: str, email: str) -> Seat:
    """Change what a seat is called, which language it is written to in, and where."""
    if seat.dialogue.seats.filter(label=label).exclude(pk=seat.pk).exists():
        raise Taken
    seat.label, seat.language, seat.email = label, language, email
    seat.save(update_fields=["label", "language", "email"])
    return seat


@transaction.atomic
def remove_seat(seat: Seat) -> None:
    """Take away a seat that nobody needs. `Taken` after the first round: it may have answered."""
    if is_bound(seat.dialogue):
        raise Taken
    seat.delete()


def _prefix(plan: SeatsPlan) -> str:
    return plan.side.code.upper()[:24] if plan.side else _PREFIXES[plan.role]


def _last_number(dialogue: Dialogue, prefix: str) -> int:
    """The highest number given so far under a prefix."""
    labels = dialogue.seats.filter(label__startswith=f"{prefix}-").values_list("label", flat=True)
    tails = (label.removeprefix(f"{prefix}-") for label in labels)
    return max((int(tail) for tail in tails if tail.isdecimal()), default=0)
