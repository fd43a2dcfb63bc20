"""How many live streams a server holds, and how fast a release reaches all of them.

    python benchmarks/web/streams.py [--streams 2000] [--processes 1,2] [--database sqlite,postgres]

The server is `tracktwo serve` itself on loopback; the listeners are a process of their own on the
same cores. One publication goes to all; its delay runs from just before the commit to each arrival.
"""

import argparse
import asyncio
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.web.server import Server, running

PUBLICATIONS = 7
RESULTS = Path(__file__).with_name("RESULTS-streams.md")


@dataclass(frozen=True)
class Measured:
    database: str
    processes: int
    streams: int
    bare_pss: float
    pss: float
    threads: tuple[int, int]
    delays: list[float]
    arrived: int
    joined_in: float
    idle_cpu: float
    left: int


def measure(database: str, processes: int, streams: int) -> Measured:
    with running(database, processes) as server:
        from tracktwo_web.events.publish import publish

        dialogue, cookies = consultation(streams)
        bare, threads = server.pss(), server.threads()
        begun = time.monotonic()
        with listeners(server, dialogue, cookies) as crowd:
            joined_in = time.monotonic() - begun
            time.sleep(2)
            held, cpu = server.pss(), server.cpu()
            time.sleep(3)
            idle = (server.cpu() - cpu) / 3
            delays: list[float] = []
            for number in range(PUBLICATIONS):
                publish(dialogue.id, "round", at=time.monotonic(), number=number)
                delays += crowd.hear(number)
            threads = (threads, server.threads())
        time.sleep(2)
        left = server.metric("tracktwo_streams_open")
        return Measured(
            database,
            processes,
            streams,
            bare,
            held,
            threads,
            delays,
            len(delays),
            joined_in,
            idle,
            left,
        )


def consultation(streams: int):
    """An open consultation, and cookies of so many visitors."""
    from tracktwo_web.accounts.domain.convenors import make_convenor
    from tracktwo_web.dialogues.domain.convene import DialoguePlan, SidePlan, convene
    from tracktwo_web.dialogues.domain.join import join

    plan = DialoguePlan(
        title={"en": "Open"},
        sides=[SidePlan("a", {"en": "A"}), SidePlan("b", {"en": "B"})],
        is_open=True,
    )
    dialogue = convene(plan, make_convenor("bench" + "@" + "example.org"))
    return dialogue, [join(dialogue, None).sealed() for _ in range(streams)]


class Crowd:
    """The process of the listeners, seen from here: a line in, a line out."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def say(self, **words: object) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()

    def wait(self) -> dict[str, object]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        assert line, "the listeners have ended"
        return json.loads(line)

    def hear(self, number: int) -> list[float]:
        heard = self.wait()
        assert heard["number"] == number, heard
        return heard["delays"]

    def __enter__(self) -> "Crowd":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()


def listeners(server: Server, dialogue, cookies: list[str]) -> Crowd:
    process = subprocess.Popen(
        [sys.executable, __file__, "--listen"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    crowd = Crowd(process)
    crowd.say(port=server.port, path=f"/d/{dialogue.id}/live", cookies=cookies)
    assert crowd.wait() == {"open": len(cookies)}
    return crowd


class Listening(asyncio.Protocol):
    """One browser: asks, then notes when each publication arrives."""

    def __init__(
        self, request: bytes, heard: dict[int, list[float]], opened: asyncio.Event
    ) -> None:
        self._request, self._heard, self._opened = request, heard, opened
        self.is_open = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport.write(self._request)  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        now = time.monotonic()
        if not self.is_open:
            assert data.startswith(b"HTTP/1.1 200"), data
            self.is_open = True
        for line in data.split(b"\n"):
            if line.startswith(b"data: "):
                told = json.loads(line[6:])
                self._heard.setdefault(told["number"], []).append(now - told["at"])


async def listen() -> None:
    """The other process: opens all streams, then says of each publication how late it came."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    told = json.loads(sys.stdin.readline())
    heard: dict[int, list[float]] = {}
    crowd = []
    loop = asyncio.get_running_loop()
    for cookie in told["cookies"]:
        head = f"GET {told['path']} HTTP/1.1\r\nHost: localhost\r\nCookie: seat={cookie}\r\n\r\n"
        _, one = await loop.create_connection(
            lambda head=head: Listening(head.encode(), heard, asyncio.Event()),
            "127.0.0.1",
            told["port"],
        )
        crowd.append(one)
        while sum(not one.is_open for one in crowd[-200:]) > 50:
            await asyncio.sleep(0.005)
    while not all(one.is_open for one in crowd):
        await asyncio.sleep(0.05)
    print(json.dumps({"open": len(crowd)}), flush=True)
    for number in range(PUBLICATIONS):
        while len(heard.get(number, ())) < len(crowd):
            await asyncio.sleep(0.02)
        print(json.dumps({"number": number, "delays": heard[number]}), flush=True)
    await asyncio.sleep(60)


def line(found: Measured) -> str:
    per_stream = (found.pss - found.bare_pss) * 1024 * found.processes / found.streams
    p50 = statistics.median(found.delays) * 1000
    p99 = statistics.quantiles(found.delays, n=100)[98] * 1000
    share = f"{found.arrived}/{found.streams * PUBLICATIONS}"
    return (
        f"| {found.database} | {found.processes} | {found.streams:,} | {found.bare_pss:.0f} "
        f"| {found.pss:.0f} | {per_stream:.1f} | {found.threads[0]} / {found.threads[1]} "
        f"| {p50:.0f} / {p99:.0f} | {share} | {found.joined_in:.1f} | {found.idle_cpu:.3f} "
        f"| {found.left} |"
    )


HEAD = """\
| database | web processes | streams | PSS without, MiB | PSS with, MiB | KiB a stream | threads before / with | delay p50 / p99, ms | arrived | all joined in, s | idle CPU, cores | open after all left |
|---|---|---|---|---|---|---|---|---|---|---|---|"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--streams", default="2000")
    parser.add_argument("--processes", default="1,2")
    parser.add_argument("--database", default="sqlite,postgres")
    parser.add_argument("--listen", action="store_true")
    asked = parser.parse_args()
    if asked.listen:
        asyncio.run(listen())
        return
    print(HEAD)
    for database in asked.database.split(","):
        for processes in map(int, asked.processes.split(",")):
            for streams in map(int, asked.streams.split(",")):
                ran = subprocess.run(
                    [sys.executable, "-c", ONE, database, str(processes), str(streams)],
                    env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
                    capture_output=True,
                    text=True,
                    check=False,
                )
                print(ran.stdout.strip() or ran.stderr[-800:], flush=True)


ONE = """
import sys
from benchmarks.web.streams import line, measure
print(line(measure(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))))
"""

if __name__ == "__main__":
    main()
