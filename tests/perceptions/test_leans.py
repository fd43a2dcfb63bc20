import numpy as np
import pytest

from tracktwo.perceptions.estimates import Estimates
from tracktwo.perceptions.leans import (
    Lean,
    classes,
    expected_leans,
    leans_on_ratings,
    leans_on_votes,
)

SUPPORTS, OPPOSES, NEUTRAL = Lean.SUPPORTS, Lean.OPPOSES, Lean.NEUTRAL
CONTESTED, UNCLEAR = Lean.CONTESTED, Lean.UNCLEAR


def _votes(agree, n, size=np.inf):
    one = np.ones(1)
    return Estimates(n * one, agree * one, agree * one, 0 * one, one, size * one)


def _ratings(values):
    values, one = np.array(values, np.float64), np.ones(1)
    total, squares = values.sum() * one, (values**2).sum() * one
    return Estimates(len(values) * one, total, squares, one, 7 * one, np.inf * one)


@pytest.mark.parametrize(
    ("agree", "disagree", "passes", "size", "lean"),
    [
        (5, 0, 0, np.inf, SUPPORTS),
        (0, 5, 0, np.inf, OPPOSES),
        (3, 2, 0, np.inf, UNCLEAR),
        (3, 2, 0, 5, CONTESTED),
        (4, 1, 0, 5, SUPPORTS),
        (3, 2, 4, 9, CONTESTED),
        (560, 440, 0, np.inf, CONTESTED),
        (700, 300, 0, np.inf, SUPPORTS),
        (40, 10, 50, np.inf, UNCLEAR),
        (10, 40, 50, np.inf, UNCLEAR),
        (1, 0, 0, np.inf, UNCLEAR),
    ],
)
def test_leans_on_votes(agree, disagree, passes, size, lean):
    answered = _votes(agree, agree + disagree + passes, size)

    leans = leans_on_votes(answered, np.array([disagree]), level=0.95)

    assert leans.tolist() == [lean]


@pytest.mark.parametrize(
    ("values", "lean"),
    [
        ([6] * 20 + [5] * 20, SUPPORTS),
        ([2] * 20 + [3] * 20, OPPOSES),
        ([4] * 60, NEUTRAL),
        ([1] * 30 + [7] * 30, CONTESTED),
        ([1] * 3 + [7] * 2, UNCLEAR),
        ([3] * 3 + [5] * 2, UNCLEAR),
    ],
)
def test_leans_on_ratings(values, lean):
    leans = leans_on_ratings(_ratings(values), smallest_effect=0.1, level=0.95)

    assert leans.tolist() == [lean]


@pytest.mark.parametrize(
    ("predictions", "is_vote", "lean"),
    [
        ([6] * 20, False, SUPPORTS),
        ([2] * 20, False, OPPOSES),
        ([4] * 60, False, NEUTRAL),
        ([4] * 60, True, UNCLEAR),
        ([1] * 30 + [7] * 30, False, UNCLEAR),
    ],
)
def test_expected_leans(predictions, is_vote, lean):
    leans = expected_leans(
        _ratings(predictions), np.array([is_vote]), smallest_effect=0.1, level=0.95
    )

    assert leans.tolist() == [lean]


@pytest.mark.parametrize(
    ("own", "about", "expected", "misperceived", "kind"),
    [
        (SUPPORTS, SUPPORTS, SUPPORTS, False, "shared_known"),
        (SUPPORTS, SUPPORTS, SUPPORTS, True, "shared_known"),
        (SUPPORTS, SUPPORTS, OPPOSES, True, "hidden_agreement"),
        (OPPOSES, OPPOSES, UNCLEAR, True, "hidden_agreement"),
        (SUPPORTS, SUPPORTS, UNCLEAR, False, "unknown"),
        (NEUTRAL, NEUTRAL, NEUTRAL, False, "shared_known"),
        (NEUTRAL, NEUTRAL, OPPOSES, True, "hidden_agreement"),
        (SUPPORTS, OPPOSES, OPPOSES, False, "disagreement_known"),
        (SUPPORTS, OPPOSES, SUPPORTS, True, "hidden_disagreement"),
        (SUPPORTS, OPPOSES, UNCLEAR, False, "unknown"),
        (SUPPORTS, NEUTRAL, NEUTRAL, False, "unknown"),
        (CONTESTED, SUPPORTS, SUPPORTS, False, "contested"),
        (SUPPORTS, CONTESTED, OPPOSES, True, "contested"),
        (CONTESTED, UNCLEAR, UNCLEAR, False, "contested"),
        (UNCLEAR, UNCLEAR, UNCLEAR, True, "unknown"),
        (UNCLEAR, SUPPORTS, SUPPORTS, True, "unknown"),
    ],
)
def test_classes(own, about, expected, misperceived, kind):
    leans = (np.array([lean]) for lean in (own, about, expected))

    assert classes(*leans, np.array([misperceived])).tolist() == [kind]
