"""How long a record takes to check, whole and quickly; writes RESULTS-record.md: `python benchmarks/record.py`.

Wall time of one process. One log of messages of some 600 bytes each, by one key.
"""

import hashlib
import os
import resource
import tempfile
import time
from pathlib import Path

from run import _machine
from tracktwo.record import SigningKey, canonical, verify, verify_chain
from tracktwo.record.base64url import to_text
from tracktwo.record.entry import SIGNED

RESULTS = Path(__file__).with_name("RESULTS-record.md")
MANY, WHOLE = 1_000_000, 20_000
KEY = SigningKey(bytes(32))
WORDS = (
    "Replenishment at sea, two ships in company, speed twelve knots, course as before; no live firing. "
    * 2
)


def main() -> None:
    """Write the records, measure, print, and write the table."""
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "record.jsonl"
        write(file, WHOLE)
        before, data = time.perf_counter(), file.read_bytes()
        assert verify(data).entries == WHOLE
        whole = time.perf_counter() - before
        small = quick(file, WHOLE)
        held = peak()
        write(file, MANY)
        size = file.stat().st_size / 2**20
        large = quick(file, MANY)
    lines = [
        "# The record, measured",
        "",
        "Written by `benchmarks/record.py`: wall time of one process. One log of messages of some 600 bytes each, by one key.",
        "Others may have used the machine meanwhile.",
        "",
        *_machine(),
        f"Load when begun: {load:.1f} processes.",
        "",
        "|  | entries | time | a million take |",
        "|---|---:|---:|---:|",
        row("`verify`: every entry, every signature", WHOLE, whole),
        row("`verify --chain`", WHOLE, small),
        row(f"`verify --chain`, a file of {size:.0f} MiB", MANY, large),
        "",
        f"The quick look at {MANY:,} entries added {peak() - held:.0f} MiB to the most memory that the process had held before.",
    ]  # fmt: skip
    RESULTS.write_text("\n".join([*lines, ""]), encoding="utf-8")
    print("\n".join(lines))


def write(file: Path, count: int) -> None:
    """A log of so many entries; each is signed."""
    prev = None
    with file.open("wb") as opened:
        for n in range(1, count + 1):
            told = {
                "at": "2026-11-26T09:00:00Z",
                "body": {"message": f"NATO-EX-PN {n}", "text": WORDS},
                "key": KEY.public,
                "kind": "message.sent",
                "log": "nato",
                "prev": prev,
                "seq": n,
            }
            signature = to_text(KEY.sign(SIGNED + canonical(told)))
            line = canonical({**told, "signature": signature})
            prev = hashlib.sha256(line).hexdigest()
            opened.write(line + b"\n")


def quick(file: Path, count: int) -> float:
    """Seconds of the quick look."""
    before = time.perf_counter()
    with file.open("rb") as opened:
        assert verify_chain(opened).entries == count
    return time.perf_counter() - before


def peak() -> float:
    """The most memory that this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def row(what: str, count: int, seconds: float) -> str:
    return f"| {what} | {count:,} | {seconds:.1f} s | {seconds / count * 1_000_000:.0f} s |"


if __name__ == "__main__":
    main()
