"""Influence maps beside what others do with them; writes RESULTS-influence.md: `python benchmarks/influence.py`.

CPU time of one thread. Ours and the floor are run in this process, taking turns, and medians are
told; peers run in an environment of their own, kept in .cache, between ours.
"""

import os

os.environ["OMP_NUM_THREADS"] = "1"

import json
import statistics
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from run import _machine
from tracktwo.influence import Network
from tracktwo.influence.certificate import certify
from tracktwo.influence.dynamics import DEFAULT
from tracktwo.influence.ensemble import settle_all
from tracktwo.influence.leverage import leverage
from tracktwo.influence.loops import strongest_loops
from tracktwo.influence.run import run

HERE = Path(__file__).parent
RESULTS = HERE / "RESULTS-influence.md"
CACHE = HERE.parent / ".cache"
PACKAGES = ("numpy", "pandas", "tqdm", "scipy", "scikit-fuzzy", "networkx", "packaging")
MORE_PACKAGES = ("matplotlib", "liac-arff", "numba")
PEERS = ("fcmpy==0.0.21", "py-fcm==1.0.0")
"""Without what they say they need: their pins are older than this Python."""

EPS = 1e-3
MEMBERS, OF_PEERS = 10_000, 100
SEEDS = range(5)

Row = tuple[str, str, str, str]
Work = Callable[[], Any]


def main() -> None:
    lines = [
        "# Benchmarks of influence maps",
        "",
        "Written by `benchmarks/influence.py`: CPU time of one thread, medians; the largest of the runs",
        "beside them. Others may have used the machine meanwhile, which shows in the largest and, where",
        "the processor's cache is shared, a little in the medians.",
        "",
        *_machine(),
        f"Load when begun: {os.getloadavg()[0]:.1f} processes.",
    ]
    for section in (ensemble, one_map, levers, loops, equal_loops):
        print(section.__name__, flush=True)
        title, asked, rows, remarks = section()
        lines += ["", f"## {title}", "", f"Asked: {asked}.", ""]
        lines += ["|  | median | largest | runs |", "|---|---|---|---|"]
        lines += [f"| {' | '.join(row)} |" for row in rows]
        lines += ["", *(f"- {remark}" for remark in remarks)] if remarks else []
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


Section = tuple[str, str, list[Row], list[str]]


def ensemble() -> Section:
    """Ten thousand maps, each as another expert might draw it, until nothing moves by a thousandth."""
    maps = _maps(n=30, links=142, members=MEMBERS)
    network, start = _network(maps), np.ones(30)
    steps = settle_all(network, start, eps=EPS).steps
    ours, floor = _in_turns(
        lambda: settle_all(network, start, eps=EPS), _least_work(network, steps), runs=15
    )
    found = settle_all(network, start, eps=EPS).states
    few = np.concatenate([maps[:1], maps[:OF_PEERS]])
    rows = [_row("Tracktwo", ours), _row("floor", floor)]
    for name, task in (("FCMpy 0.0.21", "fcmpy"), ("py-fcm 1.0.0", "py_fcm")):
        told = _peer(task, few)
        whole = sum(told["seconds"]) * MEMBERS / OF_PEERS
        rows.append((f"{name}, {OF_PEERS} maps and scaled", _time(whole), "", "1"))
        print(f"  {name}: farthest from ours {_farthest(told, found[:, OF_PEERS - 1]):.2g}")
    return (
        f"{MEMBERS:,} maps of 30 concepts and 142 links to {EPS:g}",
        "0.1 s",
        rows,
        [
            f"Floor: each weight multiplied once and exp of each value once, in {steps} steps, in the "
            "same blocks, nothing added up or compared.",
            "FCMpy runs Kosko's rule with the same stop and ends where we do. py-fcm stops when the sum "
            "of all values changes little and lets concepts that nothing leads to fall to 0.5, so that "
            "it ends elsewhere: its time is told, its answer is not ours.",
        ],
    )


