"""A prior notification: planned, due, sent in time or late, under way, over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from tracktwo.channel.kinds.read_values import moment_in
from tracktwo.channel.machines.events import happenings, passed
from tracktwo.channel.machines.machine import By, Course, Happened, Machine, Transition
from tracktwo.channel.messages import Limit, Message, MessageId, Type
from tracktwo.channel.threads import Thread

NOTICE: Final = Limit(timedelta(days=42), "OSCE Vienna Document 2011, chapter V")
"""How long before its start an activity is told of, where both sides have settled on nothing else."""


class NotificationState(StrEnum):
    """Where an activity and its notification stand."""

    PLANNED = "planned"
    DRAFTED = "drafted"
    DUE = "due"
    SENT = "sent"
    UPDATED = "updated"
    ACTIVE = "active"
    ENDED = "ended"
    CANCELLED = "cancelled"


class NotificationEvent(StrEnum):
    """What moves it: acts of the side that plans it, and time."""

    DRAFT = "draft"
    FALL_DUE = "fall_due"
    SEND = "send"
    UPDATE = "update"
    BEGIN = "begin"
    END = "end"
    CANCEL = "cancel"


_S, _E = NotificationState, NotificationEvent
_BEFORE = (_S.PLANNED, _S.DRAFTED, _S.DUE)
_TOLD = (_S.SENT, _S.UPDATED)

PRIOR_NOTIFICATION: Final = Machine(
    _S.PLANNED,
    (
        Transition(_S.PLANNED, _E.DRAFT, _S.DRAFTED, By.OPENER),
        Transition(_S.DUE, _E.DRAFT, _S.DUE, By.OPENER),
        *(Transition(one, _E.FALL_DUE, _S.DUE, By.TIME) for one in (_S.PLANNED, _S.DRAFTED)),
        *(Transition(one, _E.SEND, _S.SENT, By.OPENER) for one in _BEFORE),
        *(Transition(one, _E.UPDATE, _S.UPDATED, By.OPENER) for one in _TOLD),
        Transition(_S.ACTIVE, _E.UPDATE, _S.ACTIVE, By.OPENER),
        *(Transition(one, _E.BEGIN, _S.ACTIVE, By.TIME) for one in _TOLD),
        Transition(_S.ACTIVE, _E.END, _S.ENDED, By.TIME),
        *(Transition(one, _E.CANCEL, _S.CANCELLED, By.OPENER) for one in (*_BEFORE, *_TOLD, _S.ACTIVE)),
    ),
)  # fmt: skip
"""An activity that nobody told of stays due, whether it takes place or not: that is what is seen of it."""


@dataclass(frozen=True, slots=True)
class Notice:
    """By when an activity was to be told of, when it was, and by how much that was, or is, late."""

    due: datetime
    sent: datetime | None
    late: timedelta | None
    limit: Limit


def notice(thread: Thread, opener: MessageId, now: datetime, limit: Limit = NOTICE) -> Notice:
    """Whether an activity was told of in time, by the start that its last version tells.

    An activity without notice to the troops is due when it starts. A start that is moved to earlier
    makes a notification late that was in time: what counts is how long before the start it was known.
    """
    last = _version(thread, opener, now)
    start = moment_in(last.fields, "start")
    assert start is not None
    due = start if last.fields.get("without_notice") is True else start - limit.time
    sent = thread.message[opener].sent
    until = now if sent is None or sent > now else sent
    return Notice(due, sent, until - due if until > due else None, limit)


def prior_notification(
    thread: Thread,
    opener: MessageId,
    now: datetime,
    limit: Limit = NOTICE,
    acts: Iterable[Happened[NotificationEvent]] = (),
) -> Course[NotificationState, NotificationEvent]:
    """Where an activity and its notification stand by `now`.

    `opener` is the first version, which may be a draft. Its start and end are those of the last.
    """
    last = _version(thread, opener, now)
    told = happenings(thread, opener, now, lambda one: _event(one, opener))
    return PRIOR_NOTIFICATION.run(
        [
            *told,
            *passed(_E.FALL_DUE, notice(thread, opener, now, limit).due, now),
            *passed(_E.BEGIN, moment_in(last.fields, "start"), now),
            *passed(_E.END, moment_in(last.fields, "end"), now),
            *(one for one in acts if one.at <= now),
        ]
    )


def _event(message: Message, opener: MessageId) -> NotificationEvent | None:
    if message.kind != opener.series.kind:
        return None
    if message.id == opener:
        return _E.SEND
    return {Type.UPDATE: _E.UPDATE, Type.CANCEL: _E.CANCEL}.get(message.type)


def _version(thread: Thread, opener: MessageId, now: datetime) -> Message:
    """The last version that was sent by `now`; the first where none was."""
    versions = [
        one
        for one in thread.under(opener)
        if one.type is Type.UPDATE
        and one.kind == opener.series.kind
        and one.sent is not None
        and one.sent <= now
    ]
    return versions[-1] if versions else thread.message[opener]
