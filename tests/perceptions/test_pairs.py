import numpy as np
import pytest

from tracktwo.perceptions.pairs import _cross_fitted
from tracktwo.simulate import Misperception, perception_world


def _sides(shares, predicted_error, seats=4000, **options):
    """A world whose side A errs by so much about B, statement by statement."""
    planted = [Misperception(s, 0, 1, error) for s, error in enumerate(predicted_error)]
    world, _ = perception_world(
        seats=seats,
        statements=len(predicted_error),
        shares=np.array(shares),
        planted=planted,
        prediction_noise=0.05,
        seed=3,
        **options,
    )
    return world


def test_pairs_see_an_exaggerated_distance(assessed):
    world = _sides([[0.6, 0.3, 0.5], [0.4, 0.5, 0.6]], [-0.2, 0.2, 0.1])

    pair = assessed(world).pairs[1]

    assert (pair.of, pair.about, pair.statements) == ("A", "B", 3)
    assert pair.accuracy == pytest.approx(1 - 0.5 / 3, abs=0.02)
    assert pair.bias == pytest.approx(0.5 / 3, abs=0.02)
    assert pair.exaggeration == pytest.approx(2.0, abs=0.15)


def test_pairs_see_a_false_consensus_as_negative_bias(assessed):
    world = _sides([[0.9, 0.2], [0.4, 0.6]], [0.3, -0.3])

    pair = assessed(world).pairs[1]

    assert pair.bias == pytest.approx(-0.3, abs=0.02)
    assert pair.exaggeration == pytest.approx(0.15 / 0.45, abs=0.05)


def test_pairs_give_no_exaggeration_where_sides_hardly_differ(assessed):
    world = _sides([[0.6, 0.3], [0.62, 0.28]], [0.3, 0.3])

    pair = assessed(world).pairs[1]

    assert (pair.exaggeration, pair.exaggeration_low, pair.exaggeration_high) == (None, None, None)


def test_pairs_of_a_side_with_itself_have_an_accuracy_only(assessed):
    world = _sides([[0.6, 0.3], [0.4, 0.5]], [0.0, 0.0])

    own = assessed(world).pairs[0]

    assert own.accuracy == pytest.approx(1.0, abs=0.01)
    assert (own.bias, own.exaggeration) == (None, None)


def test_cross_fitted_without_noise_is_the_plain_product():
    sign, product = _cross_fitted(
        np.array([-0.2, 0.0, 0.3]), np.zeros(3), np.array([0.5, 0.5, 0.5])
    )

    assert sign.tolist() == [-1.0, 0.0, 1.0]
    assert product.tolist() == [-0.5, 0.0, 0.5]


@pytest.mark.parametrize("truth", [0.0, 0.1, 0.5])
def test_cross_fitted_distance_is_right_on_average(truth):
    rng = np.random.default_rng(1)
    noise = np.full(400_000, 0.1)
    seen = truth + noise * rng.standard_normal(len(noise))

    _, product = _cross_fitted(seen, noise, seen)

    sign, _ = _cross_fitted(seen, noise, seen)
    assert product.mean() == pytest.approx(truth * sign.mean(), abs=0.001)


@pytest.mark.parametrize("seats", [5, 30])
def test_pairs_of_perfect_predictors_are_fair_at_any_size(assessed, seats):
    figures = []
    for seed in range(60):
        world, _ = perception_world(seats=seats, seed=seed)
        figures += [
            (pair.accuracy, pair.bias, pair.exaggeration)
            for pair in assessed(world).pairs
            if pair.of != pair.about
        ]

    accuracy, bias, exaggeration = (
        np.mean([value for value in column if value is not None])
        for column in zip(*figures, strict=True)
    )

    assert accuracy > 0.96
    assert bias == pytest.approx(0, abs=0.01)
    assert exaggeration == pytest.approx(1, abs=0.06)


@pytest.mark.parametrize("style", [0.0, 0.4])
def test_pairs_have_intervals_that_hold_also_where_people_err_alike(assessed, style):
    held = []
    for seed in range(100):
        world, _ = perception_world(seats=15, statements=30, style=style, seed=seed)
        pairs = [pair for pair in assessed(world).pairs if pair.of != pair.about]
        held += [pair.bias_low <= 0 <= pair.bias_high for pair in pairs]

    assert np.mean(held) > 0.91
