"""How far a side thinks it is misread by another, against how far it is, over all statements.

Let a side answer a to a statement, another expect e of it, and the side believe that m is expected
of it, all as shares of the scale. Then over statements, as root mean squares (the profile distance
of Cronbach & Gleser 1953, Assessing Similarity between Profiles)

    felt      of m - a           how far off the side thinks that the other's picture of it is
    real      of e - a           how far off that picture is
    excess    felt - real        above 0: the side thinks it is misread more than it is

Laing, Phillipson & Lee (1966) call the first feeling understood, the second understanding.

Squares, because their noise can be taken out exactly at any size: the square of a difference of
means exceeds the true one by the sampling variance of the means, on average, and that is known. Had
absolute distances been compared, the side that fewer people answered for would look nearer.

Intervals are t intervals of the mean squares over statements, taken as a sample of what might have
been asked, and widened by people who lean the same way on all of them (see `pairs`). That of excess
is the interval of felt^2 - real^2, divided by felt + real; so it leaves out 0 just where the squares
surely differ. The side's answers and its beliefs are taken as independent: where those who agree
are also those who think that agreement is expected, felt and excess err downwards.
"""

from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Floats
from tracktwo.dialogue import Dialogue
from tracktwo.perceptions.beliefs import Beliefs
from tracktwo.perceptions.estimates import Estimates
from tracktwo.perceptions.pairs import NOTHING, Summary, bounds_over_statements
from tracktwo.perceptions.people import Means, answered_by, believed_by, predicted_by, together
from tracktwo.perceptions.result import MetaPair


def meta_pairs_of(dialogue: Dialogue, beliefs: Beliefs, *, level: float) -> tuple[MetaPair, ...]:
    """Every ordered pair of sides that has rows; None where no row has all its figures."""
    parties, found = len(dialogue.parties), []
    for code in np.unique(beliefs.of * parties + beliefs.by):
        of, by = divmod(int(code), parties)
        rows = beliefs.take(beliefs.compared & (beliefs.of == of) & (beliefs.by == by))
        ids = (dialogue.party_ids[of], dialogue.party_ids[by])
        found.append(MetaPair(*ids, len(rows.statement), *_summaries(dialogue, rows, level)))
    return tuple(found)


def _summaries(dialogue: Dialogue, rows: Beliefs, level: float) -> tuple[float | None, ...]:
    """felt, real and excess, each with its interval."""
    if not len(rows.statement):
        return (*NOTHING, *NOTHING, *NOTHING)
    thought, is_so = _squares(rows.believed, rows.actual), _squares(rows.expected, rows.actual)
    nobody = np.zeros(len(thought.value))
    mean = _Mean(dialogue, rows, level)
    felt = _root(mean.of(thought.value, thought.slope, nobody, -thought.slope))
    real = _root(mean.of(is_so.value, nobody, is_so.slope, -is_so.slope))
    more = mean.of(
        thought.value - is_so.value, thought.slope, -is_so.slope, is_so.slope - thought.slope
    )
    return (*felt, *real, *_excess(felt[0] or 0.0, real[0] or 0.0, more))


@dataclass(frozen=True, eq=False)
class Squares:
    """Squared differences of two means, noise taken out, and how they change with the first mean."""

    value: Floats
    slope: Floats


def _squares(one: Estimates, other: Estimates) -> Squares:
    difference = (one.value - other.value) / one.width
    noise = (one.plain_variance + other.plain_variance) / one.width**2
    return Squares(difference**2 - noise, 2 * difference)


@dataclass(frozen=True, eq=False)
class _Mean:
    """The mean of a figure over the statements of a pair."""

    dialogue: Dialogue
    rows: Beliefs
    level: float

    def of(self, figures: Floats, believed: Floats, expected: Floats, actual: Floats) -> Summary:
        """With its interval; the last three are the figure's slopes on the pair's means."""
        dialogue, rows = self.dialogue, self.rows
        of, by = int(rows.of[0]), int(rows.by[0])
        share = 1 / (rows.actual.width * len(figures))
        means = Means(dialogue, rows.statement)
        sway = together(
            dialogue,
            means.pulls(rows.believed, share * believed, believed_by(dialogue, of, by)),
            means.pulls(rows.expected, share * expected, predicted_by(dialogue, by, of)),
            means.pulls(rows.actual, share * actual, answered_by(dialogue, of)),
        )
        value = float(figures.mean())
        return value, *bounds_over_statements(value, figures, sway, self.level)


def _root(square: Summary) -> Summary:
    """A distance from its square, which may fall below 0 by chance."""
    value, low, high = (None if one is None else max(one, 0.0) ** 0.5 for one in square)
    return value, low, high


def _excess(felt: float, real: float, more: Summary) -> Summary:
    """felt - real, with its interval from that of felt^2 - real^2; silent where both are nothing."""
    if not felt + real:
        return NOTHING
    low, high = (
        None if end is None else min(max(end / (felt + real), -1.0), 1.0) for end in more[1:]
    )
    return felt - real, low, high
