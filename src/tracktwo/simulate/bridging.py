"""Ratings from intercepts and one factor: what bridging methods assume."""

from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Floats
from tracktwo.dialogue import VOTE, Answers, Dialogue, Scale, Statement
from tracktwo.simulate.attendance import attend


@dataclass(frozen=True, eq=False)
class BridgingTruth:
    """Rating of statement n by participant u: mean + u's and n's intercepts + product of factors.

    On 0 (disagree) to 1 (agree). `statement_intercept` is what bridging methods look for: how much
    a statement is liked by people who usually differ. Intercepts and factors are (people,) and
    (statements,).
    """

    mean: float
    participant_intercept: Floats
    statement_intercept: Floats
    participant_factor: Floats
    statement_factor: Floats


def bridging_world(
    participants: int,
    statements: int,
    *,
    seed: int,
    fill: float = 0.1,
    noise: float = 0.25,
    scale: Scale = VOTE,
) -> tuple[Dialogue, BridgingTruth]:
    """Two camps that like opposite statements, and statements that both like or dislike.

    People's factors sit near -1 or 1, so that a camp likes what the other dislikes in proportion to
    a statement's factor. On votes the rating is rounded to 0, 1/2 or 1 (disagree, pass, agree); on
    a rating scale it is spread over the scale and cut at its ends.

    >>> dialogue, truth = bridging_world(300, 40, seed=1)
    >>> sorted(set(dialogue.answers.value.tolist()))
    [-1.0, 0.0, 1.0]
    """
    rng = np.random.default_rng(seed)
    camp = np.where(rng.random(participants) < 0.5, -1.0, 1.0)
    truth = BridgingTruth(
        mean=0.5,
        participant_intercept=rng.normal(0, 0.1, participants),
        statement_intercept=rng.normal(0, 0.2, statements),
        participant_factor=camp + rng.normal(0, 0.3, participants),
        statement_factor=rng.normal(0, 0.25, statements),
    )
    participant, statement = attend(
        rng, np.full(participants, fill), np.full(participants, statements)
    )
    felt = (
        truth.mean
        + truth.participant_intercept[participant]
        + truth.statement_intercept[statement]
        + truth.participant_factor[participant] * truth.statement_factor[statement]
        + rng.normal(0, noise, len(participant))
    ).clip(0, 1)
    rating = np.rint(2 * felt) / 2 if scale.is_vote else felt
    value = (scale.low + scale.width * rating).astype(np.float32)
    dialogue = Dialogue(
        participants=tuple(f"p{code + 1}" for code in range(participants)),
        statements=tuple(Statement(f"s{code + 1}", scale=scale) for code in range(statements)),
        answers=Answers(participant, statement, value),
        note={"en": "Simulated: no person gave these answers."},
    )
    return dialogue, truth
