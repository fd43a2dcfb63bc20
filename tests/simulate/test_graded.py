import numpy as np
import pytest
from scipy.special import expit

from tracktwo.simulate.graded import graded_votes


def test_graded_votes_follow_the_graded_response_model():
    rng = np.random.default_rng(1)

    votes = graded_votes(rng, np.full(200_000, 0.7), 0.35)

    shares = [float((votes == answer).mean()) for answer in (1, -1)]
    assert shares == pytest.approx([expit(0.7 - 0.35), expit(-0.7 - 0.35)], abs=0.005)
