import numpy as np
import pytest

from tests.influence.drawn import random_network, spread
from tracktwo.influence import Network, ensemble
from tracktwo.influence.dynamics import RULES, Dynamics
from tracktwo.influence.ensemble import settle_all
from tracktwo.influence.run import run


@pytest.mark.parametrize("rule", RULES)
def test_each_member_settles_where_it_would_alone(rule):
    many = spread(random_network(0), members=7)
    dynamics = Dynamics.of(rule, "sigmoid:0.8")

    together = settle_all(many, np.ones(12), dynamics=dynamics)

    for member in range(7):
        alone = run(many.member(member), np.ones(12), dynamics=dynamics)
        assert alone.outcome == "settled"
        assert np.abs(together.states[:, member] - alone.states).max() < 1e-7


def test_many_starts_share_one_set_of_weights():
    network = random_network(1)
    starts = np.random.default_rng(0).random((12, 9))

    together = settle_all(network, starts, dynamics=Dynamics.of("mkosko"))

    alone = run(network, starts[:, 4], dynamics=Dynamics.of("mkosko"))
    assert np.abs(together.states[:, 4] - alone.states).max() < 1e-7


def test_periods_of_members_are_told_apart():
    """Two concepts that pass a value to and fro: with equal starts they rest, with unequal ones they turn."""
    swap = Network.of_matrix(np.array([[0.0, 1.0], [1.0, 0.0]]))

    found = settle_all(
        swap,
        np.array([[1.0, 1.0, 0.0], [0.0, 1.0, 0.0]]),
        dynamics=Dynamics.of("kosko", "step:0.5"),
    )

    assert found.period.tolist() == [2, 1, 1]


def test_blocks_change_nothing_that_could_be_seen(monkeypatch):
    many = spread(random_network(2), members=10)
    whole = settle_all(many, np.ones(12))

    monkeypatch.setattr(ensemble, "BLOCK", 3)
    in_parts = settle_all(many, np.ones(12))

    assert np.abs(whole.states - in_parts.states).max() < 1e-8


def test_held_concepts_keep_their_start_in_every_member():
    many = spread(random_network(3), members=3)
    held = np.zeros(12, np.bool_)
    held[5] = True

    found = settle_all(many, np.full(12, 0.25), held=held)

    assert found.states[5].tolist() == [0.25] * 3


def test_members_that_move_on_longest_settle_as_they_would_alone():
    """Under tanh 1 a ring near the point where it tips takes its time, one beside it does not."""
    ring = np.array([[0.0, 1.0], [1.0, 0.0]])
    source, target = np.array([1, 0], np.int32), np.array([0, 1], np.int32)
    weight = np.stack([ring[source, target] * size for size in (0.2, 0.98, 0.5)], axis=1)
    many = Network(2, source, target, weight)
    tanh = Dynamics.of("kosko", "tanh:1")

    found = settle_all(many, np.ones(2), dynamics=tanh)

    assert (found.period.tolist(), found.steps > ensemble.FIRST_LOOK) == ([1, 1, 1], True)
    for member in range(3):
        alone = run(many.member(member), np.ones(2), dynamics=tanh)
        assert np.abs(found.states[:, member] - alone.states).max() < 1e-6


def test_members_that_turn_and_members_that_are_slow_are_told_apart():
    """To and fro for ever, slowly to rest, and at rest at once."""
    source, target = np.array([1, 0], np.int32), np.array([0, 1], np.int32)
    weight = np.array([[-1.0, 0.9, 0.1], [-1.0, 0.9, 0.1]])

    found = settle_all(
        Network(2, source, target, weight), np.ones(2), dynamics=Dynamics.of("kosko", "tanh:1.05")
    )

    assert found.period.tolist() == [2, 1, 1]


def test_too_few_steps_are_given_up_by_all():
    swap = Network.of_matrix(np.array([[0.0, 0.99], [0.99, 0.0]]))

    found = settle_all(swap, np.ones((2, 3)), dynamics=Dynamics.of("kosko", "tanh:1"), most_steps=1)

    assert (found.period.tolist(), found.steps) == ([0, 0, 0], 1)
