"""One node of two: its folder, its process of the line, and its duty officer; each can be killed."""

import json
import os
import resource
import shutil
import socket
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

OFFICES = ("NATO", "CHINA")
EMPTY = "empty"
"""A database with tables and nothing in them, beside the first node's."""


class Node:
    """Starts what it is told to, and knows what it was told was sent."""

    def __init__(self, folder: Path, listening: socket.socket) -> None:
        self.folder, self.listening = folder, listening
        self.clock = 0
        self.is_full = False
        self.sent: list[str] = []
        """Codes that the officer was told of: in the log, on disk."""
        self.line: subprocess.Popen[bytes] | None = None
        self.officer: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """What is down. A node that was down wholly asks the other anew first, as a server does."""
        is_down = self.line is None and self.officer is None
        self.is_full = self.is_full and not is_down  # who starts a server makes room first
        if self.officer is None:
            self.officer = _popen(
                "tests.faults.officer",
                [str(self.folder), *(["anew"] if is_down else [])],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            assert self.officer.stdout is not None
            assert json.loads(self.officer.stdout.readline()) == {"is": "ready"}
        if self.line is None:
            number = self.listening.fileno()
            arguments = [str(self.folder), str(number), str(self.clock)]
            self.line = _popen("tests.faults.line_process", arguments, pass_fds=[number])
        if self.is_full:
            self.fill_disk()

    def fill_disk(self) -> None:
        """No file of this node may grow: SQLite meets that as it meets a full disk."""
        self.is_full = True
        files = [self.database, Path(f"{self.database}-wal")]
        self._allow(max(one.stat().st_size for one in files if one.exists()))

    def make_room(self) -> None:
        self.is_full = False
        self._allow(resource.RLIM_INFINITY)

    def _allow(self, most: int) -> None:
        for one in filter(None, (self.line, self.officer)):
            with suppress(ProcessLookupError):
                _, hard = resource.prlimit(one.pid, resource.RLIMIT_FSIZE)
                resource.prlimit(one.pid, resource.RLIMIT_FSIZE, (most, hard))

    def kill_line(self) -> None:
        if self.line is not None:
            self.line.kill()
            self.line.wait()
        self.line = None

    def kill_officer(self) -> None:
        if self.officer is not None:
            self.officer.kill()
            self.officer.wait()
            for pipe in (self.officer.stdin, self.officer.stdout):
                with suppress(BrokenPipeError):
                    pipe.close()  # type: ignore[union-attr]  # both are pipes
        self.officer = None

    def kill(self) -> None:
        """Everything at once, as when the power goes."""
        self.kill_line()
        self.kill_officer()

    def tell(self, do: str, **order: Any) -> dict[str, Any]:
        """What the officer answers; nothing where it was killed over it."""
        if self.officer is None or self.officer.stdin is None or self.officer.stdout is None:
            return {}
        with suppress(BrokenPipeError):
            self.officer.stdin.write(json.dumps({"do": do, **order}) + "\n")
            self.officer.stdin.flush()
            if answer := self.officer.stdout.readline():
                told: dict[str, Any] = json.loads(answer)
                return told
        return {}

    def send(self, count: int) -> dict[str, Any]:
        told = self.tell("send", count=count)
        self.sent += [code for code in told.get("codes", []) if code]
        return told

    def back_up(self, to: Path) -> None:
        with sqlite3.connect(self.database) as source, sqlite3.connect(to) as target:
            source.backup(target)

    def restore(self, backup: Path) -> None:
        """Bring an old database back; the node is down."""
        for suffix in ("", "-wal", "-shm"):
            Path(f"{self.database}{suffix}").unlink(missing_ok=True)
        shutil.copyfile(backup, self.database)

    @property
    def database(self) -> Path:
        return self.folder / "tracktwo.sqlite3"


def make_pair(folder: Path, ports: tuple[list[int], list[int]]) -> tuple[Path, Path]:
    """Two folders, connected: `ports` are where each calls the other."""
    folders = tuple(folder / office.lower() for office in OFFICES)
    cards = [_make(folders[0], OFFICES[0], template=None)]
    cards.append(_make(folders[1], OFFICES[1], template=folders[0]))
    for place, office in enumerate(OFFICES):
        addresses = [f"127.0.0.1:{port}" for port in ports[place]]
        _make(folders[place], office, addresses, card=cards[1 - place])
    return folders[0], folders[1]


def listening() -> socket.socket:
    opened = socket.socket()
    opened.bind(("127.0.0.1", 0))
    opened.listen(128)
    return opened


def _make(
    folder: Path,
    office: str,
    addresses: list[str] | None = None,
    *,
    card: str = "",
    template: Path | None = None,
) -> str:
    """Run what makes a node; a template spares it the migrations, and leaves nothing else."""
    if template is not None:
        folder.mkdir(parents=True)
        shutil.copyfile(template / EMPTY, folder / EMPTY)
    peer = OFFICES[1 - OFFICES.index(office)]
    module = [sys.executable, "-m", "tests.faults.making", str(folder), office, peer]
    made = subprocess.run(
        [*module, *(addresses or [])],
        input=card,
        capture_output=True,
        text=True,
        check=False,
        env=_environment(),
    )
    assert made.returncode == 0, made.stderr
    return made.stdout


def _popen(module: str, arguments: list[str], **more: Any) -> subprocess.Popen[Any]:
    return subprocess.Popen([sys.executable, "-m", module, *arguments], env=_environment(), **more)


def _environment() -> dict[str, str]:
    """This process's own, without what its tests have set."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("TRACKTWO_")}
    for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "PYTEST_CURRENT_TEST"):
        ours.pop(name, None)
    return ours
