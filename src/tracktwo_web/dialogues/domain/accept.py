"""Accepting the rules of procedure."""

from django.db import transaction

from tracktwo_web.dialogues.cookie import Sitting
from tracktwo_web.dialogues.domain.enter_later import is_blind
from tracktwo_web.dialogues.models import Acceptance
from tracktwo_web.dialogues.standing import Standing


class Replaced(Exception):  # noqa: N818 -- an answer, not a fault
    """Another version has come into force than the one that was read."""


@transaction.atomic
def accept_rules(standing: Standing, version: int) -> Sitting:
    """Accept the version in force, having read it. The sitting that comes back goes to the cookie.

    While a round is open it waits there and nothing is written; a visitor's stays there for good.
    """
    sitting, procedure = standing.sitting, standing.procedure
    if sitting is None or procedure is None or procedure.version != version:
        raise Replaced
    if standing.seat is None or is_blind(standing):
        return sitting.having_accepted(version)
    Acceptance.objects.get_or_create(seat=standing.seat, procedure=procedure)
    return sitting.having_accepted(0)
