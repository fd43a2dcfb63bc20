"""What an office enters in its log of a line: messages sent, how far the other's log came, what was read.

The body of `message.sent` is the message itself (`tracktwo.channel.messages.as_json`).
"""

from collections.abc import Mapping
from typing import Final

from tracktwo.channel.messages.series import MessageId
from tracktwo.errors import InputError, RecordError
from tracktwo.locale import english
from tracktwo.record import Head, Json

MESSAGE_SENT: Final = "message.sent"
RECEIVED: Final = "line.received"
"""That the other's log came here whole up to an entry: by a machine, and no reading."""
MESSAGE_READ: Final = "message.read"
"""That the officer on duty has read a message: and no agreement."""
MESSAGE_REFUSED: Final = "message.refused"
"""That an entry holds no message that could be understood here, and why."""
LONGEST_REASON = 500


def received_body(head: Head) -> dict[str, Json]:
    """The body of `line.received`.

    >>> received_of(received_body(Head("NATO", 2, 64 * "a"))).seq
    2
    """
    return {"log": head.log, "seq": head.seq, "hash": head.hash}


def received_of(body: Mapping[str, Json]) -> Head:
    """How far a log came; `InputError` for another body."""
    _require_members(body, {"log", "seq", "hash"})
    try:
        return Head(body["log"], body["seq"], body["hash"])  # type: ignore[arg-type]
    except RecordError:
        raise _wrong() from None


def read_body(message: MessageId) -> dict[str, Json]:
    """The body of `message.read`.

    >>> str(read_of(read_body(MessageId.read("NATO-PN 0001/26"))))
    'NATO-PN 0001/26'
    """
    return {"message": str(message)}


def read_of(body: Mapping[str, Json]) -> MessageId:
    """The message that was read; `InputError` for another body."""
    _require_members(body, {"message"})
    return MessageId.read(_text(body["message"]))


def refused_body(head: Head, reason: str) -> dict[str, Json]:
    """The body of `message.refused`: which entry, and why, in English."""
    return {**received_body(head), "reason": reason[:LONGEST_REASON]}


def refused_of(body: Mapping[str, Json]) -> tuple[Head, str]:
    """Which entry was refused, and why; `InputError` for another body."""
    _require_members(body, {"log", "seq", "hash", "reason"})
    named = {name: value for name, value in body.items() if name != "reason"}
    return received_of(named), _text(body["reason"])


def _require_members(body: Mapping[str, Json], names: set[str]) -> None:
    if body.keys() != names:
        raise _wrong()


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise _wrong()
    return value


def _wrong() -> InputError:
    return InputError(english("the entry does not say what an entry of its kind says"))
