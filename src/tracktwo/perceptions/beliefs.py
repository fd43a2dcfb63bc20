"""The rows of mirrored predictions: statement, side that believes, side that expects."""

from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Flags, Floats, Longs
from tracktwo.dialogue import Dialogue
from tracktwo.perceptions.estimates import Bounds, Estimates
from tracktwo.perceptions.rows import answers_of, beliefs_of, predictions_of
from tracktwo.votes import Tally, difference_interval


@dataclass(frozen=True, eq=False)
class Beliefs:
    """One row a statement and ordered pair of different sides, ordered by statement and sides.

    `statement`, `of` and `by` are codes; `believed` is what `of` believes that `by` expects of it,
    `expected` what `by` does expect, `actual` what `of` answers. `shown` says where beliefs and
    expectations rest on k people each, `compared` where the answers do too.
    """

    statement: Longs
    of: Longs
    by: Longs
    believed: Estimates
    expected: Estimates
    actual: Estimates
    shown: Flags
    compared: Flags

    def take(self, rows: Longs | Flags) -> "Beliefs":
        return Beliefs(
            self.statement[rows],
            self.of[rows],
            self.by[rows],
            self.believed.take(rows),
            self.expected.take(rows),
            self.actual.take(rows),
            self.shown[rows],
            self.compared[rows],
        )

    @property
    def error(self) -> Floats:
        return self.believed.value - self.expected.value

    def error_bounds(self, level: float) -> Bounds:
        """Of believed - expected: the t intervals of two means, of different people, by MOVER."""
        believed, expected = self.believed, self.expected
        return difference_interval(
            believed.value,
            *believed.mean_bounds(level),
            expected.value,
            *expected.mean_bounds(level),
        )


def beliefs_among(dialogue: Dialogue, answers: Tally, k: int) -> Beliefs:
    """Every statement and ordered pair with a mirrored prediction, or where both sides answered."""
    statements, parties = len(dialogue.statements), len(dialogue.parties)
    answered, beliefs, predictions = (
        answers_of(dialogue, answers),
        beliefs_of(dialogue),
        predictions_of(dialogue),
    )
    statement, of, by = np.indices((statements, parties, parties)).reshape(3, -1)
    believed = beliefs.take((statement * parties + of) * parties + by)
    expected = predictions.take((statement * parties + by) * parties + of)
    actual, theirs = (answered.take(side * statements + statement) for side in (of, by))
    shown = (believed.n >= k) & (expected.n >= k)
    everything = Beliefs(
        statement, of, by, believed, expected, actual, shown, shown & (actual.n >= k)
    )
    is_there = (believed.n > 0) | ((actual.n > 0) & (theirs.n > 0))
    return everything.take(is_there & (of != by))
