"""How far single people sway a figure that runs over all statements."""

from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Floats, Ints
from tracktwo.dialogue import Dialogue
from tracktwo.perceptions.estimates import Estimates
from tracktwo.perceptions.rows import Rows


@dataclass(frozen=True)
class Sway:
    """Variance that people add by leaning the same way on every statement, and how many they are."""

    variance: float
    people: int


def sway_of(
    dialogue: Dialogue, rows: Rows, *, predicted: Floats, actual: Floats, own: Floats
) -> Sway:
    """The sway of a figure with these slopes on the mean predictions and answers of a pair.

    One slope a row of `rows`, which are one pair's. Each person's pull is summed over statements;
    its square, less the squares of the single pulls (which the spread over statements holds
    already), is what a common lean adds. Nothing is added where single pulls explain it all.
    """
    if not len(rows.statement):
        return Sway(0.0, 0)
    of, about = int(rows.of[0]), int(rows.about[0])
    pulls = [
        _pulls_of_predictions(dialogue, rows, predicted, of, about),
        _pulls_of_answers(dialogue, rows, rows.actual, actual, about),
        _pulls_of_answers(dialogue, rows, rows.own, own, of),
    ]
    person = np.concatenate([pull[0] for pull in pulls])
    pull = np.concatenate([pull[1] for pull in pulls])
    together = np.bincount(person, pull, len(dialogue.participants))
    common = float((together**2).sum() - (pull**2).sum())
    return Sway(max(common, 0.0), len(np.unique(person)))


Pulls = tuple[Ints, Floats]
"""Who pulls (participant codes), and how far, one entry an answer or prediction."""


def _pulls_of_predictions(
    dialogue: Dialogue, rows: Rows, slope: Floats, of: int, about: int
) -> Pulls:
    table = dialogue.predictions
    chosen = (table.party == about) & (dialogue.party_of[table.participant] == of)
    return _pulls(
        dialogue,
        rows,
        rows.predicted,
        slope,
        (table.participant[chosen], table.statement[chosen], table.value[chosen]),
    )


def _pulls_of_answers(
    dialogue: Dialogue, rows: Rows, means: Estimates, slope: Floats, party: int
) -> Pulls:
    table = dialogue.answers
    chosen = dialogue.party_of[table.participant] == party
    statement, value = table.statement[chosen], table.value[chosen].astype(np.float64)
    is_vote = np.zeros(len(dialogue.statements), np.bool_)
    is_vote[rows.statement] = rows.is_vote
    value = np.where(is_vote[statement], value == 1, value)
    return _pulls(dialogue, rows, means, slope, (table.participant[chosen], statement, value))


def _pulls(
    dialogue: Dialogue,
    rows: Rows,
    means: Estimates,
    slope: Floats,
    table: tuple[Ints, Ints, Floats],
) -> Pulls:
    """slope x (value - mean) / n, less what a finite body already settles."""
    person, statement, value = table
    row_of = np.full(len(dialogue.statements), -1)
    row_of[rows.statement] = np.arange(len(rows.statement))
    known = row_of[statement] >= 0
    row = row_of[statement[known]]
    unsettled = np.sqrt(np.maximum(1 - means.n / means.size, 0))
    pull = (slope * unsettled / means.n)[row] * (value[known] - means.value[row])
    return person[known], pull
