"""One sequence of faults between two nodes, and what must hold after it.

What is done is drawn from a seed: officers send and read; nodes, or only their processes of the line,
are killed; links are cut, slow, mended; disks are full; parcels are carried by hand, twice and in any order; a node comes
back with another clock, or with its database of an hour ago. Then everything is mended, and both nodes
must hold the same logs, with every message that an officer was told was sent exactly once and in order.
"""

import random
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.link import Link
from tests.faults.node import Node, listening, make_pair

STEPS = 24
DAY = 86_400
PATIENCE = 120.0


@dataclass
class Outcome:
    """What a sequence came to."""

    seed: int
    messages: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    """Sentences about what did not hold; empty where all did."""
    unsent: int = 0
    """Messages that were on nobody's disk any more when an old database was brought back."""


@dataclass
class Pair:
    """Two nodes, and the two ways from each to the other."""

    nodes: tuple[Node, Node]
    links: tuple[Link, ...]
    scratch: Path
    parcels: list[tuple[int, Path]] = field(default_factory=list)
    backups: dict[int, Path] = field(default_factory=dict)

    def start(self) -> None:
        for one in self.nodes:
            one.start()

    def kill(self) -> None:
        for one in self.nodes:
            one.kill()


@dataclass
class Ground:
    """Folders of two connected nodes, made once, and the ports that stay theirs."""

    folders: tuple[Path, Path]
    listening: tuple[Any, Any]
    links: tuple[Link, ...]

    def close(self) -> None:
        for one in (*self.links, *self.listening):
            one.close()

    @contextmanager
    def pair(self, scratch: Path) -> Iterator[Pair]:
        """A fresh copy of both nodes."""
        for link in self.links:
            link.mend()
            link.delay = 0.0
        nodes = []
        for folder, opened in zip(self.folders, self.listening, strict=True):
            copied = scratch / folder.name
            shutil.copytree(folder, copied)
            nodes.append(Node(copied, opened))
        pair = Pair((nodes[0], nodes[1]), self.links, scratch)
        try:
            yield pair
        finally:
            pair.kill()


def make_ground(folder: Path) -> Ground:
    """Two ways from each node to the other."""
    nato, china = listening(), listening()
    to_china = [Link(china.getsockname()[1]) for _ in range(2)]
    to_nato = [Link(nato.getsockname()[1]) for _ in range(2)]
    ports = ([one.port for one in to_china], [one.port for one in to_nato])
    return Ground(make_pair(folder, ports), (nato, china), (*to_china, *to_nato))


def play(ground: Ground, scratch: Path, seed: int, *, steps: int = STEPS) -> Outcome:
    """Do everything that the seed draws, mend it, and look."""
    outcome, chance = Outcome(seed), random.Random(seed)
    scratch.mkdir()
    with ground.pair(scratch) as pair:
        pair.start()
        for _ in range(steps):
            name = chance.choices(list(ACTS), [weight for weight, _ in ACTS.values()])[0]
            outcome.faults[name] += 1
            ACTS[name][1](pair, chance, outcome)
        _mend(pair)
        _settle(pair, outcome)
        _look(pair, outcome)
    shutil.rmtree(scratch)
    return outcome


def _send(pair: Pair, chance: random.Random, outcome: Outcome) -> None:
    node = chance.choice(pair.nodes)
    node.start()
    outcome.messages += len(node.send(chance.randint(1, 24)).get("codes", []))


def _read(pair: Pair, chance: random.Random, _: Outcome) -> None:
    node = chance.choice(pair.nodes)
    node.start()
    node.tell("read")


def _kill(pair: Pair, chance: random.Random, _: Outcome) -> None:
    """While it sends: the officer hears of nothing that was not on disk."""
    node = chance.choice(pair.nodes)
    if node.officer and node.officer.stdin and chance.random() < 0.5:
        node.officer.stdin.write('{"do": "send", "count": 50}\n')
        node.officer.stdin.flush()
        time.sleep(chance.random() * 0.2)
    node.kill()
    node.start()


def _kill_line(pair: Pair, chance: random.Random, _: Outcome) -> None:
    node = chance.choice(pair.nodes)
    node.kill_line()
    node.start()


def _cut(pair: Pair, chance: random.Random, _: Outcome) -> None:
    chance.choice(pair.links).cut()


def _restore_link(pair: Pair, chance: random.Random, _: Outcome) -> None:
    chance.choice(pair.links).mend()


def _slow(pair: Pair, chance: random.Random, _: Outcome) -> None:
    chance.choice(pair.links).delay = chance.random() * 0.1


