import numpy as np
import pytest

from tests.influence.drawn import random_network
from tracktwo.influence import Network
from tracktwo.influence.dynamics import Dynamics
from tracktwo.influence.start import Start
from tracktwo.influence.tipping import tipping

FREE = Start(np.ones(2), np.zeros(2, np.bool_))
EACH_OTHER = Network.of_matrix(np.array([[0, 1.0], [1.0, 0]]))


def test_two_that_raise_each_other_tip_up_or_down_or_turn():
    found = tipping(EACH_OTHER, FREE, dynamics=Dynamics.of("kosko", "tanh:3"), starts=2_000)

    height = 0.9949  # x = tanh(3x)
    assert sorted(end.period for end in found.ends) == [1, 1, 2]
    assert found.ends[0].period == 2
    assert found.ends[0].low < 0.5 < found.ends[0].high
    assert sorted(end.states[0, 0] for end in found.ends if end.period == 1) == pytest.approx(
        [-height, height], abs=1e-4
    )
    assert (sum(end.starts for end in found.ends), found.unsettled) == (2_000, 0)


def test_certified_map_has_one_end():
    free = Start(np.ones(12), np.zeros(12, np.bool_))

    found = tipping(random_network(0, density=0.1), free, dynamics=Dynamics(), starts=300)

    assert [(end.period, end.share) for end in found.ends] == [(1, 1.0)]


def test_held_concept_decides_the_end():
    held = Start(np.array([1.0, 0.0]), np.array([True, False]))

    found = tipping(EACH_OTHER, held, dynamics=Dynamics.of("kosko", "tanh:3"), starts=50)

    assert [end.states.round(3).tolist() for end in found.ends] == [[[1.0, 0.995]]]