def one_map() -> Section:
    """Two hundred concepts, of whose pairs one in twenty are linked."""
    maps = _maps(n=200, links=1_990, members=21)
    network, start = _network(maps).member(0), np.ones(200)
    matrix, held = network.matrix, network.is_source
    steps = run(network, start, eps=EPS).steps
    state, moved = np.ones(200), np.empty(200)

    def least() -> None:
        for _ in range(steps):
            np.exp(np.matmul(state, matrix, out=moved), out=moved)

    def anew(eps: float) -> Work:
        return lambda: run(
            Network(network.n, network.source, network.target, network.weight), start, eps=eps
        )

    close = run(network, start)
    works: Mapping[str, Work] = {
        f"Tracktwo, to {EPS:g}": lambda: run(network, start, eps=EPS),
        "Tracktwo, to 1e-9 (as usual)": lambda: run(network, start),
        f"Tracktwo, to {EPS:g}, its matrix built from links": anew(EPS),
        "certificate": lambda: certify(matrix, DEFAULT, held=held),
        "certificate and error bound": lambda: run(network, start).error_bound,
        "floor": least,
    }
    taken = _in_turns(*works.values(), runs=400)
    rows = [_row(name, seconds) for name, seconds in zip(works, taken, strict=True)]
    rows += [
        _row(name, _peer(task, maps)["seconds"])
        for name, task in (("FCMpy 0.0.21", "fcmpy"), ("py-fcm 1.0.0", "py_fcm"))
    ]
    return (
        f"One map of 200 concepts and {len(network.source):,} links",
        f"0.3 ms to {EPS:g}, as the peers stop",
        rows,
        [
            f"{steps} steps to {EPS:g}, {close.steps} to 1e-9. The certificate and the error bound are "
            "computed when they are asked for; the last line of ours holds the run too.",
            f"Floor: {steps} products of a vector and the matrix, and exp of each.",
        ],
    )


def levers() -> Section:
    """What every link does to five risks."""
    maps = _maps(n=30, links=142, members=1_000)
    many = _network(maps)
    one = many.member(0)
    risks, start = np.arange(5, dtype=np.int32), np.ones(30)
    states = settle_all(many, start).states
    systems = np.eye(30) - 0.2 * maps
    right = np.broadcast_to(np.eye(30)[:, :5], (len(maps), 30, 5)).copy()
    works: Mapping[str, Work] = {
        "one map": lambda: leverage(one, states[:, 0], risks=risks),
        "floor of one map": lambda: np.linalg.solve(systems[0], right[0]),
        "1,000 maps": lambda: leverage(_same(many), states, risks=risks),
        "floor of 1,000 maps": lambda: np.linalg.solve(systems, right),
    }
    single = _in_turns(*list(works.values())[:2], runs=400)
    several = _in_turns(*list(works.values())[2:], runs=15)
    rows = [_row(name, taken) for name, taken in zip(works, single + several, strict=True)]
    return (
        "Leverage of all 142 links on 5 risks",
        "one map 0.5 ms, 1,000 maps 0.3 s",
        rows,
        ["Floor: the same number of systems of 30 equations solved for 5 right sides."],
    )


def loops() -> Section:
    """The twenty strongest loops, proven to be the strongest."""
    rows = []
    for n, links in ((60, 357), (100, 1_003)):
        networks = [_loop_map(n, links, seed) for seed in SEEDS]
        taken = [
            _in_turns(lambda drawn=drawn: strongest_loops(drawn), runs=5)[0] for drawn in networks
        ]
        proven = sum(strongest_loops(drawn).is_proven for drawn in networks)
        medians = [statistics.median(one) for one in taken]
        name = f"Tracktwo, {n} concepts, {links:,} links; {proven} of {len(SEEDS)} proven"
        rows.append(
            (name, _time(statistics.median(medians)), _time(max(medians)), f"{len(SEEDS)} x 5")
        )
        told = _peer("loops", networks[0].matrix[None])
        end = "all" if told["finished"] else "given up"
        name = f"networkx simple_cycles, the same; {end} after {told['listed']:,} loops"
        rows.append((name, _time(told["seconds"][0]), "", "1"))
    return (
        "The 20 strongest reinforcing loops, proven",
        "50 ms for 60 concepts, 200 ms for 100",
        rows,
        [
            "The median and the largest are over five maps drawn at random, each by the median of five runs.",
            "networkx lists loops in no order of strength: only a finished list would prove anything.",
        ],
    )


