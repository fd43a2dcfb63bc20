"""How many answers the platform takes, and how long people wait: `python benchmarks/web/load.py`.

The server is `tracktwo serve` itself on loopback, on SQLite (synchronous=FULL) and on PostgreSQL; app,
database and generator share the cores. The databases take turns; the table shows medians. Every
acknowledged answer is looked for in the database afterwards. A run during which others used more
than a quarter of a core is not quiet; medians are of the quiet runs where there are any.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.web.crowd import CSRF, Crowd, described, gather
from benchmarks.web.open_loop import arrive
from benchmarks.web.server import Server, running

HERE = Path(__file__).parent
RESULTS = HERE / "RESULTS.md"
CONNECTIONS = 50
RATE = 300
QUIET = 0.25
PATIENCE = 120
"""Seconds to wait for the machine to be quiet before a run."""
WORKS = ("answer", "next", "arriving")
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Run:
    """What one run showed."""

    database: str
    work: str
    requests: int
    seconds: float
    p50: float
    p99: float
    bad: int
    generator: float
    """Cores the generator used."""
    app_ms: float
    """Processor time of the web processes for each request."""
    database_ms: float
    """That of PostgreSQL; SQLite's is in the app's."""
    others: float
    """Cores that somebody else used meanwhile."""

    @property
    def rate(self) -> float:
        return self.requests / self.seconds

    @property
    def is_quiet(self) -> bool:
        return self.others < QUIET


def main() -> None:
    options = _options()
    if options.one:
        for run in measure(options.one, options.processes, options.seconds, options.turn):
            print(json.dumps(asdict(run)), flush=True)
        return
    runs: list[Run] = []
    for turn in range(options.turns):
        for database in options.databases:
            runs += _aside(database, options, turn)
    table = report(runs, options)
    print(table)
    if options.keep:
        RESULTS.write_text(table, encoding="utf-8")


def _aside(database: str, options: argparse.Namespace, turn: int) -> Iterator[Run]:
    """A turn of one database, in a process of its own: Django is set up once for each."""
    command = [sys.executable, __file__, "--one", database, "--turn", str(turn)]
    command += ["--processes", str(options.processes), "--seconds", str(options.seconds)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    for line in done.stdout.splitlines():
        run = Run(**json.loads(line))
        print(_line(run.database, run.work, [run]), flush=True)
        yield run


def measure(database: str, processes: int, seconds: int, turn: int) -> Iterator[Run]:
    """All works against one server, one after another, on a database made for them."""
    with running(database, processes) as server, tempfile.TemporaryDirectory() as folder:
        crowd = gather()
        path = Path(folder) / "crowd"
        crowd.write(path)
        first = 0
        for work in WORKS:
            before = _kept(crowd)
            _wait_for_quiet()
            _closed(server, crowd, path, work="next", seconds=1, first=first)
            run, acknowledged = _timed(server, crowd, path, database, work, seconds, first, turn)
            first += acknowledged + 1000
            if work != "next":
                _compare(before, acknowledged, _kept(crowd))
            yield run


def _timed(
    server: Server,
    crowd: Crowd,
    path: Path,
    database: str,
    work: str,
    seconds: int,
    first: int,
    turn: int,
) -> tuple[Run, int]:
    """A run, and the number of answers acknowledged in it."""
    postmaster = _postmaster()
    before = (server.cpu(), _cpu_of_family(postmaster), _busy())
    if work == "arriving":
        told = arrive(server.port, crowd, first=first, rate=RATE, seconds=seconds, seed=turn)
    else:
        told = _closed(server, crowd, path, work=work, seconds=seconds, first=first)
    after = (server.cpu(), _cpu_of_family(postmaster), _busy())
    app, base, busy = (b - a for a, b in zip(before, after, strict=True))
    requests, took = int(told["requests"]), told["seconds"]
    run = Run(
        database=database,
        work=work,
        requests=requests,
        seconds=took,
        p50=told["p50"],
        p99=told["p99"],
        bad=int(told["bad"] + told["broken"]),
        generator=told["generator"],
        app_ms=1e3 * app / requests,
        database_ms=1e3 * base / requests,
        others=(busy - app - base) / took - told["generator"],
    )
    return run, requests - run.bad


def _wait_for_quiet() -> None:
    """Until nobody else works, or patience ends."""
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        busy = _busy()
        time.sleep(1)
        if _busy() - busy < QUIET / 2:
            return


def _postmaster() -> int | None:
    """PostgreSQL's first process, if that is the database."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = cursor.fetchone()[0]
    return _stat(backend)[1]


