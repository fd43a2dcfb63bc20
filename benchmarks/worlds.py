"""The answers that contestants work on, made once and kept: `python worlds.py NAME FILE`.

An npz file holds the columns participant, statement and value, the numbers of both, and where
there is one the truth (`group`) or the answers put aside (`hidden_...`). Stored worlds are Parquet
with an npz of where each participant starts beside it.
"""

import os
import sys
from pathlib import Path

import numpy as np
import polars as pl

from tracktwo import Dialogue, read
from tracktwo.simulate import planted_groups

REFERENCE = Path(__file__).parents[2] / "shared" / "data"
CONVERSATIONS = {
    "bowling-green": "american-assembly.bowling-green",
    "brexit": "brexit-consensus",
    "vtaiwan": "vtaiwan.uberx",
    "ubi": "scoop-hivemind.ubi",
}
PLANTED = {
    "10k": (10_000, 500, 0.06),
    "100k": (100_000, 1000, 0.03),
    "bridging": (100_000, 2000, 0.015),
}
GENERATORS = ("independent", "spatial", "uneven")
HIDDEN_SHARE = 0.1
ANSWERS_EACH, STATEMENTS = 50, 1000
PEOPLE_IN_A_PART = 20_000


def make(name: str, file: Path) -> None:
    """Make a world by its name: conversation/NAME, hidden/NAME, planted/SIZE/KIND, stored/ANSWERS."""
    kind, _, rest = name.partition("/")
    match kind:
        case "conversation":
            np.savez(file, **_columns(_conversation(rest)))
        case "hidden":
            np.savez(file, **_with_hidden(_columns(_conversation(rest))))
        case "planted":
            size, generator = rest.split("/")
            people, statements, fill = PLANTED[size]
            dialogue, truth = planted_groups(
                people, statements, seed=1, fill=fill, generator=generator
            )
            np.savez(file, group=truth.group, **_columns(dialogue))
        case "stored":
            _store(int(rest), file)


def reference_folder() -> Path:
    return Path(os.environ.get("TRACKTWO_REFERENCE_DATA", REFERENCE)) / "polis"


def _conversation(name: str) -> Dialogue:
    return read(reference_folder() / CONVERSATIONS[name])


def _columns(dialogue: Dialogue) -> dict[str, np.ndarray]:
    answers = dialogue.answers
    return {
        "participant": answers.participant,
        "statement": answers.statement,
        "value": answers.value,
        "size": np.array([len(dialogue.participants), len(dialogue.statements)]),
    }


def _with_hidden(columns: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """A tenth of the answers put aside, the same for everybody."""
    random = np.random.default_rng(2026)
    is_hidden = random.random(len(columns["value"])) < HIDDEN_SHARE
    names = ("participant", "statement", "value")
    seen = {name: columns[name][~is_hidden] for name in names}
    return (
        seen
        | {f"hidden_{name}": columns[name][is_hidden] for name in names}
        | {"size": columns["size"]}
    )


def _store(answers: int, file: Path) -> None:
    """People on a line, `ANSWERS_EACH` votes each, written part by part: never all in memory."""
    random = np.random.default_rng(7)
    slope, place = random.normal(0, 1.5, STATEMENTS), random.normal(0, 1, STATEMENTS)
    people = answers // ANSWERS_EACH
    parts = []
    for first in range(0, people, PEOPLE_IN_A_PART):
        last = min(first + PEOPLE_IN_A_PART, people)
        part = file.with_suffix(f".{first}.part")
        _part(random, slope, place, first, last).write_parquet(part)
        parts.append(part)
    pl.scan_parquet(parts).sink_parquet(file, row_group_size=PEOPLE_IN_A_PART * ANSWERS_EACH)
    for part in parts:
        part.unlink()
    np.savez(file.with_suffix(".npz"), starts=np.arange(people + 1) * ANSWERS_EACH)


def _part(
    random: np.random.Generator, slope: np.ndarray, place: np.ndarray, first: int, last: int
) -> pl.DataFrame:
    people = last - first
    step = STATEMENTS // ANSWERS_EACH
    chosen = np.arange(ANSWERS_EACH) * step + random.integers(0, step, (people, ANSWERS_EACH))
    pull = slope[chosen] * (random.normal(size=(people, 1)) - place[chosen])
    pull += random.logistic(size=pull.shape)
    return pl.DataFrame(
        {
            "participant": np.repeat(np.arange(first, last, dtype=np.int32), ANSWERS_EACH),
            "statement": chosen.astype(np.int32).ravel(),
            "value": np.where(np.abs(pull) < 0.4, 0, np.sign(pull)).astype(np.float32).ravel(),
        }
    )


if __name__ == "__main__":
    make(sys.argv[1], Path(sys.argv[2]))
