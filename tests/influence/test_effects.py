import numpy as np
import pytest

from tests.influence.drawn import two_sides
from tracktwo.influence import Network
from tracktwo.influence.compare import over_all_links
from tracktwo.influence.dynamics import Dynamics
from tracktwo.influence.effects import cuts_of, effects_of, explain
from tracktwo.influence.pool import pool, resample
from tracktwo.influence.run import run
from tracktwo.influence.start import Start, start_of

MEASURES, RISKS = np.array([0, 1]), np.array([2, 3, 4])
DRAWN = two_sides()
ONE, OTHER = over_all_links(*(pool(DRAWN.of_side(side)).drawn for side in "ab"))


def end(network, start):
    return run(network, start.values, held=start.held, eps=1e-14).states[RISKS]


def test_effect_is_the_end_with_the_measure_less_the_end_without():
    found = effects_of(ONE, start_of(DRAWN), measures=MEASURES, risks=RISKS)

    for row, name in enumerate(("c0", "c1")):
        taken = end(ONE, start_of(DRAWN, taken=[name]))
        assert found[row] == pytest.approx(taken - end(ONE, start_of(DRAWN)), abs=1e-8)


def test_effect_of_a_measure_that_is_taken_already_is_measured_from_without_it():
    start = start_of(DRAWN, taken=["c1"])

    found = effects_of(ONE, start, measures=MEASURES[1:], risks=RISKS)

    assert found == pytest.approx(
        effects_of(ONE, start_of(DRAWN), measures=MEASURES[1:], risks=RISKS)
    )


def test_effects_in_an_ensemble_are_those_of_its_members():
    many = resample(DRAWN, members=20)

    found = effects_of(many, start_of(DRAWN), measures=MEASURES, risks=RISKS)

    alone = effects_of(many.member(11), start_of(DRAWN), measures=MEASURES, risks=RISKS)
    assert found.shape == (2, 3, 20)
    assert found[:, :, 11] == pytest.approx(alone, abs=1e-8)


def test_cut_is_the_end_without_the_link_less_the_end_with_it():
    start = start_of(DRAWN)
    links = np.array([3, 8, 20], np.int32)

    found = cuts_of(ONE, start, links=links, risks=RISKS)

    for row, link in enumerate(links):
        weight = ONE.weight.copy()
        weight[link] = 0
        without = Network(ONE.n, ONE.source, ONE.target, weight)
        assert found[row] == pytest.approx(end(without, start) - end(ONE, start), abs=1e-8)


def test_effect_where_nothing_settles_is_not_a_number():
    swap = Network.of_matrix(np.array([[0, 0, 0.1], [0, 0, 1.0], [0, 1.0, 0]]))
    start = Start(np.array([0.0, 1.0, 0.0]), np.array([True, False, False]))

    found = effects_of(
        swap,
        start,
        measures=np.array([0]),
        risks=np.array([1]),
        dynamics=Dynamics.of("kosko", "step:0.5"),
    )

    assert np.isnan(found).all()


@pytest.mark.parametrize("dynamics", [Dynamics(), Dynamics.of("mkosko", "sigmoid:0.6")], ids=str)
def test_parts_of_links_add_up_to_the_whole_difference(dynamics):
    start = start_of(DRAWN)

    found = explain(ONE, OTHER, start, measure=0, risks=RISKS, dynamics=dynamics)

    ends = [
        effects_of(network, start, measures=np.array([0]), risks=RISKS, dynamics=dynamics)[0]
        for network in (ONE, OTHER)
    ]
    assert found.difference == pytest.approx(ends[0] - ends[1], abs=1e-9)
    assert np.abs(found.difference).max() > 1e-3
    assert np.abs(found.rest).max() < 1e-6


def test_only_a_link_that_differs_has_a_part():
    weight = ONE.weight.copy()
    weight[5] = -weight[5]
    other = Network(ONE.n, ONE.source, ONE.target, weight)

    found = explain(ONE, other, start_of(DRAWN), measure=0, risks=RISKS)

    assert np.flatnonzero(np.abs(found.by_link).max(axis=1)).tolist() in ([5], [])
    assert found.by_link[5] == pytest.approx(found.difference, abs=1e-7)


def test_explanation_where_the_function_jumps_has_the_difference_and_no_parts():
    ends = np.array([0], np.int32), np.array([1], np.int32)
    helps, idle = (Network(2, *ends, np.array([weight])) for weight in (0.6, 0.4))
    begun = Start(np.zeros(2), np.array([True, False]))
    dynamics = Dynamics.of("kosko", "step:0.5")

    found = explain(helps, idle, begun, measure=0, risks=np.array([1]), dynamics=dynamics)

    assert found.difference.tolist() == [1.0]
    assert np.isnan(found.by_link).tolist() == [[True]]
