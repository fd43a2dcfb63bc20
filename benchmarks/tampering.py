"""Random damage to a large log, and whether it is found; writes RESULTS-tampering.md.

    python benchmarks/tampering.py [TRIES] [ENTRIES] [SEED]

What stands before the damage is verified once: a try begins with what the reader of `tracktwo.record.verify`
knows there, and that very reader takes the lines from the damage on, until it finds a problem. Where it
finds none before the log goes on as it was, the damage counts as missed; where the log ends, its head is
compared, as `verify` does with a head that is known. One try in two thousand is given to `verify` whole as
well, and must be found there alike.
"""

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from record import write
from tracktwo.record import Entry, Head, Tail, verify
from tracktwo.record.lines import numbered_lines
from tracktwo.record.verify import Reading

RESULTS = Path(__file__).with_name("RESULTS-tampering.md")
LOG = "nato"
BEHIND = 3
"""Lines behind the damage that are looked at before it counts as missed."""
WHOLE_EVERY = 2000
Lines = list[bytes]


@dataclass(frozen=True)
class Known:
    """A log, and what its reader knows after each line."""

    lines: Lines
    entries: tuple[Entry, ...]
    tails: tuple[Tail, ...]
    head: Head

    @classmethod
    def of(cls, data: bytes) -> "Known":
        (log,) = verify(data).logs.values()
        assert log.head is not None
        ends = (Tail(LOG, one.seq, one.hash, one.key) for one in log.entries)
        return cls(data.splitlines(keepends=True), log.entries, (Tail(LOG), *ends), log.head)

    def finds(self, start: int, put: bytes, end: int) -> bool:
        """Whether the reader objects to bytes in the place of the lines from start to end."""
        reading = Reading(None)
        if start:
            reading.entries[LOG], reading.tails[LOG] = list(self.entries[:start]), self.tails[start]
            reading.named.append(LOG)
        behind = min(end + BEHIND, len(self.lines))
        window = put + b"".join(self.lines[end:behind])
        if behind == len(self.lines) and not window.endswith(b"\n"):
            return True  # `verify` refuses a last line without its end before it reads any
        for number, line in numbered_lines(window):
            reading.take(start + number, line)
            if reading.problems:
                return True
        return reading.tails.get(LOG, Tail(LOG)) != self.tails[behind]


def byte_flipped(line: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(line))
    return line[:place] + bytes([line[place] ^ chance.randint(1, 255)]) + line[place + 1 :]


def byte_dropped(line: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(line))
    return line[:place] + line[place + 1 :]


def byte_doubled(line: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(line))
    return line[: place + 1] + line[place:]


def bytes_swapped(line: bytes, chance: random.Random) -> bytes:
    while True:
        one, other = sorted(chance.sample(range(len(line)), 2))
        if line[one] != line[other]:
            changed = bytearray(line)
            changed[one], changed[other] = line[other], line[one]
            return bytes(changed)


BYTES: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "a byte flipped": byte_flipped,
    "a byte dropped": byte_dropped,
    "a byte doubled": byte_doubled,
    "two bytes of an entry swapped": bytes_swapped,
}
ENTRIES = ("an entry dropped", "an entry doubled", "two entries swapped")


def drawn(known: Known, name: str, chance: random.Random) -> tuple[int, bytes, int]:
    """The lines that are replaced, and by what."""
    place = chance.randrange(len(known.lines))
    if name in BYTES:
        return place, BYTES[name](known.lines[place], chance), place + 1
    if name == "an entry dropped":
        return place, b"", place + 1
    if name == "an entry doubled":
        again = chance.randrange(len(known.lines))
        return place, known.lines[again] + known.lines[place], place + 1
    one = min(place, len(known.lines) - 2)
    other = min(one + 1 + chance.randrange(20), len(known.lines) - 1)
    between = b"".join(known.lines[one + 1 : other])
    return one, known.lines[other] + between + known.lines[one], other + 1


def found_whole(known: Known, start: int, put: bytes, end: int) -> bool:
    """The same by `verify` alone."""
    data = b"".join(known.lines[:start]) + put + b"".join(known.lines[end:])
    return not verify(data, heads=[known.head]).holds


def main(tries: int = 100_000, entries: int = 10_000, seed: int = 1) -> None:
    begun, chance = time.monotonic(), random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "log"
        write(file, entries)
        known = Known.of(file.read_bytes())
    tried, found, whole = Counter[str](), Counter[str](), 0
    names = (*BYTES, *ENTRIES)
    for number in range(tries):
        name = names[number % len(names)]
        damage = drawn(known, name, chance)
        tried[name] += 1
        found[name] += known.finds(*damage)
        if number % WHOLE_EVERY == 0:
            assert found_whole(known, *damage) == known.finds(*damage), damage
            whole += 1
    size = sum(map(len, known.lines)) / 2**20
    lines = [
        "# Damage to a log, tried at random",
        "",
        f"Written by `benchmarks/tampering.py`. One signed log of {len(known.lines):,} entries, {size:.1f} MiB; "
        f"{tries:,} tries, seed {seed}; {whole} of them by `verify` over the whole file too, with the same answer; "
        f"{(time.monotonic() - begun) / 60:.0f} minutes.",
        "",
        "| what was done | times | found | missed |",
        "|---|---:|---:|---:|",
        *(f"| {one} | {tried[one]:,} | {found[one]:,} | {tried[one] - found[one]:,} |" for one in names),
        f"| in all | {tried.total():,} | {found.total():,} | {tried.total() - found.total():,} |",
    ]  # fmt: skip
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main(*(int(one) for one in sys.argv[1:]))
