"""One way to go over all answers, wherever they are: memory, a Parquet file, a Dask cluster.

A sweep hands every block of whole participants to a function and gives back what it returned, in
the order of the blocks. Whatever is a sum over participants is computed with `gather`; the same
code then serves any size, and the same order of addition gives the same result.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol, TypeVar

import numpy as np

from tracktwo._typing import Longs
from tracktwo.dialogue import Answers, Dialogue, StoredAnswers
from tracktwo.errors import OptionError
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
class StoredBlock:
    """Where a block of a stored dialogue is: participants `first` to `first + len(starts) - 1`.

    `starts` are rows of the file, as in `StoredAnswers`.
    """

    path: Path
    starts: Longs
    first: int
    codebook: Codebook

    def load(self) -> Block:
        """Read the block."""
        import polars as pl

        row, end = int(self.starts[0]), int(self.starts[-1])
        table = pl.scan_parquet(self.path).slice(row, end - row).collect()
        answers = Answers(
            (table["participant"].to_numpy() - self.first).astype(np.int32),
            table["statement"].to_numpy().astype(np.int32),
            table["value"].to_numpy().astype(np.float32),
        )
        people = len(self.starts) - 1
        return Block(AnswerMatrix.of(answers, people, self.codebook.scales), self.first)


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
        with ThreadPoolExecutor(self.workers) as pool:
            waiting = []
            for block in stored_blocks(self.stored, self.codebook, self.block_answers):
                waiting.append(pool.submit(_work_on, work, block))
                if len(waiting) > self.workers:
                    yield waiting.pop(0).result()
            for future in waiting:
                yield future.result()


@dataclass(frozen=True, eq=False)
class ClusterSweep:
    """Blocks worked on by a Dask cluster; each result is fetched as soon as its turn comes.

    `client` is a `distributed.Client`. `blocks` are what the workers turn into blocks: places in a
    file they can read, or blocks already scattered to them.
    """

    client: Any
    blocks: tuple[Any, ...]
    codebook: Codebook
    n_participants: int

    @classmethod
    def over_file(
        cls,
        client: Any,  # noqa: ANN401 -- distributed is optional
        stored: StoredAnswers,
        codebook: Codebook,
        *,
        block_answers: int = BLOCK_ANSWERS,
    ) -> "ClusterSweep":
        """A sweep over a file that every worker can read, in the blocks of a `StoredSweep`."""
        blocks = tuple(stored_blocks(stored, codebook, block_answers))
        return cls(client, blocks, codebook, len(stored.starts) - 1)

    @classmethod
    def over_memory(
        cls,
        client: Any,  # noqa: ANN401 -- distributed is optional
        matrix: AnswerMatrix,
        *,
        block_answers: int = BLOCK_ANSWERS,
    ) -> "ClusterSweep":
        """A sweep over answers held here, sent to the workers once."""
        cuts = _block_cuts(matrix.starts, block_answers)
        parts = [Block(matrix.rows(np.arange(a, b)), a) for a, b in pairwise(cuts)]
        blocks = tuple(client.scatter(parts, hash=False))
        return cls(client, blocks, matrix.codebook, matrix.n_participants)

    def run(self, work: Callable[[Block], T]) -> Iterator[T]:
        shared = self.client.scatter(work, broadcast=True, hash=False)
        futures = [self.client.submit(_work_on, shared, block, pure=False) for block in self.blocks]
        for future in futures:
            yield future.result()
            future.release()


def sweep_of(dialogue: Dialogue, *, client: Any = None) -> Sweep:  # noqa: ANN401 -- distributed is optional
    """The sweep that fits where the dialogue's answers are, and who is to work on them."""
    if dialogue.stored is None:
        matrix = matrix_of(dialogue)
        return MemorySweep(matrix) if client is None else ClusterSweep.over_memory(client, matrix)
    book = Codebook(tuple(statement.scale for statement in dialogue.statements))
    if client is None:
        return StoredSweep(dialogue.stored, book)
    return ClusterSweep.over_file(client, dialogue.stored, book)


def matrix_of(dialogue: Dialogue) -> AnswerMatrix:
    """All answers as one matrix; `OptionError` where they are stored because they outgrow memory."""
    if dialogue.stored is not None:
        raise OptionError("this needs all answers in memory, and they are too many for that")
    scales = tuple(statement.scale for statement in dialogue.statements)
    return AnswerMatrix.of(dialogue.answers, len(dialogue.participants), scales)


def stored_blocks(
    stored: StoredAnswers, codebook: Codebook, block_answers: int
) -> Iterator[StoredBlock]:
    """A file cut into blocks of whole participants, each of about `block_answers` answers."""
    for first, last in pairwise(_block_cuts(stored.starts, block_answers)):
        yield StoredBlock(stored.path, stored.starts[first : last + 1], first, codebook)


def _block_cuts(starts: Longs, block_answers: int) -> list[int]:
    """Participants at which blocks begin and end, each of about `block_answers` answers."""
    n_blocks = max(1, -(-int(starts[-1]) // block_answers))
    marks = np.linspace(0, int(starts[-1]), n_blocks + 1)
    cuts = np.searchsorted(starts, marks)
    cuts[0], cuts[-1] = 0, len(starts) - 1
    inner = np.unique(cuts[(cuts > 0) & (cuts < cuts[-1])])
    return [0, *inner.tolist(), len(starts) - 1]


def _work_on(work: Callable[[Block], T], block: Block | StoredBlock) -> T:
    return work(block.load() if isinstance(block, StoredBlock) else block)