def _cpu_of_family(first: int | None) -> float:
    """Seconds that a process and its children have used, those that ended included."""
    if first is None:
        return 0.0
    used = 0.0
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            fields = _stat(int(folder.name))
            if int(folder.name) == first:
                used += sum(fields[11:15]) / TICKS
            elif fields[1] == first:
                used += sum(fields[11:13]) / TICKS
    return used


def _stat(process: int) -> list[int]:
    """Numbers from /proc, the state's letter as 0: [0, parent, ...]."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return [0, *map(int, fields[1:])]


def _closed(
    server: Server, crowd: Crowd, path: Path, *, work: str, seconds: int, first: int
) -> dict[str, float]:
    """wrk with fifty connections, each with the next request when it has its answer."""
    variables = {
        "CROWD": str(path),
        "MODE": work,
        "BASE": crowd.next_address,
        "FIRST": str(first),
        "TOKEN": CSRF,
    }
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "--timeout", "10s"]
    command += ["-s", str(HERE / "closed_loop.lua"), server.address]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command, env=os.environ | variables, capture_output=True, text=True, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    line = next(one for one in done.stdout.splitlines() if one.startswith("RESULT "))
    told: dict[str, float] = json.loads(line.removeprefix("RESULT "))
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return told | {"generator": used / told["seconds"]}


def _kept(crowd: Crowd) -> int:
    from tracktwo_web.perceptions.models import Answer

    return Answer.objects.filter(question__round=crowd.round_id).count()


def _compare(before: int, acknowledged: int, after: int) -> None:
    """An answer whose connection wrk closed at the end may be there without having been counted."""
    if not acknowledged <= after - before <= acknowledged + CONNECTIONS:
        raise SystemExit(f"{acknowledged} answers were acknowledged, {after - before} are there")


def _busy() -> float:
    """Seconds that all cores together have worked."""
    fields = Path("/proc/stat").read_text().splitlines()[0].split()[1:]
    user, nice, system, _, _, irq, softirq = (int(field) for field in fields[:7])
    return (user + nice + system + irq + softirq) / TICKS


def report(runs: list[Run], options: Any) -> str:
    """The table of medians."""
    lines = [
        "# The platform under load",
        "",
        f"Written by `benchmarks/web/load.py`: `tracktwo serve --processes {options.processes}` on loopback,"
        f" {os.cpu_count()} cores shared by app, database and generator; {described()};"
        f" {options.turns} turns of {options.seconds} s, databases taking turns, medians.",
        f"answer: a new answer with a prediction, closed loop, {CONNECTIONS} connections, answered with the next"
        " card. next: the page with the next statement, the same loop. arriving: answers at"
        f" {RATE}/s, Poisson, delay from the planned moment. Durable before the 200 on both.",
        "",
        "| database | work | requests/s | p50 ms | p99 ms | bad | CPU ms app + database | generator's"
        " cores | others' cores | quiet runs |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for database in options.databases:
        for work in WORKS:
            same = [run for run in runs if (run.database, run.work) == (database, work)]
            lines.append(_line(database, work, same))
    return "\n".join(lines) + "\n"


def _line(database: str, work: str, runs: list[Run]) -> str:
    quiet = [run for run in runs if run.is_quiet]

    def middle(name: str) -> float:
        return statistics.median(getattr(run, name) for run in quiet or runs)

    figures = f"{middle('rate'):.0f} | {middle('p50'):.0f} | {middle('p99'):.0f}"
    cost = f"{middle('app_ms'):.2f} + {middle('database_ms'):.2f}"
    shares = f"{cost} | {middle('generator'):.2f} | {middle('others'):.2f}"
    bad = sum(run.bad for run in runs)
    return f"| {database} | {work} | {figures} | {bad} | {shares} | {len(quiet)}/{len(runs)} |"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--databases", default="sqlite,postgres", type=lambda text: text.split(","))
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seconds", type=int, default=8)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--turn", type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument("--keep", action="store_true", help="write RESULTS.md")
    return parser.parse_args()


if __name__ == "__main__":
    main()
