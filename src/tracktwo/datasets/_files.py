"""Files of a data folder, with a sentence for what is not there."""

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.errors import InputError

if TYPE_CHECKING:
    import polars as pl

AnyPath = str | PathLike[str]


def file_in(folder: AnyPath, name: str) -> Path:
    """A file that must be there; else `InputError`."""
    path = Path(folder) / name
    if not path.exists():
        raise InputError("there is no such file; check the folder or download the data", file=path)
    return path


def parquet_in(folder: AnyPath, name: str) -> "pl.DataFrame":
    import polars as pl

    path = file_in(folder, name)
    try:
        return pl.read_parquet(path)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise InputError("the Parquet file is damaged; download it again", file=path) from error


def csv_in(folder: AnyPath, name: str) -> "pl.DataFrame":
    """A CSV as text columns, so that no code ("NA" for Namibia) is taken for a missing value."""
    import polars as pl

    path = file_in(folder, name)
    try:
        return pl.read_csv(path, infer_schema=False)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise InputError("the CSV file is damaged; download it again", file=path) from error
