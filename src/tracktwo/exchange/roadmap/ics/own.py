"""Events of a file that was written here, as they stand in it: to know what changed since."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tracktwo.errors import InputError
from tracktwo.exchange.text import read_bytes

_FOLD = re.compile(r"\r?\n[ \t]")
_OURS = "X-TRACKTWO-MEETING:"


@dataclass(frozen=True)
class OwnEvent:
    """One event of an earlier file: its lines apart from those that date it, its number and its stamp."""

    uid: str
    sequence: int
    stamp: str
    content: tuple[str, ...]


def read_own_events(path: Path) -> dict[str, OwnEvent]:
    """The events of an earlier file of ours by UID; `InputError` where it is somebody else's."""
    text = _FOLD.sub("", read_bytes(path).decode("utf-8-sig", errors="replace"))
    lines = text.splitlines()
    if not lines or lines[0].strip() != "BEGIN:VCALENDAR" or _OURS not in text:
        message = "this file holds no calendar that was written here; name another one to write"
        raise InputError(message, file=path)
    return {one.uid: one for one in _events(lines)}


def _events(lines: list[str]) -> Iterator[OwnEvent]:
    inside: list[str] | None = None
    for one in lines:
        if one == "BEGIN:VEVENT":
            inside = []
        elif one == "END:VEVENT" and inside is not None:
            yield _event(inside)
            inside = None
        elif inside is not None:
            inside.append(one)


def _event(lines: list[str]) -> OwnEvent:
    dated = ("UID:", "DTSTAMP:", "SEQUENCE:")
    told = {name: next((one.removeprefix(name) for one in lines if one.startswith(name)), "") for name in dated}  # fmt: skip
    number = told["SEQUENCE:"]
    content = tuple(one for one in lines if not one.startswith(dated))
    return OwnEvent(
        told["UID:"], int(number) if number.isdecimal() else 0, told["DTSTAMP:"], content
    )
