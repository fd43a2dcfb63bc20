"""Real and made answers that several tests look at."""

import gzip
from pathlib import Path

import numpy as np
import polars as pl

from tracktwo.dialogue import VOTE, Answers
from tracktwo.votes import AnswerMatrix


def matrix_of(table: np.ndarray) -> AnswerMatrix:
    """The answers of a dense table, nan where unanswered."""
    who, what = np.nonzero(~np.isnan(table))
    answers = Answers(
        who.astype(np.int32), what.astype(np.int32), table[who, what].astype(np.float32)
    )
    return AnswerMatrix.of(answers, len(table), (VOTE,) * table.shape[1])


def polis_export(folder: Path) -> AnswerMatrix:
    table = pl.read_csv(folder / "participants-votes.csv", infer_schema_length=10_000)
    statements = [name for name in table.columns if name.isdigit()]
    return matrix_of(table.select(statements).cast(pl.Float64).to_numpy())


def un_session(folder: Path, session: int) -> tuple[AnswerMatrix, dict[int, float]]:
    """A session's votes, and the published ideal point of each state by row."""
    calls = pl.read_parquet(folder / "rollcalls.parquet").filter(pl.col("session") == session)
    votes = pl.read_parquet(folder / "votes.parquet").filter(
        pl.col("rcid").is_in(calls["rcid"].implode())
    )
    states = sorted(votes["state"].cast(pl.String).unique())
    said = votes["vote"].cast(pl.String).replace_strict({"yes": 1, "abstain": 0, "no": -1})
    answers = Answers(
        np.searchsorted(states, votes["state"].cast(pl.String).to_list()).astype(np.int32),
        np.searchsorted(calls["rcid"].sort().to_numpy(), votes["rcid"].to_numpy()).astype(np.int32),
        said.to_numpy().astype(np.float32),
    )
    published = pl.read_parquet(folder / "ideal_points.parquet").filter(
        (pl.col("session") == session) & (pl.col("subset") == "All")
    )
    points = dict(published.select("state", "ideal_point").iter_rows())
    known = {i: points[state] for i, state in enumerate(states) if points.get(state) is not None}
    return AnswerMatrix.of(answers, len(states), (VOTE,) * len(calls)), known


def senate_1967(folder: Path) -> tuple[AnswerMatrix, np.ndarray]:
    """Roll calls of the 90th Senate, and each senator's first W-NOMINATE coordinate."""
    text = gzip.decompress((folder / "sen90_votes_wide.csv.gz").read_bytes())
    codes = pl.read_csv(text, infer_schema_length=1000).drop("dim_0").to_numpy().astype(float)
    yea, nay = (codes >= 1) & (codes <= 3), (codes >= 4) & (codes <= 6)
    published = pl.read_csv(folder / "sen90_wnominate_result.csv")["coord1D"]
    table = np.where(yea, 1.0, np.where(nay, -1.0, np.nan))
    return matrix_of(table), published.cast(pl.Float64, strict=False).to_numpy()
