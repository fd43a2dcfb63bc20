"""A table of predictions, checked and coded into the columns of `Predictions` and `Mirrored`.

A row whose `expected_by` is empty (as all are where there is no such column) says what the
participant expects of a party; a row that names one, what the participant believes that one to
expect of the party.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tracktwo._typing import Flags, Floats32, Ints, Longs
from tracktwo.dialogue import Mirrored, Predictions
from tracktwo.exchange.answers import Form, Frame, refuse_repeat
from tracktwo.exchange.cells import codes_of, numbers, refuse_flagged, require_columns
from tracktwo.exchange.ids import text_of
from tracktwo.exchange.table import Table

if TYPE_CHECKING:
    import polars as pl

COLUMNS = ("participant", "statement", "party", "value")
EXPECTED_BY = "expected_by"
ONESELF = -1
"""Stands in the place of `expected_by` where people say what they expect themselves."""


@dataclass(frozen=True, eq=False)
class Sides:
    """The ids of the parties, and the party code of each participant."""

    ids: tuple[str, ...]
    party_of: Ints


@dataclass(frozen=True, eq=False)
class _Rows:
    """The rows with a value, coded; `row` is where each stood."""

    participant: Ints
    statement: Ints
    expected_by: Ints
    party: Ints
    value: Floats32
    row: Longs

    def take(self, rows: Longs | Flags) -> "_Rows":
        return _Rows(
            self.participant[rows],
            self.statement[rows],
            self.expected_by[rows],
            self.party[rows],
            self.value[rows],
            self.row[rows],
        )

    @property
    def key(self) -> tuple[Ints, Ints, Ints, Ints]:
        return self.participant, self.statement, self.expected_by, self.party


def require_prediction_columns(table: Table) -> None:
    require_columns(table, COLUMNS, only=True, optional=(EXPECTED_BY,))


def read_predictions(table: Table, frame: Frame, sides: Sides) -> tuple[Predictions, Mirrored]:
    """Both kinds of predictions, in order of participant, statement and parties."""
    rows = _coded(table, frame, sides)
    _refuse_own_party(table, rows, sides)
    ordered = rows.take(np.lexsort(rows.key[::-1]))
    if (np.diff(np.stack(ordered.key)) == 0).all(axis=0).any():
        refuse_repeat(table, rows.key, rows.row, Form())
    own = ordered.take(ordered.expected_by == ONESELF)
    others = ordered.take(ordered.expected_by != ONESELF)
    return (
        Predictions(own.participant, own.statement, own.party, own.value),
        Mirrored(*others.key, others.value),
    )


def _coded(table: Table, frame: Frame, sides: Sides) -> _Rows:
    require_prediction_columns(table)
    value = numbers(table, "value", None)
    given = value.is_not_null()
    ids = tuple(statement.id for statement in frame.statements)
    people_remedy, statement_remedy = (
        frame.remedy(frame.people_file),
        frame.remedy(frame.statements_file),
    )
    participant = codes_of(table, "participant", frame.people, given, people_remedy)
    statement = codes_of(table, "statement", ids, given, statement_remedy)
    party = codes_of(table, "party", sides.ids, given, _party_remedy(sides.ids))
    expected_by = _expected_by(table, given, sides.ids)
    _refuse_out_of_range(
        table, frame, statement, value.fill_null(np.nan).to_numpy(), given.to_numpy()
    )
    row, filled = np.arange(table.rows), value.fill_null(0).to_numpy()
    every = _Rows(participant, statement, expected_by, party, filled, row)
    return every.take(given.to_numpy())


def _expected_by(table: Table, given: "pl.Series", parties: tuple[str, ...]) -> Ints:
    if EXPECTED_BY not in table.columns:
        return np.full(table.rows, ONESELF, np.int32)
    is_named = given & (text_of(table, table.frame[EXPECTED_BY]).fill_null("") != "")
    codes = codes_of(table, EXPECTED_BY, parties, is_named, _party_remedy(parties))
    return np.where(is_named.to_numpy(), codes, ONESELF).astype(np.int32)


def _refuse_own_party(table: Table, rows: _Rows, sides: Sides) -> None:
    """What one's own party expects is not mirrored: the others look back, not oneself."""
    own = sides.party_of[rows.participant]
    is_own = np.zeros(table.rows, np.bool_)
    is_own[rows.row] = (rows.expected_by != ONESELF) & (rows.expected_by == own)

    def message(row: int) -> str:
        person, party = table.frame["participant"][row], table.frame[EXPECTED_BY][row]
        return (
            f"participant {person!r} sits for {party!r}; name another party in {EXPECTED_BY}, "
            "or leave it empty for what the participant expects"
        )

    refuse_flagged(table, is_own, message)


def _refuse_out_of_range(
    table: Table, frame: Frame, statement: Ints, value: Floats32, given: Flags
) -> None:
    scales = [one.scale for one in frame.statements]
    low = np.array([scale.predicted_low for scale in scales], np.float32)[statement]
    high = np.array([scale.predicted_high for scale in scales], np.float32)[statement]

    def message(row: int) -> str:
        told = "the expected share that agrees" if scales[statement[row]].is_vote else "its scale"
        return (
            f"prediction {value[row]:g} is out of range; use {low[row]:g} to {high[row]:g} ({told})"
        )

    refuse_flagged(table, given & ~((value >= low) & (value <= high)), message)


def _party_remedy(parties: tuple[str, ...]) -> str:
    if parties:
        return f"among the parties ({', '.join(parties)}); add it to dialogue.toml or correct it"
    return "known, for there are no parties; name them in participants.csv or dialogue.toml"
