"""What is due of whom, what is late, and how far each office has got with each message."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from tracktwo.channel.kinds import kind_of
from tracktwo.channel.kinds.read_values import moment_in, text_in
from tracktwo.channel.messages import (
    Acknowledged,
    Answer,
    Limits,
    Message,
    MessageId,
    Needs,
    Type,
    needs_of,
)
from tracktwo.channel.threads.thread import Thread


class Step(StrEnum):
    """What an office owes to a message: to read it, and to answer it."""

    READ = "read"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Owed:
    """What an office owes, by when, when it was done, and by how much that was or is late.

    `late` is None where it is in time, or not due yet. Being late does not go away by being done.
    """

    message: MessageId
    office: str
    step: Step
    due: datetime
    done: datetime | None
    late: timedelta | None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done is None


def acknowledged_by(message: Message, office: str, thread: Thread, now: datetime) -> Acknowledged:
    """How far an office has got with a message, as its own messages tell until `now`.

    Whoever answers has read, and whoever has read has received, also where no acknowledgement says so.
    A time before the message was sent, or after it was acknowledged, is no time: the acknowledgement's
    own stands for it.
    """
    told = [one for one in thread.about(message.id) if _is_by(one, office, now)]
    answers = [one for one in _answers(message, thread) if _is_by(one, office, now)]
    answered = answers[0].sent if answers else None
    read = _earliest(_levels(told, message, "read"), answered)
    received = _earliest(_levels(told, message, "received"), read)
    return Acknowledged(received, read, answered, _answer(answers[-1]) if answers else None)


def owed_in(
    thread: Thread,
    now: datetime,
    limits: Limits | None = None,
    stored: Mapping[MessageId, Needs] | None = None,
) -> tuple[Owed, ...]:
    """Everything that addressees owe, or owed, in a thread, by when it is due.

    `stored` are the times that were computed when a message was sent; for others `limits` say. Nothing
    is owed to acknowledgements, nor after a message was cancelled or replaced.
    """
    settled, known = limits or Limits(), stored or {}
    found = [
        owed
        for message in thread.messages
        if message.sent is not None and message.sent <= now and message.type is not Type.ACKNOWLEDGE
        for office in message.addressees
        for owed in _of(message, office, thread, known.get(message.id) or needs_of(message, settled), now)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.due, one.message, one.office, one.step)))


def _of(
    message: Message, office: str, thread: Thread, needs: Needs, now: datetime
) -> Iterator[Owed]:
    known = acknowledged_by(message, office, thread, now)
    ended = _ended(message, thread, now)
    steps = [(Step.READ, needs.read_by, known.read)]
    if needs.answered_by is not None:
        steps.append((Step.ANSWER, needs.answered_by, known.answered))
    for step, due, done in steps:
        # What was taken back before it was due, and before it was done, is owed no more.
        if done is not None or ended is None or ended > due:
            until = min(filter(None, (done, ended, now)))
            yield Owed(message.id, office, step, due, done, until - due if until > due else None)


def _ended(message: Message, thread: Thread, now: datetime) -> datetime | None:
    """When a message was cancelled or replaced, if it was."""
    ends = [
        one.sent
        for one in thread.about(message.id)
        if one.type in (Type.CANCEL, Type.UPDATE) and _is_by(one, message.originator, now)
    ]
    return min(filter(None, ends), default=None)


def _answers(message: Message, thread: Thread) -> list[Message]:
    """Replies to a message, or to what replaced it."""
    every = [
        one
        for version in _versions(message, thread)
        for one in thread.about(version.id)
        if one.type is Type.REPLY
        and one.kind not in _CARRY_ON
        and message.kind in kind_of(one.kind).answers
    ]
    return sorted(every, key=lambda one: (one.sent is None, one.sent, one.id))


_CARRY_ON = ("UA", "UM", "UO", "CS")
"""Replies that carry a matter on and answer nothing: nobody is answered by being asked to meet."""


def _versions(message: Message, thread: Thread) -> list[Message]:
    """A message and what its office replaced it with, once each, whatever refers to what."""
    found = {message.id: message}
    left = [message]
    while left:
        for one in thread.about(left.pop().id):
            is_newer = one.type is Type.UPDATE and one.originator == message.originator
            if is_newer and one.id not in found:
                found[one.id] = one
                left.append(one)
    return list(found.values())


def _is_by(message: Message, office: str, now: datetime) -> bool:
    return message.originator == office and message.sent is not None and message.sent <= now


def _levels(told: list[Message], message: Message, level: str) -> datetime | None:
    """When a message was received, or read, as acknowledgements tell."""
    times = [
        _told_time(one, message)
        for one in told
        if one.type is Type.ACKNOWLEDGE and text_in(one.fields, "level") == level
    ]
    return min(filter(None, times), default=None)


def _told_time(acknowledgement: Message, message: Message) -> datetime | None:
    at, sent = moment_in(acknowledgement.fields, "at"), acknowledgement.sent
    is_time = at is not None and sent is not None and (message.sent or sent) <= at <= sent
    return at if is_time else sent


def _earliest(*times: datetime | None) -> datetime | None:
    return min(filter(None, times), default=None)


def _answer(message: Message) -> Answer | None:
    told = text_in(message.fields, "answer")
    return Answer(told) if told else None
