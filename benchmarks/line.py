"""What one node accepts: signed messages that come in parcels, checked, logged and put into columns.

    python -m benchmarks.line [MESSAGES]

Both ends are in one database of SQLite (synchronous=FULL: what was accepted is on disk), without a wire.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from tracktwo_web.operations import boot

PARCEL = 500


def main(count: int = 5000) -> None:
    with tempfile.TemporaryDirectory() as folder:
        boot.set_up(Path(folder))
        boot.migrate()
        _measure(count)


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
    taking, left = [], count
    while left > 0:
        ends.nato.refresh_from_db()
        data = make_parcel(ends.nato, now=timezone.now(), most=PARCEL)
        begun = time.process_time()
        taken = take(ends.china, data, way="", now=timezone.now())
        taking.append((time.process_time() - begun) / taken.new)
        left -= taken.new
        back = make_parcel(ends.china, now=timezone.now())
        take(ends.nato, back, way="", now=timezone.now())
    print(f"sent, one transaction each: {1 / statistics.median(sending):.0f} a second")
    print(f"accepted in parcels of {PARCEL}: {1 / statistics.median(taking):.0f} a second of CPU")


if __name__ == "__main__":
    main(*(int(one) for one in sys.argv[1:]))
