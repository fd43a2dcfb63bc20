"""The surprisingly popular answer: what a side holds more than it knows."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from tracktwo.dialogue import Dialogue
from tracktwo.perceptions.rows import answers_of, predictions_of, votes_among
from tracktwo.votes import Tally


@dataclass(frozen=True, slots=True)
class SurprisinglyPopular:
    """What a side answers more often than its own members expect.

    `share` of its `n` answers agree, `predicted` by its members on average. `answer` is the
    surprisingly popular one, `majority` the ordinary one; None on a tie.
    """

    statement: str
    party: str
    n: int
    share: float
    predicted: float
    majority: Literal["agree", "disagree"] | None
    answer: Literal["agree", "disagree"] | None


def surprisingly_popular(
    dialogue: Dialogue, answers: Tally, *, k: int | None = None
) -> tuple[SurprisinglyPopular, ...]:
    """For every statement voted on and every side that predicted itself, the answer it underrates.

    Prelec, Seung & McCoy (2017, A solution to the single-question crowd wisdom problem): where some
    know better than most, the right answer is the one more popular than people predict, even where
    the majority is wrong. That is a property of questions with an answer; on opinions, read it as
    the view a side holds more widely than it believes. "disagree" means not agreeing: with passes,
    an answer other than agree. Sides below `k` (default: the dialogue's) are left out.

    >>> from tracktwo.simulate import Misperception, perception_world
    >>> from tracktwo.votes import sweep_of, tally
    >>> world, _ = perception_world(seats=90, statements=1, planted=[Misperception(0, 0, 0, -0.3)], seed=1)
    >>> answers = tally(sweep_of(world), world.party_of, 2)
    >>> [row.answer for row in surprisingly_popular(world, answers) if row.party == "A"]
    ['agree']
    """
    least = dialogue.k if k is None else k
    parties, statements = len(dialogue.parties), len(dialogue.statements)
    if not (parties and statements):
        return ()
    answered, predicted = answers_of(dialogue, answers), predictions_of(dialogue)
    statement, party = np.indices((statements, parties)).reshape(2, -1)
    actual = answered.take(party * statements + statement)
    expected = predicted.take((statement * parties + party) * parties + party)
    shown = votes_among(dialogue)[statement] & (actual.n >= least) & (expected.n >= least)
    return tuple(
        SurprisinglyPopular(
            dialogue.statement_ids[statement[row]],
            dialogue.party_ids[party[row]],
            int(actual.n[row]),
            float(actual.value[row]),
            float(expected.value[row]),
            _above(float(actual.value[row]), 0.5),
            _above(float(actual.value[row]), float(expected.value[row])),
        )
        for row in np.flatnonzero(shown)
    )


def _above(share: float, mark: float) -> Literal["agree", "disagree"] | None:
    # Predictions are stored in single precision: .7 is .699999988 there.
    if abs(share - mark) < 1e-6:
        return None
    return "agree" if share > mark else "disagree"
