"""Answers that come when people come: at random moments, however long others wait."""

import asyncio
import random
import resource
import statistics
import time
from dataclasses import dataclass, field

from benchmarks.web.crowd import Crowd, body


@dataclass
class Line:
    """A connection that is kept open."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter


@dataclass
class Arrivals:
    """Sends answers at planned moments; a delay runs from the planned moment, not the sending."""

    port: int
    crowd: Crowd
    first: int
    free: list[Line] = field(default_factory=list)
    delays: list[float] = field(default_factory=list)
    bad: int = 0

    async def run(self, rate: float, seconds: float, seed: int) -> None:
        rng, tasks = random.Random(seed), []
        begun, planned = time.perf_counter(), 0.0
        while (planned := planned + rng.expovariate(rate)) < seconds:
            await asyncio.sleep(max(0.0, begun + planned - time.perf_counter()))
            tasks.append(asyncio.create_task(self._answer(len(tasks), begun + planned)))
        await asyncio.gather(*tasks)
        for line in self.free:
            line.writer.close()

    async def _answer(self, number: int, planned: float) -> None:
        at = self.first + number
        person = at % len(self.crowd.people)
        one = self.crowd.people[person]
        address = one.addresses[at // len(self.crowd.people)]
        sent = body(person % 2)
        request = (
            f"POST {address} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nCookie: {one.cookies}\r\n"
            "HX-Request: true\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(sent)}\r\n\r\n{sent}"
        )
        status = await self._ask(request.encode())
        self.delays.append(time.perf_counter() - planned)
        self.bad += status != 200

    async def _ask(self, request: bytes) -> int:
        line = self.free.pop() if self.free else await self._open()
        line.writer.write(request)
        head = await line.reader.readuntil(b"\r\n\r\n")
        length = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
        if length:
            await line.reader.readexactly(int(length))
        else:
            await line.reader.readuntil(b"\r\n0\r\n\r\n")
        self.free.append(line)
        return int(head[9:12])

    async def _open(self) -> Line:
        return Line(*await asyncio.open_connection("127.0.0.1", self.port))


def arrive(
    port: int, crowd: Crowd, *, first: int, rate: float, seconds: float, seed: int
) -> dict[str, float]:
    """Run, and say what came of it."""
    arrivals = Arrivals(port, crowd, first)
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF)
    asyncio.run(arrivals.run(rate, seconds, seed))
    took, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF)
    cuts = statistics.quantiles(arrivals.delays, n=100)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "requests": len(arrivals.delays),
        "seconds": took,
        "p50": cuts[49] * 1e3,
        "p99": cuts[98] * 1e3,
        "bad": arrivals.bad,
        "broken": 0,
        "generator": used / took,
    }
