"""What a contestant reports: one line of JSON with its times, its peak memory and its findings.

Runs in our environment and in the peers', so it needs nothing but the standard library.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any


def report(work: Callable[[], Mapping[str, Any]]) -> None:
    """Time `work` (imports and data are there already) and print what it found."""
    cpu, wall = time.process_time(), time.perf_counter()
    found = dict(work())
    clock = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
    print(json.dumps(clock | {"peak_mb": peak_mb()} | found))


def peak_mb() -> float:
    """Most memory this process ever held, imports and data included."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20) if sys.platform == "darwin" else peak / 1024
