"""A node's address on loopback, as the process of the line serves it, and those who come to it."""

import asyncio
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracktwo_web.channel.domain.logs import opened
from tracktwo_web.channel.models import Line
from tracktwo_web.channel.wire.certificates import Identity
from tracktwo_web.operations.line import server_for

PATIENCE = 5.0


@contextmanager
def served(line: Line) -> Iterator[int]:
    """The port on which the other office's node is answered."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(64)
        server = server_for(identity_of(line), [line.peer_certificate])
        thread = threading.Thread(target=lambda: asyncio.run(server.serve([listening.dup()])))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield int(listening.getsockname()[1])
        server.should_exit = True
        thread.join()


def identity_of(line: Line) -> Identity:
    return Identity(line.certificate.encode(), opened(line, line.certificate_key))


def caller(folder: Path, own: Identity | None) -> ssl.SSLContext:
    """Whoever calls; with a certificate, if there is one."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    if own is not None:
        (folder / "own.pem").write_bytes(own.certificate + own.secret)
        context.load_cert_chain(folder / "own.pem")
    return context


def asked(port: int, context: ssl.SSLContext, request: bytes) -> int:
    """The status of the answer; 0 where there is none. The request ends where it ends."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as opened_:
        try:
            with context.wrap_socket(opened_) as wrapped:
                wrapped.sendall(request)
                wrapped.settimeout(0.5 if len(request) < 200 else PATIENCE)
                return _status(wrapped.recv(100))
        except (ssl.SSLError, ConnectionError, TimeoutError):
            return 0


def _status(answer: bytes) -> int:
    return int(answer.split(b" ")[1]) if answer.startswith(b"HTTP/1.1 ") else 0
