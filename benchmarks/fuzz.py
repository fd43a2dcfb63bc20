"""Damaged input for everything that reads what another side wrote, for as long as one likes; writes RESULTS-fuzz.md.

    python -m benchmarks.fuzz [MINUTES] [SEED]

Each parser gets the same time, in a process of its own whose memory may grow by a gigabyte. An input that
raises anything but a refusal, takes more than five seconds, or ends the process is kept in fuzz-found/.
"""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

RESULTS, FOUND = Path(__file__).with_name("RESULTS-fuzz.md"), Path("fuzz-found")
MEMORY = 2**30


def main(minutes: float = 60.0, seed: int = 1) -> None:
    from tests.fuzz.parsers import parsers

    names = [one.name for one in parsers()]
    rows = []
    for name in names:
        command = [sys.executable, "-m", "benchmarks.fuzz", "--one", name]
        limits = [str(60 * minutes / len(names)), str(seed)]
        ran = subprocess.run([*command, *limits], capture_output=True, text=True, check=False)
        told = json.loads(ran.stdout) if ran.returncode == 0 else {"died": ran.stderr[-500:]}
        rows.append(_row(name, told))
        print(rows[-1], flush=True)
    lines = [
        "# Damaged input",
        "",
        f"Written by `benchmarks/fuzz.py`: {minutes:g} minutes in all, seed {seed}. Good input of each kind after one to four changes: "
        "bytes flipped, dropped, put in, repeated, moved, spliced, lines swapped, brackets nested.",
        "",
        "| what reads | tried | read all the same | refused in a sentence | broken | slowest, s |",
        "|---|---:|---:|---:|---:|---:|",
        *rows,
    ]  # fmt: skip
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _row(name: str, told: dict[str, float]) -> str:
    if "died" in told:
        return f"| {name} | the process ended: {told['died']} |"
    refused = told["tried"] - told["read"] - told["broken"]
    return f"| {name} | {told['tried']:,} | {told['read']:,} | {refused:,} | {told['broken']} | {told['slowest']:.2f} |"


def one(name: str, seconds: float, seed: int) -> None:
    """Try one parser, in a process of its own."""
    from tests.fuzz.parsers import parsers
    from tests.fuzz.tries import Outcome, bound_memory, try_once

    parser = next(found for found in parsers() if found.name == name)
    bound_memory(MEMORY)
    outcome, chance, slowest = Outcome(), random.Random(f"{name} {seed}"), 0.0
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        begun = time.process_time()
        try_once(parser, chance, outcome)
        slowest = max(slowest, time.process_time() - begun)
    for number, (why, data) in enumerate(outcome.broken[:20]):
        FOUND.mkdir(exist_ok=True)
        (FOUND / f"{name}-{number}").write_bytes(data)
        sys.stderr.write(f"{name}-{number}: {why}\n")
    numbers = {"tried": outcome.tried, "read": outcome.read, "broken": len(outcome.broken)}
    print(json.dumps(numbers | {"slowest": slowest}))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], float(sys.argv[3]), int(sys.argv[4]))
    else:
        main(*(float(one) for one in sys.argv[1:2]), *(int(one) for one in sys.argv[2:]))
