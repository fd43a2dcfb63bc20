import numpy as np
import pytest

from tracktwo.perceptions.people import sway_of
from tracktwo.perceptions.rows import answers_of, rows_of
from tracktwo.simulate import perception_world


def _sway(world, counted):
    rows = rows_of(world, answers_of(world, counted(world)), k=1)
    rows = rows.take((rows.of == 0) & (rows.about == 1))
    slope = np.full(len(rows.statement), 1 / len(rows.statement))
    return sway_of(world, rows, predicted=slope, actual=-slope, own=0 * slope)


def test_sway_is_what_a_common_factor_adds_to_the_variance_of_a_mean_error(counted):
    options = {"statements": 12, "seats": 40, "style": 0.5, "shares": np.full((2, 12), 0.5)}
    worlds = [perception_world(seed=seed, **options)[0] for seed in range(60)]

    errors = [_mean_error(world) for world in worlds]
    sways = [_sway(world, counted).variance for world in worlds]

    independent = (0.25 + 0.15**2) / 40 / 12
    assert np.mean(sways) + independent == pytest.approx(np.var(errors), rel=0.35)


def _mean_error(world):
    predicted = world.predictions.value.reshape(80, 2, 12)[:40, 1].mean()
    return predicted - (world.answers.value.reshape(80, 12)[40:] == 1).mean()


def test_sway_of_a_census_is_nothing(counted):
    world, _ = perception_world(seats=6, style=0.5, census=True, seed=1)

    assert _sway(world, counted).variance == 0
