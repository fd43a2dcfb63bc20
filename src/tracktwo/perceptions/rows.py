"""The rows an assessment is about: statement, side that predicts, side predicted."""

from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Flags, Floats, Floats32, Ints, Longs
from tracktwo.dialogue import Dialogue
from tracktwo.perceptions.estimates import Estimates
from tracktwo.votes import Tally


@dataclass(frozen=True, eq=False)
class Rows:
    """One row a statement and ordered pair of sides, ordered by statement, `of`, `about`.

    `statement`, `of` and `about` are codes; `actual` what `about` answers, `own` what `of` itself
    answers, `predicted` what `of` expects of `about`. `shown` says where both the answers and the
    predictions rest on k people or more.
    """

    statement: Longs
    of: Longs
    about: Longs
    actual: Estimates
    own: Estimates
    predicted: Estimates
    is_vote: Flags
    shown: Flags

    def take(self, rows: Longs | Flags) -> "Rows":
        return Rows(
            self.statement[rows],
            self.of[rows],
            self.about[rows],
            self.actual.take(rows),
            self.own.take(rows),
            self.predicted.take(rows),
            self.is_vote[rows],
            self.shown[rows],
        )

    @property
    def error(self) -> Floats:
        return self.predicted.value - self.actual.value

    @property
    def width(self) -> Floats:
        """Width of each row's scale: 1 for votes."""
        return self.actual.width


def rows_of(dialogue: Dialogue, answered: Estimates, k: int) -> Rows:
    """Every statement and ordered pair with a prediction, or where both sides answered."""
    statements, parties = len(dialogue.statements), len(dialogue.parties)
    predicted = predictions_of(dialogue)
    statement, of, about = np.indices((statements, parties, parties)).reshape(3, -1)
    actual = answered.take(about * statements + statement)
    own = answered.take(of * statements + statement)
    is_vote = votes_among(dialogue)[statement]
    shown = (predicted.n >= k) & (actual.n >= k)
    everything = Rows(statement, of, about, actual, own, predicted, is_vote, shown)
    return everything.take((predicted.n > 0) | ((actual.n > 0) & (own.n > 0)))


def answers_of(dialogue: Dialogue, answers: Tally) -> Estimates:
    """What each party answers to each statement, (parties x statements,) party by party."""
    is_vote, parties = votes_among(dialogue), len(dialogue.parties)
    low, high = (np.tile(end, parties) for end in _ends(dialogue))
    return Estimates(
        answers.n.ravel().astype(np.float64),
        np.where(is_vote, answers.agree, answers.total).ravel().astype(np.float64),
        np.where(is_vote, answers.agree, answers.squares).ravel().astype(np.float64),
        low,
        high,
        np.repeat(party_sizes(dialogue), len(dialogue.statements)),
    )


def predictions_of(dialogue: Dialogue) -> Estimates:
    """What each party expects of each, (statements x parties x parties,) in that order."""
    told = dialogue.predictions
    of = dialogue.party_of[told.participant]
    return _means(dialogue, of, told.party, told.statement, told.value)


def beliefs_of(dialogue: Dialogue) -> Estimates:
    """What each party believes that each expects of it, (statements x parties x parties,)."""
    told = dialogue.mirrored
    of = dialogue.party_of[told.participant]
    is_own = told.party == of
    return _means(
        dialogue,
        *(column[is_own] for column in (of, told.expected_by, told.statement, told.value)),
    )


def _means(
    dialogue: Dialogue, of: Ints, about: Ints, statement: Ints, value: Floats32
) -> Estimates:
    """Means of what people of `of` say about `about`, in the order of `predictions_of`."""
    statements, parties = len(dialogue.statements), len(dialogue.parties)
    row = (statement.astype(np.int64) * parties + of) * parties + about
    # Rounding depends on the order of addition: one order, whatever the order of the rows.
    order = np.lexsort((value, row))
    order = order[of[order] >= 0]
    row, values = row[order], value[order].astype(np.float64)
    rows, pairs = statements * parties * parties, parties * parties
    low, high = (np.repeat(end, pairs) for end in _ends(dialogue))
    return Estimates(
        np.bincount(row, minlength=rows).astype(np.float64),
        np.bincount(row, values, rows).astype(np.float64),
        np.bincount(row, values**2, rows).astype(np.float64),
        low,
        high,
        np.tile(np.repeat(party_sizes(dialogue), parties), statements),
    )


def party_sizes(dialogue: Dialogue) -> Floats:
    """Seats of each party, infinite where its members stand for a wider body, (parties,)."""
    return np.array([party.size or np.inf for party in dialogue.parties], np.float64)


def votes_among(dialogue: Dialogue) -> Flags:
    """Which statements are voted on (the others are rated), (statements,)."""
    return np.array([statement.scale.is_vote for statement in dialogue.statements], np.bool_)


def _ends(dialogue: Dialogue) -> tuple[Floats, Floats]:
    scales = [statement.scale for statement in dialogue.statements]
    low = np.array([scale.predicted_low for scale in scales], np.float64)
    return low, np.array([scale.predicted_high for scale in scales], np.float64)
