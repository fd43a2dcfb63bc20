"""A table of predictions, checked and coded into the four columns of `Predictions`."""

import numpy as np

from tracktwo._typing import Floats32, Ints
from tracktwo.dialogue import Predictions
from tracktwo.exchange.answers import Form, Frame, refuse_repeat
from tracktwo.exchange.cells import codes_of, numbers, refuse_flagged, require_columns
from tracktwo.exchange.table import Table

COLUMNS = ("participant", "statement", "party", "value")


def read_predictions(table: Table, frame: Frame, parties: tuple[str, ...]) -> Predictions:
    """The predictions of a table, in order of participant, statement and party."""
    require_columns(table, COLUMNS, only=True)
    value = numbers(table, "value", None)
    given = value.is_not_null()
    ids = tuple(statement.id for statement in frame.statements)
    people_remedy, statement_remedy = (
        frame.remedy(frame.people_file),
        frame.remedy(frame.statements_file),
    )
    coded = [
        codes_of(table, "participant", frame.people, given, people_remedy),
        codes_of(table, "statement", ids, given, statement_remedy),
        codes_of(table, "party", parties, given, _party_remedy(parties)),
    ]
    keep = np.flatnonzero(given.to_numpy())
    participant, statement, party = (codes[keep] for codes in coded)
    values = value.fill_null(0).to_numpy()[keep]
    _check_range(table, frame, coded[1], value.fill_null(np.nan).to_numpy(), given.to_numpy())
    order = np.lexsort((party, statement, participant))
    keys = np.stack([participant[order], statement[order], party[order]])
    if (np.diff(keys) == 0).all(axis=0).any():
        refuse_repeat(table, (participant, statement, party), keep, Form())
    return Predictions(participant[order], statement[order], party[order], values[order])


def _check_range(
    table: Table, frame: Frame, statement: Ints, value: Floats32, given: np.ndarray
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
