"""The clock of rounds in which options are valued: they close at their time. Called every few seconds."""

from datetime import datetime

from django.db import DatabaseError

from tracktwo_web.convergence.domain.rounds import close_round, forget_order_of
from tracktwo_web.convergence.models import ValueRound
from tracktwo_web.rounds.life import forget_one_order
from tracktwo_web.rounds.states import NotNow, RoundState


def tick(now: datetime) -> int:
    """Close the rounds whose time has come, and drop an order that is still kept; how many closed."""
    due = ValueRound.objects.filter(state=RoundState.OPEN, closes_at__lte=now)
    closed = sum(_close(one) for one in due.select_related("dialogue"))
    forget_one_order(ValueRound.objects.all(), forget_order_of)
    return closed


def _close(one: ValueRound) -> bool:
    try:
        close_round(one)
    except (NotNow, DatabaseError):  # somebody was quicker, or the next call tries again
        return False
    return True
