"""The one door in: look at what a path is and read it."""

from collections.abc import Mapping
from os import PathLike
from pathlib import Path

from tracktwo._typing import Progress, silent
from tracktwo.dialogue import Dialogue
from tracktwo.errors import InputError, OptionError
from tracktwo.exchange.assemble import Parts, assemble
from tracktwo.exchange.folder import read_folder
from tracktwo.exchange.long_table import read_long_table
from tracktwo.exchange.polis_api import read_polis_api
from tracktwo.exchange.polis_export import is_polis_export, read_polis_export

MOST_ROWS = 30_000_000
"""Answers of a Parquet file beyond which they stay on disk: some 400 MB as three columns."""
TABLES = {".csv", ".tsv", ".tab", ".parquet"}
AnyPath = str | PathLike[str]


def read(
    path: AnyPath,
    *,
    participants: AnyPath | None = None,
    predictions: AnyPath | None = None,
    columns: Mapping[str, str] | None = None,
    values: Mapping[str, float] | None = None,
    progress: Progress = silent,
    keep_in_memory: int = MOST_ROWS,
    arranged: AnyPath | None = None,
) -> Dialogue:
    r"""A dialogue from whatever holds one.

    `path` is a dialogue folder (votes.csv or votes.parquet and, each optional, dialogue.toml,
    participants.csv, statements.csv, predictions.csv or .parquet); a Polis export folder; Polis API
    JSON (a folder with votes.json, or that file); or a long table (.csv, .tsv, .parquet), one row
    an answer. Ids are always text. An empty answer is no answer.

    `participants` and `predictions` are files with the columns of those tables: in a dialogue folder
    they stand in for its own, elsewhere they add sides and predictions. A prediction that names a
    party in the column `expected_by` is a mirrored one: what the participant believes that party
    expects. `columns` names the columns
    of a long table, `{"participant": "state", "statement": "rcid", "vote": "vote"}`; `values` says
    what its words mean, `{"yes": 1, "abstain": 0, "no": -1}`. A votes.parquet with more rows than
    `keep_in_memory` is put in order on disk, at `arranged` or in a temporary folder removed at exit,
    and becomes `Dialogue.stored`.

    Raises `InputError` with file, line and remedy for anything that cannot be read, `OptionError`
    for an argument that does not fit the path.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> (folder / "votes.csv").write_text("participant,statement,vote\nann,s1,1\nbo,s1,-1\n")
    45
    >>> read(folder).answers.value.tolist()
    [1.0, -1.0]
    """
    given = {
        "participants": Path(participants) if participants is not None else None,
        "predictions": Path(predictions) if predictions is not None else None,
    }
    parts = _parts(Path(path), given, columns, values, progress, keep_in_memory)
    return assemble(parts, progress, arranged=Path(arranged) if arranged is not None else None)


def _parts(
    path: Path,
    given: dict[str, Path | None],
    columns: Mapping[str, str] | None,
    values: Mapping[str, float] | None,
    progress: Progress,
    keep_in_memory: int,
) -> Parts:
    if not path.exists():
        raise InputError("there is no such file or folder; check the path", file=path)
    votes_json = path / "votes.json" if path.is_dir() else path
    if votes_json.suffix == ".json" and votes_json.exists():
        _refuse_options(path, columns=columns, values=values)
        return read_polis_api(votes_json, **given, progress=progress)
    if path.is_file():
        _require_table(path)
        return read_long_table(
            path, **given, columns=columns, values=values, progress=progress,
            keep_in_memory=keep_in_memory,
        )  # fmt: skip
    if not (path / "dialogue.toml").exists() and is_polis_export(path):
        _refuse_options(path, columns=columns, values=values)
        return read_polis_export(path, **given, progress=progress)
    _require_folder(path)
    _refuse_options(path, columns=columns)
    return read_folder(
        path, **given, values=values, progress=progress, keep_in_memory=keep_in_memory
    )


def _refuse_options(path: Path, **options: object) -> None:
    for name, value in options.items():
        if value is not None:
            raise OptionError(f"{name} describes a table; {path} is of a known form")


def _require_table(path: Path) -> None:
    if path.suffix.lower() not in TABLES:
        message = "this kind of file is not read; give a .csv, .tsv or .parquet table, or a folder"
        raise InputError(message, file=path)


def _require_folder(path: Path) -> None:
    looked_for = ("dialogue.toml", "votes.csv", "votes.parquet")
    if not any((path / name).exists() for name in looked_for):
        message = (
            "nothing here can be read; looked for votes.csv or votes.parquet (a dialogue), "
            "participants-votes.csv (a Polis export), votes.json (Polis's API)"
        )
        raise InputError(message, file=path)
