"""The CSV export of a Polis conversation, in all its variants.

Every CSV of Polis writes 1 for agree, 0 for pass and -1 for disagree. votes.csv keeps every click,
so the last vote of a person on a comment counts; participants-votes.csv holds the same votes as a
wide table and stands in where votes.csv is missing.
"""

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tracktwo._typing import Progress
from tracktwo.dialogue import Statement
from tracktwo.exchange.answers import COLUMNS, Form
from tracktwo.exchange.assemble import Parts
from tracktwo.exchange.cells import VOTES, numbers, refuse_flagged, require_columns, require_rows
from tracktwo.exchange.folder import existing, read_whole
from tracktwo.exchange.ids import distinct_ids, natural_order
from tracktwo.exchange.lists import People, Row, flag, moderation, read_people, read_rows
from tracktwo.exchange.settings import Settings
from tracktwo.exchange.table import Table
from tracktwo.exchange.text import read_bytes, records

if TYPE_CHECKING:
    import polars as pl

WIDE_NAMES = ("participants-votes.csv", "participant-votes.csv")
VOTE_COLUMNS = {"participant": "voter-id", "statement": "comment-id", "vote": "vote"}
UNKNOWN_LANGUAGE = "und"
"""ISO 639 for "undetermined": Polis does not say in which language a comment is written."""
_COMMENT_ID = re.compile(r"[0-9]+", re.ASCII)


def is_polis_export(folder: Path) -> bool:
    """Whether a folder holds the votes of a Polis conversation."""
    if _wide_file(folder):
        return True
    votes = folder / "votes.csv"
    return votes.is_file() and {"voter-id", "comment-id"} <= set(_header(votes))


def read_polis_export(
    folder: Path, *, participants: Path | None, predictions: Path | None, progress: Progress
) -> Parts:
    """The parts of a Polis export; comments without votes are kept as statements."""
    wide_file, votes_file = _wide_file(folder), existing(folder / "votes.csv")
    wide = read_whole(wide_file, progress)
    votes, form = _votes(wide, read_whole(votes_file, progress))
    voted = distinct_ids(votes, form.columns["statement"], form.columns["vote"])
    comments = existing(folder / "comments.csv")
    return Parts(
        votes=votes,
        form=form,
        settings=Settings(title=_topic(folder)),
        people=_people(wide, participants),
        statements=with_unlisted(_comments(comments) if comments else (), voted),
        predictions=read_whole(predictions, progress),
    )


def with_unlisted(listed: tuple[Statement, ...], voted: set[str]) -> tuple[Statement, ...]:
    """Statements in natural order, those without a text that were voted on included."""
    known = {one.id: one for one in listed}
    return tuple(known.get(one, Statement(one)) for one in natural_order(voted | known.keys()))


def _header(path: Path) -> list[str]:
    return next(records(path, read_bytes(path)))[1]


def _wide_file(folder: Path) -> Path | None:
    return next((path for name in WIDE_NAMES if (path := existing(folder / name))), None)


def _votes(wide: Table | None, votes: Table | None) -> tuple[Table, Form]:
    if votes is None:
        assert wide is not None
        return _long(wide), Form(COLUMNS)
    require_columns(votes, tuple(VOTE_COLUMNS.values()), only=False)
    require_rows(votes)
    when = numbers_of_time(votes) if "timestamp" in votes.columns else None
    return votes, Form(VOTE_COLUMNS, repeats="last", when=when)


def numbers_of_time(votes: Table) -> "pl.Series":
    """Time stamps as integers; whether seconds or milliseconds does not matter for their order."""
    import polars as pl

    text = votes.frame["timestamp"]
    time = text.cast(pl.Float64, strict=False)
    bad = (text.is_not_null() & time.is_null()).to_numpy()
    refuse_flagged(votes, bad, lambda row: f"timestamp {text[row]!r} is not a number")
    return time.fill_null(0.0)


def _long(wide: Table) -> Table:
    """The wide table as a long one, its cells checked while their lines are known."""
    import polars as pl

    require_columns(wide, ("participant",), only=False)
    require_rows(wide)
    comments = [column for column in wide.columns if _COMMENT_ID.fullmatch(column)]
    votes = wide.frame.select("participant", *(_checked(wide, comment) for comment in comments))
    long = votes.unpivot(
        comments, index="participant", variable_name="statement", value_name="vote"
    ).filter(pl.col("vote").is_not_null())
    return Table(wide.path, long)


def _checked(wide: Table, comment: str) -> "pl.Series":
    votes = numbers(wide, comment, None)
    bad = ~np.isin(votes.fill_null(0).to_numpy(), (-1, 0, 1))
    refuse_flagged(wide, bad, lambda row: f"vote {votes[row]:g} is out of range; use {VOTES}")
    return votes.rename(comment)


def _people(wide: Table | None, participants: Path | None) -> People | None:
    """Everybody the export lists, with the parties of an extra file where there is one."""
    given = read_people(participants, (), complete=False) if participants else None
    if wide is None or "participant" not in wide.columns:
        return given
    ids = wide.frame["participant"].drop_nulls().to_list()
    party = dict(zip(given.ids, given.parties, strict=True)) if given else {}
    everybody = tuple(dict.fromkeys([*party, *ids]))
    listed = People(everybody, tuple(party.get(one, "") for one in everybody), wide.path, False)
    return replace(listed, file=given.file) if given else listed


def _comments(path: Path) -> tuple[Statement, ...]:
    header, rows = read_rows(path)
    from tracktwo.errors import InputError

    for column in ("comment-id", "comment-body"):
        if column not in header:
            there = ", ".join(header)
            message = f"column {column!r} is missing (there are: {there})"
            raise InputError(message, file=path, line=1)
    return tuple(_comment(row) for row in rows)


def _comment(row: Row) -> Statement:
    body = row["comment-body"]
    return Statement(
        id=row["comment-id"],
        texts={UNKNOWN_LANGUAGE: body} if body else {},
        moderated=moderation(row, "moderated"),
        is_meta=flag(row, "is-meta"),
    )


def _topic(folder: Path) -> dict[str, str]:
    """The `topic` line of summary.csv, whose rows are keys and values without a header."""
    path = existing(folder / "summary.csv")
    if path is None:
        return {}
    rows = (cells for _, cells in records(path, read_bytes(path)))
    topics = (cells[1] for cells in rows if cells[:1] == ["topic"] and len(cells) > 1)
    topic = next(filter(None, topics), "")
    return {UNKNOWN_LANGUAGE: topic} if topic else {}
