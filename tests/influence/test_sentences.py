"""What a study says in words, where every word depends on what was found."""

from dataclasses import replace

import pytest

from tracktwo.influence import Concept, Dynamics, InfluenceMap, Link, Options, find_spirals, study
from tracktwo.influence.sentences import (
    dispute_sentences,
    effect_sentence,
    lever_sentence,
    settling_sentence,
    spiral_sentence,
)
from tracktwo.influence.study import Effect, LinkLeverage
from tracktwo.locale import translator

EN = translator("en")
PAIR = InfluenceMap(
    (Concept("hotline", kind="measure"), Concept("incident", {"en": "An incident"}, kind="risk")),
    (Link("hotline", "incident", -0.8),),
)
RING = InfluenceMap(
    tuple(map(Concept, "abc")), (Link("a", "b", 1), Link("b", "c", -1), Link("c", "a", -1))
)
MUTUAL = InfluenceMap(tuple(map(Concept, "ab")), (Link("a", "b", 1), Link("b", "a", 1)))


@pytest.mark.parametrize(
    ("value", "low", "high", "sentence"),
    [
        (None, None, None, "With “hotline” the map does not come to rest, so that nothing is said about “An incident”."),
        (-0.19, None, None, "“hotline” lowers “An incident” by 19.0 points of 100."),
        (0.04, None, None, "“hotline” raises “An incident” by 4.0 points of 100."),
        (-0.19, -0.25, -0.1, "“hotline” lowers “An incident” by 19.0 points of 100 (between 10.0 and 25.0)."),
        (0.04, 0.01, 0.1, "“hotline” raises “An incident” by 4.0 points of 100 (between 1.0 and 10.0)."),
        (-0.19, -0.25, 0.1, "Whether “hotline” lowers or raises “An incident” depends on whom one asks: from −25.0 to +10.0 points of 100."),
    ],
)  # fmt: skip
def test_effect_says_which_way_and_how_sure(value, low, high, sentence) -> None:
    effect = Effect("hotline", "incident", value, low, high, None)

    assert effect_sentence(effect, PAIR, EN) == sentence


@pytest.mark.parametrize(
    ("links", "sentence"),
    [
        ((Link("a", "a", 0.5),), "“a” strengthens itself."),
        ((Link("a", "b", -0.5), Link("b", "a", -0.5)), "“a” weakens “b”, which weakens “a” again."),
        (RING.links, "“a” strengthens “b”, which weakens “c”, which weakens “a” again."),
    ],
)
def test_spiral_is_told_round_to_where_it_began(links, sentence) -> None:
    drawn = replace(RING, links=links)

    assert spiral_sentence(find_spirals(drawn).spirals[0], drawn, EN) == sentence


@pytest.mark.parametrize(
    ("drawn", "dynamics", "sentence"),
    [
        (PAIR, Dynamics(), "The map comes to rest, and it is proven that it does so at the same place from wherever it starts."),
        (MUTUAL, Dynamics.of("kosko", "step:0.5"), "The map comes to rest. It is not proven that it could not come to rest elsewhere too; try it from many starts."),
        (RING, Dynamics.of("kosko", "trivalent"), "The map does not come to rest: it repeats itself every 3 steps."),
    ],
)  # fmt: skip
def test_rest_and_its_proof_are_told_apart(drawn, dynamics, sentence) -> None:
    found = study(drawn, Options(dynamics=dynamics, start={"b": -1} if drawn is RING else {}))

    assert settling_sentence(found, EN) == sentence


@pytest.mark.parametrize(
    ("cut", "p_top", "sentence"),
    [
        (-0.08, None, "“An incident”: without the link “hotline” → “An incident” it would be lower by 8.0 points of 100."),
        (0.08, 1.0, "“An incident”: without the link “hotline” → “An incident” it would be higher by 8.0 points of 100."),
        (0.08, 0.4, "“An incident”: without the link “hotline” → “An incident” it would be higher by 8.0 points of 100. Only in 40% of maps as other experts might have drawn them is that link among the 5 that matter most."),
    ],
)  # fmt: skip
def test_lever_says_how_sure_its_rank_is(cut, p_top, sentence) -> None:
    lever = LinkLeverage("incident", "hotline", "incident", -0.2, p_top, cut)

    assert lever_sentence(lever, study(PAIR), EN) == sentence


def test_only_links_with_both_signs_are_disputed() -> None:
    concepts = tuple(map(Concept, "abc"))
    judged = (("a", "b", (0.5, -0.5, -0.2)), ("b", "c", (0.5, 0.4, 0.0)))
    links = tuple(
        Link(source, target, weight, expert=f"e{number}")
        for source, target, weights in judged
        for number, weight in enumerate(weights)
    )

    told = dispute_sentences(study(InfluenceMap(concepts, links), Options(members=10)), EN)

    assert told == ["“a” → “b”: it strengthens to 1 of those who drew it, and weakens to 2."]


def test_hostile_texts_lose_what_steers_a_terminal() -> None:
    drawn = replace(
        PAIR, concepts=(PAIR.concepts[0], Concept("incident", {"en": "\x1b[31mred\u202e"}))
    )

    told = effect_sentence(Effect("hotline", "incident", -0.1, None, None, None), drawn, EN)

    assert "\x1b" not in told
    assert "\u202e" not in told
