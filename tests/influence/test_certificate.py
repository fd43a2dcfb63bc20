"""The certificate promises much: it is tried where the promise would break first."""

import numpy as np
import pytest

from tests.influence.drawn import random_network
from tracktwo.influence.certificate import certify, local_bound
from tracktwo.influence.dynamics import Dynamics
from tracktwo.influence.ensemble import settle_all
from tracktwo.influence.run import run

NOBODY = np.zeros(12, np.bool_)
DYNAMICS = [
    Dynamics.of(rule, transfer)
    for rule in ("kosko", "mkosko", "rescaled")
    for transfer in ("sigmoid:0.5", "sigmoid:1", "sigmoid:3", "tanh:0.3", "tanh:1")
]


def test_contraction_of_a_ring_is_its_slope_times_its_weight():
    ring = np.roll(np.eye(5), 1, axis=1) * 0.8

    found = certify(ring, Dynamics.of("kosko", "tanh:1"), held=np.zeros(5, np.bool_))

    assert found.contraction == pytest.approx(0.8)


def test_contraction_is_near_the_spectral_radius_it_bounds():
    for seed in range(20):
        matrix = random_network(seed).matrix

        found = certify(matrix, Dynamics(), held=NOBODY)

        radius = np.abs(np.linalg.eigvals(np.abs(matrix))).max() / 4
        assert radius - 1e-12 <= found.contraction <= 1.05 * radius


@pytest.mark.parametrize("dynamics", DYNAMICS, ids=str)
def test_no_step_stretches_a_distance_by_more_than_the_contraction(dynamics):
    rng = np.random.default_rng(0)
    for seed in range(10):
        matrix = random_network(seed).matrix
        certificate = certify(matrix, dynamics, held=NOBODY)
        pushes, constant = dynamics.pushes(matrix)
        one, other = rng.uniform(dynamics.transfer.lowest, 1, (2, 12))

        moved = [dynamics.transfer.of(a @ pushes + constant) for a in (one, other)]

        before = np.max(np.abs(one - other) / certificate.norm)
        after = np.max(np.abs(moved[0] - moved[1]) / certificate.norm)
        assert after <= certificate.contraction * before * (1 + 1e-12)


@pytest.mark.parametrize("dynamics", DYNAMICS, ids=str)
def test_where_it_holds_every_start_leads_to_the_same_end(dynamics):
    rng = np.random.default_rng(1)
    for seed in range(15):
        network = random_network(seed, density=0.15)
        if not certify(network.matrix, dynamics, held=network.is_source).is_unique:
            continue
        starts = rng.uniform(dynamics.transfer.lowest, 1, (12, 50))
        starts[network.is_source] = 1.0

        settled = settle_all(network, starts, dynamics=dynamics, most_steps=20_000)

        assert settled.has_settled.all()
        assert np.ptp(settled.states, axis=1).max() < 1e-6


@pytest.mark.parametrize("dynamics", DYNAMICS, ids=str)
def test_error_bound_holds_wherever_the_run_is_stopped(dynamics):
    for seed in range(10):
        network = random_network(seed)
        end = run(network, np.ones(12), dynamics=dynamics, eps=1e-14)
        if end.outcome != "settled":
            continue
        for eps in (1e-2, 1e-4, 1e-6):
            stopped = run(network, np.ones(12), dynamics=dynamics, eps=eps)
            if stopped.error_bound is not None:
                assert np.abs(stopped.states - end.states).max() <= stopped.error_bound + 1e-12


def test_certified_runs_always_know_how_far_they_are():
    for seed in range(10):
        stopped = run(random_network(seed, density=0.1), np.ones(12), eps=1e-3)

        assert stopped.certificate.is_unique
        assert stopped.error_bound < 1e-2


def test_nothing_is_certified_where_the_function_jumps():
    found = certify(random_network(0).matrix, Dynamics.of("kosko", "step:0.5"), held=NOBODY)

    assert (found.is_unique, found.bound(np.zeros(12))) == (False, float("inf"))


def test_a_map_without_links_or_with_all_held_is_certain():
    assert certify(np.zeros((12, 12)), Dynamics(), held=NOBODY).contraction == 0.0
    assert certify(np.ones((12, 12)), Dynamics(), held=~NOBODY).contraction == 0.0


def test_state_that_is_no_equilibrium_has_no_local_bound():
    network = random_network(3)

    assert (
        local_bound(network.matrix, np.ones(12), Dynamics.of("mkosko", "tanh:3"), held=NOBODY)
        == np.inf
    )
