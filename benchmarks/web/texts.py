"""How long a delegate's words take to be saved while the whole room writes.

    python benchmarks/web/texts.py [--seconds 25] [--processes 1,2] [--database sqlite,postgres]

Forty delegates sit at one text with their event streams open. Each types at a person's pace: about one
saving a second, and every four seconds the browser asks where colleagues write. Eight of them write on
two passages together, so that some savings meet other words and are chosen about. The server is
`tracktwo serve` itself on loopback; the delegates are a process of their own on the same cores.
"""

import argparse
import asyncio
import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.web.server import running

DELEGATES, TOGETHER, SHARED = 40, 8, 2
PACE, LOOK_EVERY, WARMING = 1.0, 4.0, 3.0
CSRF = "a" * 32


@dataclass(frozen=True)
class Place:
    """Where one delegate writes."""

    cookie: str
    stream: str
    looks: str
    saves: str
    was: str
    words: str


@dataclass
class Taken:
    """Milliseconds from the sending of words to the answer, and the answers."""

    saving: list[float] = field(default_factory=list)
    looking: list[float] = field(default_factory=list)
    answers: Counter[int] = field(default_factory=Counter)


def places(which: str) -> list[Place]:
    """A dialogue in Django's own database, a text on its table, and forty who write on it."""
    from tracktwo.text.languages.concordance import source_hash
    from tracktwo_web.texts.marks_aside import without_marks
    from tracktwo_web.texts.queries import text_now

    dialogue, cookies = _room()
    text = _laid(dialogue, which)
    now = text_now(text)
    units = [one for one in now.units if one.texts.get("en")]
    random.Random(7).shuffle(units)
    found = []
    for number, cookie in enumerate(cookies):
        # Delegates sit on the two sides in turn: those who write together are of one side.
        own = units[SHARED * 2 + number % (len(units) - SHARED * 2)]
        unit = units[number % (SHARED * 2)] if number < TOGETHER else own
        base = f"/d/{dialogue.id}/texts/{text.id}"
        found.append(
            Place(
                cookie,
                f"/d/{dialogue.id}/live/{text.id}",
                f"{base}/drafts",
                f"{base}/units/{unit.id}/en/draft",
                source_hash(unit.texts["en"]),
                without_marks(unit.texts["en"]),
            )
        )
    return found


def _room() -> tuple[Any, list[str]]:
    from django.utils import timezone

    from tracktwo_web.accounts.domain.convenors import make_convenor
    from tracktwo_web.dialogues.cookie import Sitting
    from tracktwo_web.dialogues.domain.convene import DialoguePlan, SidePlan, convene
    from tracktwo_web.dialogues.domain.keys import issue_key
    from tracktwo_web.dialogues.models import Acceptance, Seat
    from tracktwo_web.dialogues.roles import Role
    from tracktwo_web.dialogues.secrets import Root

    sides = [SidePlan(code, {"en": code.upper()}) for code in ("nato", "china")]
    plan = DialoguePlan({"en": "A room"}, sides, procedure={"en": "Nobody is quoted."})
    dialogue = convene(plan, make_convenor("room" + "@" + "example.org"))
    dialogue.stage = "text"
    dialogue.save()
    there, cookies = list(dialogue.sides.all()), []
    for number in range(DELEGATES):
        seat = Seat.objects.create(
            dialogue=dialogue, side=there[number % 2], role=Role.MEMBER, label=f"S-{number}"
        )
        Acceptance.objects.create(seat=seat, procedure=dialogue.procedures.get())
        secret = issue_key(seat, now=timezone.now()).secret
        cookies.append(Sitting(Root.of(secret), seat.keys.get().id).sealed())
    return dialogue, cookies


def _laid(dialogue: Any, which: str) -> Any:
    from tracktwo_web.texts.domain.lay import lay_on_table, lay_with_history

    if which == "300 pages":
        from text import _text

        return lay_on_table(dialogue, _text(seed=1))
    from tracktwo_web.operations.demo.example import read_example_text

    return lay_with_history(dialogue, read_example_text())


