"""The clock of the rounds: opens them, reminds, closes them. Called every few seconds.

It may be called by several processes at once, and as often as one likes: every step finds its round
in the state it starts from or does nothing. No step leads back.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import DatabaseError
from django.db.models import QuerySet
from django.utils import timezone

from tracktwo_web.dialogues import stages
from tracktwo_web.perceptions.domain.reminders import remind
from tracktwo_web.perceptions.domain.rounds import close_round, forget_order_of, open_round
from tracktwo_web.perceptions.models import Round
from tracktwo_web.rounds.life import forget_one_order
from tracktwo_web.rounds.states import NotNow, RoundState

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Ticked:
    """What a call of the clock did, in numbers."""

    opened: int = 0
    closed: int = 0
    reminded: int = 0


def tick(now: datetime) -> Ticked:
    """Do what the time has come for. Closing comes first: nobody is reminded of a round that is over."""
    closed = sum(_done(close_round, one) for one in due_to_close(now))
    opened = sum(_done(_open_at(now), one) for one in due_to_open(now))
    reminded = sum(remind(one, now) for one in rounds_in(RoundState.OPEN))
    forget_one_order(Round.objects.all(), forget_order_of)
    return Ticked(opened, closed, reminded)


def due_to_close(now: datetime) -> QuerySet[Round]:
    return rounds_in(RoundState.OPEN).filter(closes_at__lte=now)


def due_to_open(now: datetime) -> QuerySet[Round]:
    """Planned rounds whose time has come, is not over, and whose dialogue's stage opens answering."""
    answering = [id_ for id_ in stages.IDS if stages.opens(id_, stages.Act.ANSWER)]
    return rounds_in(RoundState.PLANNED).filter(
        opens_at__lte=now, closes_at__gt=now, dialogue__stage__in=answering
    )


def rounds_in(state: RoundState) -> QuerySet[Round]:
    return Round.objects.filter(state=state).select_related("dialogue").order_by("closes_at")


def _open_at(now: datetime) -> Callable[[Round], Round]:
    return lambda one: open_round(one, now=now)


def _done(step: Callable[[Round], Round], one: Round) -> bool:
    try:
        step(one)
    except NotNow:  # another process was quicker, or the round has nothing to ask
        return False
    except DatabaseError as error:  # one round's trouble keeps no other round waiting
        log.error("a round could not take its step: %s", type(error).__name__)  # noqa: TRY400 -- a trace would hold parameters
        return False
    return True


JUMP = timedelta(minutes=5)
"""A difference between the two clocks that no drift explains."""
TRUSTED_AFTER = timedelta(minutes=10)
"""After a jump, so long must the wall clock walk in step before it is believed again."""


@dataclass
class Watch:
    """The wall clock, believed only while it walks in step with the one that cannot be set.

    A server whose time is set to next year by mistake would close every round, and void those below
    quorum. After a jump the watch says nothing for a while: time to set the clock right.
    """

    wall: Callable[[], datetime] = timezone.now
    steady: Callable[[], float] = time.monotonic
    _last: tuple[datetime, float] | None = field(default=None, init=False)
    _since: float | None = field(default=None, init=False)

    def read(self) -> datetime | None:
        """The time, or None where the clock has just jumped."""
        wall, steady = self.wall(), self.steady()
        if self._last and abs(_gone(self._last, wall, steady)) > JUMP:
            log.warning("the clock has jumped: rounds neither open nor close for ten minutes")
            self._since = steady
        self._last = (wall, steady)
        if self._since is not None and steady - self._since < TRUSTED_AFTER.total_seconds():
            return None
        self._since = None
        return wall


def _gone(last: tuple[datetime, float], wall: datetime, steady: float) -> timedelta:
    return (wall - last[0]) - timedelta(seconds=steady - last[1])
