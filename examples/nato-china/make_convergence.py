# ruff: noqa: INP001 -- a script beside its data, not a package
"""Draw the points that fourteen imagined experts a side give the options in convergence/options.csv.

    python examples/nato-china/make_convergence.py

Illustrative: every number is drawn by this program. None is the view of a person, an institution or
a state, and nothing about the world follows from them. Each expert divides a hundred points among
the options that serve the side and takes points off for those that cost it. The same seed gives the
same file, byte for byte.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).parent
SEED = 2023
EXPERTS = 14  # a side, as many as take part
SIDES = ("nato", "china")
SPREAD = 2.0  # of points inside a side

# What each side's experts give on average: below 0 where an option costs the side.
PLANTED = {
    "shade-return": (6, 4),
    "naval-staff-talks": (7, 3),
    "cues-drill": (5, 5),
    "encounter-rules": (14, -7),
    "disaster-lessons": (2, 7),
    "climate-review": (2, 5),
    "korea-assessments": (7, 6),
    "crisis-envoys": (3, 6),
    "command-line": (18, -3),
    "doctrine-seminar": (2, 15),
    "exercise-notices": (-5, 20),
    "exercise-observers": (14, -8),
    "human-decision": (12, 4),
    "networks-left-alone": (-5, 14),
    "afghanistan-exchange": (6, 7),
    "evacuation-notices": (2, 4),
}
# Where a side is of two minds, its experts differ by more.
OF_TWO_MINDS = {
    ("nato", "exercise-notices"): 9.0,
    ("nato", "human-decision"): 5.0,
    ("china", "encounter-rules"): 11.0,
    ("china", "networks-left-alone"): 6.0,
}
HEADER = ("expert", "party", "option", "points")


def main(folder: Path = HERE / "convergence") -> None:
    """Write values.csv into a folder."""
    rng = np.random.default_rng(SEED)
    with (folder / "values.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(HEADER)
        for place, side in enumerate(SIDES):
            for number in range(1, EXPERTS + 1):
                table.writerows(rows(rng, place, f"expert-{side[0]}{number:02d}"))


def rows(rng: np.random.Generator, place: int, expert: str) -> Iterator[tuple[str, str, str, int]]:
    """The points of one expert, an option a row."""
    side = SIDES[place]
    means = np.array([planted[place] for planted in PLANTED.values()], dtype=float)
    spread = np.array([OF_TWO_MINDS.get((side, option), SPREAD) for option in PLANTED])
    for option, points in zip(PLANTED, whole(rng.normal(means, spread)), strict=True):
        yield expert, side, option, int(points)


def whole(points: NDArray[np.float64]) -> NDArray[np.int64]:
    """Whole points, those above 0 a hundred in all: the largest remainders are rounded up."""
    above = np.maximum(points, 0.0)
    shares = above * (100 / above.sum())
    floor = np.floor(shares).astype(np.int64)
    order = np.argsort(floor - shares, kind="stable")
    floor[order[: 100 - floor.sum()]] += 1
    return np.asarray(np.where(points > 0, floor, np.rint(points).astype(np.int64)))


if __name__ == "__main__":
    main()
