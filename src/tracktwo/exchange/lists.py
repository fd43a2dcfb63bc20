"""The small tables of a dialogue: who takes part, and what was put to them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from tracktwo.dialogue import Scale, Statement
from tracktwo.errors import InputError
from tracktwo.exchange.text import read_bytes, records

STATEMENT_COLUMNS = (
    "statement", "theme", "about", "kind", "scale", "source", "moderated", "is_meta",
)  # fmt: skip
TEXT_COLUMN = re.compile(r"text_([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)")
YES, NO = {"true", "t", "1", "yes"}, {"false", "f", "0", "no", ""}


@dataclass(frozen=True)
class Row:
    """One record of a small table, by column name, with the line it begins on."""

    path: Path
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def refuse(self, message: str) -> NoReturn:
        raise InputError(message, file=self.path, line=self.line)


@dataclass(frozen=True)
class People:
    """The participants listed in a file, in its order, and the party of each ("" for none).

    `file` is the name to point at when somebody is not listed; `complete` says whether nobody else
    may answer.
    """

    ids: tuple[str, ...]
    parties: tuple[str, ...]
    file: Path
    complete: bool = True


def read_rows(path: Path) -> tuple[list[str], list[Row]]:
    """Header and rows of a CSV file that fits easily in memory; blank lines are skipped."""
    lines = records(path, read_bytes(path))
    first_line, header = next(lines)
    for name in header:
        if header.count(name) > 1:
            message = f"column {name!r} appears twice; keep one"
            raise InputError(message, file=path, line=first_line)
    rows = [
        Row(path, line, dict(zip(header, cells, strict=True)))
        for line, cells in lines
        if any(cells)
    ]
    return header, rows


def read_people(path: Path, known: Sequence[str], *, complete: bool) -> People:
    """Participants and their parties; `known` parties, if any, are the only ones allowed."""
    header, rows = read_rows(path)
    _check_header(path, header, "participant", ("participant", "party"), "participant, party")
    _check_ids(rows, "participant")
    for row in rows:
        if known and row["party"] and row["party"] not in known:
            row.refuse(f"party {row['party']!r} is not among the parties ({', '.join(known)})")
    return People(
        tuple(row["participant"] for row in rows),
        tuple(row["party"] for row in rows),
        path,
        complete,
    )


def read_statements(path: Path) -> tuple[tuple[Statement, ...], tuple[str, ...]]:
    """Statements in the file's order, and the languages its text columns name."""
    header, rows = read_rows(path)
    texts = {column: match[1] for column in header if (match := TEXT_COLUMN.fullmatch(column))}
    allowed = (*STATEMENT_COLUMNS, *texts)
    told = ", ".join((*STATEMENT_COLUMNS, "text_en, text_zh, text_fr (any language)"))
    _check_header(path, header, "statement", allowed, told)
    _check_ids(rows, "statement")
    return tuple(_statement(row, texts) for row in rows), tuple(texts.values())


def _statement(row: Row, texts: dict[str, str]) -> Statement:
    return Statement(
        id=row["statement"],
        texts={language: row[column] for column, language in texts.items() if row[column]},
        theme=row["theme"],
        about=row["about"],
        kind=row["kind"],
        scale=_scale(row),
        source=row["source"],
        moderated=moderation(row, "moderated"),
        is_meta=flag(row, "is_meta"),
    )


def _scale(row: Row) -> Scale:
    try:
        return Scale.parse(row["scale"])
    except InputError as error:
        row.refuse(error.message)


def moderation(row: Row, column: str) -> int:
    """-1, 0 or 1; an empty cell is 0."""
    if row[column] not in {"", "-1", "0", "1"}:
        row.refuse(f"{column} is {row[column]!r}; use -1 (rejected), 0 or 1 (accepted)")
    return int(row[column] or 0)


def flag(row: Row, column: str) -> bool:
    """true or false in any usual spelling; an empty cell is false."""
    text = row[column].lower()
    if text not in YES | NO:
        row.refuse(f"{column} is {row[column]!r}; use true or false")
    return text in YES


def _check_header(
    path: Path, header: list[str], wanted: str, allowed: Iterable[str], told: str
) -> None:
    if wanted not in header:
        there = ", ".join(header[:12])
        raise InputError(f"column {wanted!r} is missing (there are: {there})", file=path, line=1)
    for column in header:
        if column not in allowed:
            message = f"column {column!r} is not known; allowed are {told}"
            raise InputError(message, file=path, line=1)


def check_id(row: Row, column: str, seen: dict[str, int]) -> str:
    """An id that is there and stands for the first time."""
    one = row[column]
    if not one:
        row.refuse(f"no {column} is named")
    if one in seen:
        row.refuse(f"{column} {one!r} is already on line {seen[one]}; keep one")
    seen[one] = row.line
    return one


def _check_ids(rows: list[Row], column: str) -> None:
    seen: dict[str, int] = {}
    for row in rows:
        check_id(row, column, seen)
