"""Events as they travel: encoded once, sent to everybody."""

import json
from collections.abc import Iterable
from typing import NamedTuple

HEARTBEAT = b": still here\n\n"
"""A comment: browsers pass over it, proxies see that the line is in use."""


class Told(NamedTuple):
    """An event in the form that browsers read (`text/event-stream`)."""

    id: int
    channel: str
    text: bytes


Row = tuple[int, str, str, object]


def told(rows: Iterable[Row]) -> list[Told]:
    """Rows of the table of events, encoded."""
    return [
        Told(number, channel, _encoded(number, kind, data)) for number, channel, kind, data in rows
    ]


def retry_in(milliseconds: int) -> bytes:
    """When to come back after the stream has ended."""
    return f"retry: {milliseconds}\n\n".encode()


def _encoded(number: int, kind: str, data: object) -> bytes:
    """SQLite hands JSON over as text, PostgreSQL as a value."""
    text = data if isinstance(data, str) else json.dumps(data)
    return f"id: {number}\nevent: {kind}\ndata: {text}\n\n".encode()
