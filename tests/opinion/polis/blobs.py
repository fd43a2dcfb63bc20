"""Three conversations with Polis's own complete result, and counts written by hand."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tracktwo.dialogue import VOTE, Answers
from tracktwo.votes import AnswerMatrix, Codebook, MemorySweep, Tally, tally

BLOBS = ("25ptpt-3gp-no-strict-with-meta", "50ptpt-3gp-strict-no-meta", "above-100-ptpts")


@dataclass(frozen=True, eq=False)
class Blob:
    """A conversation's votes (agree = 1, unlike Polis's database) and Polis's result for them."""

    name: str
    result: dict[str, Any]
    votes: list[dict[str, Any]]

    @property
    def tids(self) -> list[int]:
        return self.result["tids"]

    @property
    def column(self) -> dict[int, int]:
        return {tid: place for place, tid in enumerate(self.tids)}

    def flags(self, tids: list[int]) -> np.ndarray:
        return np.isin(self.tids, tids)

    @property
    def zeroed(self) -> np.ndarray:
        return self.flags(self.result["mod-out"])

    @property
    def meta(self) -> np.ndarray:
        return self.flags(self.result["meta-tids"])

    @property
    def inside(self) -> np.ndarray:
        return np.isin(np.arange(self.result["n"]), self.result["in-conv"])

    @property
    def matrix(self) -> AnswerMatrix:
        who, what, value = (
            np.array([vote[key] for vote in self.votes]) for key in ("pid", "tid", "vote")
        )
        columns = np.searchsorted(self.tids, what).astype(np.int32)
        answers = Answers(who.astype(np.int32), columns, value.astype(np.float32))
        return AnswerMatrix.of(answers, self.result["n"], (VOTE,) * len(self.tids))

    @property
    def base_members(self) -> list[list[int]]:
        return self.result["base-clusters"]["members"]

    @property
    def labels(self) -> np.ndarray:
        """Polis's group of each participant, -1 outside the conversation."""
        members = dict(zip(self.result["base-clusters"]["id"], self.base_members, strict=True))
        labels = np.full(self.result["n"], -1, np.int32)
        for group in self.result["group-clusters"]:
            for base in group["members"]:
                labels[members[base]] = group["id"]
        return labels

    @property
    def groups(self) -> Tally:
        return tally(MemorySweep(self.matrix), self.labels, self.labels.max() + 1)

    @property
    def everybody(self) -> Tally:
        return tally(MemorySweep(self.matrix), np.zeros(self.result["n"], np.int32), 1)

    @property
    def order_of_first_votes(self) -> np.ndarray:
        first = np.full(self.result["n"], np.inf)
        for vote in self.votes:
            first[vote["pid"]] = min(first[vote["pid"]], vote["modified"])
        return np.argsort(first, kind="stable")


def load_blob(folder: Path) -> Blob:
    result, votes = (
        json.loads((folder / f"{name}.json").read_text()) for name in ("math-pca2", "votes")
    )
    blob = Blob(folder.name, result, votes)
    return Blob(folder.name, result, votes + missing_votes(blob))


def missing_votes(blob: Blob) -> list[dict[str, Any]]:
    """Votes Polis counted that the vote file lacks: in one blob, four of the owner's.

    The published centre is the mean over one vote more, which tells what the owner voted.
    """
    lacking = [
        int(pid)
        for pid, count in blob.result["user-vote-counts"].items()
        if count and int(pid) not in {vote["pid"] for vote in blob.votes}
    ]
    found = []
    for tid, center in zip(blob.tids, blob.result["pca"]["center"], strict=True):
        values = [vote["vote"] for vote in blob.votes if vote["tid"] == tid]
        hidden = tid in blob.result["mod-out"]
        if not hidden and abs(sum(values) / len(values) + center) > 1e-9:
            value = round(-center * (len(values) + 1) - sum(values))
            found += [{"pid": pid, "tid": tid, "vote": value, "modified": 0} for pid in lacking]
    return found


def tally_of(*groups: list[tuple[int, int, int]]) -> Tally:
    """Counts from (disagree, pass, agree) of every statement, group after group."""
    table = np.array(groups, np.int64)
    sums = np.zeros(table.shape[:2])
    codebook = Codebook((VOTE,) * table.shape[1])
    members = table.sum(axis=2).max(axis=1)
    return Tally(codebook, table.reshape(len(table), -1), sums, sums, members)
