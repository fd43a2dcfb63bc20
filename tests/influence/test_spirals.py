import numpy as np
import pytest

from tracktwo.influence import Concept, InfluenceMap, Link, Network
from tracktwo.influence.dynamics import Dynamics
from tracktwo.influence.run import run
from tracktwo.influence.spirals import Spirals, find_spirals

CONCEPTS = (
    Concept("drills", side="n"),
    Concept("fear", side="c"),
    Concept("deployments", side="c"),
    Concept("press"),
)
DRAWN = InfluenceMap(
    CONCEPTS,
    (
        Link("drills", "fear", 0.9, delay="days"),
        Link("fear", "deployments", 0.8, delay="months"),
        Link("deployments", "drills", 0.5),
        Link("fear", "press", 0.7),
        Link("press", "fear", 0.7),
        Link("press", "deployments", -0.6),
    ),
)


def test_spiral_through_both_sides_with_its_delay_and_its_weakest_link():
    found = find_spirals(DRAWN, across=True)

    spiral = found.spirals[0]
    assert spiral.concepts == ("drills", "fear", "deployments")
    assert spiral.strength == pytest.approx(0.36)
    assert (spiral.slowest, spiral.cut, spiral.sides) == (
        "months",
        ("deployments", "drills"),
        ("n", "c"),
    )
    assert (spiral.proven, found.proven_up_to) == (True, None)


def test_spiral_within_a_side_is_left_out_across():
    assert [one.concepts for one in find_spirals(DRAWN).spirals] == [
        ("fear", "press"),
        ("drills", "fear", "deployments"),
    ]
    assert len(find_spirals(DRAWN, across=True).spirals) == 1


def test_balancing_loop_has_a_negative_sign():
    found = find_spirals(DRAWN, polarity=-1).spirals

    assert [one.concepts for one in found] == [("drills", "fear", "press", "deployments")]


def test_gain_is_what_comes_back_of_a_small_push():
    """The product of the derivatives along the loop, each by a central difference."""
    network = Network.of_map(DRAWN)
    states = run(network, np.ones(4)).states
    matrix, step, product = network.matrix, 1e-6, 1.0
    for one, other in ((0, 1), (1, 2), (2, 0)):
        pushed = states.copy()
        pushed[one] += step
        ends = [1 / (1 + np.exp(-(at @ matrix)[other])) for at in (pushed, states)]
        product *= (ends[0] - ends[1]) / step

    found = find_spirals(DRAWN, across=True, states=states).spirals[0]

    assert found.gain == pytest.approx(product, rel=1e-4)


def test_gain_is_unknown_where_the_function_jumps():
    dynamics = Dynamics.of("kosko", "step:0.5")

    found = find_spirals(DRAWN, states=np.ones(4), dynamics=dynamics).spirals[0]

    assert found.gain is None


def test_map_of_one_side_has_no_spirals_across_and_is_not_searched():
    concepts = tuple(Concept(name, side="n") for name in "abc")
    links = tuple(Link(one, other, 1.0) for one in "abc" for other in "abc")

    found = find_spirals(InfluenceMap(concepts, links), across=True, budget=0)

    assert found == Spirals((), None)
