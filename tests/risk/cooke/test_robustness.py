"""Leaving out, all at once, equals leaving out one by one."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from tests.risk.cooke.worked_example import SEEDS
from tracktwo.errors import OptionError
from tracktwo.risk import classical_model
from tracktwo.risk.cooke import without_each_expert, without_seeds
from tracktwo.risk.cooke.scores import ranges

AGREED = replace(SEEDS, agreed=ranges(SEEDS))


@pytest.mark.parametrize("weights", ["global", "item"])
@pytest.mark.parametrize("count", [1, 2])
def test_all_at_once_is_one_by_one(weights, count) -> None:
    found = without_seeds(AGREED, count=count, weights=weights)

    for place, left in enumerate(combinations(range(5), count)):
        kept = [n for n in range(5) if n not in left]
        alone = classical_model(_of_questions(kept), weights=weights)
        assert found.weights[place] == pytest.approx(alone.weights, abs=1e-12)
        assert found.alpha[place] == pytest.approx(alone.alpha)
        assert found.pool_calibration[place] == pytest.approx(alone.pool_calibration)
        assert found.pool_information[place] == pytest.approx(alone.pool_information)


def _of_questions(kept: list[int]):
    return replace(
        AGREED,
        questions=tuple(AGREED.questions[n] for n in kept),
        quantiles=AGREED.quantiles[:, kept],
        truth=AGREED.truth[kept],
        is_log=AGREED.is_log[kept],
        agreed=AGREED.agreed[kept],
    )


def test_sets_left_out_are_named() -> None:
    assert without_seeds(SEEDS, count=4).left_out[0] == ("1", "2", "3", "4")


def test_without_each_expert_is_the_model_of_the_rest() -> None:
    found = without_each_expert(SEEDS, alpha=0)

    rest = classical_model(SEEDS.without_expert("B"), alpha=0)
    assert found[1].weights.tolist() == rest.weights.tolist()
    assert len(found) == 3


def test_question_of_the_one_left_out_goes_too() -> None:
    partial = SEEDS.quantiles.copy()
    partial[1:, 4] = np.nan

    found = without_each_expert(replace(SEEDS, quantiles=partial), alpha=0)

    assert [len(one.quantiles) for one in found] == [4, 5, 5]


@pytest.mark.parametrize("count", [0, 5])
def test_not_all_questions_can_be_left_out(count) -> None:
    with pytest.raises(OptionError, match=f"{count} of 5 seed questions cannot be left out"):
        without_seeds(SEEDS, count=count)


def test_expert_who_would_be_left_without_answers_is_refused() -> None:
    partial = SEEDS.quantiles.copy()
    partial[0, 1:] = np.nan

    with pytest.raises(OptionError, match="answered none of the seed questions that are left"):
        without_seeds(replace(SEEDS, quantiles=partial))


def test_one_expert_alone_cannot_be_left_out() -> None:
    with pytest.raises(OptionError, match="nobody can be left out"):
        without_each_expert(SEEDS.of_experts([0]))
