"""A thousand sequences of faults between two real nodes, and a table of what held.

    python -m benchmarks.line_faults [SEQUENCES] [FIRST SEED] [MINUTES]

Each node is a folder with its own database, a process of the line and one of its duty officer; the wire
between them is TLS over loopback, through a relay that is cut and slowed. It takes hours, or as many
minutes as it is given: the tests play one.
"""

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.faults.sequence import Outcome, make_ground, play

HERE = Path(__file__).parent


def main(count: int = 1000, first: int = 1, minutes: int = 24 * 60) -> None:
    begun, outcomes = time.monotonic(), []
    with tempfile.TemporaryDirectory() as scratch:
        ground = make_ground(Path(scratch) / "ground")
        for seed in range(first, first + count):
            if time.monotonic() - begun > 60 * minutes:
                break
            outcomes.append(play(ground, Path(scratch) / str(seed), seed))
            print(seed, outcomes[-1].messages, outcomes[-1].broken or "holds", flush=True)
            _write(outcomes, time.monotonic() - begun)


def _write(outcomes: list[Outcome], seconds: float) -> None:
    faults = sum((one.faults for one in outcomes), Counter[str]())
    broken = [one for one in outcomes if one.broken]
    lines = [
        "# Faults between two nodes",
        "",
        f"{len(outcomes):,} sequences, {sum(one.messages for one in outcomes):,} messages, "
        f"{len(broken)} sequences in which something did not hold; {seconds / 60:.0f} minutes.",
        "",
        "| what happened | times |",
        "|---|---|",
        *(f"| {name} | {times:,} |" for name, times in faults.most_common()),
        "",
        f"Lost with a disk before the other side had them, and told as such: {sum(one.unsent for one in outcomes):,}.",
        "",
        *(f"- seed {one.seed}: {'; '.join(one.broken)}" for one in broken),
    ]
    (HERE / "RESULTS-line-faults.md").write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*(int(one) for one in sys.argv[1:]))
