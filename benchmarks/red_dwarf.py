"""What red-dwarf does with a world, in an environment of its own: `python red_dwarf.py TASK FILE`.

The list of dictionaries its interface takes is made before the clock starts.
"""

import sys
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from clock import report

warnings.filterwarnings("ignore")
from reddwarf.implementations.base import (  # noqa: E402 -- after its warnings are off
    PolisClusteringResult,
    run_pipeline,
)

PRIOR_ANSWERS = 3.0
"""Imagined answers of a group, shared out as everybody's: as for our own groups."""

Found = Mapping[str, Any]


def analysis(world: Mapping[str, np.ndarray]) -> None:
    rows = _rows(world)

    def work() -> Found:
        found = run_pipeline(rows, random_state=0)
        return {"groups": int(found.participants_df["cluster_id"].nunique())}

    report(work)


def groups(world: Mapping[str, np.ndarray]) -> None:
    rows = _rows(world)

    def work() -> Found:
        label = _labels(run_pipeline(rows, random_state=0), world)
        inside = label >= 0
        return {
            "groups": int(label.max()) + 1,
            "ari": _adjusted_rand(label[inside], world["group"][inside]),
            "placed": int(inside.sum()),
        }

    report(work)


def foretell(world: Mapping[str, np.ndarray]) -> None:
    """Log probability of answers put aside, from the shares of the group each person is in."""
    rows = _rows(world)

    def work() -> Found:
        label = _labels(run_pipeline(rows, random_state=0), world)
        return {
            "groups": int(label.max()) + 1,
            "log_probability": _log_probability(label, world),
            "log_probability_without_groups": _log_probability(np.zeros_like(label), world),
        }

    report(work)


def _rows(world: Mapping[str, np.ndarray]) -> list[dict[str, int]]:
    columns = (world[name].astype(int).tolist() for name in ("participant", "statement", "value"))
    return [
        {"participant_id": who, "statement_id": what, "vote": vote, "modified": moment}
        for moment, (who, what, vote) in enumerate(zip(*columns, strict=True))
    ]


def _labels(found: PolisClusteringResult, world: Mapping[str, np.ndarray]) -> np.ndarray:
    """The group of each participant, -1 where there is none."""
    label = np.full(int(world["size"][0]), -1)
    placed = found.participants_df["cluster_id"].dropna()
    label[placed.index.to_numpy().astype(int)] = placed.to_numpy().astype(int)
    return label


def _log_probability(label: np.ndarray, world: Mapping[str, np.ndarray]) -> float:
    statements = int(world["size"][1])
    group = label + 1
    counts = np.zeros((group.max() + 1, statements, 3))
    said = world["value"].astype(int) + 1
    np.add.at(counts, (group[world["participant"]], world["statement"], said), 1)
    everybody = counts.sum(axis=0) + 1
    everybody /= everybody.sum(axis=1, keepdims=True)
    counts += PRIOR_ANSWERS * everybody
    shares = counts / counts.sum(axis=2, keepdims=True)
    shares[0] = everybody
    hidden = world["hidden_value"].astype(int) + 1
    own = shares[group[world["hidden_participant"]], world["hidden_statement"], hidden]
    return float(np.log(own).mean())


def _adjusted_rand(first: np.ndarray, second: np.ndarray) -> float:
    from sklearn.metrics import adjusted_rand_score

    return float(adjusted_rand_score(first, second))


if __name__ == "__main__":
    task = {"analysis": analysis, "groups": groups, "foretell": foretell}[sys.argv[1]]
    task(np.load(Path(sys.argv[2])))
