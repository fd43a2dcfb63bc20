"""Answer tables that several tests of the matrix look at, and where to keep them."""

from pathlib import Path

import numpy as np
import polars as pl
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tracktwo.dialogue import VOTE, Answers, Scale, StoredAnswers
from tracktwo.votes import AnswerMatrix, Codebook, StoredSweep


def matrix_of(table: np.ndarray, scale: Scale = VOTE) -> AnswerMatrix:
    """The answers of a dense table, nan where unanswered."""
    return AnswerMatrix.of(answers_of(table), len(table), (scale,) * table.shape[1])


def answers_of(table: np.ndarray) -> Answers:
    who, what = np.nonzero(~np.isnan(table))
    return Answers(who.astype(np.int32), what.astype(np.int32), table[who, what].astype(np.float32))


def stored_sweep(folder: Path, matrix: AnswerMatrix, **options) -> StoredSweep:
    """The same answers in a Parquet file, to be read in blocks."""
    return StoredSweep(stored(folder, matrix), Codebook(matrix.codebook.scales), **options)


def stored(folder: Path, matrix: AnswerMatrix) -> StoredAnswers:
    columns = {
        "participant": matrix.participant,
        "statement": matrix.statement,
        "value": matrix.value,
    }
    pl.DataFrame(columns).write_parquet(folder / "answers.parquet", row_group_size=50)
    return StoredAnswers(folder / "answers.parquet", matrix.starts)


def random_votes(people=300, statements=12, *, answered=0.3, seed=1) -> np.ndarray:
    random = np.random.default_rng(seed)
    table = random.integers(-1, 2, (people, statements)).astype(float)
    table[random.random(table.shape) > answered] = np.nan
    return table


def vote_tables(most_people=12, most_statements=6, least_people=0):
    """Hypothesis: tables of votes, nan where unanswered."""
    shapes = st.tuples(st.integers(least_people, most_people), st.integers(1, most_statements))
    votes = st.sampled_from([-1.0, 0.0, 1.0, np.nan])
    return shapes.flatmap(lambda shape: arrays.arrays(np.float64, shape, elements=votes))
