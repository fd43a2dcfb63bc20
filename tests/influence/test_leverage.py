import numpy as np
import pytest

from tests.influence.drawn import random_network, spread
from tracktwo.errors import OptionError
from tracktwo.influence import Network
from tracktwo.influence import leverage as leverage_module
from tracktwo.influence.dynamics import Dynamics
from tracktwo.influence.ensemble import settle_all
from tracktwo.influence.leverage import (
    TippingOverError,
    leverage,
    share_in_top,
    shares_in_top,
)
from tracktwo.influence.run import run

RISKS = np.array([3, 7], np.int32)
STEP = 1e-5
DYNAMICS = [
    Dynamics.of("kosko"),
    Dynamics.of("mkosko"),
    Dynamics.of("rescaled", "sigmoid:0.5"),
    Dynamics.of("kosko", "tanh:0.5"),
]


def settled(network, start, dynamics):
    return run(network, start, dynamics=dynamics, eps=1e-15).states[RISKS]


@pytest.mark.parametrize("dynamics", DYNAMICS, ids=str)
def test_derivatives_by_links_are_central_differences(dynamics):
    network, start = random_network(0), np.ones(12)
    states = run(network, start, dynamics=dynamics, eps=1e-15).states

    found = leverage(network, states, risks=RISKS, dynamics=dynamics)

    for link in range(0, len(network.source), 5):
        more, less = network.weight.copy(), network.weight.copy()
        more[link] += STEP
        less[link] -= STEP
        ends = [
            settled(Network(12, network.source, network.target, weight), start, dynamics)
            for weight in (more, less)
        ]
        assert found.links[:, link] == pytest.approx((ends[0] - ends[1]) / (2 * STEP), abs=1e-9)


@pytest.mark.parametrize("dynamics", DYNAMICS, ids=str)
def test_derivatives_by_held_concepts_are_central_differences(dynamics):
    matrix = random_network(1).matrix
    matrix[:, 0] = 0
    network = Network.of_matrix(matrix)
    states = run(network, np.ones(12), dynamics=dynamics, eps=1e-15).states

    found = leverage(network, states, risks=RISKS, dynamics=dynamics)

    more, less = np.ones(12), np.ones(12)
    more[0] += STEP
    less[0] -= STEP
    slope = (settled(network, more, dynamics) - settled(network, less, dynamics)) / (2 * STEP)
    assert found.concepts[:, 0] == pytest.approx(slope, abs=1e-9)


def test_ensemble_is_solved_member_by_member_in_any_number():
    many = spread(random_network(2), members=600)
    states = settle_all(many, np.ones(12)).states

    together = leverage(many, states, risks=RISKS)

    alone = leverage(many.member(555), states[:, 555], risks=RISKS)
    assert together.links[:, :, 555] == pytest.approx(alone.links, abs=1e-13)
    assert together.concepts[:, :, 555] == pytest.approx(alone.concepts, abs=1e-13)


def test_links_into_a_held_concept_move_nothing():
    network = random_network(3)
    held = np.zeros(12, np.bool_)
    held[4] = True
    states = run(network, np.ones(12), held=held).states

    found = leverage(network, states, risks=RISKS, held=held)

    assert (found.links[:, network.target == 4] == 0).all()


def test_functions_that_jump_have_no_leverage():
    with pytest.raises(OptionError, match=r"step:0\.5 jumps and has no slope"):
        leverage(
            random_network(0), np.ones(12), risks=RISKS, dynamics=Dynamics.of("kosko", "step:0.5")
        )


def test_share_in_top_counts_members_and_leaves_out_what_moves_nothing():
    values = np.array([[3.0, 3.0, 0.0], [-5.0, 1.0, 0.0], [1.0, 2.0, 0.0]])

    assert share_in_top(values, 2).tolist() == [2 / 3, 1 / 3, 1 / 3]
    assert share_in_top(values, 9).tolist() == [2 / 3, 2 / 3, 2 / 3]


def test_equilibrium_that_is_tipping_over_is_told_of_one_map_and_left_open_in_an_ensemble():
    """A concept that adds all of itself to itself under clipping: any value it has, it keeps."""
    clip = Dynamics.of("mkosko", "clip")
    pair = Network(2, np.array([0]), np.array([1]), np.array([[0.5, 0.2]]))
    risk = np.array([1])
    states = np.array([[0.2, 0.2], [0.5, 1.0]])

    with pytest.raises(TippingOverError, match="just tipping over"):
        leverage(pair.member(0), states[:, 0], risks=risk, dynamics=clip)
    found = leverage(pair, states, risks=risk, dynamics=clip)

    assert np.isnan(found.links[0, 0]).tolist() == [True, False]
    shares = shares_in_top(pair, states, risks=risk, k=1, dynamics=clip)
    assert shares.tolist() == [[0.0]]


def test_shares_in_top_are_the_same_in_any_number_of_parts(monkeypatch):
    many = spread(random_network(2), members=90)
    states = settle_all(many, np.ones(12)).states
    whole = share_in_top(leverage(many, states, risks=RISKS[:1]).links[0], 3)

    monkeypatch.setattr(leverage_module, "ROOM", 7 * len(many.source))
    in_parts = shares_in_top(many, states, risks=RISKS[:1], k=3)

    assert in_parts[0] == pytest.approx(whole, abs=1e-12)
