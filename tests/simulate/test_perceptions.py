import numpy as np
import pytest

from tracktwo.dialogue import Scale
from tracktwo.errors import OptionError
from tracktwo.simulate import Misperception, perception_world

ONE_TO_SEVEN = Scale("rating", 1, 7)


def test_perception_world_is_the_same_for_the_same_seed():
    first, _ = perception_world(seed=4)
    second, _ = perception_world(seed=4)

    assert first.answers.value.tolist() == second.answers.value.tolist()
    assert first.predictions.value.tolist() == second.predictions.value.tolist()


def test_perception_world_answers_at_the_true_shares():
    world, truth = perception_world(seats=20_000, statements=3, passes=0.5, seed=4)
    table = world.answers.value.reshape(2, 20_000, 3)

    assert (table == 1).mean(axis=1) == pytest.approx(truth.actual, abs=0.02)
    assert (table == 0).mean(axis=1) == pytest.approx((1 - truth.actual) / 2, abs=0.02)


@pytest.mark.parametrize("style", [0.0, 0.5])
def test_perception_world_predicts_at_the_planted_error(style):
    planted = [Misperception(1, 0, 1, -0.3)]
    world, truth = perception_world(
        seats=20_000, statements=3, planted=planted, style=style, seed=4
    )
    table = world.predictions.value.reshape(2, 20_000, 2, 3)

    assert table.mean(axis=1) == pytest.approx(truth.predicted, abs=0.02)
    assert truth.predicted[0, 1, 1] == pytest.approx(truth.actual[1, 1] - 0.3)


def test_perception_world_rates_at_the_true_means():
    world, truth = perception_world(seats=20_000, statements=3, scale=ONE_TO_SEVEN, seed=4)
    table = world.answers.value.reshape(2, 20_000, 3)

    assert table.mean(axis=1) == pytest.approx(truth.actual, abs=0.05)


def test_perception_world_without_noise_predicts_the_truth_itself():
    world, truth = perception_world(statements=2, prediction_noise=0, seed=4)
    table = world.predictions.value.reshape(2, 10, 2, 2)

    assert np.unique(table[0, :, 1], axis=0) == pytest.approx(truth.actual[1][None], abs=1e-6)


def test_perception_world_style_makes_a_persons_predictions_go_together():
    world, _ = perception_world(
        seats=1000, statements=10, shares=np.full((2, 10), 0.5), style=0.6, seed=4
    )
    mine = world.predictions.value.reshape(2000, 2, 10)[:1000, 1]

    between = np.corrcoef(mine.T)[np.triu_indices(10, 1)]

    assert between.mean() == pytest.approx(0.6, abs=0.1)


def test_perception_world_refuses_errors_without_room():
    with pytest.raises(OptionError, match="leaves the scale"):
        perception_world(shares=np.full((2, 20), 0.95), error=0.1, seed=1)


def test_perception_world_refuses_errors_of_both_signs_without_room():
    planted = [Misperception(0, 0, 1, 0.6), Misperception(0, 1, 1, -0.6)]

    with pytest.raises(OptionError, match="leave no room"):
        perception_world(planted=planted, seed=1)


def test_perception_world_believes_at_the_planted_error():
    planted = [Misperception(1, 0, 1, -0.3)]
    seen = [Misperception(1, 1, 0, 0.2)]
    world, truth = perception_world(
        seats=20_000, statements=3, planted=seen, mirrored=planted, seed=4
    )
    told = world.mirrored
    means = [
        [told.value[(told.expected_by == by) & (told.statement == s)].mean() for s in range(3)]
        for by in (1, 0)
    ]

    assert means[0] == pytest.approx(truth.believed[0, 1], abs=0.02)
    assert means[1] == pytest.approx(truth.believed[1, 0], abs=0.02)
    assert truth.believed[0, 1, 1] == pytest.approx(truth.predicted[1, 0, 1] - 0.3)
    assert truth.predicted[1, 0, 1] == pytest.approx(truth.actual[0, 1] + 0.2)
    assert np.isnan(truth.believed[[0, 1], [0, 1]]).all()


def test_perception_world_asks_everybody_what_each_other_side_expects():
    world, _ = perception_world(seats=2, parties=3, statements=1, mirrored=[], seed=4)
    told = world.mirrored

    asked = list(zip(told.participant.tolist(), told.expected_by.tolist(), strict=True))

    assert asked == [(0, 1), (0, 2), (1, 1), (1, 2), (2, 0), (2, 2),
                     (3, 0), (3, 2), (4, 0), (4, 1), (5, 0), (5, 1)]  # fmt: skip
    assert (told.party == world.party_of[told.participant]).all()


def test_perception_world_with_mirrored_predictions_is_else_the_same():
    plain, _ = perception_world(seats=5, statements=3, seed=4)
    asked, _ = perception_world(seats=5, statements=3, mirrored=[], seed=4)

    assert (len(plain.mirrored), len(asked.mirrored)) == (0, 30)
    assert asked.answers.value.tolist() == plain.answers.value.tolist()
    assert asked.predictions.value.tolist() == plain.predictions.value.tolist()


def test_perception_world_refuses_mirrored_errors_without_room():
    with pytest.raises(OptionError, match="leaves the scale"):
        perception_world(
            shares=np.full((2, 20), 0.95), mirrored=[Misperception(0, 0, 1, 0.2)], seed=1
        )
