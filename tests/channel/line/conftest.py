"""Two offices with keys that a test can name, and logs of what they sent each other."""

from datetime import UTC, datetime, timedelta

import pytest

from tracktwo.channel.line import MESSAGE_SENT
from tracktwo.channel.messages import (
    Limits,
    Message,
    MessageId,
    Precedence,
    Scope,
    Status,
    Type,
    needs_of,
)
from tracktwo.channel.messages.as_json import message_json
from tracktwo.record import Json, Log, SigningKey, append, drafted, sealed, unsigned

KEYS = {"NATO": SigningKey(bytes([1]) * 32), "CHINA": SigningKey(bytes([2]) * 32)}
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def said(text: str) -> dict[str, Json]:
    return {"origin": "en", "texts": {"en": text}, "states": {}}


CALL = {
    "means": "voice",
    "level": "tactical",
    "topic": said("A vessel near the cable"),
    "urgency": "urgent",
}
DEFERRED = {"answer": "deferred", "time": "2026-03-01T14:00:00Z", "reason": said("No interpreter")}


def at(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


def grown(log: Log, kind: str, body: dict[str, Json], *, minutes: int = 0) -> Log:
    """The log with one entry more."""
    key = KEYS[log.name]
    stamp = f"{at(minutes):%Y-%m-%dT%H:%M:%SZ}"
    draft = drafted(log, at=stamp, kind=kind, body=body, key=key.public)
    return append(log, sealed(draft, key.sign(unsigned(draft))))


def a_message(id_: str, *, refs: tuple[str, ...] = (), minutes: int = 0, **other) -> Message:
    """A request for a call, or what answers it."""
    id_ = MessageId.read(id_)
    to = "CHINA" if id_.series.office == "NATO" else "NATO"
    plan = {
        "addressees": (to,),
        "status": Status.ACTUAL,
        "type": Type.REPLY if refs else Type.NEW,
        "precedence": Precedence.PRIORITY,
        "scope": Scope.JOINT_PRIVATE,
        "fields": other.pop("fields", CALL),
        "sent": at(minutes),
        "refs": tuple(map(MessageId.read, refs)),
    }
    return Message(id_, **(plan | other))


def sends(log: Log, message: Message, *, minutes: int = 0) -> Log:
    body = message_json(message, needs_of(message, Limits()))
    return grown(log, MESSAGE_SENT, body, minutes=minutes)


@pytest.fixture
def nato() -> Log:
    return Log("NATO")


@pytest.fixture
def china() -> Log:
    return Log("CHINA")
