import pytest

from tracktwo.influence import Concept as Drawn
from tracktwo.influence import InfluenceMap
from tracktwo.influence import Link as DrawnLink
from tracktwo_web.influence.domain.answers import CannotBe
from tracktwo_web.influence.domain.bring_in import BroughtIn, bring_in
from tracktwo_web.influence.domain.drawing import add_concept, add_link
from tracktwo_web.influence.models import Concept, Link

CONCEPTS = (Drawn("fear", {"fr": "Peur"}, "perception", "china"), Drawn("drills"))


def test_new_concepts_and_links_come_and_known_ones_are_met(joint, nato):
    add_concept(joint, {"en": "Drills"}, code="drills")

    came = bring_in(nato, InfluenceMap(CONCEPTS, (DrawnLink("drills", "fear", 0.5, delay="days"),)))

    assert came == BroughtIn(1, 1)
    fear = Concept.objects.get(code="fear")
    assert (fear.map, fear.texts, fear.kind, fear.side.code) == (
        nato,
        {"fr": "Peur"},
        "perception",
        "china",
    )
    assert Link.objects.get().delay == "days"


def test_link_that_is_there_is_changed_to_what_the_file_says(nato):
    one, other = (
        add_concept(nato, {"en": code}, code=code).concepts[0] for code in ("drills", "fear")
    )
    add_link(nato, one.id, other.id, weight=0.1)

    bring_in(nato, InfluenceMap(CONCEPTS, (DrawnLink("drills", "fear", -0.6),)))

    assert Link.objects.get().weight == -0.6


def test_of_several_sides_judgements_the_maps_own_count_and_experts_are_pooled(nato):
    judged = InfluenceMap(
        CONCEPTS,
        (
            DrawnLink("drills", "fear", 0.4, expert="x", side="nato"),
            DrawnLink("drills", "fear", 0.8, expert="y", side="nato"),
            DrawnLink("drills", "fear", -0.9, expert="z", side="china"),
        ),
    )

    bring_in(nato, judged)

    assert Link.objects.get().weight == pytest.approx(0.6)


def test_all_comes_or_nothing(nato):
    too_many = tuple(Drawn(f"c{i}") for i in range(201))

    with pytest.raises(CannotBe):
        bring_in(nato, InfluenceMap(too_many))

    assert not Concept.objects.exists()
