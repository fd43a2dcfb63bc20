"""What another node may ask of this one: one thing. It gives a parcel and is given one.

Whoever gets here has shown a certificate that was compared (`certificates`). Every parcel is signed by
the office that sends it as well, so that the wire is not trusted with who says what. Still it is given a
bounded share of memory and time: another office's node may be broken, or not its own any more.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import InterfaceError, OperationalError, close_old_connections
from django.utils import timezone

from tracktwo.channel.line import read_parcel
from tracktwo.errors import InputError
from tracktwo_web.channel.domain.exchange import line_for
from tracktwo_web.channel.domain.logs import Unreadable
from tracktwo_web.channel.domain.parcels import make_parcel, take_read

log = logging.getLogger(__name__)

PATH = "/parcel"
TYPE = b"application/x-tracktwo-parcel"
MOST_BYTES = 16 * 2**20
THREADS = 4
"""Requests at work at once; more wait."""
MOST_AT_ONCE = 8
"""Requests read at once: with `MOST_BYTES`, what all of them may hold in memory."""
PATIENCE = 30.0
"""Seconds in which a request must have come whole."""
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Answer = tuple[int, bytes]


class Listener:
    """The ASGI application."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="parcel")
        self._turns = asyncio.Semaphore(MOST_AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a POST to `/parcel`, and nothing else."""
        if scope["type"] != "http":
            return
        if scope["path"] != PATH or scope["method"] != "POST":
            await _respond(send, 404, b"")
            return
        async with self._turns:
            answer = await self._answer(receive)
        await _respond(send, *answer)

    async def _answer(self, receive: Receive) -> Answer:
        try:
            async with asyncio.timeout(PATIENCE):
                data = await _body(receive)
        except TimeoutError:
            return 408, b""
        if data is None:
            return 413, b""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, answered, data)


def answered(data: bytes) -> Answer:
    """`answer_to` in a thread of its own."""
    close_old_connections()
    try:
        return answer_to(data)
    finally:
        close_old_connections()


def answer_to(data: bytes) -> Answer:
    """The status and what is given back: a parcel, or in English why there is none."""
    try:
        return _answered(data)
    except Unreadable:
        log.error("a parcel was not answered: the key of this node does not open")  # noqa: TRY400
        return 409, b"this node cannot sign for its office now; its people must look after its key"
    except (InterfaceError, OperationalError) as error:
        log.warning("a parcel waits for the database: %s", type(error).__name__)
        return 503, b""


def _answered(data: bytes) -> Answer:
    try:
        parcel = read_parcel(data)
    except InputError as error:
        log.warning("a parcel was refused: %s", error.message)
        return 422, error.message.encode()
    line = line_for(parcel)
    if line is None:
        log.warning("a parcel was refused: no line is open from %s here", parcel.sender)
        return 404, b""
    taken = take_read(line, parcel, data, way="called", now=timezone.now())
    if taken.parcel is None:
        return 422, taken.refusal.encode()
    line.refresh_from_db()
    return 200, make_parcel(line, now=timezone.now(), answering=taken.parcel)


async def _body(receive: Receive) -> bytes | None:
    """What was sent; None where it is too long."""
    parts, size = [], 0
    while True:
        event = await receive()
        if event["type"] == "http.disconnect":
            return None
        size += len(event.get("body", b""))
        if size > MOST_BYTES:
            return None
        parts.append(event.get("body", b""))
        if not event.get("more_body"):
            return b"".join(parts)


async def _respond(send: Send, status: int, body: bytes) -> None:
    headers = [(b"content-type", TYPE), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
