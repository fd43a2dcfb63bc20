"""One way to go over all answers, wherever they are: memory, a Parquet file, a Dask cluster.

A sweep hands every block of whole participants to a function and gives back what it returned, in
the order of the blocks. Whatever is a sum over participants is computed with `gather`; the same
code then serves any size, and the same order of addition gives the same result.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol, TypeVar

import numpy as np

from tracktwo._typing import Longs
from tracktwo.dialogue import Answers, Dialogue, StoredAnswers
from tracktwo.votes.matrix import AnswerMatrix, Codebook

T = TypeVar("T")

BLOCK_ANSWERS = 4_000_000
"""Answers in a block of a stored dialogue: some 60 MB while it is worked on."""


@dataclass(frozen=True, eq=False)
class Block:
    """Some whole participants: their matrix, and the code of the first of them."""

    matrix: AnswerMatrix
    first: int

    @property
    def rows(self) -> slice:
        """Which participants of the dialogue these are."""
        return slice(self.first, self.first + self.matrix.n_participants)


class Sweep(Protocol):
    """Anything that can hand out blocks."""

    @property
    def codebook(self) -> Codebook:
        """The statements' possible answers."""

    @property
    def n_participants(self) -> int:
        """People swept over, those without answers included."""

    def run(self, work: Callable[[Block], T]) -> Iterator[T]:
        """Call `work` on each block; results come in block order."""


def gather(sweep: Sweep, work: Callable[[Block], T], merge: Callable[[T, T], T]) -> T:
    """Fold what `work` returns for each block, in block order (so that sums are reproducible)."""
    results = sweep.run(work)
    total = next(results)
    for result in results:
        total = merge(total, result)
    return total


@dataclass(frozen=True, eq=False)
class MemorySweep:
    """All answers as one block in memory."""

    matrix: AnswerMatrix

    @property
    def codebook(self) -> Codebook:
        return self.matrix.codebook

    @property
    def n_participants(self) -> int:
        return self.matrix.n_participants

    def run(self, work: Callable[[Block], T]) -> Iterator[T]:
        yield work(Block(self.matrix, 0))


@dataclass(frozen=True, eq=False)
class StoredSweep:
    """Answers read block by block from a Parquet file, two blocks at work at a time."""

    stored: StoredAnswers
    codebook: Codebook
    block_answers: int = BLOCK_ANSWERS
    workers: int = 2

    @property
    def n_participants(self) -> int:
        return len(self.stored.starts) - 1

    def run(self, work: Callable[[Block], T]) -> Iterator[T]:
        cuts = _block_cuts(self.stored.starts, self.block_answers)
        with ThreadPoolExecutor(self.workers) as pool:
            waiting = []
            for first, last in pairwise(cuts):
                waiting.append(pool.submit(_work_on, work, self.stored, self.codebook, first, last))
                if len(waiting) > self.workers:
                    yield waiting.pop(0).result()
            for future in waiting:
                yield future.result()


@dataclass(frozen=True, eq=False)
class ClusterSweep:
    """The same blocks worked on by a Dask cluster whose workers can read the file.

    `client` is a `distributed.Client`. A block's result is fetched as soon as its turn comes.
    """

    stored: StoredAnswers
    codebook: Codebook
    client: Any
    block_answers: int = BLOCK_ANSWERS

    @property
    def n_participants(self) -> int:
        return len(self.stored.starts) - 1

    def run(self, work: Callable[[Block], T]) -> Iterator[T]:
        cuts = _block_cuts(self.stored.starts, self.block_answers)
        shared = self.client.scatter([work, self.stored, self.codebook], broadcast=True, hash=False)
        futures = [
            self.client.submit(_work_on, *shared, first, last, pure=False)
            for first, last in pairwise(cuts)
        ]
        for future in futures:
            yield future.result()
            future.release()


def sweep_of(dialogue: Dialogue, *, client: Any = None) -> Sweep:  # noqa: ANN401 -- distributed is optional
    """The sweep that fits where the dialogue's answers are."""
    scales = tuple(statement.scale for statement in dialogue.statements)
    if dialogue.stored is None:
        return MemorySweep(AnswerMatrix.of(dialogue.answers, len(dialogue.participants), scales))
    if client is None:
        return StoredSweep(dialogue.stored, Codebook(scales))
    return ClusterSweep(dialogue.stored, Codebook(scales), client)


def _block_cuts(starts: Longs, block_answers: int) -> list[int]:
    """Participants at which blocks begin and end, each of about `block_answers` answers."""
    n_blocks = max(1, -(-int(starts[-1]) // block_answers))
    marks = np.linspace(0, int(starts[-1]), n_blocks + 1)
    cuts = np.searchsorted(starts, marks)
    cuts[0], cuts[-1] = 0, len(starts) - 1
    inner = np.unique(cuts[(cuts > 0) & (cuts < cuts[-1])])
    return [0, *inner.tolist(), len(starts) - 1]


def _work_on(
    work: Callable[[Block], T], stored: StoredAnswers, codebook: Codebook, first: int, last: int
) -> T:
    import polars as pl

    row, end = int(stored.starts[first]), int(stored.starts[last])
    table = pl.scan_parquet(stored.path).slice(row, end - row).collect()
    answers = Answers(
        (table["participant"].to_numpy() - first).astype(np.int32),
        table["statement"].to_numpy().astype(np.int32),
        table["value"].to_numpy().astype(np.float32),
    )
    return work(Block(AnswerMatrix.of(answers, last - first, codebook.scales), first))
