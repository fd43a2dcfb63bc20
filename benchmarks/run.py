"""Measure Tracktwo beside its peers and write RESULTS.md: `python benchmarks/run.py [NAMES] [--quick]`.

Every contestant runs in a fresh process with one thread for linear algebra, contestants of a case
taking turns; the table shows medians. Worlds and the peers' environments are kept in .cache, so
that a second run starts at once. Nothing else should run on the machine meanwhile.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import venv
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from cases import CASES, Case, Contestant

HERE = Path(__file__).parent
CACHE = HERE.parent / ".cache"
KEPT = CACHE / "benchmarks" / "measured.json"
PEER_PACKAGES = {"red_dwarf.py": "red-dwarf==0.4.0"}
REPEATS = 5

Measured = dict[str, Any]


def main() -> None:
    options = _options()
    chosen = [case for case in CASES if _is_asked_for(case, options)]
    kept: dict[str, list[Measured]] = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    for case in chosen:
        print(f"{case.name}: {case.work}", flush=True)
        kept[case.name] = _compare(case, 1 if options.quick or case.is_long else REPEATS)
        KEPT.parent.mkdir(parents=True, exist_ok=True)
        KEPT.write_text(json.dumps(kept, indent=1))
        _write_results(kept)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", help="cases to run; * matches anything")
    parser.add_argument("--quick", action="store_true", help="short cases only, once each")
    parser.add_argument("--list", action="store_true", help="name the cases and stop")
    options = parser.parse_args()
    if options.list:
        print(*(f"{case.name:24}{case.work}" for case in CASES), sep="\n")
        sys.exit()
    return options


def _is_asked_for(case: Case, options: argparse.Namespace) -> bool:
    if options.names:
        return any(fnmatch(case.name, name) for name in options.names)
    return not (options.quick and case.is_long)


def _compare(case: Case, repeats: int) -> list[Measured]:
    world = _world(case.world)
    runs: dict[str, list[Measured]] = {one.name: [] for one in case.contestants}
    for _ in range(repeats):
        for one in case.contestants:
            measured = _run(one, world)
            runs[one.name].append(measured)
            print(f"  {one.name}: {measured['cpu']:.3g} CPU s", flush=True)
    return [_median(name, found) for name, found in runs.items()]


def _median(name: str, runs: Sequence[Measured]) -> Measured:
    """The findings of the last run with the medians of all times and of the peak."""
    figures = {key for key in runs[0] if isinstance(runs[0][key], float)}
    middle = {key: statistics.median(run[key] for run in runs) for key in figures}
    return {"name": name} | runs[-1] | middle | {"runs": len(runs)}


def _world(name: str) -> Path:
    """The file of a world, made in a process of its own if it is not there."""
    suffix = ".parquet" if name.startswith("stored") else ".npz"
    file = CACHE / "benchmarks" / f"{name.replace('/', '-')}{suffix}"
    if name != "none" and not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        _call([sys.executable, str(HERE / "worlds.py"), name, str(file)])
    return file


def _run(one: Contestant, world: Path) -> Measured:
    python = _peer_python(one.script) if one.script in PEER_PACKAGES else sys.executable
    printed = _call([python, "-W", "ignore", str(HERE / one.script), one.task, str(world)])
    return dict(json.loads(printed.splitlines()[-1]))


def _call(command: list[str]) -> str:
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    done = subprocess.run(
        command, env=os.environ | threads, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(command[1:])} failed:\n{done.stderr}")
    return done.stdout


def _peer_python(script: str) -> str:
    """The interpreter of a peer's own environment, made on first use."""
    home = CACHE / "peers" / Path(script).stem
    python = home / "bin" / "python"
    if not (home / "ready").exists():
        venv.create(home, with_pip=True, clear=True)
        _call([str(python), "-m", "pip", "install", "--quiet", PEER_PACKAGES[script]])
        (home / "ready").touch()
    return str(python)


def _write_results(kept: dict[str, list[Measured]]) -> None:
    lines = [
        "# Benchmarks",
        "",
        "Written by `benchmarks/run.py`. Contestants of a case took turns on one machine, one thread",
        "each, every run in a fresh process; medians. Import and loading are not counted in the",
        "times and are in the peak memory. For stored answers two blocks are at work at a time.",
        "",
        *_machine(),
        "",
    ]
    for case in CASES:
        if case.name in kept:
            lines += [*_section(case, kept[case.name]), ""]
    lines += _slope(kept)
    (HERE / "RESULTS.md").write_text("\n".join(lines).rstrip() + "\n")


def _machine() -> Iterator[str]:
    from importlib.metadata import version

    packages = ", ".join(f"{name} {version(name)}" for name in ("numpy", "scipy", "polars"))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    yield f"{os.cpu_count()} cores ({_processor()}), {memory:.0f} GiB, {platform.system()},"
    yield f"Python {platform.python_version()}, {packages}."


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    if not facts.exists():
        return platform.machine()
    names = [line for line in facts.read_text().splitlines() if line.startswith("model name")]
    return names[0].partition(": ")[2] if names else platform.machine()


def _section(case: Case, found: Sequence[Measured]) -> Iterator[str]:
    metrics = [name for name in case.metrics if any(name in one for one in found)]
    yield f"## {case.name}: {case.work}"
    yield ""
    yield (
        "| " + " | ".join(["", "CPU s", "wall s", "peak MB", *map(_title, metrics), "runs"]) + " |"
    )
    yield "|---" * (5 + len(metrics)) + "|"
    for one in found:
        figures = [_figure(one.get(name)) for name in ("cpu", "wall", "peak_mb", *metrics, "runs")]
        yield "| " + " | ".join([one["name"], *figures]) + " |"
    yield ""
    yield from _remarks(case, {one["name"]: one for one in found})


def _remarks(case: Case, found: dict[str, Measured]) -> Iterator[str]:
    ours, *others = [found[one.name] for one in _ours_first(case) if one.name in found]
    for other in others:
        if other["name"] == "floor":
            times = _times(ours, other)
            yield f"- Floor ({case.floor}): we take {times:.3g} times as long."
        elif other["name"] != "two Dask workers":
            memory = other["peak_mb"] / ours["peak_mb"]
            yield f"- {other['name']}: {_times(other, ours):.3g} x our time, {memory:.3g} x our memory."
    if case.cited:
        yield f"- {case.cited}."


def _times(longer: Measured, shorter: Measured) -> float:
    key = "refresh_ms" if "refresh_ms" in shorter else "cpu"
    return float(longer[key] / max(shorter[key], 1e-9))


def _ours_first(case: Case) -> list[Contestant]:
    return sorted(case.contestants, key=lambda one: one.name != "Tracktwo")


def _title(metric: str) -> str:
    return metric.replace("_", " ")


def _figure(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.7g}" if 0.1 < abs(value) < 0.2 else f"{value:.4g}"
    return str(value)


def _slope(kept: dict[str, list[Measured]]) -> Iterator[str]:
    """How time grows with the number of stored answers: 1 is linear."""
    from math import log

    sizes = {"1M": 1e6, "10M": 1e7, "100M": 1e8}
    taken = {
        n: kept[f"stored-{name}"][0]["cpu"] for name, n in sizes.items() if f"stored-{name}" in kept
    }
    if len(taken) > 1:
        few, many = min(taken), max(taken)
        slope = log(taken[many] / taken[few]) / log(many / few)
        yield f"CPU time of stored answers grows with their number to the power {slope:.2f}"
        yield f"between {few:,.0f} and {many:,.0f}."


if __name__ == "__main__":
    main()
