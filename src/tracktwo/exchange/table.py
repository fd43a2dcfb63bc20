"""Large tables as polars columns, read fast, with the place of a bad row found only when needed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tracktwo._typing import Progress
from tracktwo.errors import InputError
from tracktwo.exchange.text import header_of, line_of_row, read_bytes, records, separator_of

if TYPE_CHECKING:
    import polars as pl

CHUNK_BYTES = 8_000_000
PIECE_ROWS = 2_000_000
DAMAGED = "the Parquet file is truncated or damaged; copy or export it again"


@dataclass(frozen=True, eq=False)
class Table:
    """Some rows of a file in memory: text columns from CSV, columns as stored from Parquet.

    An empty cell is null. `first_row` is the number of the first row in the file, from 0.
    """

    path: Path
    frame: "pl.DataFrame"
    first_row: int = 0

    @property
    def columns(self) -> list[str]:
        return self.frame.columns

    @property
    def rows(self) -> int:
        return self.frame.height

    def refuse(self, row: int, message: str) -> NoReturn:
        """Raise `InputError` with the line (CSV) or the row (anything else) of a row here."""
        if self.path.suffix.lower() in {".parquet", ".json"}:
            raise InputError(f"row {self.first_row + row + 1}: {message}", file=self.path)
        line = line_of_row(self.path, self.first_row + row)
        raise InputError(message, file=self.path, line=line)

    def pieces(self) -> Iterator["Table"]:
        yield self

    def lazy(self) -> "pl.LazyFrame":
        return self.frame.lazy()


@dataclass(frozen=True, eq=False)
class LargeTable:
    """A Parquet file that is read in pieces because it does not fit in memory."""

    path: Path
    columns: list[str]
    rows: int

    def pieces(self) -> Iterator[Table]:
        batches = self.lazy().collect_batches(chunk_size=PIECE_ROWS, maintain_order=True)
        first_row = 0
        while True:
            with damage_refused(self.path):
                frame = next(batches, None)
            if frame is None:
                return
            yield Table(self.path, frame, first_row)
            first_row += frame.height

    def lazy(self) -> "pl.LazyFrame":
        import polars as pl

        return pl.scan_parquet(self.path)


def read_table(path: Path, progress: Progress, *, keep_in_memory: int) -> Table | LargeTable:
    """A .csv, .tsv or .parquet file; a Parquet file with more rows than said stays on disk."""
    if path.suffix.lower() == ".parquet":
        return _read_parquet(path, progress, keep_in_memory)
    return _read_text(path, progress)


def _read_parquet(path: Path, progress: Progress, keep_in_memory: int) -> Table | LargeTable:
    import polars as pl

    check_parquet(path)
    what = f"reading {path.name}"
    progress(what, 0, 1)
    with damage_refused(path):
        lazy = pl.scan_parquet(path)
        columns, rows = lazy.collect_schema().names(), lazy.select(pl.len()).collect().item()
        large = rows > keep_in_memory
        table = LargeTable(path, columns, rows) if large else Table(path, lazy.collect())
    progress(what, 1, 1)
    return table


@contextmanager
def damage_refused(path: Path) -> Iterator[None]:
    """Turn what polars says, or panics about, into `InputError`."""
    import polars as pl

    try:
        yield
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        raise InputError(DAMAGED, file=path) from error


def check_parquet(path: Path) -> None:
    """Look at the marks at both ends, which a truncated file lacks."""
    try:
        with path.open("rb") as file:
            start = file.read(4)
            file.seek(-min(4, path.stat().st_size), 2)
            end = file.read(4)
    except FileNotFoundError:
        raise InputError("there is no such file; check the path", file=path) from None
    if not start:
        raise InputError("the file is empty; export it again", file=path)
    if start != b"PAR1":
        raise InputError("this is not a Parquet file; name a CSV file .csv", file=path)
    if end != b"PAR1":
        raise InputError(DAMAGED, file=path)


def _read_text(path: Path, progress: Progress) -> Table:
    raw = read_bytes(path)
    header = header_of(path, raw)
    frame = _parsed_fast(path, raw, header, progress)
    return Table(path, _parsed_slowly(path, raw, header) if frame is None else frame)


def _parsed_fast(
    path: Path, raw: bytes, header: list[str], progress: Progress
) -> "pl.DataFrame | None":
    """The frame polars makes of a file, or None where polars stumbles or would guess."""
    import polars as pl

    if raw.count(b"\r") != raw.count(b"\r\n"):
        return None
    try:
        frame = _parsed(path, raw, header, progress)
    except pl.exceptions.PolarsError:
        return None
    if _may_be_malformed(path, raw, frame):
        for _ in records(path, raw):
            pass
    return _empty_as_null(frame) if b'"' in raw else frame


def _parsed(path: Path, raw: bytes, header: list[str], progress: Progress) -> "pl.DataFrame":
    import polars as pl

    frames: list[pl.DataFrame] = []
    done = 0
    for chunk in _chunks(raw):
        frames.append(
            pl.read_csv(
                chunk,
                has_header=not frames,
                new_columns=header,
                schema=dict.fromkeys(header, pl.String),
                separator=separator_of(path),
            )
        )
        done = min(done + len(chunk), len(raw))
        progress(f"reading {path.name}", done, len(raw))
    return pl.concat(frames)


def _chunks(raw: bytes) -> Iterator[bytes]:
    """The file in parts that end where a line ends; whole if a quoted text might hold a line end."""
    size = len(raw) if b'"' in raw else CHUNK_BYTES
    start = 0
    while start < len(raw):
        end = raw.find(b"\n", start + size) + 1 or len(raw)
        chunk = raw[start:end]
        # Without a last line end polars overlooks a surplus empty cell.
        yield chunk if chunk.endswith(b"\n") else chunk + b"\n"
        start = end


def _parsed_slowly(path: Path, raw: bytes, header: list[str]) -> "pl.DataFrame":
    import polars as pl

    blank: list[str | None] = [None] * len(header)
    rows = [[cell or None for cell in record] or blank for _, record in records(path, raw)][1:]
    return pl.DataFrame(rows, schema=dict.fromkeys(header, pl.String), orient="row")


def _may_be_malformed(path: Path, raw: bytes, frame: "pl.DataFrame") -> bool:
    """Polars fills short rows and guesses at odd quotes: such files are verified record by record."""
    between_cells = raw.count(separator_of(path).encode())
    return b'"' in raw or between_cells != (frame.width - 1) * (frame.height + 1)


def _empty_as_null(frame: "pl.DataFrame") -> "pl.DataFrame":
    import polars as pl

    return frame.with_columns(pl.when(pl.all() != "").then(pl.all()))
