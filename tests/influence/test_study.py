import pytest

from tests.influence.drawn import two_sides
from tracktwo.errors import OptionError
from tracktwo.influence import Concept, InfluenceMap, Link
from tracktwo.influence.dynamics import Dynamics
from tracktwo.influence.study import TOP, Options, study

FOUND = study(two_sides(), Options(members=200))


def test_every_link_has_its_leverage_on_every_risk_strongest_first():
    assert FOUND.risks == ("c2", "c3", "c4")
    for risk in FOUND.risks:
        of_risk = [abs(one.value) for one in FOUND.levers if one.risk == risk]
        assert len(of_risk) == len(FOUND.drawn.links)
        assert of_risk == sorted(of_risk, reverse=True)


def test_links_in_the_top_of_the_ensemble_add_up_to_the_top():
    for risk in FOUND.risks:
        assert sum(one.p_top for one in FOUND.levers if one.risk == risk) == pytest.approx(TOP)


def test_only_the_first_levers_tell_what_cutting_does():
    of_risk = [one.cut for one in FOUND.levers if one.risk == "c2"]

    assert [cut is not None for cut in of_risk] == [True] * TOP + [False] * (len(of_risk) - TOP)


def test_effects_have_intervals_that_the_ensemble_gives():
    assert [(one.measure, one.risk) for one in FOUND.effects] == [
        (measure, risk) for measure in ("c0", "c1") for risk in ("c2", "c3", "c4")
    ]
    assert all(one.low <= one.high for one in FOUND.effects)
    for one in FOUND.effects:
        if one.high < 0:
            assert one.lowers >= 0.95


def test_one_expert_without_ranges_leaves_nothing_to_vary():
    one = InfluenceMap(
        (Concept("a", kind="measure"), Concept("b", kind="risk")), (Link("a", "b", -0.5),)
    )

    found = study(one)

    assert [(lever.p_top, round(lever.value, 3)) for lever in found.levers] == [(None, 0.0)]
    assert [(effect.low, effect.high, effect.lowers) for effect in found.effects] == [
        (None, None, None)
    ]
    assert study(one, Options(spread=0.2)).effects[0].low < -0.1


@pytest.mark.parametrize(
    ("kinds", "risks"), [(("risk", ""), ("a",)), (("", ""), ("b",)), (("risk", "risk"), ("a", "b"))]
)
def test_risks_are_those_named_so_or_where_influence_ends(kinds, risks):
    concepts = tuple(Concept(name, kind=kind) for name, kind in zip("ab", kinds, strict=True))

    assert study(InfluenceMap(concepts, (Link("a", "b", 0.5),))).risks == risks


def test_function_that_jumps_gives_states_and_loops_but_no_leverage():
    found = study(two_sides(), Options(dynamics=Dynamics.of("kosko", "step:0.5"), members=50))

    assert (found.levers, found.concept_levers) == ((), {})
    assert set(found.states.values()) <= {0.0, 1.0}
    assert found.reinforcing.spirals


def test_map_without_concepts_is_refused():
    with pytest.raises(OptionError, match="the map has no concepts"):
        study(InfluenceMap(()))


def test_risk_that_is_not_on_the_map_is_refused():
    with pytest.raises(OptionError, match="there is no concept 'c99' on the map"):
        study(two_sides(), Options(risks=("c99",)))


def test_map_without_ends_asks_about_what_most_links_lead_to():
    """Twenty concepts in a ring, of which the odd ones have a second link to them."""
    ids = [f"c{n}" for n in range(20)]
    ring = [Link(ids[n - 1], ids[n], 0.5) for n in range(20)]
    more = [Link(ids[n - 3], ids[n], 0.5) for n in range(1, 20, 2)]

    found = study(InfluenceMap(tuple(map(Concept, ids)), (*ring, *more)))

    assert found.risks == ("c0", "c1", "c2", *(f"c{n}" for n in range(3, 20, 2)))


def test_risk_named_twice_is_asked_about_once():
    assert study(two_sides(), Options(members=0, risks=("c2", "c2"))).risks == ("c2",)


def test_map_that_is_tipping_over_has_no_levers():
    """Under clipping a concept that adds all of itself to itself keeps whatever value it has."""
    pair = InfluenceMap((Concept("a"), Concept("b")), (Link("a", "b", 0.0),))

    found = study(pair, Options(dynamics=Dynamics.of("mkosko", "clip"), start={"b": 0.5}))

    assert (found.run.outcome, found.states["b"], found.levers) == ("settled", 0.5, ())
