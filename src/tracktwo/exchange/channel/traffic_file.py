"""Messages as a file: a message a line (JSON Lines), in the order in which they were sent."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from tracktwo.channel.messages import Message, Needs
from tracktwo.channel.messages.as_json import message_from, message_json
from tracktwo.errors import InputError
from tracktwo.exchange.text import read_bytes
from tracktwo.locale import english
from tracktwo.record.canonical import canonical

LARGEST, MOST = 100_000_000, 100_000
"""Bytes of a file, and messages in it."""
LONGEST_LINE = 1_000_000


class Line(NamedTuple):
    """A message with the number of its line, and by when it is due where that was stored."""

    number: int
    message: Message
    needs: Needs | None


def read_traffic(path: Path) -> tuple[Line, ...]:
    """Every message of a file; `InputError` with the line of the first that cannot be read.

    Whether messages hold what their kinds ask for, and whether series have gaps, `check_traffic` says.
    """
    raw = read_bytes(path)
    if len(raw) > LARGEST:
        raise InputError(english("the file is larger than 100 MB; split it"), file=path)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(english("the text is not UTF-8; save it as UTF-8"), file=path) from None
    found = tuple(_lines(path, text))
    if len(found) > MOST:
        raise InputError(
            english("the file has {n} messages; split it into files of {most}", n=len(found), most=MOST),
            file=path,
        )  # fmt: skip
    return found


def write_traffic(lines: Iterable[Message | Line]) -> str:
    """Messages as lines, each in the one canonical form that a record would keep."""
    return "".join(f"{canonical(_json(one)).decode()}\n" for one in lines)


def _json(one: Message | Line) -> Any:  # noqa: ANN401 -- JSON
    return message_json(one.message, one.needs) if isinstance(one, Line) else message_json(one)


def _lines(path: Path, text: str) -> Iterator[Line]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield Line(number, *message_from(_parsed(line)))
        except InputError as error:
            raise InputError(error.message, file=path, line=number) from None


def _parsed(line: str) -> Any:  # noqa: ANN401 -- JSON as it comes
    if len(line) > LONGEST_LINE:
        raise InputError(english("the line is longer than a million characters; no message is"))
    try:
        return json.loads(line, object_pairs_hook=_once, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise InputError(english("this is not JSON; write a message a line")) from None


def _once(members: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(members)
    if len(found) < len(members):
        raise ValueError(members)
    return found


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)
