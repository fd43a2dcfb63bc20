import pytest

from tracktwo.errors import InputError
from tracktwo.influence import Concept, InfluenceMap, Link

A, B = Concept("a"), Concept("b")


@pytest.mark.parametrize(
    ("links", "message"),
    [
        ((Link("a", "c", 0.5),), "a -> c: concept 'c' is not known; add it to the concepts"),
        ((Link("a", "b", 1.5),), "a -> b: weights and their ranges lie in -1..1"),
        ((Link("a", "b", -1.5),), "a -> b: weights and their ranges lie in -1..1"),
        ((Link("a", "b", float("nan")),), "a -> b: weights and their ranges lie in -1..1"),
        ((Link("a", "b", 0.5, 0.6, 0.9),), "a -> b: weight 0.5 lies outside its range [0.6, 0.9]"),
        ((Link("a", "b", 0.5, 0.9, 0.6),), "a -> b: weight 0.5 lies outside its range [0.9, 0.6]"),
        (
            (Link("a", "b", 0.5, delay="soon"),),
            "a -> b: delay 'soon' is not known; write days, weeks, months, years",
        ),
        ((Link("a", "b", 0.5, confidence=80),), "a -> b: confidence 80 lies outside 0..1"),
        (
            (Link("a", "b", 0.5), Link("a", "b", 0.5)),
            "a -> b is judged twice by the same hand; keep one",
        ),
        (
            (Link("a", "b", 0.5, expert="e", side="n"), Link("a", "b", 0.1, expert="e", side="n")),
            "a -> b is judged twice by e of n; keep one",
        ),
    ],
)
def test_judgement_that_cannot_be_meant_is_refused(links, message):
    with pytest.raises(InputError) as caught:
        InfluenceMap((A, B), links)

    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("concepts", "message"),
    [
        ((A, A), "concept 'a' appears twice; ids must differ"),
        ((Concept(" "),), "a concept has no id"),
        (
            (Concept("a", kind="fear"),),
            (
                "concept 'a': kind 'fear' is not known; write perception, action, narrative, "
                "capability, risk, measure, driver"
            ),
        ),
    ],
)
def test_concept_that_cannot_be_meant_is_refused(concepts, message):
    with pytest.raises(InputError) as caught:
        InfluenceMap(concepts)

    assert str(caught.value) == message


def test_same_link_may_be_judged_by_several_experts_and_by_namesakes_of_two_sides():
    links = (
        Link("a", "b", 0.5, expert="e1", side="n"),
        Link("a", "b", 0.5, expert="e2", side="n"),
        Link("a", "b", 0.5, expert="e1", side="c"),
    )

    drawn = InfluenceMap((A, B), links)

    assert (drawn.has_one_link_a_pair, drawn.sides) == (False, ("n", "c"))
    assert drawn.judges == (("n", "e1"), ("n", "e2"), ("c", "e1"))
    assert drawn.of_side("c").links == links[2:]


def test_link_drawn_as_zero_is_there_and_one_not_drawn_is_not():
    drawn = InfluenceMap((A, B), (Link("a", "b", 0.0),))

    assert [link.ends for link in drawn.links] == [("a", "b")]
