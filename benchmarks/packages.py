"""Packages and outcomes beside a peer; writes RESULTS-packages.md: `python benchmarks/packages.py`.

CPU time of one thread. Ours is run in this process; negmas (AGPL, so only here) runs in an environment
of its own, kept in .cache. "Multiplication" is the same search with the product of gains as a
constraint of CP-SAT, as one would first write it.
"""

import os

os.environ["OMP_NUM_THREADS"] = "1"

import json
import statistics
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Sequence
from math import prod
from pathlib import Path
from typing import Any

import numpy as np

from run import _machine
from tracktwo.convergence.conditions import Row as Condition
from tracktwo.convergence.enumeration import packages
from tracktwo.convergence.frontier import frontier
from tracktwo.convergence.outcomes import Domain, Issue, Profile, bargain, utilities
from tracktwo.convergence.problem import Problem
from tracktwo.convergence.search import search_problem
from tracktwo.convergence.solver.frontier import trace
from tracktwo.convergence.solver.leximin import egalitarian, ideals, kalai_smorodinsky
from tracktwo.convergence.solver.model import SEED, Effort, Model, cp_model
from tracktwo.convergence.solver.nash import nash
from tracktwo.convergence.trades import _by_solver

HERE = Path(__file__).parent
RESULTS = HERE / "RESULTS-packages.md"
CACHE = HERE.parent / ".cache"
PEER = "negmas==0.16.0"
SEEDS = range(5)
ENOUGH = 1_000.0
SECONDS = 60.0
"""When the multiplication constraint is given up."""

Row = tuple[str, str, str, str]
Section = tuple[str, str, list[Row], list[str]]


def main() -> None:
    lines = [
        "# Benchmarks of packages and outcomes",
        "",
        "Written by `benchmarks/packages.py`: CPU time of one thread, medians; the largest of the runs",
        "beside them. Others may have used the machine meanwhile, which shows in the largest.",
        "",
        *_machine(),
        f"Load when begun: {os.getloadavg()[0]:.1f} processes.",
    ]
    for section in (two_parties, three_parties, nash_packages, other_searches):
        print(section.__name__, flush=True)
        title, asked, rows, remarks = section()
        lines += ["", f"## {title}", "", f"Asked: {asked}.", ""]
        lines += ["|  | median | largest | runs |", "|---|---|---|---|"]
        lines += [f"| {' | '.join(row)} |" for row in rows]
        lines += ["", *(f"- {remark}" for remark in remarks)]
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def two_parties() -> Section:
    return _outcomes(issues=6, parties=2, asked="1.5 s", runs=9)


def three_parties() -> Section:
    return _outcomes(issues=5, parties=3, asked="nothing", runs=9)


def _outcomes(*, issues: int, parties: int, asked: str, runs: int) -> Section:
    """Utilities of every outcome, the frontier, and the three solutions."""
    weights, values = _drawn_domain(issues, parties)
    domain = Domain(tuple(Issue(f"i{n}", tuple(f"v{k}" for k in range(10))) for n in range(issues)))
    profiles = [
        Profile(f"p{n}", tuple(map(tuple, (own[:, None] * of).tolist())))
        for n, (own, of) in enumerate(zip(weights, values, strict=True))
    ]

    def ours() -> Any:
        return bargain(utilities(domain, profiles), (0.0,) * parties)

    def floor() -> Any:
        return utilities(domain, profiles)

    found, worth = ours(), floor()
    peer = _peer(issues, parties)
    best = worth[found.nash]
    same = np.allclose(sorted(best), sorted(peer["nash"]), atol=1e-9)
    rows = [
        _row("Tracktwo", _timed(ours, runs)),
        _row("floor", _timed(floor, runs)),
        ("negmas 0.16.0, frontier", _time(peer["frontier_seconds"]), "", "1"),
        ("negmas 0.16.0, the solutions from it", _time(peer["solutions_seconds"]), "", "1"),
    ]
    return (
        f"{domain.size:,} outcomes, {parties} parties",
        asked,
        rows,
        [
            f"{len(found.frontier)} outcomes are on the frontier (negmas: {peer['on_frontier']}); "
            f"Nash's outcome is {'the same' if same else 'another one'}.",
            "Floor: the utilities alone. All utilities reserve 0, where negmas is right.",
        ],
    )


def nash_packages() -> Section:
    """Nash's package under budget, count, exclusions and needs, proven in whole numbers."""
    rows, remarks = [], []
    for options in (40, 60, 100):
        found, seconds = [], []
        for seed in SEEDS:
            problem = drawn_problem(options, seed)
            seconds.append(
                statistics.median(_timed(lambda one=problem: nash(one, Effort(ENOUGH)), 3))
            )
            found.append(nash(problem, Effort(ENOUGH)))
        proven = sum(one.proven for one in found)
        rows.append(
            _row(f"Tracktwo, {options} options; {proven} of {len(SEEDS)} proven", seconds, "5 x 3")
        )
        if options <= 60:
            products = [_by_multiplication(drawn_problem(options, seed)) for seed in SEEDS]
            rows.append(
                _row(f"multiplication, {options} options", [taken for taken, _ in products], "5")
            )
            agree = sum(
                value == prod(one.gains) for (_, value), one in zip(products, found, strict=True)
            )
            remarks.append(
                f"{options} options: the product is the same in {agree} of {len(SEEDS)}."
            )
    remarks.append(f"The multiplication constraint is given up after {SECONDS:g} s.")
    return "Nash's package, proven", "100 options 0.5 s", rows, remarks


