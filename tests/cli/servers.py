"""`tracktwo serve` and `tracktwo demo` as processes of their own, on loopback and any free port."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+(?=/)")
COMMAND = [sys.executable, "-c", "from tracktwo_cli.main import main; main()"]
PATIENCE = 240
"""Seconds: machines that run many tests at once are slow. Nothing here asserts a time."""


@dataclass
class Running:
    """A server that has said that it is ready."""

    process: subprocess.Popen[str]
    told: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return next(m[0] for line in self.told if (m := ADDRESS.search(line)))

    def children(self, module: str) -> list[int]:
        """Processes that this server has started, by their module."""
        rows = subprocess.run(
            ["ps", "-A", "-ww", "-o", "pid=,ppid=,args="],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()
        found = (row.split(maxsplit=2) for row in rows)
        ours = str(self.process.pid)
        return [int(pid) for pid, parent, said in found if parent == ours and module in said]

    def is_well(self) -> bool:
        with suppress(URLError, OSError), urlopen(f"{self.address}/health", timeout=5) as answer:
            return answer.status == 200
        return False


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """A command to its end."""
    command = [*COMMAND, *arguments]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        env=environment(variables),
    )


@contextmanager
def running(*arguments: str, until: str, **variables: str) -> Iterator[Running]:
    """A server, once it has printed a line with `until`; stopped at the end."""
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        env=environment(variables),
    )
    server = Running(process)
    try:
        for line in process.stderr:
            server.told.append(line.rstrip())
            if until in line:
                break
        assert process.poll() is None, server.told
        yield server
    finally:
        stop(server)


def stop(server: Running) -> int:
    """Ask a server to stop, and wait until it has; its exit code, also when asked again."""
    if server.process.stderr.closed:
        return server.process.returncode
    if server.process.poll() is None:
        server.process.send_signal(signal.SIGTERM)
    code = server.process.wait(PATIENCE)
    server.told += [line.rstrip() for line in server.process.stderr]
    server.process.stderr.close()
    return code


def wait_until(is_so) -> bool:
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        if is_so():
            return True
        time.sleep(0.1)
    return False


def environment(variables: Mapping[str, str]) -> dict[str, str]:
    """This process's own, without what its tests have set."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("TRACKTWO_")}
    for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "PYTEST_CURRENT_TEST"):
        ours.pop(name, None)
    return ours | variables


def entries(folder: Path) -> dict[str, int]:
    """Names in a folder, with their permissions."""
    return {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}
