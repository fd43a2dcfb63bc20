import numpy as np
import pytest

from tests.influence.drawn import random_network, spread
from tracktwo.errors import InputError
from tracktwo.influence import Concept, InfluenceMap, Link, Network


def test_links_come_in_order_of_target_whatever_order_they_were_drawn_in():
    drawn = InfluenceMap(
        (Concept("a"), Concept("b"), Concept("c")),
        (Link("a", "c", 0.1), Link("c", "b", 0.2), Link("a", "b", 0.0)),
    )

    network = Network.of_map(drawn)

    assert network.source.tolist() == [0, 2, 0]
    assert network.target.tolist() == [1, 1, 2]
    assert network.weight.tolist() == [0.0, 0.2, 0.1]
    assert network.is_source.tolist() == [True, False, False]


def test_map_that_several_judge_is_refused_until_pooled():
    twice = (Link("a", "b", 0.1, expert="x"), Link("a", "b", 0.2, expert="y"))

    with pytest.raises(InputError, match="several experts judge the same link; pool the map first"):
        Network.of_map(InfluenceMap((Concept("a"), Concept("b")), twice))


def test_matrix_and_links_are_the_same_network():
    network = random_network(1)

    again = Network.of_matrix(network.matrix)

    assert (again.source == network.source).all()
    assert (again.weight == network.weight).all()


def test_member_of_an_ensemble_has_that_members_matrix():
    many = spread(random_network(2), members=4)

    assert (many.matrix[3] == many.member(3).matrix).all()
    assert many.members == 4


def test_without_a_link_the_others_stay():
    network = Network.of_matrix(np.array([[0, 0.5], [0.25, 0]]))

    assert network.without(0).matrix.tolist() == [[0, 0.5], [0, 0]]
