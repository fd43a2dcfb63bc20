"""Running both nodes beside each other, each a server with its own folder; their line goes over TLS."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tracktwo_web.operations.data_folder import FOR_OWNER_FILE, make_folder
from tracktwo_web.operations.demo.run import Door, forget_installation, usual_folder
from tracktwo_web.operations.demo.two.fill import OFFICES, fill_two
from tracktwo_web.operations.errors import CannotRun

FILE = "two-nodes.json"
WHO = {"officer": "duty officer", "head": "head of delegation", "secretariat": "secretariat"}


@dataclass(frozen=True)
class NodeDoors:
    """What is printed of one node when it answers."""

    office: str
    address: str
    doors: tuple[Door, ...]


def run_two(
    port: int,
    data: Path | None,
    *,
    on_step: Callable[[str], None],
    on_ready: Callable[[tuple[NodeDoors, ...], Path, float], None],
) -> None:
    """Serve both nodes until told to stop."""
    begun = time.monotonic()
    forget_installation()
    folder = (data or usual_folder().with_name("two-nodes")).resolve()
    secrets = _filled(folder, on_step)
    with ExitStack() as at_the_end:
        running = _start(folder, port, at_the_end)
        nodes = tuple(
            NodeDoors(office, address, _doors(address, secrets[office]))
            for office, (_, address) in zip(OFFICES, running, strict=True)
        )
        on_ready(nodes, folder, time.monotonic() - begun)
        _wait([process for process, _ in running])


def _filled(folder: Path, on_step: Callable[[str], None]) -> dict[str, dict[str, str]]:
    """The links to both nodes; a first start that was interrupted is begun anew."""
    kept = folder / FILE
    if kept.exists():
        told: dict[str, dict[str, str]] = json.loads(kept.read_text(encoding="utf-8"))
        return told
    if folder.is_dir() and any(folder.iterdir()) and not (folder / f".{FILE}").exists():
        raise CannotRun(
            f"{folder} holds something that is not this demonstration; choose another --data"
        )
    make_folder(folder)
    (folder / f".{FILE}").touch()
    folders = (folder / "nato", folder / "china")
    for one in folders:
        _empty(one)
    on_step("filling two nodes with a month of simulated exercise traffic")
    secrets = fill_two(folders, datetime.now(UTC))
    descriptor = os.open(kept, os.O_CREAT | os.O_WRONLY | os.O_EXCL, FOR_OWNER_FILE)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(secrets, file)
    return secrets


def _empty(folder: Path) -> None:
    make_folder(folder)
    for one in folder.iterdir():
        if one.is_file():
            one.unlink()


def _start(
    folder: Path, port: int, at_the_end: ExitStack
) -> list[tuple["subprocess.Popen[str]", str]]:
    lines = [_free_port() for _ in OFFICES]
    started = []
    for place, office in enumerate(OFFICES):
        web = port + place if port else 0
        numbers = [web, lines[place], lines[1 - place]]
        process = _serving(folder / office.lower(), numbers)
        at_the_end.callback(_stop, process)
        started.append(process)
    return [(one, _address(one)) for one in started]


def _serving(folder: Path, numbers: list[int]) -> "subprocess.Popen[str]":
    module = "tracktwo_web.operations.demo.two.serve_one"
    return subprocess.Popen(  # noqa: S603 -- our own module
        [sys.executable, "-m", module, str(folder), *map(str, numbers)],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def _address(process: "subprocess.Popen[str]") -> str:
    address = process.stdout.readline().strip() if process.stdout else ""
    if not address:
        raise CannotRun("a node of the demonstration did not come up; the lines above say why")
    return address


def _doors(address: str, secrets: dict[str, str]) -> tuple[Door, ...]:
    return tuple(Door(WHO[who], f"{address}/seat/{secret}") for who, secret in secrets.items())


def _wait(processes: list["subprocess.Popen[str]"]) -> None:
    """Until somebody says stop, or a node ends."""
    is_stopping = False

    def stop(*_: object) -> None:
        nonlocal is_stopping
        is_stopping = True

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    while not is_stopping and all(one.poll() is None for one in processes):
        time.sleep(0.2)


def _stop(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    process.wait()
    if process.stdout is not None:
        process.stdout.close()


def _free_port() -> int:
    """One that nobody listens on now."""
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        return int(opened.getsockname()[1])
