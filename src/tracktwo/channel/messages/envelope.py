"""The envelope that every message has, whatever it says.

Its fields are those of the Common Alerting Protocol (OASIS CAP 1.2, 3.2.1) where that has them, with a
precedence, three acknowledgements and absolute times by which they are due.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from tracktwo.channel.messages.series import MessageId, require_office
from tracktwo.channel.messages.times import require_zone
from tracktwo.errors import InputError
from tracktwo.locale import english
from tracktwo.record.canonical import Json


class Status(StrEnum):
    """Whether a message is meant: only `actual` is; `draft` is no message yet."""

    ACTUAL = "actual"
    EXERCISE = "exercise"
    SYSTEM = "system"
    TEST = "test"
    DRAFT = "draft"


class Type(StrEnum):
    """What a message does to others: all but `new` name those that they are about."""

    NEW = "new"
    UPDATE = "update"
    CANCEL = "cancel"
    ACKNOWLEDGE = "ack"
    REPLY = "reply"
    ERROR = "error"


class Precedence(StrEnum):
    """How urgent a message is, the most urgent last: it decides by when it is to be read."""

    ROUTINE = "routine"
    PRIORITY = "priority"
    IMMEDIATE = "immediate"
    FLASH = "flash"


class Scope(StrEnum):
    """Who may know of a message."""

    JOINT_PRIVATE = "joint-private"
    BOTH_CAPITALS = "both-capitals"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Message:
    """A message that was sent, or is to be.

    `originator` and `addressees` are offices, never persons. `sent` is when it was sent; `recorded`,
    when it came into the log, which is later after an outage. `thread` names the incident or activity
    that it belongs to. `fields` are those of its kind.

    `InputError` for an envelope that contradicts itself: an update that names nothing, an exercise
    among actual messages, a copy to its own sender, a draft that says when it was sent.
    """

    id: MessageId
    addressees: tuple[str, ...]
    status: Status
    type: Type
    precedence: Precedence
    scope: Scope
    fields: Mapping[str, Json]
    sent: datetime | None = None
    recorded: datetime | None = None
    copy_to: tuple[str, ...] = ()
    refs: tuple[MessageId, ...] = ()
    thread: str = ""
    releasability: str = ""
    note: Mapping[str, str] = field(default_factory=dict)
    version: int = 1

    def __post_init__(self) -> None:
        _require_addressees(self)
        _require_times(self)
        _require_refs(self)
        _require_series(self)

    @property
    def kind(self) -> str:
        return self.id.series.kind

    @property
    def originator(self) -> str:
        return self.id.series.office

    @property
    def is_exercise(self) -> bool:
        return self.id.series.is_exercise


def _require_addressees(message: Message) -> None:
    if not message.addressees:
        raise InputError(english("{id} has no addressee; name an office", id=message.id))
    every = (*message.addressees, *message.copy_to)
    for office in every:
        require_office(office)
    if message.originator in every:
        raise InputError(
            english("{id} is addressed to its own office; name the other side's", id=message.id)
        )
    if len(set(every)) < len(every):
        raise InputError(english("{id} names one office twice; once is enough", id=message.id))


def _require_times(message: Message) -> None:
    for moment in filter(None, (message.sent, message.recorded)):
        require_zone(moment)
    if message.status is Status.DRAFT and message.sent is not None:
        raise InputError(
            english("{id} is a draft and was sent; a draft is not sent", id=message.id)
        )
    if message.status is not Status.DRAFT and message.sent is None:
        raise InputError(english("{id} does not say when it was sent", id=message.id))


def _require_refs(message: Message) -> None:
    if message.type is not Type.NEW and not message.refs:
        raise InputError(
            english(
                "{id} is of type {type} and names no message that it is about",
                id=message.id,
                type=message.type.value,
            )
        )
    if message.id in message.refs:
        raise InputError(english("{id} names itself as what it is about", id=message.id))
    for one in message.refs:
        if message.type in (Type.UPDATE, Type.CANCEL) and one.series.office != message.originator:
            raise InputError(
                english(
                    "{id} changes {other}, which another office sent; reply to it", id=message.id, other=one
                )
            )  # fmt: skip


def _require_series(message: Message) -> None:
    """Exercises are in their own series, and no thread goes from one to what is meant."""
    if message.status is not Status.DRAFT and message.is_exercise != (
        message.status is Status.EXERCISE
    ):
        raise InputError(
            english(
                "{id} has the status {status}; exercises and nothing else have numbers with EX",
                id=message.id,
                status=message.status.value,
            )
        )
    for one in message.refs:
        if one.series.is_exercise != message.is_exercise:
            raise InputError(
                english(
                    "{id} is about {other}: an exercise never joins what is meant",
                    id=message.id,
                    other=one,
                )
            )