def other_searches() -> Section:
    """What else is asked of a problem of so many options."""
    rows = []
    for options in (40, 100):
        problems = [drawn_problem(options, seed) for seed in SEEDS]
        tops = [ideals(one, Effort(ENOUGH))[0] for one in problems]
        rows += [
            _row(
                f"ideals, {options} options",
                _each(problems, lambda one: ideals(one, Effort(ENOUGH))),
            ),
            _row(
                f"Kalai and Smorodinsky from them, {options} options",
                _each(
                    range(5),
                    lambda n, of=problems, to=tops: kalai_smorodinsky(of[n], to[n], Effort(ENOUGH)),
                ),
            ),
            _row(
                f"egalitarian, {options} options",
                _each(problems, lambda one: egalitarian(one, Effort(ENOUGH))),
            ),
            _row(
                f"25 packages of the frontier, {options} options",
                _each(problems, lambda one: trace(one, Effort(ENOUGH), most=25)),
            ),
            _row(f"five trades, {options} options", _each(problems, _five_trades)),
        ]
    rows.append(
        _row(
            "the whole frontier, 40 options",
            _each(
                [drawn_problem(40, n) for n in SEEDS],
                lambda one: trace(one, Effort(ENOUGH), most=None),
            ),
        )
    )
    rows.append(
        _row(
            "20 options: every package, frontier, all solutions",
            _each([drawn_problem(20, n) for n in SEEDS], search_problem),
        )
    )
    looked = packages(drawn_problem(20, 0))
    remarks = [
        f"Of 2^20 packages {len(looked.bits):,} hold all conditions in the first problem; "
        f"{len(frontier(looked.bearable.gains))} are on its frontier.",
    ]  # fmt: skip
    return "Other searches", "nothing", rows, remarks


def _five_trades(problem: Problem) -> object:
    table = list(range(0, len(problem.options), 9))
    wanted = tuple(max(gain + 1, 1) for gain in problem.gains(table))
    return _by_solver(problem, table, wanted, 5, Effort(ENOUGH))


def drawn_problem(options: int, seed: int) -> Problem:
    """Points around 20 with a deviation of 100, what is good for one often bad for the other."""
    rng = np.random.default_rng(seed)
    cover = 100.0**2 * np.array([[1.0, -0.4], [-0.4, 1.0]])
    values = np.rint(rng.multivariate_normal((20.0, 20.0), cover, options).T).astype(np.int64)
    ids = tuple(f"o{n:03}" for n in range(options))
    return Problem(ids, ("a", "b"), values, (0, 0), (1, 1), 1, tuple(_conditions(options, rng)))


def _conditions(options: int, rng: np.random.Generator):
    cost = rng.integers(1, 20, options).tolist()
    yield Condition("budget", tuple(cost), int(sum(cost) * 0.4))
    yield Condition("count", (1,) * options, options // 3)
    for kind, other, most in (("excludes", 1, 1), ("needs", -1, 0)):
        for n in range(options // 5):
            one, two = rng.choice(options, 2, replace=False).tolist()
            weights = [0] * options
            weights[one], weights[two] = 1, other
            yield Condition(f"{kind}{n}", tuple(weights), most)


def _by_multiplication(problem: Problem) -> tuple[float, int]:
    """CPU seconds and the product found, with the product as a constraint."""
    started = time.process_time()
    model = Model(problem)
    model.require(problem.least)
    gains = []
    for expr, most in zip(model.gains, problem.most, strict=True):
        gain = model.cp.new_int_var(1, most, "")
        model.cp.add(gain == expr)
        gains.append(gain)
    product = model.cp.new_int_var(1, prod(problem.most), "")
    model.cp.add_multiplication_equality(product, gains)
    model.cp.maximize(product)
    solver = cp_model().CpSolver()
    solver.parameters.num_workers, solver.parameters.random_seed = 1, SEED
    solver.parameters.max_time_in_seconds = SECONDS
    solver.solve(model.cp)
    return time.process_time() - started, int(solver.objective_value)


def _drawn_domain(issues: int, parties: int) -> tuple[np.ndarray, np.ndarray]:
    """Weights by party and issue, and values by party, issue and value."""
    rng = np.random.default_rng(issues)
    return rng.dirichlet(np.ones(issues), parties), rng.random((parties, issues, 10))


def _timed(work: Callable[[], object], runs: int) -> list[float]:
    work()
    seconds = []
    for _ in range(runs):
        started = time.process_time()
        work()
        seconds.append(time.process_time() - started)
    return seconds


def _each(cases: Sequence[Any], work: Callable[[Any], object]) -> list[float]:
    seconds = []
    for case in cases:
        started = time.process_time()
        work(case)
        seconds.append(time.process_time() - started)
    return seconds


def _row(name: str, seconds: Sequence[float], runs: str = "") -> Row:
    return (
        name,
        _time(statistics.median(seconds)),
        _time(max(seconds)),
        runs or str(len(seconds)),
    )


def _time(seconds: float) -> str:
    return f"{seconds:.3g} s" if seconds >= 1 else f"{1000 * seconds:.3g} ms"


def _peer(issues: int, parties: int) -> dict[str, Any]:
    weights, values = _drawn_domain(issues, parties)
    file = CACHE / "benchmarks" / "packages.npz"
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez(file, weights=weights, values=values)
    command = [_peer_python(), str(HERE / "packages_peers.py"), str(file)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(ran.stdout.splitlines()[-1])


def _peer_python() -> str:
    """An environment with the peer, made once."""
    home = CACHE / "peers" / "packages"
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
        install = [str(python), "-m", "pip", "install", "-q", PEER]
        subprocess.run(install, check=True, stdout=sys.stderr)
    return str(python)


if __name__ == "__main__":
    main()
