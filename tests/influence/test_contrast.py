import pytest

from tests.influence.drawn import two_sides
from tracktwo.influence import Concept, InfluenceMap, Link, Options, contrast, study
from tracktwo.influence.contrast import Reason, merged

DRAWN = two_sides()
ONE, OTHER = DRAWN.of_side("a"), DRAWN.of_side("b")
FOUND = contrast(ONE, OTHER, names=("a", "b"))


def test_effects_are_those_each_side_and_both_would_find_alone():
    alone = [
        {(one.measure, one.risk): one.value for one in study(drawn, Options(members=0)).effects}
        for drawn in (ONE, OTHER, DRAWN)
    ]

    for row in FOUND.consequences:
        told = (row.one, row.other, row.merged)
        assert told == pytest.approx(tuple(of[row.measure, row.risk] for of in alone), abs=1e-8)


def test_reasons_and_the_rest_add_up_to_the_difference():
    assert len(FOUND.consequences) == 2 * 3
    for row in FOUND.consequences:
        parts = sum(reason.part for reason in row.because) + row.rest
        assert row.difference == pytest.approx(parts)
        assert row.difference == pytest.approx(row.one - row.other, abs=1e-8)
        sizes = [abs(reason.part) for reason in row.because]
        assert sizes == sorted(sizes, reverse=True)


def test_measure_that_only_one_side_knows_does_nothing_under_the_other():
    concepts = (Concept("hotline", kind="measure"), Concept("incident", kind="risk"))
    knows = InfluenceMap(concepts, (Link("hotline", "incident", -0.8),))
    does_not = InfluenceMap(concepts[1:])

    found = contrast(knows, does_not).consequences[0]

    assert (round(found.one, 3), found.other, found.is_disputed) == (-0.19, 0.0, False)
    assert found.because == (Reason("hotline", "incident", pytest.approx(found.one)),)
    assert found.rest == pytest.approx(0, abs=1e-9)


def test_maps_without_names_of_sides_merge_as_two_sides_of_equal_weight():
    concepts = (Concept("a"), Concept("b"))
    two = tuple(Link("a", "b", 0.9, expert=expert) for expert in ("x", "y"))

    both = merged(InfluenceMap(concepts, two), InfluenceMap(concepts, (Link("a", "b", 0.1),)))

    from tracktwo.influence import pool

    assert pool(both).drawn.links[0].weight == pytest.approx(0.5)


def test_two_rounds_of_the_same_experts_are_compared():
    concepts = (Concept("a"), Concept("b"))
    first, second = (
        InfluenceMap(concepts, (Link("a", "b", weight, expert="x", side="n"),))
        for weight in (0.9, -0.1)
    )

    both = merged(first, second, names=("spring", "autumn"))

    assert both.judges == (("n", "x (spring)"), ("n", "x (autumn)"))
    assert contrast(first, second, names=("spring", "autumn")).comparison.share_opposite == 1
