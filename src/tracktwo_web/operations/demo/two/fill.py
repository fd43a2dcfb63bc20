"""A month of exercise traffic between two nodes, played by two simulated officers who see only their own."""

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracktwo.channel.messages import Message as Said
from tracktwo.channel.messages.as_json import message_json
from tracktwo.exchange.channel.traffic_file import read_traffic
from tracktwo_web.operations.demo.example import folder_of_example
from tracktwo_web.operations.errors import CannotRun

OFFICES = ("NATO", "CHINA")
ON_ITS_WAY = dt.timedelta(seconds=2)
UNREAD_OF_THE_LAST = 3
"""So many of the newest that came in are left for whoever tries the demonstration."""
JSON = dict[str, Any]


@dataclass
class Officer:
    """One of the two processes."""

    process: "subprocess.Popen[str]"

    def tell(self, do: str, **order: Any) -> JSON:  # noqa: ANN401 -- JSON
        """What the officer answers. Raises `CannotRun` where its process has ended."""
        if self.process.stdin is None or self.process.stdout is None:
            raise CannotRun("the demonstration's officer has no ears")
        self.process.stdin.write(json.dumps({"do": do, **order}) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise CannotRun(
                "a node of the demonstration could not be filled; the lines above say why"
            )
        told: JSON = json.loads(answer)
        return told


def fill_two(folders: tuple[Path, Path], now: dt.datetime) -> dict[str, dict[str, str]]:
    """Make both nodes and play what was sent by now; secrets of seats by office and seat."""
    with _officer(folders[0], *OFFICES) as nato, _officer(folders[1], *reversed(OFFICES)) as china:
        officers = dict(zip(OFFICES, (nato, china), strict=True))
        begun = {office: one.tell("begin") for office, one in officers.items()}
        for office, one in officers.items():
            one.tell("connect", card=begun[_other(office)]["card"], addresses=[NOWHERE])
        for office in (*OFFICES, OFFICES[0]):  # each is answered once: from then on it may speak
            _carry(officers, office, _first(now))
        _play(officers, now)
    return {office: told["secrets"] for office, told in begun.items()}


NOWHERE = "127.0.0.1:1"
"""Until the nodes run, and their ports are known."""


def _first(now: dt.datetime) -> dt.datetime:
    times = [said.sent for said in _traffic() if said.sent]
    return min([*times, now]) - dt.timedelta(hours=1)


def _traffic() -> list[Said]:
    return [one.message for one in read_traffic(folder_of_example() / "channel" / "traffic.jsonl")]


def _play(officers: Mapping[str, Officer], now: dt.datetime) -> None:
    said = [one for one in _traffic() if one.sent and one.sent < now - dt.timedelta(hours=1)]
    unread = {one.id for one in said[-UNREAD_OF_THE_LAST:]}
    for one in said:
        if one.sent is not None:
            _carry(officers, one.originator, one.sent, one, is_read=one.id not in unread)
    for office in OFFICES:
        _carry(officers, office, now)


def _carry(
    officers: Mapping[str, Officer],
    sender: str,
    at: dt.datetime,
    said: Said | None = None,
    *,
    is_read: bool = False,
) -> None:
    """What an office says, with all that is new in its log, and how the other takes it."""
    message = message_json(said) if said else None
    parcel = officers[sender].tell("say", message=message, at=at.isoformat())["parcel"]
    came = at + ON_ITS_WAY
    order = {"parcel": parcel, "at": came.isoformat()}
    if said and is_read:
        minutes = 4 + said.id.number % 7
        order |= {
            "reads": str(said.id),
            "read_at": (came + dt.timedelta(minutes=minutes)).isoformat(),
        }
    officers[_other(sender)].tell("hear", **order)


def _other(office: str) -> str:
    return OFFICES[1 - OFFICES.index(office)]


@contextmanager
def _officer(folder: Path, office: str, peer: str) -> Iterator[Officer]:
    module = "tracktwo_web.operations.demo.two.officer"
    process = subprocess.Popen(  # noqa: S603 -- our own module
        [sys.executable, "-m", module, str(folder), office, peer],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
    )
    try:
        yield Officer(process)
    finally:
        if process.stdin is not None:
            process.stdin.close()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
