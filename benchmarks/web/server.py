"""`tracktwo serve` on a folder of its own, for as long as it is measured, and how much it takes."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast
from urllib.error import URLError
from urllib.request import urlopen

WEB = "tracktwo_web.operations.web"
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Server:
    """A running server. Its figures are those of its web processes together, or of the largest."""

    process: subprocess.Popen[bytes]
    port: int
    data: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def web(self) -> list[int]:
        """The web processes."""
        return self.children(WEB)

    def children(self, module: str) -> list[int]:
        """Processes that this very server has started, by their module."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                command = (folder / "cmdline").read_bytes().decode().split("\0")
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                if module in command and parent == self.process.pid:
                    found.append(int(folder.name))
        return found

    def pss(self) -> float:
        """MiB of the largest web process."""
        return max(_pss(pid) for pid in self.web())

    def threads(self) -> int:
        """Of the web process that has most."""
        return max(len(list(Path(f"/proc/{pid}/task").iterdir())) for pid in self.web())

    def cpu(self) -> float:
        """Seconds that all web processes have used."""
        return sum(_cpu(pid) for pid in self.web())

    def metric(self, name: str) -> int:
        """The value of a metric without labels."""
        with urlopen(f"{self.address}/metrics") as answer:
            lines = answer.read().decode().splitlines()
        return int(float(next(one for one in lines if one.startswith(f"{name} ")).split()[1]))


@contextmanager
def running(database: str, processes: int = 1, *, small: bool = False) -> Iterator[Server]:
    """A server on a fresh folder, and on a fresh PostgreSQL if that is asked for. Django is set up
    for the same database in this process. `small`: the folder is a file system of 64 MiB.
    """
    folder = Path(tempfile.mkdtemp(prefix="tracktwo-bench-"))
    data = folder / "data"
    if small:
        data.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(data)], check=True)
    os.environ["TRACKTWO_DATA"] = str(data)
    os.environ.pop("DATABASE_URL", None)
    postgres = None
    if database == "postgres":
        from tests.web.postgres import start

        os.environ["DATABASE_URL"], postgres = start()
    server = launch(data, processes)
    try:
        from tracktwo_web.operations.boot import set_up

        set_up()
        yield server
    finally:
        server.process.send_signal(signal.SIGTERM)
        server.process.wait(40)
        if postgres:
            from django.db import connection
            from tests.web.postgres import stop

            connection.close()
            stop(postgres)
        if small:
            subprocess.run(["umount", "--lazy", str(data)], check=True)
        shutil.rmtree(folder, ignore_errors=True)


def launch(data: Path, processes: int, port: int = 0) -> Server:
    """Start a server and wait until it answers."""
    port = port or _free_port()
    arguments = ["--data", str(data), "--port", str(port), "--processes", str(processes)]
    command = [str(Path(sys.executable).with_name("tracktwo")), "serve", *arguments]
    with _written_down(data.parent / "serve.log") as log:
        server = Server(subprocess.Popen(command, stdout=log, stderr=log), port, data)
    wait_until_up(server)
    return server


@contextmanager
def _written_down(path: Path) -> Iterator[IO[bytes]]:
    """A pipe whose other end writes a log, as a server has one in service: a limit on the files of the
    server is none on what it says.
    """
    with path.open("ab") as log:
        writer = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=log)
    with cast("IO[bytes]", writer.stdin) as pipe:
        yield pipe


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_up(server: Server, patience: float = 120) -> None:
    give_up = time.monotonic() + patience
    while time.monotonic() < give_up and server.process.poll() is None:
        with suppress(URLError, OSError), urlopen(f"{server.address}/health") as answer:
            if answer.status == 200:
                return
        time.sleep(0.05)
    raise RuntimeError((server.data.parent / "serve.log").read_text()[-2000:])


def _pss(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return int(next(one for one in lines if one.startswith("Pss:")).split()[1]) / 1024


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS
