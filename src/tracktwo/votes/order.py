"""Orders and samples of people that depend on what they answered, not on where they stand.

Sums of floating-point numbers change with the order of their terms, and samples with the order of
people. Put into canonical order first, the same answers give the same result to the last bit,
however rows or participants were arranged or named.
"""

from functools import partial

import numpy as np

from tracktwo._typing import Longs
from tracktwo.votes.matrix import AnswerMatrix
from tracktwo.votes.sweep import Block, MemorySweep, Sweep


def canonical_order(matrix: AnswerMatrix) -> Longs:
    """Places of participants ordered by a hash of their answers, (n,).

    Equal hashes mean equal answers (but for one chance in 2**64 a pair), so ties do not matter. The
    order is as good as random: any slice of it is a fair sample.

    >>> from tracktwo.dialogue import VOTE, Answers
    >>> def order(values):
    ...     who, what = np.arange(3, dtype=np.int32), np.zeros(3, np.int32)
    ...     return canonical_order(AnswerMatrix.of(Answers(who, what, values), 3, (VOTE,)))
    >>> said = np.array([1, -1, 0], np.float32)
    >>> (said[order(said)] == said[::-1][order(said[::-1])]).all().item()
    True
    """
    cells = np.arange(1, matrix.codebook.n_cells + 1, dtype=np.uint64)
    hashed = np.zeros(len(matrix.cell) + 1, np.uint64)
    np.cumsum(_scrambled(cells)[matrix.cell], out=hashed[1:])
    totals = hashed[matrix.starts[1:]] - hashed[matrix.starts[:-1]]
    return np.argsort(_scrambled(totals), kind="stable")


def some_people(sweep: Sweep, most: int) -> MemorySweep:
    """At most `most` participants, evenly spread over all of them, in memory."""
    every = max(1, -(-sweep.n_participants // most))
    parts = list(sweep.run(partial(_every, every)))
    return MemorySweep(parts[0] if len(parts) == 1 else stacked(parts))


def stacked(parts: list[AnswerMatrix]) -> AnswerMatrix:
    """The participants of several matrices one after another."""
    answered = np.concatenate([part.answered for part in parts])
    return AnswerMatrix(
        np.concatenate([[0], np.cumsum(answered)]).astype(np.int64),
        np.concatenate([part.statement for part in parts]),
        np.concatenate([part.value for part in parts]),
        parts[0].codebook,
    )


def _every(every: int, block: Block) -> AnswerMatrix:
    if every == 1:
        return block.matrix
    first = -block.first % every
    return block.matrix.rows(np.arange(first, block.matrix.n_participants, every))


def _scrambled(numbers: np.ndarray) -> np.ndarray:
    """Steele, Lea & Flood 2014 (splitmix64): every input bit moves every output bit."""
    x = numbers * np.uint64(0x9E3779B97F4A7C15)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(x ^ (x >> np.uint64(31)))
