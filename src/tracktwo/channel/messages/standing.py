"""What has become of a message: three acknowledgements that are never mixed, and what is late.

That a machine received it is no reading, and reading is no agreement. "Deferred", "declined" and "no
answer" are outcomes with their times: a channel fails among people before it fails among machines.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from tracktwo.channel.messages.limits import Needs


class Answer(StrEnum):
    """What the other side said to what was asked of it."""

    ACCEPTED = "accepted"
    DEFERRED = "deferred"
    DECLINED = "declined"
    CLARIFICATION = "clarification"


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """When a message was received (by a machine), read (by the officer on duty) and answered, if it was."""

    received: datetime | None = None
    read: datetime | None = None
    answered: datetime | None = None
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Late:
    """By how much a reading and an answer came late, or are late by now; None where they are not."""

    read: timedelta | None
    answer: timedelta | None


def late(needs: Needs, known: Acknowledged, now: datetime) -> Late:
    """What is late. Being late is a fact that both sides see, and no error; it does not go away later.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> late(Needs(noon, None), Acknowledged(read=noon + timedelta(hours=1)), noon + timedelta(days=9)).read
    datetime.timedelta(seconds=3600)
    """
    return Late(
        _beyond(needs.read_by, known.read or now),
        None if needs.answered_by is None else _beyond(needs.answered_by, known.answered or now),
    )


def _beyond(due: datetime, done: datetime) -> timedelta | None:
    return done - due if done > due else None
