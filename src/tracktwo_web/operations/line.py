"""The process of the line: it carries parcels to other nodes and, on a socket, takes theirs.

python -m tracktwo_web.operations.line [FILE_DESCRIPTOR]
"""

import asyncio
import logging
import signal
import socket
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from tracktwo_web.operations.child import end_with_parent

if TYPE_CHECKING:
    from tracktwo_web.channel.wire.certificates import Identity

log = logging.getLogger(__name__)

GRACE = 5
OPTIONS: dict[str, Any] = {  # h11: it bounds how long the head of a request may be
    "http": "h11",
    "ws": "none",
    "lifespan": "off",
    "log_config": None,
    "access_log": False,
    "proxy_headers": False,
    "server_header": False,
    "date_header": False,
    "timeout_keep_alive": 75,
    "timeout_graceful_shutdown": GRACE,
}
LOOK_EVERY = 2.0
"""Seconds between looks for a line that was opened or connected meanwhile."""


def main() -> None:
    """Carry and listen until told to stop."""
    import django

    django.setup()
    end_with_parent()
    descriptor = int(sys.argv[1]) if len(sys.argv) > 1 else None
    listening = socket.socket(fileno=descriptor) if descriptor is not None else None
    asyncio.run(work(listening))


async def work(listening: socket.socket | None) -> None:
    """Both at once."""
    from tracktwo_web.channel.wire.courier import Courier

    stopping = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    carrying = asyncio.create_task(Courier().run(stopping))
    if listening is not None:
        await listen(listening, stopping)
    await carrying


async def listen(listening: socket.socket, stopping: asyncio.Event) -> None:
    """Take parcels; with other certificates as soon as another line is connected."""
    while not stopping.is_set():
        known = await asyncio.to_thread(certificates)
        if not known.peers:
            await _pause(stopping)
            continue
        await _listen_with(known, listening, stopping)


class Known(NamedTuple):
    """The certificate of this node, and those of the nodes that may speak to it."""

    own: str = ""
    peers: tuple[str, ...] = ()


def certificates() -> Known:
    """As the database has them now; none while it does not answer."""
    from django.db import DatabaseError, close_old_connections

    from tracktwo_web.channel.models import Line

    close_old_connections()
    try:
        found = Line.objects.exclude(peer_certificate="").exclude(routes=None)
        peers = set(found.values_list("peer_certificate", flat=True))
        own = Line.objects.values_list("certificate", flat=True).first()
        return Known(own or "", tuple(sorted(peers)))
    except DatabaseError:
        return Known()
    finally:
        close_old_connections()


async def _listen_with(known: Known, listening: socket.socket, stopping: asyncio.Event) -> None:
    own = await asyncio.to_thread(_identity)
    if own is None:
        await _pause(stopping)
        return
    server = server_for(own, known.peers)
    serving = asyncio.create_task(server.serve([listening.dup()]))
    while not stopping.is_set() and await asyncio.to_thread(certificates) in (known, Known()):
        await _pause(stopping)
    server.should_exit = True
    await serving


def server_for(own: "Identity", peers: Sequence[str]) -> Any:  # noqa: ANN401
    """What answers the nodes whose certificates these are, and nobody else."""
    import uvicorn

    from tracktwo_web.channel.wire.certificates import server_context
    from tracktwo_web.channel.wire.listener import Listener

    config = uvicorn.Config(Listener(), **OPTIONS)
    config.load()
    config.ssl = server_context(own, list(peers))
    return _quiet(config)


def _identity() -> "Identity | None":
    """What this node shows; None while it has nothing that opens: `tracktwo channel replace` mends that."""
    from tracktwo_web.channel.domain.logs import Unreadable
    from tracktwo_web.channel.domain.open import identity_of_node

    try:
        return identity_of_node()
    except Unreadable:
        log.warning("the line has no certificate that opens: the server's secret is another one")
        return None


async def _pause(stopping: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(stopping.wait(), LOOK_EVERY)
    except TimeoutError:
        return


def _quiet(config: Any) -> Any:  # noqa: ANN401
    """uvicorn's server, without its own way with signals: this process has one."""
    import contextlib

    import uvicorn

    class Server(uvicorn.Server):
        @contextlib.contextmanager
        def capture_signals(self) -> Any:  # noqa: ANN401
            yield

    return Server(config)


if __name__ == "__main__":
    main()
