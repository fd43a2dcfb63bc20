import numpy as np
import pytest

from tracktwo.dialogue import Scale
from tracktwo.simulate import bridging_world

ZERO_TO_FOUR = Scale("rating", 0, 4)


def test_bridging_ratings_follow_the_model():
    dialogue, truth = bridging_world(2000, 50, fill=0.5, noise=0.05, scale=ZERO_TO_FOUR, seed=1)
    answers = dialogue.answers

    expected = (
        truth.mean
        + truth.participant_intercept[answers.participant]
        + truth.statement_intercept[answers.statement]
        + truth.participant_factor[answers.participant] * truth.statement_factor[answers.statement]
    )

    miss = answers.value / 4 - expected.clip(0, 1)
    assert float(miss.std()) == pytest.approx(0.05, abs=0.01)


def test_bridging_votes_are_ratings_rounded_to_halves():
    dialogue, _ = bridging_world(500, 30, seed=1)

    assert set(dialogue.answers.value.tolist()) == {-1.0, 0.0, 1.0}


def test_bridging_camps_like_opposite_statements():
    dialogue, truth = bridging_world(3000, 40, fill=0.5, seed=1)
    answers = dialogue.answers
    camp = truth.participant_factor[answers.participant] > 0

    means = [
        np.bincount(answers.statement[side], answers.value[side], 40)
        / np.bincount(answers.statement[side], minlength=40)
        for side in (camp, ~camp)
    ]

    assert np.corrcoef(means[0] - means[1], truth.statement_factor)[0, 1] > 0.98
