# ruff: noqa: INP001 -- a script beside its data, not a package
"""Draw estimates of the seven risks in risks.csv, in two rounds, from what is planted below.

    python examples/nato-china/make_risks.py

Illustrative: every estimate is drawn by this program. None is the view of a person, an institution
or a state, and nothing about the world follows from them. In round 1 every expert estimates alone;
in round 2 each moves a third of the way towards the median of all. The same seed gives the same
file, byte for byte.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).parent
SEED = 2022
EXPERTS = 12  # a side
SIDES = ("nato", "china")
TOWARDS_ALL = 1 / 3  # of the way to everybody's median, between the rounds
HALF_WIDTH = {"likelihood": 0.15, "severity": 1.5}  # of a stated interval, on average
SPREAD = {"likelihood": 0.08, "severity": 0.8}  # of the best estimates inside a side
STEP = {"likelihood": 0.05, "severity": 0.5}  # in which people answer
MOST = {"likelihood": 1.0, "severity": 10.0}

# What each side's experts say on average in round 1: likelihood (nato, china), severity (nato, china).
PLANTED = {
    "confrontation-syndrome": ((0.50, 0.52), (8.0, 8.0)),
    "escalation-by-accident": ((0.35, 0.35), (9.0, 9.0)),
    "economic-decoupling": ((0.30, 0.65), (5.0, 8.0)),
    "lost-cooperation": ((0.60, 0.60), (6.0, 6.0)),
    "cyber-escalation": ((0.60, 0.30), (8.0, 5.5)),
    "worst-case-planning": ((0.70, 0.45), (6.5, 6.5)),
    "regional-spillover": ((0.30, 0.60), (8.5, 5.5)),
}
HEADER = (
    "risk", "expert", "side", "round", "quantity", "low", "best", "high", "sure", "comment",
)  # fmt: skip

Row = tuple[str | int | float, ...]


def main(folder: Path = HERE) -> None:
    """Write estimates.csv into a folder."""
    rng = np.random.default_rng(SEED)
    with (folder / "estimates.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(HEADER)
        for risk, planted in PLANTED.items():
            for quantity, means in zip(HALF_WIDTH, planted, strict=True):
                table.writerows(draw(rng, risk, quantity, means))


def draw(
    rng: np.random.Generator, risk: str, quantity: str, means: tuple[float, float]
) -> Iterator[Row]:
    """Both rounds of one quantity of one risk."""
    best = np.repeat(means, EXPERTS) + SPREAD[quantity] * rng.standard_normal(2 * EXPERTS)
    half = HALF_WIDTH[quantity] * rng.uniform(0.6, 1.4, (2, 2 * EXPERTS))
    sure = rng.choice((0.6, 0.7, 0.8, 0.9), 2 * EXPERTS)
    for round_ in (1, 2):
        yield from rows(risk, quantity, round_, best, half, sure)
        best = best + TOWARDS_ALL * (np.median(best) - best)
        half = 0.8 * half


def rows(
    risk: str,
    quantity: str,
    round_: int,
    best: NDArray[np.float64],
    half: NDArray[np.float64],
    sure: NDArray[np.float64],
) -> Iterator[Row]:
    """One row an expert, in the steps in which people answer."""
    ends = [stepped(one, quantity) for one in (best - half[0], best, best + half[1])]
    experts = [(side, number) for side in SIDES for number in range(1, EXPERTS + 1)]
    for (side, number), *interval, certain in zip(experts, *ends, sure, strict=True):
        yield (
            risk, f"expert-{side[0]}{number:02d}", side, round_, quantity,
            *interval, float(certain), "",
        )  # fmt: skip


def stepped(values: NDArray[np.float64], quantity: str) -> list[float]:
    """Values in steps, within the scale."""
    step = STEP[quantity]
    return [
        round(float(one), 2) for one in np.clip(np.rint(values / step) * step, 0, MOST[quantity])
    ]


if __name__ == "__main__":
    main()
