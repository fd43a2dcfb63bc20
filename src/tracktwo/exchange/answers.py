"""A table of answers, checked and coded into the three columns of `Answers`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np

from tracktwo._typing import Flags, Floats32, Ints, Longs, Progress
from tracktwo.dialogue import Answers, Statement
from tracktwo.exchange.cells import VOTES, codes_of, numbers, refuse_flagged
from tracktwo.exchange.table import Table

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

COLUMNS = {"participant": "participant", "statement": "statement", "vote": "vote"}
RATINGS_NEED_A_SCALE = (
    "; if these are ratings, name the table votes.csv in a folder with a statements.csv "
    "whose scale column says rating:MIN:MAX"
)


@dataclass(frozen=True)
class Form:
    """How a table writes answers: its column names, its words, and what a repeat means.

    Where a repeat is a change of mind (`"last"`), the answer with the largest `when` counts, or the
    later row.
    """

    columns: Mapping[str, str] = field(default_factory=lambda: dict(COLUMNS))
    values: Mapping[str, float] | None = None
    repeats: Literal["refuse", "last"] = "refuse"
    when: "pl.Series | None" = None


@dataclass(frozen=True, eq=False)
class Frame:
    """What answers are checked against: people and statements, and where those are listed."""

    people: tuple[str, ...]
    statements: tuple[Statement, ...]
    people_file: "Path | None" = None
    statements_file: "Path | None" = None

    def remedy(self, file: "Path | None") -> str:
        name = file.name if file else "the dialogue"
        return f"in {name}; add it there or correct it"


@dataclass(frozen=True, eq=False)
class Coded:
    """The rows of a table as codes, rows without an answer left out; `row` is where each stood."""

    participant: Ints
    statement: Ints
    value: Floats32
    row: Longs


def code_answers(table: Table, form: Form, frame: Frame) -> Coded:
    """Check every row but for repeats and turn it into codes."""
    column = form.columns
    value = numbers(table, column["vote"], form.values)
    answered = value.is_not_null()
    ids = tuple(statement.id for statement in frame.statements)
    participant = codes_of(
        table, column["participant"], frame.people, answered, frame.remedy(frame.people_file)
    )
    statement = codes_of(
        table, column["statement"], ids, answered, frame.remedy(frame.statements_file)
    )
    keep = np.flatnonzero(answered.to_numpy())
    coded = Coded(participant[keep], statement[keep], value.fill_null(0).to_numpy()[keep], keep)
    _check_range(table, coded, frame)
    return coded


def _check_range(table: Table, coded: Coded, frame: Frame) -> None:
    bad = out_of_scale(coded.statement, coded.value, frame.statements)
    if bad.any():
        at = int(np.argmax(bad))
        table.refuse(int(coded.row[at]), _range_message(coded, at, frame))


def _range_message(coded: Coded, at: int, frame: Frame) -> str:
    scale, value = frame.statements[coded.statement[at]].scale, coded.value[at]
    if not scale.is_vote:
        return f"rating {value:g} is out of range; the scale is {scale}"
    ratings = "" if frame.statements_file else RATINGS_NEED_A_SCALE
    return f"vote {value:g} is out of range; use {VOTES}{ratings}"


def out_of_scale(statement: Ints, value: Floats32, statements: Sequence[Statement]) -> Flags:
    """Which answers the scale of their statement does not allow, one flag a row."""
    scales = [one.scale for one in statements]
    if all(scale.is_vote for scale in scales):
        return np.asarray(~((value == 1) | (value == 0) | (value == -1)))
    low = np.array([scale.low for scale in scales], np.float32)[statement]
    high = np.array([scale.high for scale in scales], np.float32)[statement]
    is_vote = np.array([scale.is_vote for scale in scales])[statement]
    outside = ~((value >= low) & (value <= high))
    return np.asarray(outside | (is_vote & (value != np.rint(value))))


def in_memory(table: Table, form: Form, frame: Frame, progress: Progress) -> Answers:
    """The answers of a table, ordered by participant and statement."""
    what = f"checking {table.path.name}"
    progress(what, 0, 3)
    coded = code_answers(table, form, frame)
    progress(what, 1, 3)
    order, key = _ordered(coded, form, len(frame.statements))
    progress(what, 2, 3)
    again = np.flatnonzero(np.diff(key) == 0)
    if len(again) and form.repeats == "refuse":
        refuse_repeat(table, (coded.participant, coded.statement), coded.row, form)
    # In the order made above the last of equal pairs is the one that counts.
    order = np.delete(order, again)
    progress(what, 3, 3)
    return Answers(coded.participant[order], coded.statement[order], coded.value[order])


def _ordered(coded: Coded, form: Form, n_statements: int) -> tuple[Longs, Longs]:
    key = coded.participant.astype(np.int64) * n_statements + coded.statement
    if form.when is None:
        order = np.argsort(key, kind="stable" if form.repeats == "last" else None)
    else:
        order = np.lexsort((form.when.to_numpy()[coded.row], key))
    return order, key[order]


def refuse_repeat(table: Table, keys: Sequence[Ints], rows: Longs, form: Form) -> None:
    """Name the first row in the file that repeats an earlier one."""
    import polars as pl

    frame = pl.DataFrame({f"key{place}": key for place, key in enumerate(keys)})
    repeats: Flags = ~frame.select(pl.struct(pl.all()).is_first_distinct()).to_series().to_numpy()
    at = np.zeros(table.rows, np.bool_)
    at[rows[repeats]] = True
    who, what = form.columns["participant"], form.columns["statement"]

    def message(row: int) -> str:
        person, statement = table.frame[who][row], table.frame[what][row]
        return f"participant {person!r} already answered statement {statement!r}; keep one answer"

    refuse_flagged(table, at, message)
