"""A message as the body of a record's entry: one way to write it, and a reader that takes no other."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from tracktwo.channel.messages.envelope import Message, Precedence, Scope, Status, Type
from tracktwo.channel.messages.limits import Needs
from tracktwo.channel.messages.series import FIRST_YEAR, LAST_YEAR, MessageId
from tracktwo.errors import InputError
from tracktwo.locale import english
from tracktwo.record.canonical import Json

FORMAT: Final = "tracktwo.message/1"
"""Which form this is; another number is another form, and is not read as this one."""
_MEMBERS: Final = frozenset(
    {"format", "id", "kind_version", "status", "type", "precedence", "scope", "addressees", "copy_to"}
    | {"sent", "recorded", "refs", "thread", "releasability", "note", "fields", "needs"}
)  # fmt: skip


def message_json(message: Message, needs: Needs | None = None) -> dict[str, Json]:
    """A message with the times by which it is to be read and answered, as plain JSON values.

    Every member is always there. Raises `InputError` for a time that is not whole seconds, and for a
    fraction among the fields: two programs write fractions differently.
    """
    _require_no_fraction(message.fields)
    return {
        "format": FORMAT,
        "id": str(message.id),
        "kind_version": message.version,
        "status": message.status.value,
        "type": message.type.value,
        "precedence": message.precedence.value,
        "scope": message.scope.value,
        "addressees": list(message.addressees),
        "copy_to": list(message.copy_to),
        "sent": _moment(message.sent),
        "recorded": _moment(message.recorded),
        "refs": [str(one) for one in message.refs],
        "thread": message.thread,
        "releasability": message.releasability,
        "note": dict(message.note),
        "fields": dict(message.fields),
        "needs": None
        if needs is None
        else {"read_by": _moment(needs.read_by), "answered_by": _moment(needs.answered_by)},
    }


def message_from(told: Json) -> tuple[Message, Needs | None]:
    """The message that `message_json` wrote, and its times.

    Raises `InputError` for everything else: a member too many or too few, a value of another type, a
    moment in another zone, a number written otherwise. What its kind asks of the fields is not looked
    at: `tracktwo.channel.kinds.check_message` does that.

    >>> message_from({"format": "tracktwo.message/2"})
    Traceback (most recent call last):
    tracktwo.errors.InputError: this is no message of the form tracktwo.message/1; take it as it was sent
    """
    if not isinstance(told, Mapping) or told.keys() != _MEMBERS or told["format"] != FORMAT:
        raise InputError(_no_message())
    try:
        message, needs = _message(told), _needs(told["needs"])
        written = message_json(message, needs)
    except (TypeError, ValueError, KeyError, AttributeError, OverflowError):
        raise InputError(_no_message()) from None
    if written != told:
        raise InputError(_no_message())
    return message, needs


def _message(told: Mapping[str, Any]) -> Message:
    return Message(
        MessageId.read(told["id"]),
        tuple(told["addressees"]),
        Status(told["status"]),
        Type(told["type"]),
        Precedence(told["precedence"]),
        Scope(told["scope"]),
        dict(told["fields"]),
        _read_moment(told["sent"]),
        _read_moment(told["recorded"]),
        tuple(told["copy_to"]),
        tuple(MessageId.read(one) for one in told["refs"]),
        _text(told["thread"]),
        _text(told["releasability"]),
        {_text(language): _text(text) for language, text in told["note"].items()},
        _whole(told["kind_version"]),
    )


def _needs(told: Json) -> Needs | None:
    if told is None:
        return None
    if not isinstance(told, Mapping):
        raise TypeError
    read_by = _read_moment(told["read_by"])
    if read_by is None:
        raise TypeError
    return Needs(read_by, _read_moment(told["answered_by"]))


def _moment(at: datetime | None) -> str | None:
    if at is None:
        return None
    if at.microsecond:
        raise InputError(english("{time} is not a whole second; cut it off", time=at.isoformat()))
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _read_moment(told: object) -> datetime | None:
    """A moment of the years that series have: one at the end of time cannot be told in every zone."""
    if told is None:
        return None
    moment = datetime.fromisoformat(_text(told))
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError
    return moment


def _text(told: object) -> str:
    if not isinstance(told, str):
        raise TypeError
    return told


def _whole(told: object) -> int:
    if not isinstance(told, int) or isinstance(told, bool):
        raise TypeError
    return told


def _require_no_fraction(value: Json) -> None:
    if isinstance(value, float):
        raise InputError(
            english("a field is the number {number} with a fraction; write it as text", number=value)
        )  # fmt: skip
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for one in value:
            _require_no_fraction(one)


def _no_message() -> str:
    return english("this is no message of the form {form}; take it as it was sent", form=FORMAT)
