"""positions.csv and moves.csv read as one log, in the order of the numbers that they share."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from tracktwo.exchange.lists import NO, YES, Row
from tracktwo.exchange.texts.negotiation.known import Known
from tracktwo.exchange.texts.negotiation.names import (
    MOVE_COLUMNS,
    MOVES,
    NEEDED_OF_MOVES,
    NEEDED_OF_POSITIONS,
    NO_WORDS,
    POSITION_COLUMNS,
    POSITIONS,
    STATE,
)
from tracktwo.exchange.texts.negotiation.rows import rows_of, side_of, unit_of, whole
from tracktwo.text.standing.moves import Act, Move, MoveKind
from tracktwo.text.standing.positions import Position, Stance

_One = TypeVar("_One", bound=StrEnum)


def read_log(folder: Path, known: Known, *, session: int) -> tuple[Act, ...]:
    """The acts of both tables by number; either may be missing.

    `InputError` with file and line for a cell that cannot be, a number that comes twice or is left
    out, and a session that goes back or comes after the one now.
    """
    rows = [
        *rows_of(folder / POSITIONS, POSITION_COLUMNS, NEEDED_OF_POSITIONS),
        *rows_of(folder / MOVES, MOVE_COLUMNS, NEEDED_OF_MOVES),
    ]
    ordered = sorted(rows, key=_number)
    _check_numbers(ordered)
    _check_sessions(ordered, session)
    return tuple(_READERS[row.path.name](row, known) for row in ordered)


def _check_numbers(ordered: Sequence[Row]) -> None:
    for wanted, row in enumerate(ordered, start=1):
        number = _number(row)
        if number < wanted:
            other = ordered[wanted - 2]
            row.refuse(
                f"number {number} is that of {other.path.name}, line {other.line}, too; "
                f"count the rows of {POSITIONS} and {MOVES} together"
            )
        if number > wanted:
            row.refuse(
                f"number {number} comes and no number {wanted} before it; "
                f"look for the row that is missing in {POSITIONS} or {MOVES}"
            )


def _check_sessions(ordered: Sequence[Row], session: int) -> None:
    before = 0
    for row in ordered:
        now = whole(row, "session", first=0)
        if now < before:
            row.refuse(f"session {now} comes after session {before}; number the rows in order")
        if now > session:
            row.refuse(f"session {now} is still to come; {STATE} says that it is session {session}")
        before = now


def _position(row: Row, known: Known) -> Position:
    return Position(
        side=side_of(row, known),
        unit=unit_of(row, "unit", row["unit"], known),
        stance=_one_of(row, "stance", Stance),
        bracket=row["bracket"],
        alternative=_alternative(row, known),
        ad_ref=_is_yes(row, "ad_ref"),
        session=whole(row, "session", first=0),
        words=row["words"],
    )


def _move(row: Row, known: Known) -> Move:
    conditions = tuple(unit_of(row, "condition", one, known) for one in row["conditions"].split())
    return Move(
        kind=_one_of(row, "kind", MoveKind),
        unit=unit_of(row, "unit", row["unit"], known),
        side=side_of(row, known),
        session=whole(row, "session", first=0),
        reason=row["reason"],
        group=row["group"],
        until=_day(row, "until"),
        conditions=conditions,
    )


def _alternative(row: Row, known: Known) -> int | None:
    """The wording that is meant, counted from 0, None to leave the words out."""
    bracket, told = row["bracket"], row["alternative"]
    if not bracket:
        _refuse_alternative(row)
        return None
    wordings = known.wordings(row["unit"])
    if bracket not in wordings:
        there = f"name one of {', '.join(wordings)}" if wordings else "it has none"
        row.refuse(f"bracket {bracket!r} never stood in unit {row['unit']}; {there}")
    if told == NO_WORDS:
        return None
    most = wordings[bracket]
    if not (told.isdecimal() and told.isascii() and 1 <= int(told) <= most):
        row.refuse(
            f"alternative {told!r} is no wording of bracket {bracket}; use a number from 1 to "
            f"{most}, or {NO_WORDS} to leave the words out"
        )
    return int(told) - 1


def _refuse_alternative(row: Row) -> None:
    if row["alternative"]:
        row.refuse("a wording is named and no bracket; name the bracket, or leave both empty")


def _one_of(row: Row, column: str, kinds: type[_One]) -> _One:
    try:
        return kinds(row[column])
    except ValueError:
        told = ", ".join(kinds)
        row.refuse(f"{column} {row[column]!r} is not known; use one of {told}")


def _is_yes(row: Row, column: str) -> bool:
    told = row[column].casefold()
    if told not in YES | NO:
        row.refuse(f"{column} {row[column]!r} is neither yes nor no; write one of them")
    return told in YES


def _day(row: Row, column: str) -> date | None:
    try:
        return date.fromisoformat(row[column]) if row[column] else None
    except ValueError:
        row.refuse(f"{column} {row[column]!r} is no day; write it like 2026-05-04")


def _number(row: Row) -> int:
    return whole(row, "number", first=1)


_READERS: dict[str, Callable[[Row, Known], Act]] = {POSITIONS: _position, MOVES: _move}
