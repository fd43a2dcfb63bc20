"""The sockets on which the web processes answer, opened once and kept over their restarts."""

import errno
import socket
import sys
import time

from tracktwo_web.operations.errors import CannotRun

BACKLOG = 2048
PATIENCE = 3.0
"""Seconds in which processes of a server that was killed give the port back."""


def open_sockets(host: str, port: int, count: int, *, option: str = "--") -> list[socket.socket]:
    """A listening socket for each process, between which the system spreads connections evenly.

    Where it cannot do that (it can on Linux), all processes share one. `option` is how the options
    begin by which the user chose host and port.
    """
    family, address = _address(host, port, option)
    _refuse_taken(family, address, option)
    spreads = sys.platform == "linux" and count > 1
    first = _listening(family, address, spreads=spreads)
    if not spreads:
        return [first] * count
    address = first.getsockname()
    return [first, *(_listening(family, address, spreads=True) for _ in range(count - 1))]


def _address(host: str, port: int, option: str) -> tuple[socket.AddressFamily, tuple[object, ...]]:
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (OSError, OverflowError) as error:
        raise CannotRun(
            f"{host} is no address of this machine; try {option}host 127.0.0.1"
        ) from error
    return family, address


def _refuse_taken(family: socket.AddressFamily, address: tuple[object, ...], option: str) -> None:
    """Sockets that share a port would also share it with somebody else's: find that out first."""
    give_up = time.monotonic() + PATIENCE
    while True:
        try:
            _listening(family, address, spreads=False).close()
        except OSError as error:
            if error.errno != errno.EADDRINUSE or time.monotonic() > give_up:
                raise CannotRun(_told(error, address, option)) from error
            time.sleep(0.1)
        else:
            return


def _listening(
    family: socket.AddressFamily, address: tuple[object, ...], *, spreads: bool
) -> socket.socket:
    opened = socket.socket(family, socket.SOCK_STREAM)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if spreads:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    try:
        opened.bind(address)
    except OSError:
        opened.close()
        raise
    opened.listen(BACKLOG)
    return opened


def _told(error: OSError, address: tuple[object, ...], option: str) -> str:
    host, port = address[:2]
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken by another program; choose another with {option}port"
    if error.errno == errno.EACCES:
        return f"port {port} is kept for the system; choose one above 1023 with {option}port"
    return f"cannot answer on {host}: {error.strerror}; try {option}host 127.0.0.1"
