"""A long table: one row an answer, in columns named by the caller."""

from collections.abc import Mapping
from pathlib import Path

from tracktwo._typing import Progress
from tracktwo.errors import OptionError
from tracktwo.exchange.answers import COLUMNS, Form
from tracktwo.exchange.assemble import Parts
from tracktwo.exchange.cells import require_columns
from tracktwo.exchange.folder import read_whole
from tracktwo.exchange.lists import read_people
from tracktwo.exchange.settings import Settings
from tracktwo.exchange.table import read_table


def read_long_table(
    path: Path,
    *,
    participants: Path | None,
    predictions: Path | None,
    columns: Mapping[str, str] | None,
    values: Mapping[str, float] | None,
    progress: Progress,
    keep_in_memory: int,
) -> Parts:
    """The parts of a dialogue in one table; columns that are not named are not looked at."""
    form = Form(_columns(columns or {}), values)
    votes = read_table(path, progress, keep_in_memory=keep_in_memory)
    remedy = "; say which columns to read (columns, --columns)"
    require_columns(votes, tuple(form.columns.values()), only=False, remedy=remedy)
    return Parts(
        votes=votes,
        form=form,
        settings=Settings(),
        people=read_people(participants, (), complete=False) if participants else None,
        predictions=read_whole(predictions, progress),
    )


def _columns(named: Mapping[str, str]) -> dict[str, str]:
    for key in named:
        if key not in COLUMNS:
            raise OptionError(f"columns knows {', '.join(COLUMNS)}, not {key!r}")
    return {**COLUMNS, **named}
