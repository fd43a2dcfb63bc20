"""Anything at a node's address, for as long as one likes: no 5xx, bounded memory, bounded time.

    python -m benchmarks.line_fuzz [MINUTES] [sqlite|postgres]

Half of the time Hypothesis draws parcels truly signed by the other office, with anything in them, and each
meets the same node. Half of it requests come over TLS on loopback: from strangers without a certificate and
with one of their own, and from the other office's node with damaged parcels and requests that are none.
"""

import random
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.line import database_of
from tests.fuzz.damage import damaged

BATCH = 300


class Answers:
    """How often each status was answered, and how long the slowest took."""

    def __init__(self) -> None:
        self.statuses: Counter[str] = Counter()
        self.slowest = 0.0

    def note(self, who: str, status: int, seconds: float) -> None:
        assert status < 500, f"{who} was answered with {status}"
        self.statuses[f"{who}: {status or 'nothing'}"] += 1
        self.slowest = max(self.slowest, seconds)


def main(minutes: float = 20.0, database: str = "sqlite") -> None:
    with tempfile.TemporaryDirectory() as folder, database_of(database):
        from tracktwo_web.operations import boot

        boot.set_up(Path(folder))
        boot.migrate()
        from tests.web.channel.ends import two_ends

        ends, answers = two_ends(), Answers()
        ends.send(ends.china)
        ends.exchange()
        _signed(ends, answers, 30 * minutes)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        _wire(ends, answers, 30 * minutes, Path(folder))
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{database}, {minutes:g} minutes")
    for told, count in sorted(answers.statuses.items()):
        print(f"{count:>9,}  {told}")
    print(
        f"slowest {answers.slowest:.2f} s; the most memory held grew by {grown:.0f} MiB on the wire"
    )


def _signed(ends, answers: Answers, seconds: float) -> None:
    """Each try is undone: a node that a key change has closed would refuse all the rest."""
    from django.db import transaction
    from hypothesis import HealthCheck, Phase, given, settings
    from tests.web.channel import wild

    from tracktwo_web.channel.wire.listener import answer_to

    @settings(
        max_examples=BATCH,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(wild.acts, wild.heads, wild.clocks)
    def anything(acts, holds, clock) -> None:
        data, begun = wild.signed(ends, acts, holds=holds, clock=clock), time.monotonic()
        with transaction.atomic():
            status, _ = answer_to(data)
            transaction.set_rollback(True)
        answers.note("signed by the other office", status, time.monotonic() - begun)

    until = time.monotonic() + seconds
    while time.monotonic() < until:
        anything()


def _wire(ends, answers: Answers, seconds: float, folder: Path) -> None:
    from django.utils import timezone
    from tests.web.channel import wild
    from tests.web.channel.served import asked, caller, identity_of, served

    from tracktwo_web.channel.domain.parcels import make_parcel
    from tracktwo_web.channel.wire.certificates import make_identity

    good = make_parcel(ends.nato, now=timezone.now())
    chance, until = random.Random(1), time.monotonic() + seconds
    callers = {
        "a stranger": caller(folder, None),
        "a stranger with a certificate": caller(folder, make_identity("NATO", now=timezone.now())),
        "the other office": caller(folder, identity_of(ends.nato)),
    }
    with served(ends.china) as port:
        while time.monotonic() < until:
            who = chance.choices(list(callers), (1, 1, 8))[0]
            request = wild.posted(damaged([good], chance))
            if chance.random() < 0.2:
                request = damaged([*wild.REQUESTS, wild.posted(good)], chance)
            begun = time.monotonic()
            status = asked(port, callers[who], request)
            assert who == "the other office" or status == 0, f"{who} was answered with {status}"
            answers.note(who, status, time.monotonic() - begun)


if __name__ == "__main__":
    main(*(float(one) for one in sys.argv[1:2]), *sys.argv[2:])
