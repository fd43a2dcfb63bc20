"""Time Cooke's classical model and what hangs on two seed questions: `python benchmarks/elicitation.py`.

One thread; the median of several runs. ANDURYL 1.2.2 was measured on the same sizes on another day
(it needs a graphical toolkit, and numpy before 2): its column is cited, not measured here.
"""

import os
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from tracktwo.risk import Seeds, classical_model
from tracktwo.risk.cooke import without_seeds

REPEATS = 9


def main() -> None:
    panel, long_list = drawn(16, 45, seed=1), drawn(10, 21, seed=2)
    rows = [
        (
            "16 experts, 45 questions, global weights, best cut-off",
            lambda: classical_model(panel),
            "18 ms",
        ),
        (
            "10 experts, 21 questions, without every pair (210)",
            lambda: without_seeds(long_list, count=2),
            "6.5 s",
        ),
    ]
    print("| work | Tracktwo | ANDURYL 1.2.2 (cited) |\n|---|---:|---:|")
    for name, work, cited in rows:
        print(f"| {name} | {1000 * seconds(work):.1f} ms | {cited} |")


def drawn(experts: int, questions: int, *, seed: int) -> Seeds:
    """Answers around a truth, with experts of different reach and error."""
    rng = np.random.default_rng(seed)
    truth = rng.normal(0, 10, questions)
    middle = truth + rng.normal(0, 1, (experts, questions)) * rng.uniform(0.5, 2, (experts, 1))
    reach = rng.uniform(0.5, 3, (experts, questions, 2))
    answers = np.stack([middle - reach[..., 0], middle, middle + reach[..., 1]], axis=-1)
    names = (f"e{n}" for n in range(experts)), (f"q{n}" for n in range(questions))
    return Seeds(*map(tuple, names), answers, truth)


def seconds(work: Callable[[], object]) -> float:
    work()
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


if __name__ == "__main__":
    main()
