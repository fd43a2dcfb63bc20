"""Sockets for several processes on one port."""

import socket

import pytest

from tracktwo_web.operations import sockets
from tracktwo_web.operations.errors import CannotRun
from tracktwo_web.operations.sockets import open_sockets


@pytest.mark.parametrize("count", [1, 3])
def test_every_process_gets_a_socket_on_the_same_port(count: int) -> None:
    opened = open_sockets("127.0.0.1", 0, count)

    ports = {one.getsockname()[1] for one in opened}
    for one in opened:
        one.close()
    assert len(opened) == count
    assert len(ports) == 1


def test_port_of_another_server_is_not_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sockets, "PATIENCE", 0)
    ours = open_sockets("127.0.0.1", 0, 2)
    port = ours[0].getsockname()[1]

    with pytest.raises(CannotRun) as refused:
        open_sockets("127.0.0.1", port, 2)

    for one in ours:
        one.close()
    assert str(refused.value) == (
        f"port {port} is taken by another program; choose another with --port"
    )


def test_address_of_another_machine_is_told() -> None:
    with pytest.raises(CannotRun) as refused:
        open_sockets("192.0.2.1", 8000, 1)

    assert str(refused.value).startswith("cannot answer on 192.0.2.1: ")


def test_killed_server_gives_its_port_back() -> None:
    with socket.socket() as left:
        left.bind(("127.0.0.1", 0))
        port = left.getsockname()[1]

    (opened,) = open_sockets("127.0.0.1", port, 1)

    assert opened.getsockname()[1] == port
    opened.close()
