"""Answers larger than memory, put into one Parquet file ordered by participant and statement.

Two passes in bounded memory. The first codes the file piece by piece and throws each answer into
the bucket of its participant: a run of participants small enough to be sorted in memory. The
second sorts bucket after bucket and appends it to the result. An answer travels as one 64-bit
number, (participant within the bucket, statement) above and the bits of its value below, so that a
bucket is sorted as plain integers and repeats stand side by side.
"""

import shutil
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tracktwo._typing import Longs, Progress
from tracktwo.dialogue import StoredAnswers
from tracktwo.errors import InputError, OptionError
from tracktwo.exchange.answers import Coded, Form, Frame, code_answers
from tracktwo.exchange.table import LargeTable

if TYPE_CHECKING:
    import polars as pl

BUCKET_ANSWERS = 4_000_000
ROW_GROUP = 1_000_000
KEYS_IN_A_BUCKET = 2**32

Packed = NDArray[np.uint64]


@dataclass(frozen=True)
class Buckets:
    """Runs of `people` participants each, in files of packed answers."""

    folder: Path
    n_people: int
    n_statements: int
    people: int

    @classmethod
    def of(cls, folder: Path, table: LargeTable, frame: Frame) -> "Buckets":
        n_people, n_statements = len(frame.people), len(frame.statements)
        by_size = n_people * BUCKET_ANSWERS // max(table.rows, 1)
        by_key = KEYS_IN_A_BUCKET // max(n_statements, 1)
        return cls(folder, n_people, n_statements, max(1, min(by_size, by_key)))

    @property
    def count(self) -> int:
        return -(-self.n_people // self.people)

    def path(self, bucket: int) -> Path:
        return self.folder / f"{bucket}.answers"

    def pack(self, coded: Coded) -> tuple[Longs, Packed]:
        """The bucket of each answer and the answer as one number."""
        bucket, within = np.divmod(coded.participant.astype(np.uint64), np.uint64(self.people))
        key = within * np.uint64(self.n_statements) + coded.statement.astype(np.uint64)
        packed = (key << np.uint64(32)) | coded.value.view(np.uint32)
        return bucket.astype(np.int64), packed

    def unpack(self, bucket: int, packed: Packed) -> "pl.DataFrame":
        import polars as pl

        within, statement = np.divmod(packed >> np.uint64(32), np.uint64(self.n_statements))
        return pl.DataFrame(
            {
                "participant": (within + np.uint64(bucket * self.people)).astype(np.int32),
                "statement": statement.astype(np.int32),
                "value": packed.astype(np.uint32).view(np.float32),
            }
        )


def arrange(
    table: LargeTable, form: Form, frame: Frame, progress: Progress, target: Path | None
) -> StoredAnswers:
    """Write the answers of a large table in order; without a target, to a folder gone at exit."""
    path, scratch = _place(target)
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".arranging-") as folder:
            buckets = Buckets.of(Path(folder), table, frame)
            counts = _fill(buckets, table, form, frame, progress)
            unfinished = Path(folder) / "answers.parquet"
            _write(buckets, table, frame, progress, unfinished)
            unfinished.replace(path)
    except BaseException:
        if scratch:
            shutil.rmtree(scratch, ignore_errors=True)
        raise
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    if scratch:
        # The file lives as long as the array that says where its rows are, and so any sweep.
        weakref.finalize(starts, shutil.rmtree, scratch, ignore_errors=True)
    return StoredAnswers(path, starts)


def _place(target: Path | None) -> tuple[Path, Path | None]:
    if target is None:
        scratch = Path(tempfile.mkdtemp(prefix="tracktwo-"))
        return scratch / "answers.parquet", scratch
    if target.exists():
        raise OptionError(f"{target} exists already; name a new file for the arranged answers")
    target.parent.mkdir(parents=True, exist_ok=True)
    return target, None


def _fill(
    buckets: Buckets, table: LargeTable, form: Form, frame: Frame, progress: Progress
) -> Longs:
    """The first pass; returns the number of answers of each participant."""
    counts = np.zeros(buckets.n_people, np.int64)
    done = 0
    with ExitStack() as stack:
        files = [stack.enter_context(buckets.path(b).open("wb")) for b in range(buckets.count)]
        for piece in table.pieces():
            coded = code_answers(piece, form, frame)
            counts += np.bincount(coded.participant, minlength=buckets.n_people)
            bucket, packed = buckets.pack(coded)
            for b, part in _by_bucket(bucket, packed):
                part.tofile(files[b])
            done += piece.rows
            progress(f"arranging {table.path.name}", done, 2 * table.rows)
    return counts


def _by_bucket(bucket: Longs, packed: Packed) -> Iterator[tuple[int, Packed]]:
    order = np.argsort(
        bucket.astype(np.uint16) if bucket.max(initial=0) < 2**16 else bucket, kind="stable"
    )
    present, first = np.unique(bucket[order], return_index=True)
    for b, part in zip(present, np.split(packed[order], first[1:]), strict=True):
        yield int(b), part


def _write(
    buckets: Buckets, table: LargeTable, frame: Frame, progress: Progress, path: Path
) -> None:
    """The second pass, streamed into row groups."""
    import polars as pl
    from polars.io.plugins import register_io_source

    schema = {"participant": pl.Int32, "statement": pl.Int32, "value": pl.Float32}

    def source(*_: object) -> Iterator[pl.DataFrame]:
        for bucket in range(buckets.count):
            yield _sorted_bucket(buckets, bucket, table, frame)
            done = table.rows + table.rows * (bucket + 1) // buckets.count
            progress(f"arranging {table.path.name}", done, 2 * table.rows)

    stream = register_io_source(source, schema=schema, is_pure=False)
    stream.sink_parquet(path, row_group_size=ROW_GROUP, maintain_order=True)


def _sorted_bucket(
    buckets: Buckets, bucket: int, table: LargeTable, frame: Frame
) -> "pl.DataFrame":
    packed = np.fromfile(buckets.path(bucket), np.uint64)
    buckets.path(bucket).unlink()
    packed.sort()
    rows = buckets.unpack(bucket, packed)
    again = np.flatnonzero(np.diff(packed >> np.uint64(32)) == 0)
    if len(again):
        participant, statement, _ = rows.row(int(again[0]))
        raise InputError(
            f"participant {frame.people[participant]!r} answers statement "
            f"{frame.statements[statement].id!r} more than once; keep one answer",
            file=table.path,
        )
    return rows
