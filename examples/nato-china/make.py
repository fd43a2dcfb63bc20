# ruff: noqa: INP001 -- a script beside its data, not a package
"""Draw the example's answers and predictions from the structure written down in planted.csv.

    python examples/nato-china/make.py

Everything drawn here is simulated: no seat stands for a person, an institution or a state. Fourteen
seats a side; how many of them agree and disagree with each statement is exactly as planted, and a
seat's leaning decides who. Predictions scatter around the planted expectation in steps of five per
cent, as people guess; so do beliefs about what the other party expects of one's own. The same seed
gives the same files, byte for byte.
"""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).parent
SEED = 2021
SEATS = 14
PARTIES = ("nato", "china")
LEANING = 0.6  # correlation of a seat's wish with how far it leans to the other side
GUESS_SPREAD = 10.0  # of one guess, in per cent
HABIT_SPREAD = 3.0  # of one seat's guesses as a whole: some people always guess high
SILENCE = 0.02  # share of questions a seat leaves open

Row = tuple[str | int | float, ...]


def main(folder: Path = HERE) -> None:
    """Write participants.csv, votes.csv and predictions.csv into a folder."""
    rng = np.random.default_rng(SEED)
    planted = read_planted()
    seats = {
        party: [f"seat-{party[0]}{number:02d}" for number in range(1, SEATS + 1)]
        for party in PARTIES
    }
    members = ((seat, party) for party in PARTIES for seat in seats[party])
    write(folder / "participants.csv", ("participant", "party"), members)
    votes = [row for party in PARTIES for row in draw_votes(rng, party, seats[party], planted)]
    write(folder / "votes.csv", ("participant", "statement", "vote"), votes)
    guesses = [row for party in PARTIES for row in draw_guesses(rng, party, seats[party], planted)]
    beliefs = [row for party in PARTIES for row in draw_beliefs(rng, party, seats[party], planted)]
    header = ("participant", "statement", "party", "value", "expected_by")
    write(folder / "predictions.csv", header, [*guesses, *beliefs])


def read_planted() -> list[dict[str, str]]:
    """The planted structure, one statement a row."""
    with (HERE / "planted.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def draw_votes(
    rng: np.random.Generator, party: str, seats: list[str], planted: list[dict[str, str]]
) -> Iterator[Row]:
    """Every seat's votes; on each statement as many agree and disagree as planted."""
    leaning = rng.standard_normal(SEATS)
    for row in planted:
        wish = LEANING * others_side(row, party) * leaning
        wish += np.sqrt(1 - LEANING**2) * rng.standard_normal(SEATS)
        votes = cut(wish, int(row[f"{party}_agree"]), int(row[f"{party}_disagree"]))
        for seat, vote in zip(seats, votes, strict=True):
            if rng.random() >= SILENCE:
                yield seat, row["statement"], int(vote)


def others_side(row: dict[str, str], party: str) -> int:
    """1 where the other party mostly agrees, -1 where it mostly disagrees."""
    other = next(one for one in PARTIES if one != party)
    return 1 if int(row[f"{other}_agree"]) > int(row[f"{other}_disagree"]) else -1


def cut(wish: NDArray[np.float64], agree: int, disagree: int) -> NDArray[np.int64]:
    """The strongest wishes agree, the weakest disagree, the rest pass."""
    rank = wish.argsort().argsort()
    return np.where(rank >= len(wish) - agree, 1, np.where(rank < disagree, -1, 0))


def draw_guesses(
    rng: np.random.Generator, party: str, seats: list[str], planted: list[dict[str, str]]
) -> Iterator[Row]:
    """What share of either side each seat expects to agree, between 0 and 1."""
    habit = HABIT_SPREAD * rng.standard_normal(SEATS)
    for row in planted:
        for about in PARTIES:
            shares = guess(rng, float(row[f"{party}_expects_{about}"]), habit)
            for seat, share in zip(seats, shares, strict=True):
                yield seat, row["statement"], about, share, ""


def draw_beliefs(
    rng: np.random.Generator, party: str, seats: list[str], planted: list[dict[str, str]]
) -> Iterator[Row]:
    """What share of its own side each seat believes that the other one expects to agree."""
    other = next(one for one in PARTIES if one != party)
    habit = HABIT_SPREAD * rng.standard_normal(SEATS)
    for row in planted:
        shares = guess(rng, float(row[f"{party}_believes"]), habit)
        for seat, share in zip(seats, shares, strict=True):
            yield seat, row["statement"], party, share, other


def guess(rng: np.random.Generator, mean: float, habit: NDArray[np.float64]) -> list[float]:
    """Every seat's guess around a mean given in per cent, in steps of five, as a share."""
    per_cent = mean + habit + GUESS_SPREAD * rng.standard_normal(SEATS)
    steps = np.clip(np.rint(per_cent / 5) * 5, 0, 100)
    return [round(float(one) / 100, 2) for one in steps]


def write(path: Path, header: tuple[str, ...], rows: Iterable[Row]) -> None:
    """A CSV file with the same bytes on every system."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(header)
        table.writerows(rows)


if __name__ == "__main__":
    main()