def equal_loops() -> Section:
    """The worst cases: weights so alike that hardly a loop can be told from another."""
    rows, remarks = [], []
    for least in (1.0, 0.95):
        for n, links in ((60, 357), (100, 1_003)):
            drawn = _alike(_loop_map(n, links, 0), least)
            found = strongest_loops(drawn)
            (taken,) = _in_turns(lambda drawn=drawn: strongest_loops(drawn), runs=3)
            name = f"{n} concepts, {links:,} links, sizes of weights {least:g} to 1"
            rows.append(_row(name, taken))
            up_to = found.proven_up_to
            told = "of any length" if up_to is None else f"of up to {up_to} links"
            remarks.append(
                f"{n} concepts, {least:g} to 1: {found.steps:,} steps of the search; no stronger loop "
                f"{told} is left out."
            )
    return (
        "The worst cases of that: weights of exactly or nearly 1",
        "that the budget ends it",
        rows,
        remarks,
    )


def _alike(drawn: Network, least: float) -> Network:
    size = np.random.default_rng(0).uniform(least, 1, len(drawn.weight))
    return Network(drawn.n, drawn.source, drawn.target, size * np.sign(drawn.weight))


def _maps(*, n: int, links: int, members: int) -> np.ndarray:
    """(members, n, n): the same links, weights drawn evenly from -1..1 in each."""
    draw = np.random.default_rng(n)
    places = draw.permutation(np.flatnonzero(~np.eye(n, dtype=bool)))[:links]
    maps = np.zeros((members, n * n))
    maps[:, places] = draw.uniform(-1, 1, (members, links))
    return maps.reshape(members, n, n)


def _network(maps: np.ndarray) -> Network:
    target, source = np.nonzero(maps[0].T)
    weight = np.ascontiguousarray(maps[:, source, target].T)
    return Network(maps.shape[1], source.astype(np.int32), target.astype(np.int32), weight)


def _same(network: Network) -> Network:
    """Without what it has computed and kept."""
    return Network(network.n, network.source, network.target, network.weight)


def _loop_map(n: int, links: int, seed: int) -> Network:
    draw = np.random.default_rng(1_000 * n + seed)
    matrix = np.zeros(n * n)
    places = draw.permutation(np.flatnonzero(~np.eye(n, dtype=bool)))[:links]
    matrix[places] = draw.uniform(0.05, 1, links) * draw.choice([-1, 1], links)
    return Network.of_matrix(matrix.reshape(n, n))


def _least_work(network: Network, steps: int) -> Work:
    blocks = [
        np.ascontiguousarray(network.weight[:, at : at + 1_024]) for at in range(0, MEMBERS, 1_024)
    ]

    def work() -> None:
        for weight in blocks:
            product, values = np.empty_like(weight), np.ones((network.n, weight.shape[1]))
            for _ in range(steps):
                np.multiply(weight, values[0], out=product)
                np.exp(values, out=values)
                values.fill(0.5)

    return work


def _in_turns(*works: Work, runs: int) -> list[list[float]]:
    """CPU seconds of each, after a few runs that are not counted."""
    for work in works:
        for _ in range(min(runs, 20)):
            work()
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for work, seconds in zip(works, taken, strict=True):
            started = time.process_time_ns()
            work()
            seconds.append((time.process_time_ns() - started) / 1e9)
    return taken


def _row(name: str, seconds: list[float]) -> Row:
    return name, _time(statistics.median(seconds)), _time(max(seconds)), str(len(seconds))


def _time(seconds: float) -> str:
    return f"{seconds:.3g} s" if seconds >= 1 else f"{1000 * seconds:.3g} ms"


def _farthest(told: Mapping[str, Any], state: np.ndarray) -> float:
    return float(np.abs(np.array(told["state"]) - state).max())


def _peer(task: str, maps: np.ndarray) -> dict[str, Any]:
    file = CACHE / "benchmarks" / "influence.npy"
    file.parent.mkdir(parents=True, exist_ok=True)
    np.save(file, maps)
    printed = _call(
        [_peer_python(), "-W", "ignore", str(HERE / "influence_peers.py"), task, str(file)]
    )
    return dict(json.loads(printed.splitlines()[-1]))


@cache
def _peer_python() -> str:
    """The interpreter of the peers' own environment, made on first use."""
    home = CACHE / "peers" / "influence"
    python = home / "bin" / "python"
    if not (home / "ready").exists():
        venv.create(home, with_pip=True, clear=True)
        _call([str(python), "-m", "pip", "install", "--quiet", *PACKAGES, *MORE_PACKAGES])
        _call([str(python), "-m", "pip", "install", "--quiet", "--no-deps", *PEERS])
        (home / "ready").touch()
    return str(python)


def _call(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command[1:])} failed:\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
