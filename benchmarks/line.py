"""What one node accepts: signed messages that come in parcels, checked, logged and put into columns.

    python -m benchmarks.line [MESSAGES] [sqlite|postgres]

Both ends are in one database (SQLite: synchronous=FULL; what was accepted is on disk on either), without a wire.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracktwo_web.operations import boot

PARCEL = 500


def main(count: int = 5000, database: str = "sqlite") -> None:
    with tempfile.TemporaryDirectory() as folder, database_of(database):
        boot.set_up(Path(folder))
        boot.migrate()
        print(f"{database}, load {os.getloadavg()[0]:.1f}")
        _measure(count)


@contextmanager
def database_of(name: str) -> Iterator[None]:
    if name == "sqlite":
        os.environ.pop("DATABASE_URL", None)
        yield
        return
    from tests.web import postgres

    os.environ["DATABASE_URL"], started = postgres.start()
    try:
        yield
    finally:
        from django.db import connection

        connection.close()
        postgres.stop(started)


def _measure(count: int) -> None:
    from django.utils import timezone
    from tests.web.channel.ends import ASKING, two_ends

    from tracktwo_web.channel.domain.parcels import make_parcel, take

    ends = two_ends()
    sending = []
    for _ in range(count):
        begun = time.perf_counter()
        ends.send(ends.nato, ASKING)
        sending.append(time.perf_counter() - begun)
    taking, waiting, left = [], [], count
    while left > 0:
        ends.nato.refresh_from_db()
        data = make_parcel(ends.nato, now=timezone.now(), most=PARCEL)
        begun, began = time.process_time(), time.perf_counter()
        taken = take(ends.china, data, way="", now=timezone.now())
        taking.append((time.process_time() - begun) / taken.new)
        waiting.append((time.perf_counter() - began) / taken.new)
        left -= taken.new
        back = make_parcel(ends.china, now=timezone.now())
        take(ends.nato, back, way="", now=timezone.now())
    print(f"sent, one transaction each: {1 / statistics.median(sending):.0f} a second")
    cpu, wall = (1 / statistics.median(one) for one in (taking, waiting))
    print(
        f"accepted in parcels of {PARCEL}: {wall:.0f} a second; {cpu:.0f} a second of this node's CPU"
    )


if __name__ == "__main__":
    main(int((sys.argv[1:] or [5000])[0]), *sys.argv[2:])
