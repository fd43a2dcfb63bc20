"""Runs that others published, and the errors of their programs that we were shown."""

import json

import numpy as np
import pytest

from tracktwo.influence import Network
from tracktwo.influence.dynamics import Dynamics
from tracktwo.influence.run import run

RULES = {"modified_kosko": "mkosko", "kosko": "kosko", "rescale": "rescaled"}


@pytest.fixture
def small_runs(reference):
    return {
        one["name"]: one
        for one in json.loads(reference("fcm/published_small_runs.json").read_text())
    }


def dynamics_of(told):
    rule = RULES.get(told["rule"], told["rule"])
    return Dynamics.of(rule, f"{told['transfer']}:{told['lam']}")


def test_fcmpy_trajectory_step_by_step(small_runs):
    told = small_runs["fcmpy_baseline"]
    network = Network.of_matrix(np.array(told["weights"], np.float64))
    published = np.array(told["published_trajectory"])

    found = run(
        network,
        np.array(told["initial"], np.float64),
        dynamics=dynamics_of(told),
        most_steps=len(published) - 1,
        keep_trace=True,
    )

    assert np.abs(found.trace - published).max() < 5e-7


@pytest.mark.parametrize("number", [1, 2, 3])
def test_fcmpy_measure_as_an_added_source(small_runs, number):
    told = small_runs[f"fcmpy_intervention_{number}"]
    matrix = np.pad(np.array(told["weights"], np.float64), ((0, 1), (0, 1)))
    for concept, weight in told["driver_on_with_weight"].items():
        matrix[-1, int(concept[1:]) - 1] = weight
    start = np.append(told["initial"], 1.0)

    found = run(Network.of_matrix(matrix), start, dynamics=dynamics_of(told), most_steps=5)

    # the start was published to six decimals, so the end is known no better
    assert np.abs(found.states[:-1] - told["published_state_after_5_steps"]).max() < 1e-6


@pytest.mark.parametrize(("name", "steps"), [("r_fcm_example1", 5), ("r_fcm_example2", 29)])
def test_r_fcm_state_at_its_row(small_runs, name, steps):
    told = small_runs[name]
    network = Network.of_matrix(np.array(told["weights"], np.float64))

    found = run(
        network,
        np.array(told["initial"], np.float64),
        dynamics=dynamics_of(told),
        most_steps=steps,
    )

    assert np.abs(found.states - told["published_converged_state"]).max() < 5e-7


def test_r_fcm_trajectory_row_by_row(reference):
    told = json.loads(reference("risk/fcm_r_vignette.json").read_text())
    published = np.array(told["example2"]["published_trajectory"])

    found = run(
        Network.of_matrix(np.array(told["W"], np.float64)),
        np.array(told["initial"], np.float64),
        dynamics=Dynamics.of("rescaled", "sigmoid:2"),
        most_steps=len(published) - 1,
        keep_trace=True,
    )

    assert np.abs(found.trace - published).max() < 5e-7


@pytest.mark.parametrize(
    ("file", "rule", "key"),
    [
        ("risk/fcm_r_vignette.json", "kosko", ("example1", "true_fixed_point")),
        ("risk/fcm_fcmpy_docs.json", "mkosko", ("true_fixed_point",)),
    ],
)
def test_equilibrium_is_the_true_one_and_not_where_a_peer_stopped(reference, file, rule, key):
    told = json.loads(reference(file).read_text())
    true = told
    for part in key:
        true = true[part]

    found = run(
        Network.of_matrix(np.array(told["W"], np.float64)),
        np.array(told["initial"], np.float64),
        dynamics=Dynamics.of(rule),
        eps=1e-13,
    )

    assert np.abs(found.states - true).max() < 1e-12
    assert found.certificate.is_unique


@pytest.mark.parametrize("example", [0, 1, 2])
def test_public_support_for_insurgency_under_a_step(reference, example):
    told = json.loads(reference("risk/fcm_psot.json").read_text())
    names, case = told["names"], told["examples"][example]
    matrix = np.zeros((len(names), len(names)))
    for source, target, weight in told["edges"]:
        matrix[names.index(source), names.index(target)] = weight
    start = np.array([float(name in case["clamped_on"]) for name in names])
    held = np.array([name in case["clamped_on"] + case["clamped_off"] for name in names])

    found = run(
        Network.of_matrix(matrix), start, held=held, dynamics=Dynamics.of("kosko", "step:0.5")
    )

    on = {name for name, value in zip(names, found.states, strict=True) if value == 1}
    assert (found.outcome, found.error_bound) == ("settled", 0.0)
    assert on == set(case["fixed_point_on"])


def test_measure_on_the_map_whose_rows_a_peer_confuses(reference):
    trap = json.loads(reference("risk/peer_traps.json").read_text())["row_order"]
    matrix = np.pad(np.array(trap["W"], np.float64), ((0, 1), (0, 1)))
    matrix[3, 1] = -1.0
    network, mkosko = Network.of_matrix(matrix), Dynamics.of("mkosko")

    without = run(network, np.array([1.0, 0, 0, 0]), dynamics=mkosko, eps=1e-13)
    taken = run(network, np.array([1.0, 0, 0, 1]), dynamics=mkosko, eps=1e-13)

    # the file holds where a peer's rule of stopping leaves a right reading: within that rule's reach
    assert np.abs(without.states[:3] - trap["right"]).max() < 2e-3
    assert np.abs(taken.states[:3] - trap["right_with_measure_on_B_minus1"]).max() < 2e-3
