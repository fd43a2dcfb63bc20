"""Calibration and information against numbers computed elsewhere."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.risk.cooke import worked_example as told
from tracktwo.errors import OptionError
from tracktwo.risk.cooke import calibration, information
from tracktwo.risk.cooke.scores import bin_of

BINS = np.array([0.05, 0.45, 0.45, 0.05])


def test_reference_vectors(reference: Callable[[str], Path]) -> None:
    told_ = json.loads(reference("risk/cooke_calibration_vectors.json").read_text("utf-8"))
    vectors = told_["vectors"]

    found = calibration(np.array([one["counts"] for one in vectors]), BINS)

    assert found == pytest.approx([one["exact"] for one in vectors], abs=1e-9)


def test_perfect_fit_scores_one() -> None:
    assert calibration(np.array([1, 9, 9, 1]), BINS) == 1.0


def test_published_calibration_of_ten_questions() -> None:
    # TU Delft, 2.3.4: s = (1, 2, 5, 2) / 10 gives 2 m I = 4.741356 and 0.19.
    assert calibration(np.array([1, 2, 5, 2]), BINS) == pytest.approx(0.19, abs=0.005)


def test_calibration_falls_with_the_number_that_counts() -> None:
    counts = np.array([2, 4, 3, 1])

    fits = [float(calibration(counts, BINS, n=n)) for n in (5, 10, 20, 40)]

    assert fits == sorted(fits, reverse=True)


def test_no_answer_has_no_calibration() -> None:
    with pytest.raises(OptionError, match="at least one answered question"):
        calibration(np.array([0, 0, 0, 0]), BINS)


def test_truth_on_a_quantile_belongs_below_it() -> None:
    quantiles = np.array([[1.0, 2, 3]] * 5)

    found = bin_of(quantiles, np.array([0.5, 1, 2, 3, 3.5]))

    assert found.argmax(axis=1).tolist() == [0, 0, 1, 2, 3]


def test_published_information() -> None:
    assert information(told.SEEDS).mean(axis=1) == pytest.approx(told.INFORMATION, abs=5e-4)


def test_information_is_never_below_nothing() -> None:
    assert (information(told.SEEDS) > 0).all()
