"""The clock of the rounds of estimates: parts close at their time. Called every few seconds."""

from datetime import datetime

from django.db import DatabaseError

from tracktwo_web.perceptions.domain.states import NotNow
from tracktwo_web.risks.domain.rounds import close_part, forget_order_of
from tracktwo_web.risks.models import OPEN, EstimateRound


def tick(now: datetime) -> int:
    """Close the parts whose time has come, and drop an order that is still kept; how many closed."""
    due = EstimateRound.objects.filter(state__in=OPEN, closes_at__lte=now)
    closed = sum(_close(one) for one in due.select_related("dialogue"))
    kept = EstimateRound.objects.filter(has_forgotten_order=False).order_by("id")
    for one in kept[:1]:
        forget_order_of(one)
    return closed


def _close(one: EstimateRound) -> bool:
    try:
        close_part(one)
    except (NotNow, DatabaseError):  # somebody was quicker, or the next call tries again
        return False
    return True
