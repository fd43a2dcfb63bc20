"""Two nodes made by the commands, each in a folder of its own; their officers speak through a process."""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.cli.conftest import EXAMPLE, Ran
from tests.cli.servers import environment, run

ADDRESS = "convenor" + "@" + "example.org"
PEER = {"NATO": "CHINA", "CHINA": "NATO"}


@dataclass
class OneNode:
    """A folder, the office whose node it is, the dialogue in it, and a process that types commands there."""

    folder: Path
    office: str
    dialogue: str
    typist: "subprocess.Popen[str] | None" = None

    @property
    def peer(self) -> str:
        return PEER[self.office]

    @property
    def card(self) -> Path:
        return self.folder.parent / f"{self.office}.json"

    def run(self, command: str, *arguments: object) -> Ran:
        words = ["channel", command, *map(str, arguments), "--data", str(self.folder)]
        return Ran(**self._told({"type": words}))

    def must(self, command: str, *arguments: object) -> str:
        """What a command says that must not be refused."""
        ran = self.run(command, *arguments)
        assert ran.code == 0, ran.err
        return ran.err

    def open(self) -> str:
        """Open this end; the fingerprint that is to be read out."""
        side = self.office.lower()
        who = ("--side", side, "--office", self.office, "--to", self.peer)
        told = self.must("open", self.dialogue, *who, "--card", self.card)
        return re.search(r"fingerprint of \w+: ([\d ]+)", told)[1]

    def officer(self, **order: Any) -> dict[str, Any]:
        """What the duty officer of this node answers to one order."""
        return self._told(order)

    def stop(self) -> None:
        """End the process; the next command begins another."""
        if self.typist is not None:
            self.typist.stdin.close()
            self.typist.wait()
            self.typist.stdout.close()
        self.typist = None

    def _told(self, order: dict[str, Any]) -> dict[str, Any]:
        if self.typist is None:
            self.typist = subprocess.Popen(
                [sys.executable, "-m", "tests.cli.typist", str(self.folder)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env=environment({}),
            )
        self.typist.stdin.write(json.dumps(order) + "\n")
        self.typist.stdin.flush()
        return json.loads(self.typist.stdout.readline())


Pair = tuple[OneNode, OneNode]


def make_pair(folder: Path) -> Pair:
    """The same dialogue in two folders, each with a secret of its own; no line is open yet."""
    first, second = folder / "nato", folder / "china"
    assert run("migrate", "--data", str(first)).returncode == 0
    assert run("convenor", ADDRESS, "--data", str(first)).returncode == 0
    brought = run(
        "import", str(EXAMPLE), "--convenor", ADDRESS, "--statements-only", "--data", str(first)
    )
    assert brought.returncode == 0, brought.stderr
    dialogue = re.search(r"in dialogue ([0-9a-f-]{36})", brought.stderr)[1]
    second.mkdir()
    for name in first.glob("tracktwo.sqlite3*"):
        shutil.copyfile(name, second / name.name)
    return OneNode(first, "NATO", dialogue), OneNode(second, "CHINA", dialogue)


def connect(pair: Pair, *ways: tuple[str, ...]) -> None:
    """Open both ends, and connect each with the other's card."""
    read_out = [node.open() for node in pair]
    for node, other, digits, addresses in zip(
        pair, reversed(pair), reversed(read_out), ways or ((), ()), strict=True
    ):
        told = [word for one in addresses for word in ("--address", one)]
        node.must("connect", other.card, "--fingerprint", digits, *told)


def copied(pair: Pair, folder: Path) -> Pair:
    """Both nodes once more, for a test that may spoil them."""
    made = []
    for node in pair:
        shutil.copytree(node.folder, folder / node.folder.name)
        shutil.copyfile(node.card, folder / node.card.name)
        made.append(OneNode(folder / node.folder.name, node.office, node.dialogue))
    return made[0], made[1]


def carry(sender: OneNode, recipient: OneNode, name: str) -> str:
    """Pack at one node and unpack at the other; what the second said."""
    file = sender.folder.parent / name
    sender.must("pack", sender.peer, file)
    return recipient.must("unpack", file)
