"""Pools: textbook values, and laws of each."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.errors import OptionError
from tracktwo.risk import Pooled, pool

probabilities = st.lists(st.floats(0.001, 0.999), min_size=1, max_size=9).map(np.array)


def test_published_example() -> None:
    two = np.array([0.2, 0.6])

    assert pool(two) == Pooled(0.4, 0)
    assert round(pool(two, kind="log").value, 4) == 0.3798


def test_weights_count_as_repetitions() -> None:
    twice = np.array([0.2, 0.2, 0.6])

    for kind in ("linear", "log"):
        weighted = pool(np.array([0.2, 0.6]), kind=kind, weights=np.array([2.0, 1.0]))
        assert weighted.value == pytest.approx(pool(twice, kind=kind).value, abs=1e-12)


def test_extremes_are_clipped_and_counted() -> None:
    assert pool(np.array([0.0, 0.5, 1.0]), kind="log") == Pooled(pytest.approx(0.5), 2)
    assert pool(np.array([0.0, 0.0])) == Pooled(0.001, 2)


def test_extremising_moves_away_from_a_half() -> None:
    assert pool(np.array([0.8, 0.8]), kind="log", extremising=2).value == pytest.approx(16 / 17)


@given(probabilities, st.sampled_from(["linear", "log"]))
def test_pool_lies_between_the_estimates(given_, kind) -> None:
    value = pool(given_, kind=kind).value

    assert given_.min() - 1e-12 <= value <= given_.max() + 1e-12


@given(probabilities, st.floats(1, 3))
def test_log_pool_treats_both_outcomes_alike(given_, extremising) -> None:
    of_it = pool(given_, kind="log", extremising=extremising).value
    of_its_absence = pool(1 - given_, kind="log", extremising=extremising).value

    assert of_it == pytest.approx(1 - of_its_absence, abs=1e-9)


@pytest.mark.parametrize(
    ("values", "options", "sentence"),
    [
        ([], {}, "there is nothing to pool"),
        ([0.2, 1.2], {}, "probabilities lie between 0 and 1"),
        ([0.2], {"kind": "mean"}, "pool 'mean' is not known; use linear or log"),
        ([0.2], {"extremising": 2.0}, "only a logarithmic pool can be extremised; use kind 'log'"),
        ([0.2], {"weights": np.array([0.0])}, "weights are one a probability, none below 0 and not all 0"),
        ([0.2], {"weights": np.ones(2)}, "weights are one a probability, none below 0 and not all 0"),
    ],
)  # fmt: skip
def test_pool_refuses_what_does_not_fit(values, options, sentence) -> None:
    with pytest.raises(OptionError) as caught:
        pool(np.array(values), **options)

    assert str(caught.value) == sentence