def _pack(pair: Pair, chance: random.Random, _: Outcome) -> None:
    place = chance.randrange(2)
    pair.nodes[place].start()
    file = pair.scratch / f"parcel-{len(pair.parcels)}"
    if pair.nodes[place].tell("pack", file=str(file)).get("bytes"):
        pair.parcels.append((1 - place, file))


def _unpack(pair: Pair, chance: random.Random, _: Outcome) -> None:
    """Any of those carried so far, twice, the oldest as well as the newest."""
    for _ in range(2):
        if pair.parcels:
            place, file = chance.choice(pair.parcels)
            pair.nodes[place].start()
            pair.nodes[place].tell("unpack", file=str(file))


def _other_clock(pair: Pair, chance: random.Random, _: Outcome) -> None:
    node = chance.choice(pair.nodes)
    node.kill_line()
    node.clock = chance.choice((-DAY, 0, DAY))
    node.start()


def _back_up(pair: Pair, chance: random.Random, _: Outcome) -> None:
    place = chance.randrange(2)
    file = pair.scratch / f"backup-{place}"
    pair.nodes[place].back_up(file)
    pair.backups[place] = file


def _old_backup(pair: Pair, chance: random.Random, outcome: Outcome) -> None:
    """A node's disk is lost: what it had not given to the other yet is gone with it."""
    if not pair.backups:
        return
    place = chance.choice(sorted(pair.backups))
    node, other = pair.nodes[place], pair.nodes[1 - place]
    node.kill()
    node.restore(pair.backups[place])
    # Files packed from the lost disk would bring a second story: whoever carries them is told to stop.
    pair.parcels = [one for one in pair.parcels if one[0] == place]
    other.start()
    there = set(other.tell("proof")["codes"])
    node.start()
    here = set(node.tell("proof")["codes"])
    kept = [code for code in node.sent if code in there | here]
    outcome.unsent += len(node.sent) - len(kept)
    node.sent = kept


def _fill_disk(pair: Pair, chance: random.Random, _: Outcome) -> None:
    node = chance.choice(pair.nodes)
    node.start()
    node.fill_disk()


def _make_room(pair: Pair, chance: random.Random, _: Outcome) -> None:
    chance.choice(pair.nodes).make_room()


ACTS = {
    "send": (30, _send),
    "read": (8, _read),
    "kill -9 of a node": (8, _kill),
    "kill -9 of its line": (6, _kill_line),
    "cut link": (10, _cut),
    "mended link": (8, _restore_link),
    "slow link": (5, _slow),
    "parcel packed": (6, _pack),
    "parcels again, in any order": (8, _unpack),
    "clock off by a day": (3, _other_clock),
    "full disk": (3, _fill_disk),
    "room on the disk": (4, _make_room),
    "backup": (3, _back_up),
    "old backup restored": (2, _old_backup),
}


def _mend(pair: Pair) -> None:
    for link in pair.links:
        link.mend()
        link.delay = 0.0
    for node in pair.nodes:
        node.make_room()
        if node.clock:
            node.kill_line()
            node.clock = 0
    pair.start()


def _settle(pair: Pair, outcome: Outcome) -> None:
    """Wait until both hold the same, and nothing waits."""
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        states = [node.tell("state") for node in pair.nodes]
        is_even = states[0].get("heads") == states[1].get("heads")
        is_free = all(one.get("compared") and not one.get("waiting") for one in states)
        if is_even and is_free:
            return
        time.sleep(0.2)
    outcome.broken.append(f"the nodes do not come to an end: {states}")


def _look(pair: Pair, outcome: Outcome) -> None:
    one, other = (node.tell("proof") for node in pair.nodes)
    told = {"holds": "a log does not verify", "columns_say_it": "columns say another thing than logs",
            "in_order": "messages of an office are out of order"}  # fmt: skip
    for proof in (one, other):
        outcome.broken += [sentence for name, sentence in told.items() if not proof[name]]
    if (one["record"], one["told"]) != (other["record"], other["told"]):
        outcome.broken.append("the nodes hold two threads")
    counts = Counter(one["codes"])
    if twice := [code for code, count in counts.items() if count > 1]:
        outcome.broken.append(f"delivered twice: {twice[:3]}")
    sent = {code for node in pair.nodes for code in node.sent}
    if lost := sorted(sent - set(other["codes"]) | sent - set(one["codes"])):
        outcome.broken.append(f"lost: {lost[:3]} and {len(lost)} in all")
