"""How far single people sway a figure that runs over all statements."""

from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Floats, Ints, Longs
from tracktwo.dialogue import Dialogue
from tracktwo.perceptions.estimates import Estimates
from tracktwo.perceptions.rows import Rows, votes_among


@dataclass(frozen=True)
class Sway:
    """Variance that people add by leaning the same way on every statement, and how many they are."""

    variance: float
    people: int


def sway_of(
    dialogue: Dialogue, rows: Rows, *, predicted: Floats, actual: Floats, own: Floats
) -> Sway:
    """The sway of a figure with these slopes on the mean predictions and answers of a pair.

    One slope a row of `rows`, which are one pair's.
    """
    if not len(rows.statement):
        return Sway(0.0, 0)
    of, about = int(rows.of[0]), int(rows.about[0])
    means = Means(dialogue, rows.statement)
    return together(
        dialogue,
        means.pulls(rows.predicted, predicted, predicted_by(dialogue, of, about)),
        means.pulls(rows.actual, actual, answered_by(dialogue, about)),
        means.pulls(rows.own, own, answered_by(dialogue, of)),
    )


Told = tuple[Ints, Ints, Floats]
"""Who said it (participant codes), of which statement, and what: one entry an answer or prediction."""


def predicted_by(dialogue: Dialogue, of: int, about: int) -> Told:
    """What a side's people expect of a side."""
    table = dialogue.predictions
    chosen = (table.party == about) & (dialogue.party_of[table.participant] == of)
    return table.participant[chosen], table.statement[chosen], table.value[chosen]


def believed_by(dialogue: Dialogue, of: int, by: int) -> Told:
    """What a side's people believe that another expects of their side."""
    table = dialogue.mirrored
    chosen = (table.expected_by == by) & (table.party == of)
    chosen &= dialogue.party_of[table.participant] == of
    return table.participant[chosen], table.statement[chosen], table.value[chosen]


def answered_by(dialogue: Dialogue, party: int) -> Told:
    """What a side's people answer; a vote as 1 (agree) or 0 (anything else)."""
    table = dialogue.answers
    chosen = dialogue.party_of[table.participant] == party
    statement, value = table.statement[chosen], table.value[chosen].astype(np.float64)
    return (
        table.participant[chosen],
        statement,
        np.where(votes_among(dialogue)[statement], value == 1, value),
    )


Pulls = tuple[Ints, Floats]
"""Who pulls (participant codes), and how far, one entry an answer or prediction."""


@dataclass(frozen=True, eq=False)
class Means:
    """Means over people, one a statement of `statement` (rows,)."""

    dialogue: Dialogue
    statement: Longs

    def pulls(self, means: Estimates, slope: Floats, told: Told) -> Pulls:
        """slope x (value - mean) / n, less what a finite body already settles."""
        person, statement, value = told
        row_of = np.full(len(self.dialogue.statements), -1)
        row_of[self.statement] = np.arange(len(self.statement))
        known = row_of[statement] >= 0
        row = row_of[statement[known]]
        unsettled = np.sqrt(np.maximum(1 - means.n / means.size, 0))
        pull = (slope * unsettled / means.n)[row] * (value[known] - means.value[row])
        return person[known], pull


def together(dialogue: Dialogue, *pulls: Pulls) -> Sway:
    """Each person's pull is summed over statements; its square, less the squares of the single
    pulls (which the spread over statements holds already), is what a common lean adds. Nothing is
    added where single pulls explain it all.
    """
    person = np.concatenate([who for who, _ in pulls])
    pull = np.concatenate([far for _, far in pulls])
    summed = np.bincount(person, pull, len(dialogue.participants))
    common = float((summed**2).sum() - (pull**2).sum())
    return Sway(max(common, 0.0), len(np.unique(person)))
