"""What ended a message: its own office's cancellation or update, or a later warning that names it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from tracktwo.channel.kinds.read_values import text_in, texts_in, whole_in
from tracktwo.channel.messages import Message, MessageId, Type

Ending = tuple[datetime, MessageId]
"""When, and by which message."""
_Warning = tuple[str, str, int, int]
"""Office, series, number and year without its century."""
_NUMBER = re.compile(r"(?P<series>\S.*?)\s+(?P<number>[0-9]+)/(?P<year>[0-9]+)")


def endings_of(messages: Iterable[Message]) -> Mapping[MessageId, Ending]:
    """By the message that was ended, the first that ended it. What was not sent ends nothing."""
    every = tuple(messages)
    by_warning = {
        number: one.id
        for one in every
        if one.kind == "NW" and (number := _own_number(one)) is not None
    }
    found: dict[MessageId, Ending] = {}
    for message in every:
        for ended in _ended_by(message, by_warning):
            if message.sent is not None:
                ending = message.sent, message.id
                found[ended] = min(found.get(ended, ending), ending, key=lambda one: one[0])
    return found


def _ended_by(message: Message, by_warning: Mapping[_Warning, MessageId]) -> Iterator[MessageId]:
    """The messages that one takes back, replaces, or, as a warning, cancels by number."""
    if message.type in (Type.UPDATE, Type.CANCEL):
        yield from message.refs
    for text in texts_in(message.fields, "cancels"):
        number = _read_number(message.originator, text)
        named = by_warning.get(number) if number else None
        if named is not None and named != message.id:
            yield named


def _own_number(message: Message) -> _Warning | None:
    """A warning's number in its series of warnings; in that of its messages where it names no series."""
    told, year = message.fields, whole_in(message.fields, "year")
    number = whole_in(told, "number")
    if "series" in told and number is not None and year is not None:
        return message.originator, _plain(text_in(told, "series")), number, year % 100
    return _read_number(message.originator, str(message.id))


def _read_number(office: str, text: str) -> _Warning | None:
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    return office, _plain(found["series"]), int(found["number"]), int(found["year"]) % 100


def _plain(series: str) -> str:
    return " ".join(series.upper().split())
