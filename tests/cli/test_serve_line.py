"""The port of the line: it answers the node that was connected, and gives nobody else a byte of content."""

import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.nodes import OneNode, connect, make_pair
from tests.cli.servers import run, running, wait_until

READY = "Ctrl-C stops it"
REQUEST = b"POST /parcel HTTP/1.1\r\nHost: line\r\nContent-Length: 0\r\n\r\n"


@pytest.fixture(scope="module")
def called(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[OneNode, int]]:
    """The node that calls, and the port on which the other one is served."""
    nato, china = make_pair(tmp_path_factory.mktemp("served"))
    port = _free_port()
    connect((nato, china), (f"127.0.0.1:{port}",), ("127.0.0.1:1",))
    china.stop()
    arguments = ("serve", "--port", "0", "--processes", "1", "--line-port", str(port))
    with running(*arguments, "--data", str(china.folder), until=READY) as served:
        assert f"The other side's node is answered on 127.0.0.1, port {port}" in served.told
        yield nato, port
    nato.stop()


def test_node_that_was_connected_is_answered(called: tuple[OneNode, int]) -> None:
    nato, _ = called

    assert wait_until(lambda: nato.officer(do="call")["came"])
    assert nato.officer(do="state")["compared"] is True
    assert nato.officer(do="send", count=1)["codes"] == ["NATO-CR 0001/26"]
    assert nato.officer(do="call") == {"came": True}
    assert nato.officer(do="state")["heads"]["CHINA"][0] == 1


def test_plain_http_gets_nothing(called: tuple[OneNode, int]) -> None:
    nato, port = called
    assert wait_until(lambda: nato.officer(do="call")["came"])

    with socket.create_connection(("127.0.0.1", port), timeout=20) as opened:
        opened.sendall(REQUEST)
        answer = _all(opened)

    assert b"HTTP" not in answer
    assert len(answer) <= 7  # at most that this is no TLS


@pytest.mark.parametrize("has_certificate", [False, True])
def test_stranger_gets_nothing_by_tls(
    called: tuple[OneNode, int], tmp_path: Path, *, has_certificate: bool
) -> None:
    nato, port = called
    assert wait_until(lambda: nato.officer(do="call")["came"])
    context = _stranger(tmp_path if has_certificate else None)

    assert _asked(port, context) == b""


def test_port_of_the_line_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        ran = run("serve", "--port", "0", "--line-port", str(port), "--data", str(tmp_path))

    assert ran.returncode == 2
    assert ran.stderr == (
        f"tracktwo: port {port} is taken by another program; choose another with --line-port\n"
    )


def _asked(port: int, context: ssl.SSLContext) -> bytes:
    """What comes back; nothing where the handshake, or all after it, is refused."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as opened:
        try:
            with context.wrap_socket(opened) as wrapped:
                wrapped.sendall(REQUEST)
                return _all(wrapped)
        except (ssl.SSLError, ConnectionError):
            return b""


def _stranger(folder: Path | None) -> ssl.SSLContext:
    """Whoever asks; with a certificate of their own in the name of the office, if a folder is given."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    if folder is not None:
        import datetime as dt

        from tracktwo_web.channel.wire.certificates import make_identity

        own = make_identity("NATO", now=dt.datetime.now(dt.UTC))
        (folder / "own.pem").write_bytes(own.certificate + own.secret)
        context.load_cert_chain(folder / "own.pem")
    return context


def _all(opened: socket.socket) -> bytes:
    parts = []
    try:
        while part := opened.recv(1000):
            parts.append(part)
    except (ssl.SSLError, ConnectionError):
        pass
    return b"".join(parts)


def _free_port() -> int:
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        return int(opened.getsockname()[1])
