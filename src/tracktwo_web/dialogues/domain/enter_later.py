"""What a seat did while a round was open is entered in the book when no round is open any more.

A row written about a seat at the moment it acts could be laid beside the ballots, in the order of
writing (`xmin`, `ctid`, `rowid`, the log of writes), and would lead from the one to the other. So
it waits in the seat's own cookie, and is written in a transaction of its own once the ballots have
been shuffled. Apps that need this add an `Entry`.
"""

from collections.abc import Callable

from django.db import transaction

from tracktwo_web.dialogues.cookie import Sitting
from tracktwo_web.dialogues.models import Acceptance, Seat
from tracktwo_web.dialogues.standing import BLINDS, Standing

Entry = Callable[[Sitting, Seat], Sitting]
"""Writes down what waits in a sitting; the sitting that comes back no longer holds it."""

ENTRIES: list[Entry] = []


def is_blind(standing: Standing) -> bool:
    """Whether nothing may be written about this dialogue's seats now."""
    return any(blind(standing) for blind in BLINDS)


@transaction.atomic
def enter_what_waits(standing: Standing) -> Sitting | None:
    """Write down what waits in the cookie; None where nothing waits or it is still too early."""
    sitting, seat = standing.sitting, standing.seat
    if sitting is None or seat is None or is_blind(standing):
        return None
    entered = _enter_acceptance(sitting, seat)
    for entry in ENTRIES:
        entered = entry(entered, seat)
    return entered if entered != sitting else None


def _enter_acceptance(sitting: Sitting, seat: Seat) -> Sitting:
    if not sitting.accepted:
        return sitting
    procedure = seat.dialogue.procedures.filter(version=sitting.accepted).first()
    if procedure:
        Acceptance.objects.get_or_create(seat=seat, procedure=procedure)
    return sitting.having_accepted(0)
