"""Scores: values by hand, Murphy's identity, and silence where there is too little."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.errors import OptionError
from tracktwo.risk import Score, brier, decomposition, interval_score, pinball, skill

SAID = np.array([0.9, 0.2, 0.6, 0.1, 0.5])
CAME = np.array([1, 0, 1, 0, 0], bool)
forecasts = st.lists(
    st.tuples(st.sampled_from([0.0, 0.1, 0.3, 0.5, 0.8, 1.0]), st.booleans()),
    min_size=1,
    max_size=30,
)


def test_brier_is_the_mean_square_with_an_interval() -> None:
    found = brier(SAID, CAME, seed=1)

    assert (found.n, found.value) == (5, 0.094)  # (.01 + .04 + .16 + .01 + .25) / 5
    assert 0.01 <= found.low < found.value < found.high <= 0.25


def test_few_resolved_questions_get_silence() -> None:
    assert brier(SAID[:4], CAME[:4], seed=1) == Score(4)
    assert skill(SAID[:4], CAME[:4], seed=1) == Score(4)
    assert brier(SAID[:0], CAME[:0], seed=1) == Score(0)
    assert skill(SAID[:0], CAME[:0], seed=1) == Score(0)


@given(forecasts)
def test_decomposition_adds_up(given_) -> None:
    said, came = (np.array(column) for column in zip(*given_, strict=True))

    found = decomposition(said, came)

    parts = found.reliability - found.resolution + found.uncertainty
    assert parts == pytest.approx(found.brier, abs=1e-12)
    assert min(found.reliability, found.resolution, found.uncertainty) >= 0


def test_base_rate_has_no_skill() -> None:
    assert skill(np.full(5, 0.4), CAME, seed=1).value == 0
    assert skill(CAME.astype(float), CAME, seed=1).value == 1


def test_skill_against_a_rate_known_before() -> None:
    assert skill(SAID, CAME, seed=1, base_rate=0.5).value == pytest.approx(1 - 0.47 / 1.25)


def test_skill_is_silent_where_the_base_rate_makes_no_error() -> None:
    assert skill(SAID, np.zeros(5, bool), seed=1) == Score(5)


def test_pinball_at_the_median_is_half_the_distance() -> None:
    losses = pinball(np.array([1.0, 4.0]), np.array([3.0, 3.0]), probability=0.5)

    assert losses.tolist() == [1.0, 0.5]


@given(st.lists(st.floats(-50, 50), min_size=3, max_size=3).map(sorted), st.floats(0.05, 0.95))
def test_interval_score_is_pinball_at_both_ends(ends, credence) -> None:
    low, truth, high = ends
    tail = (1 - credence) / 2
    for came in (truth, low - 1, high + 1):
        twice = sum(
            float(pinball(np.array([end]), np.array([came]), probability=p)[0])
            for end, p in ((low, tail), (high, 1 - tail))
        )
        found = interval_score(
            np.array([low]), np.array([high]), np.array([came]), credence=credence
        )
        assert found[0] == pytest.approx(twice / tail, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("said", [[0.2, 1.2, 0.1, 0.1, 0.1], [0.2], [np.nan] * 5])
def test_forecasts_that_are_no_probabilities_are_refused(said) -> None:
    for score in (brier, skill):
        with pytest.raises(OptionError, match="one probability between 0 and 1 for each outcome"):
            score(np.array(said), CAME, seed=1)


def test_nothing_resolved_cannot_be_taken_apart() -> None:
    with pytest.raises(OptionError, match="no question is resolved"):
        decomposition(SAID[:0], CAME[:0])


@pytest.mark.parametrize("credence", [0.0, 1.0])
def test_interval_score_needs_a_credence(credence) -> None:
    with pytest.raises(OptionError, match="it must lie between 0 and 1"):
        interval_score(SAID, SAID, SAID, credence=credence)
