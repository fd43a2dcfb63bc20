import numpy as np
import pytest

from tests.influence.drawn import random_network
from tracktwo.influence import Network
from tracktwo.influence.dynamics import Dynamics
from tracktwo.influence.run import period_of, run

SWAP = Network.of_matrix(np.array([[0.0, 1.0], [1.0, 0.0]]))


def test_swap_is_a_cycle_and_not_mistaken_for_rest():
    """py-fcm compares sums of values between steps and calls this settled."""
    found = run(SWAP, np.array([1.0, 0.0]), dynamics=Dynamics.of("kosko", "clip"))

    assert (found.outcome, found.period, found.error_bound) == ("cycle", 2, None)
    assert sorted(found.cycle.tolist()) == [[0.0, 1.0], [1.0, 0.0]]


def test_swap_that_dies_away_settles_however_slowly():
    slow = Network.of_matrix(np.array([[0.0, 1.0], [1.0, 0.0]]))

    found = run(slow, np.array([1.0, -1.0]), dynamics=Dynamics.of("kosko", "tanh:0.995"))

    assert found.outcome == "settled"
    assert np.abs(found.states).max() <= found.error_bound < 1e-6


def test_ring_of_three_under_a_step_turns_with_period_three():
    ring = Network.of_matrix(np.roll(np.eye(3), 1, axis=1))

    found = run(ring, np.array([1.0, 0.0, 0.0]), dynamics=Dynamics.of("kosko", "step:0.5"))

    assert (found.outcome, found.period) == ("cycle", 3)


def test_too_few_steps_are_said_to_be_unsettled():
    found = run(random_network(0), np.ones(12), most_steps=3)

    assert (found.outcome, found.period, found.steps, found.error_bound) == (
        "unsettled",
        0,
        3,
        None,
    )


def test_sources_and_clamped_concepts_keep_their_start():
    network = Network.of_matrix(np.array([[0, 0.9, 0], [0, 0, 0.8], [0, 0, 0]]))
    held = np.array([False, True, False])

    found = run(network, np.array([0.3, -0.4, 0.0]), held=held)

    assert found.states[:2].tolist() == [0.3, -0.4]
    assert found.states[2] == pytest.approx(1 / (1 + np.exp(0.8 * 0.4)))


def test_trace_begins_at_the_start_and_ends_at_the_end():
    found = run(random_network(1), np.ones(12), keep_trace=True)

    assert found.trace.shape == (found.steps + 1, 12)
    assert (found.trace[0] == 1).all()
    assert (found.trace[-1] == found.states).all()


def test_start_is_left_as_it_was():
    start = np.ones(12)

    run(random_network(2), start)

    assert (start == 1).all()


def test_row_order_of_a_matrix_is_the_callers_concern_and_states_are_those_of_the_links():
    """FCMpy takes rows and columns in different orders without a word; a network has one order."""
    network = Network.of_matrix(np.array([[0, 0.9, 0], [0, 0, 0.8], [0, 0, 0]]))
    mkosko = Dynamics.of("mkosko")

    plain = run(network, np.array([1.0, 0, 0]), dynamics=mkosko, eps=1e-3)

    assert plain.states == pytest.approx([1.0, 0.85223, 0.817401], abs=2e-3)


@pytest.mark.parametrize(
    ("states", "period"),
    [
        ([0, 1] * 8, 2),
        ([0, 1, 2, 3] * 4, 4),
        ([0] * 16, 0),
        (list(np.linspace(1, 0, 16)), 0),
        (list(0.999 ** np.arange(16) * (-1.0) ** np.arange(16)), 0),
        ([0, 1, 2, 3, 4, 5, 6, 7, 8] * 2, 9),
        ([5, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0], 0),
    ],
)
def test_period_is_that_with_which_all_states_repeat(states, period):
    assert period_of(np.array(states, np.float64)[:, None]) == period