class Delegate:
    """One browser: a stream it listens to, and a line on which it saves and looks."""

    def __init__(self, port: int, place: Place, number: int) -> None:
        self._port, self._place = port, place
        self._draw = random.Random(number)
        self._seen, self._count = 0, 0

    async def work(self, until: float, taken: Taken) -> None:
        stream = await self._listen()
        self._line = await asyncio.open_connection("127.0.0.1", self._port)
        await asyncio.sleep(self._draw.random() * PACE)
        look_at = time.monotonic() + self._draw.random() * LOOK_EVERY
        while time.monotonic() < until:
            await self._save(taken)
            if time.monotonic() > look_at:
                _, _, took = await self._ask("GET", self._place.looks)
                taken.looking.append(took)
                look_at += LOOK_EVERY
            await asyncio.sleep(self._draw.uniform(0.6, 1.4) * PACE)
        for _, writer in (stream, self._line):
            writer.close()

    async def _save(self, taken: Taken) -> None:
        self._count += 1
        words = f"{self._place.words} And {self._count} more of {self._draw.randrange(10**6)}."
        body = json.dumps({"words": words, "seen": self._seen, "was": self._place.was})
        status, told, took = await self._ask("POST", self._place.saves, body)
        taken.saving.append(took)
        taken.answers[status] += 1
        self._seen = told["edition"]

    async def _ask(self, method: str, path: str, body: str = "") -> tuple[int, Any, float]:
        reader, writer = self._line
        begun = time.monotonic()
        writer.write(self._head(method, path, body).encode() + body.encode())
        status = int((await reader.readline()).split()[1])
        while (await reader.readline()) != b"\r\n":
            pass
        content = b""
        while size := int(await reader.readline(), 16):
            content += (await reader.readexactly(size + 2))[:size]
        await reader.readline()
        assert status in (200, 409), (status, content[:500])
        return status, json.loads(content), (time.monotonic() - begun) * 1000

    def _head(self, method: str, path: str, body: str = "") -> str:
        lines = [
            f"{method} {path} HTTP/1.1",
            "Host: localhost",
            f"Cookie: seat={self._place.cookie}; csrftoken={CSRF}",
            f"X-CSRFToken: {CSRF}",
            "Content-Type: application/json",
            f"Content-Length: {len(body.encode())}",
        ]
        return "\r\n".join(lines) + "\r\n\r\n"

    async def _listen(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        writer.write(self._head("GET", self._place.stream).encode())
        answer = await reader.readline()
        assert b" 200" in answer, answer
        return reader, writer


async def write_together(port: int, those: list[Place], seconds: float) -> Taken:
    """Everybody writes for a while; the first moments, in which processes warm up, do not count."""
    everybody = [Delegate(port, place, number) for number, place in enumerate(those)]
    taken = Taken()
    begun = time.monotonic()

    async def forget_the_first() -> None:
        await asyncio.sleep(WARMING)
        for one in (taken.saving, taken.looking, taken.answers):
            one.clear()

    until = begun + WARMING + seconds
    await asyncio.gather(forget_the_first(), *(one.work(until, taken) for one in everybody))
    return taken


def measure(which: str, database: str, processes: int, seconds: float) -> str:
    with running(database, processes) as server:
        those = places(which)
        told = json.dumps(
            {"port": server.port, "seconds": seconds, "places": [vars(one) for one in those]}
        )
        before, begun = server.cpu(), time.monotonic()
        ran = subprocess.run(
            [sys.executable, __file__, "--write"],
            input=told, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr[-2000:]
        cores = (server.cpu() - before) / (time.monotonic() - begun)
        found = json.loads(ran.stdout)
    saving, looking = found["saving"], found["looking"]
    met = found["answers"].get("409", 0)
    return (
        f"| {which} | {database} | {processes} | {len(saving) / seconds:.0f} "
        f"| {statistics.median(saving):.0f} / {_share(saving, 95):.0f} / {_share(saving, 99):.0f} "
        f"| {statistics.median(looking):.0f} / {_share(looking, 95):.0f} "
        f"| {met:,} of {len(saving):,} | {cores:.2f} |"
    )


def _share(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100)[percent - 1]


HEAD = """\
| text | database | web processes | savings a second | saved in p50 / p95 / p99, ms | looked for colleagues p50 / p95, ms | met other words | server CPU, cores |
|---|---|---|---|---|---|---|---|"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=25)
    parser.add_argument("--processes", default="1,2")
    parser.add_argument("--database", default="sqlite,postgres")
    parser.add_argument("--text", default="example,300 pages")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    if asked.write:
        told = json.loads(sys.stdin.read())
        those = [Place(**one) for one in told["places"]]
        taken = asyncio.run(write_together(told["port"], those, told["seconds"]))
        json.dump(vars(taken), sys.stdout)
        return
    print(HEAD)
    for which in asked.text.split(","):
        for database in asked.database.split(","):
            for processes in asked.processes.split(","):
                ran = subprocess.run(
                    [sys.executable, "-c", ONE, which, database, processes, str(asked.seconds)],
                    env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
                    capture_output=True,
                    text=True,
                    check=False,
                )
                print(ran.stdout.strip() or ran.stderr[-1500:], flush=True)


ONE = """
import sys
from benchmarks.web.texts import measure
print(measure(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])))
"""

if __name__ == "__main__":
    main()
