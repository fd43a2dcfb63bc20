"""The dialogue folder: dialogue.toml, participants, statements, votes and predictions."""

from collections.abc import Mapping
from pathlib import Path

from tracktwo._typing import Progress
from tracktwo.errors import InputError
from tracktwo.exchange.answers import COLUMNS, Form
from tracktwo.exchange.assemble import Parts
from tracktwo.exchange.cells import require_columns
from tracktwo.exchange.lists import read_people, read_statements
from tracktwo.exchange.settings import Settings, read_settings
from tracktwo.exchange.table import Table, read_table


def read_folder(
    folder: Path,
    *,
    participants: Path | None,
    predictions: Path | None,
    values: Mapping[str, float] | None,
    progress: Progress,
    keep_in_memory: int,
) -> Parts:
    """The parts of a dialogue folder; files named by the caller stand in for the folder's own."""
    settings = _settings(folder)
    votes_file = table_in(folder, "votes")
    if votes_file is None:
        raise InputError("there is no votes.csv or votes.parquet; add one", file=folder)
    votes = read_table(votes_file, progress, keep_in_memory=keep_in_memory)
    require_columns(votes, tuple(COLUMNS), only=True)
    people_file = participants or existing(folder / "participants.csv")
    party_ids = [party.id for party in settings.parties]
    statements_file = existing(folder / "statements.csv")
    statements, languages = read_statements(statements_file) if statements_file else (None, ())
    return Parts(
        votes=votes,
        form=Form(values=values),
        settings=_with_languages(settings, languages),
        people=read_people(people_file, party_ids, complete=True) if people_file else None,
        statements=statements,
        statements_file=statements_file,
        predictions=read_whole(predictions or table_in(folder, "predictions"), progress),
    )


def read_whole(path: Path | None, progress: Progress) -> Table | None:
    """A table that is always read into memory, if there is one."""
    if path is None:
        return None
    table = read_table(path, progress, keep_in_memory=2**62)
    return table if isinstance(table, Table) else None


def existing(path: Path) -> Path | None:
    return path if path.exists() else None


def table_in(folder: Path, name: str) -> Path | None:
    """The table of that name as CSV or Parquet; `InputError` where both are there."""
    found = [path for kind in ("csv", "parquet") if (path := folder / f"{name}.{kind}").exists()]
    if len(found) > 1:
        raise InputError(f"there are both {name}.csv and {name}.parquet; keep one", file=folder)
    return found[0] if found else None


def _settings(folder: Path) -> Settings:
    path = existing(folder / "dialogue.toml")
    return read_settings(path) if path else Settings()


def _with_languages(settings: Settings, languages: tuple[str, ...]) -> Settings:
    from dataclasses import replace

    return settings if settings.languages else replace(settings, languages=languages)
