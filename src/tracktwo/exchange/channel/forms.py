"""Messages in whatever form they come, and in the form that is asked for."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from tracktwo.channel.kinds import check_fields, kind_of
from tracktwo.channel.messages import Message, MessageId
from tracktwo.errors import InputError, OptionError
from tracktwo.exchange.channel.cap import alert_of, message_of_alert, read_cap, write_cap
from tracktwo.exchange.channel.navarea import warning_of, write_navarea
from tracktwo.exchange.channel.notam import notice_of, write_notam
from tracktwo.exchange.channel.places import geojson_of, placed_in, places_to_csv
from tracktwo.exchange.channel.slash import read_slash, write_slash
from tracktwo.exchange.channel.traffic_file import Line, read_traffic, write_traffic
from tracktwo.exchange.text import read_bytes
from tracktwo.locale import english

Known = Mapping[MessageId, Message]


def read_messages(path: Path) -> tuple[Line, ...]:
    """The messages in a file, by its ending: .xml an alert, .txt slash-delimited text, else JSON Lines.

    In slash-delimited text a blank line parts messages. `InputError` for what cannot be read.
    """
    if path.suffix.lower() == ".xml":
        return (Line(1, message_of_alert(read_cap(path)), None),)
    if path.suffix.lower() == ".txt":
        return tuple(_slashed(path))
    return read_traffic(path)


def read_checked_messages(path: Path) -> tuple[Line, ...]:
    """The same, and `InputError` for the first message whose fields its kind does not allow.

    Whatever tells a message further, in words or in another form, relies on that.
    """
    lines = read_messages(path)
    for line in lines:
        message = line.message
        try:
            check_fields(kind_of(message.kind), message.fields, message.type)
        except InputError as error:
            what = english("{id}: {what}", id=message.id, what=error.message)
            raise InputError(what, file=path, line=line.number) from None
    return lines


def _slashed(path: Path) -> list[Line]:
    try:
        text = read_bytes(path).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise InputError(english("the text is not UTF-8; save it as UTF-8"), file=path) from None
    found, number = [], 1
    for block in text.split("\n\n"):
        if block.strip():
            found.append(Line(number, _one_slashed(path, block, number), None))
        number += block.count("\n") + 2
    return found


def _one_slashed(path: Path, block: str, first: int) -> Message:
    try:
        return read_slash(block)
    except InputError as error:
        line = first + (error.line or 1) - 1
        raise InputError(error.message, file=path, line=line) from None


def _navarea(message: Message, _: Known) -> str:
    return write_navarea(warning_of(message))


def _notam(message: Message, known: Known) -> str:
    return write_notam(notice_of(message, known))


def _cap(message: Message, known: Known) -> str:
    return write_cap(alert_of(message, known))


def _slash(message: Message, _: Known) -> str:
    return write_slash(message)


EACH: Final[Mapping[str, Callable[[Message, Known], str]]] = MappingProxyType(
    {"navarea": _navarea, "notam": _notam, "cap": _cap, "slash": _slash}
)
"""Forms with one text a message."""
TOGETHER: Final[Mapping[str, Callable[[Sequence[Message]], str]]] = MappingProxyType(
    {
        "geojson": lambda messages: geojson_of(placed_in(messages)),
        "csv": lambda messages: places_to_csv(placed_in(messages)),
        "json": write_traffic,
    }
)
"""Forms with one text for all."""
ENDINGS: Final = MappingProxyType({"navarea": ".txt", "notam": ".txt", "cap": ".xml", "slash": ".txt"})  # fmt: skip
_ONLY: Final = MappingProxyType({"navarea": "NW", "notam": "AN"})


def chosen_for(form: str, messages: Sequence[Message]) -> tuple[Message, ...]:
    """The messages that a form can hold; `OptionError` where there is none.

    Warnings and notices are of one kind each, new or updated; alerts and slash-delimited text hold any
    message that was sent.
    """
    kind = _ONLY.get(form)
    found = tuple(
        one
        for one in messages
        if kind is None or (one.kind == kind and one.type.value in ("new", "update"))
    )
    if not found:
        raise OptionError(
            english("there is no message that {form} can hold; choose another form", form=form)
        )
    return found
