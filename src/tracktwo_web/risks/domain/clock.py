"""The clock of the rounds of estimates: parts close at their time. Called every few seconds."""

from datetime import datetime

from django.db import DatabaseError

from tracktwo_web.risks.domain.rounds import close_part, forget_order_of
from tracktwo_web.risks.models import OPEN, EstimateRound
from tracktwo_web.rounds.life import forget_one_order
from tracktwo_web.rounds.states import NotNow


def tick(now: datetime) -> int:
    """Close the parts whose time has come, and drop an order that is still kept; how many closed."""
    due = EstimateRound.objects.filter(state__in=OPEN, closes_at__lte=now)
    closed = sum(_close(one) for one in due.select_related("dialogue"))
    forget_one_order(EstimateRound.objects.all(), forget_order_of)
    return closed


def _close(one: EstimateRound) -> bool:
    try:
        close_part(one)
    except (NotNow, DatabaseError):  # somebody was quicker, or the next call tries again
        return False
    return True
