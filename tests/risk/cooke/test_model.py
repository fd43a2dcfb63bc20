"""The classical model: a published example digit by digit, and what an expert can do to others."""

from dataclasses import replace

import numpy as np
import pytest

from tests.risk.cooke import worked_example as told
from tracktwo.errors import OptionError
from tracktwo.risk import Seeds, classical_model, weights_of_sides


def test_published_scores_and_weights() -> None:
    found = classical_model(told.SEEDS, alpha=0)

    assert found.calibration == pytest.approx(told.CALIBRATION, abs=5e-4)
    assert found.calibration[0] == pytest.approx(told.CALIBRATION[0], rel=1e-4)
    assert found.information == pytest.approx(told.INFORMATION, abs=5e-4)
    assert found.weights == pytest.approx(told.WEIGHTS, abs=1e-4)


def test_published_decision_makers() -> None:
    found = classical_model(told.SEEDS, alpha=0)

    assert found.quantiles[:4] == pytest.approx(np.array(told.PERFORMANCE), abs=0.011)
    rounded_otherwise = found.equal_quantiles[3, 2]  # the page has 45.7, one decimal short
    assert rounded_otherwise == pytest.approx(45.78, abs=0.005)
    assert found.equal_quantiles[:3] == pytest.approx(np.array(told.EQUAL[:3]), abs=0.011)


def test_published_weights_without_the_expert_who_has_none() -> None:
    found = classical_model(told.SEEDS.without_expert("A"), alpha=0)

    assert found.information == pytest.approx(told.WITHOUT_A_INFORMATION, abs=1e-3)
    assert found.weights.round(1).tolist() == told.WITHOUT_A_WEIGHTS
    assert found.quantiles == pytest.approx(np.array(told.WITHOUT_A_PERFORMANCE), abs=0.011)
    assert found.equal_quantiles == pytest.approx(np.array(told.WITHOUT_A_EQUAL), abs=0.011)


def test_agreed_ranges_keep_an_expert_without_weight_from_moving_the_others() -> None:
    agreed = np.array([[0.0, 60], [0, 60], [0, 120], [0, 60], [0, 60]])
    seeds = replace(told.SEEDS, agreed=agreed)

    with_a, without = (
        classical_model(seeds, alpha=0.1),
        classical_model(seeds.without_expert("A"), alpha=0.1),
    )

    assert with_a.weights[0] == 0
    assert with_a.weights[1:] == pytest.approx(without.weights, abs=1e-12)
    assert with_a.quantiles == pytest.approx(without.quantiles, abs=1e-12)


def test_best_cut_off_is_the_best_of_all() -> None:
    found = classical_model(told.SEEDS)

    tried = [classical_model(told.SEEDS, alpha=float(one)) for one in found.calibration]
    scores = [one.pool_calibration * one.pool_information for one in tried]
    assert found.pool_calibration * found.pool_information == max(scores)
    assert found.alpha in found.calibration.tolist()


def test_item_weights_pool_each_question_by_its_own_information() -> None:
    seeds = told.SEEDS
    same = replace(
        seeds, quantiles=seeds.quantiles[:, :1].repeat(5, axis=1), truth=np.full(5, 24.0)
    )

    of_items, of_all = (classical_model(same, alpha=0, weights=one) for one in ("item", "global"))

    assert of_items.quantiles == pytest.approx(of_all.quantiles, abs=1e-12)
    differs = classical_model(seeds, alpha=0, weights="item").quantiles
    assert not np.allclose(differs, classical_model(seeds, alpha=0).quantiles)


def test_order_of_experts_and_questions_does_not_matter() -> None:
    turned = Seeds(
        told.SEEDS.experts[::-1],
        told.SEEDS.questions[::-1],
        told.ANSWERS[::-1, ::-1],
        told.TRUTH[::-1],
    )

    found, other = classical_model(told.SEEDS, alpha=0), classical_model(turned, alpha=0)

    assert found.weights == pytest.approx(other.weights[::-1], abs=1e-12)
    assert found.quantiles == pytest.approx(other.quantiles[::-1], abs=1e-9)


def test_unit_of_a_question_does_not_matter() -> None:
    factor = np.array([1.0, 1000, 0.01, 7, 1])
    scaled = replace(
        told.SEEDS, quantiles=told.ANSWERS * factor[:, None], truth=told.TRUTH * factor
    )

    assert classical_model(scaled).weights == pytest.approx(classical_model(told.SEEDS).weights)


def test_logarithmic_questions_are_those_of_the_logarithms() -> None:
    in_logs = replace(told.SEEDS, quantiles=np.log(told.ANSWERS), truth=np.log(told.TRUTH))
    flagged = replace(told.SEEDS, is_log=np.ones(5, np.bool_))

    found, other = classical_model(flagged, alpha=0), classical_model(in_logs, alpha=0)

    assert found.weights == pytest.approx(other.weights, abs=1e-12)
    assert np.log(found.quantiles) == pytest.approx(other.quantiles, abs=1e-12)


def test_open_question_leaves_the_others_to_it() -> None:
    partial = told.ANSWERS.copy()
    partial[1, 0] = np.nan
    seeds = replace(told.SEEDS, quantiles=partial)

    found = classical_model(seeds, alpha=0.05)

    assert (found.weights > 0).tolist() == [False, True, True]
    assert found.quantiles[0] == pytest.approx(told.ANSWERS[2, 0])


def test_nobody_with_weight_is_refused() -> None:
    with pytest.raises(OptionError) as caught:
        classical_model(told.SEEDS, alpha=0.9)

    assert str(caught.value) == (
        "no expert carries weight on the seed questions; lower alpha or use equal weights"
    )


def test_unknown_weights_are_refused() -> None:
    with pytest.raises(OptionError, match="weights 'best' are not known; use global or item"):
        classical_model(told.SEEDS, weights="best")


def test_weights_are_told_by_side() -> None:
    found = classical_model(told.SEEDS, alpha=0)

    shares = weights_of_sides(found.weights, ("north", "south", "north"))

    assert shares["south"] == pytest.approx(told.WEIGHTS[1], abs=1e-4)
    assert sum(shares.values()) == pytest.approx(1)
