"""By when a message is to be read and answered: limits as settings with their source, computed once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType

from tracktwo.channel.messages.envelope import Message, Precedence, Type
from tracktwo.errors import OptionError
from tracktwo.locale import english

OWN_CHOICE = "own choice; settle it with those who keep watch"
VIENNA_DOCUMENT = "OSCE Vienna Document 2011, chapter III"


@dataclass(frozen=True, slots=True)
class Limit:
    """A time allowed, and where it is from. `OptionError` where it is not above 0."""

    time: timedelta
    source: str

    def __post_init__(self) -> None:
        if self.time <= timedelta():
            raise OptionError(english("a limit of {time} is no time to answer in", time=self.time))


def _hours(hours: float, source: str = OWN_CHOICE) -> Limit:
    return Limit(timedelta(hours=hours), source)


READ_WITHIN = MappingProxyType(
    {
        Precedence.FLASH: _hours(1 / 6),
        Precedence.IMMEDIATE: _hours(0.5),
        Precedence.PRIORITY: _hours(3),
        Precedence.ROUTINE: _hours(24),
    }
)
"""By when the duty officer has read it. No instrument that we know says so."""
ANSWERED_WITHIN = MappingProxyType(
    {
        "UA": _hours(48, VIENNA_DOCUMENT),
        "UM": _hours(48, VIENNA_DOCUMENT),
        "TM": _hours(1),
        "MR": _hours(21 * 24, "OSCE Vienna Document 2011, chapter VI"),
    }
)  # fmt: skip
"""By when the other side has answered, by kind. A kind that is not here needs no answer."""
CALL_ANSWERED_WITHIN = MappingProxyType(
    {
        Precedence.FLASH: _hours(1),
        Precedence.IMMEDIATE: _hours(6),
        Precedence.PRIORITY: _hours(24),
        Precedence.ROUTINE: _hours(48, "telephone link of 2008 names 48 hours and no upper bound; this is our bound"),
    }
)  # fmt: skip
"""By when a request for a call is answered. Without an upper bound nobody could say that it was not."""
_ASKS_AS_REPLY = ("UA", "UM")
"""Requests that may be made about a message of the other side."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits that both sides have settled on; without a word from them, those above."""

    read_within: Mapping[Precedence, Limit] = field(default_factory=lambda: READ_WITHIN)
    answered_within: Mapping[str, Limit] = field(default_factory=lambda: ANSWERED_WITHIN)
    call_answered_within: Mapping[Precedence, Limit] = field(default_factory=lambda: CALL_ANSWERED_WITHIN)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Needs:
    """When a message is late: absolute times, computed once when it is sent and stored with it.

    A limit that is changed later does not move what was promised before. `answered_by` is None where no
    answer is needed.
    """

    read_by: datetime
    answered_by: datetime | None


def needs_of(message: Message, limits: Limits) -> Needs:
    """By when a message is to be read and answered, counted from when it was sent.

    An answer is asked by what is new, by updates of it, and by requests that are themselves replies;
    not by acknowledgements, other replies, cancellations and errors: two sides that owed answers to
    answers would never be done. An invitation that names a moment is answered by then.
    """
    if message.sent is None:
        raise OptionError(english("{id} is not sent; nothing is due yet", id=message.id))
    limit = _limit(message, limits) if _asks(message) else None
    return Needs(
        message.sent + limits.read_within[message.precedence].time,
        (_named(message) or message.sent + limit.time) if limit else None,
    )


def _asks(message: Message) -> bool:
    is_request = message.type is Type.REPLY and message.kind in _ASKS_AS_REPLY
    return is_request or message.type in (Type.NEW, Type.UPDATE)


def _limit(message: Message, limits: Limits) -> Limit | None:
    if message.kind == "CR":
        return limits.call_answered_within[message.precedence]
    return limits.answered_within.get(message.kind)


def _named(message: Message) -> datetime | None:
    """The moment by which an invitation itself asks for an answer."""
    told = message.fields.get("answer_by")
    return datetime.fromisoformat(told) if isinstance(told, str) else None
