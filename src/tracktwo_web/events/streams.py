"""Live streams (server-sent events): admitted once, then without a thread and without a connection.

Who may listen is not decided here: `Admission` is handed in by whoever knows dialogues and seats.
"""

import asyncio
import random
import re
import uuid
from collections.abc import Awaitable, Callable, Hashable, Mapping, MutableMapping
from http import HTTPStatus
from typing import Any, Protocol
from urllib.parse import parse_qs

from tracktwo_web.events.hub import Hub, Warrants
from tracktwo_web.events.listener import Listener
from tracktwo_web.events.told import Told, retry_in
from tracktwo_web.kit.metrics import STREAMS

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

MOST = 5_000
"""Streams in one process."""
COME_BACK = (500, 3_000)
"""Milliseconds between which a browser comes back after a restart: not all in the same moment."""
_ID = r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
PATH = re.compile(f"/d/{_ID}/live(?:/{_ID})?")
"""A dialogue's stream, or that of a room within it."""
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store, private"),
    (b"x-accel-buffering", b"no"),
]


class Refused(Exception):  # noqa: N818 -- an answer, not a fault
    """Somebody may not listen; `status` says how to put it."""

    def __init__(self, status: HTTPStatus) -> None:
        self.status = status


class Admission(Protocol):
    """Who may listen, and what they have missed. All of it may ask the database."""

    async def admit(
        self, dialogue: uuid.UUID, room: uuid.UUID | None, headers: Mapping[str, str]
    ) -> Hashable:
        """A warrant for a browser with these headers; raises `Refused`."""

    async def renew(self, warrants: Warrants) -> Warrants:
        """Those of the warrants that still hold."""

    async def missed(self, channel: str, after: int) -> list[Told]:
        """Events of a channel after one that was heard."""


class Streams:
    """The ASGI application at `/d/<dialogue>/live` and `/d/<dialogue>/live/<room>`."""

    def __init__(self, admission: Admission, *, most: int = MOST) -> None:
        self._admission, self._most = admission, most
        self._is_closing = False
        self.hub = Hub(admission.renew)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "GET":
            return await _refuse(send, HTTPStatus.METHOD_NOT_ALLOWED)
        if self._is_closing or self.hub.count >= self._most:
            return await _refuse(send, HTTPStatus.SERVICE_UNAVAILABLE)
        headers = _headers(scope)
        dialogue, room = _asked_for(scope["path"])
        try:
            warrant = await self._admission.admit(dialogue, room, headers)
        except Refused as refused:
            return await _refuse(send, refused.status)
        listener = Listener((room or dialogue).hex, warrant, asyncio.current_task())
        return await self._serve(listener, _last_heard(scope, headers), receive, send)

    def close(self) -> None:
        """Tell every browser to come back in a moment, and end its stream."""
        self._is_closing = True
        self.hub.end(lambda: retry_in(random.randint(*COME_BACK)))  # noqa: S311 -- no secret

    async def _serve(
        self, listener: Listener, after: int | None, receive: Receive, send: Send
    ) -> None:
        STREAMS.inc()
        gone = asyncio.create_task(_until_gone(receive))
        gone.add_done_callback(lambda _: listener.end())
        try:
            await self.hub.join(listener)
            await self._send_all(listener, after, send)
        except TimeoutError:
            await _refuse(send, HTTPStatus.SERVICE_UNAVAILABLE)
        except asyncio.CancelledError:
            if not listener.is_over:
                raise
        finally:
            gone.cancel()
            self.hub.leave(listener)
            STREAMS.dec()

    async def _send_all(self, listener: Listener, after: int | None, send: Send) -> None:
        missed = await self._admission.missed(listener.channel, after) if after is not None else []
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        text = b": listening\n\n" + b"".join(event.text for event in missed)
        while text:
            await send({"type": "http.response.body", "body": text, "more_body": True})
            text = await listener.next()
        await send({"type": "http.response.body", "body": b""})


def _asked_for(path: str) -> tuple[uuid.UUID, uuid.UUID | None]:
    """The dialogue and the room that a path names."""
    dialogue, room = PATH.fullmatch(path).groups()  # type: ignore[union-attr]
    return uuid.UUID(dialogue), uuid.UUID(room) if room else None


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _refuse(send: Send, status: HTTPStatus) -> None:
    """A line for whoever looks at it; browsers that listen read the status alone."""
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"retry-after", b"10")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": f"{status.phrase}\n".encode()})


def _headers(scope: Scope) -> dict[str, str]:
    return {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}


def _last_heard(scope: Scope, headers: Mapping[str, str]) -> int | None:
    """The number of the last event that the browser, or its page, knows of."""
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("after", [""])[0]
    said = headers.get("last-event-id") or asked
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 19 else None
