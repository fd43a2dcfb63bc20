"""Answers as ratings between 0 and 1, arranged so that one sparse product sums over them."""

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from tracktwo._typing import Floats, Floats32, Ints, Longs
from tracktwo.votes import Block, Codebook


@dataclass(frozen=True, eq=False)
class RatedCells:
    """Ratings as a 0/1 matrix `chosen` (users, cells), each cell one rating of one statement.

    `statement` (cells,): whose rating a cell is; `rating` (cells,): which, in 0..1.
    """

    chosen: sp.csr_array
    statement: Longs | Ints
    rating: Floats
    n_statements: int

    def by_statement(self, figures: Floats) -> Floats:
        """Add up figures of cells (cells, K) over the cells of each statement, (m, K)."""
        columns = [
            np.bincount(self.statement, weights=column, minlength=self.n_statements)
            for column in figures.T
        ]
        return np.stack(columns, axis=1)


def rated_cells(block: Block) -> RatedCells:
    """The ratings of a block; a vote is 1 for agree, 1/2 for pass, 0 for disagree."""
    matrix = block.matrix
    book = matrix.codebook
    cell: Ints | Longs = matrix.cell
    statement: Ints | Longs = book.statement_of_cell
    rating = np.tile([0.0, 0.5, 1.0], len(book.scales))
    if not book.is_votes_only:
        cell, statement, rating = _distinct_ratings(matrix.statement, matrix.value, book)
    chosen = sp.csr_array(
        (np.ones(len(cell)), cell, matrix.starts.astype(cell.dtype)),
        shape=(matrix.n_participants, len(rating)),
    )
    return RatedCells(chosen, statement, rating, len(book.scales))


def _distinct_ratings(
    statement: Ints, value: Floats32, book: Codebook
) -> tuple[Longs, Longs, Floats]:
    """Number the different answers to each statement; their statements and scaled ratings."""
    pair = statement.astype(np.int64) << 32 | value.view(np.uint32)
    _, first, cell = np.unique(pair, return_index=True, return_inverse=True)
    low = np.array([scale.low for scale in book.scales])
    width = np.array([scale.width for scale in book.scales])
    own = statement[first].astype(np.int64)
    return cell, own, (value[first].astype(np.float64) - low[own]) / width[own]
