import uuid

import pytest

from tracktwo_web.events.models import Event
from tracktwo_web.influence.domain.answers import CannotBe, Meanwhile
from tracktwo_web.influence.domain.drawing import (
    add_concept,
    add_link,
    next_code,
    place_concept,
    remove_concept,
    remove_link,
    set_concept,
    set_link,
)
from tracktwo_web.influence.models import Concept, Link, Place


def test_each_change_is_an_edition_that_the_maps_own_room_hears_of(nato):
    changed = add_concept(nato, {"en": " Fear  of war "}, kind="perception")

    concept = Concept.objects.get()
    assert (changed.edition, concept.edition) == (1, 1)
    assert (concept.code, concept.texts, concept.kind) == (
        "nato-1",
        {"en": "Fear of war"},
        "perception",
    )
    event = Event.objects.latest("id")
    assert (event.channel, event.kind) == (nato.id.hex, "map")
    assert event.data == {"map": str(nato.id), "edition": 1}


def test_concept_added_twice_under_one_id_is_there_once(nato):
    id_ = uuid.uuid4()

    first = add_concept(nato, {"en": "Fear"}, id_=id_)
    again = add_concept(nato, {"en": "Fear"}, id_=id_)

    assert Concept.objects.count() == 1
    assert again.edition == first.edition


def test_concept_without_a_name_is_refused(nato):
    with pytest.raises(CannotBe, match="A concept needs a name"):
        add_concept(nato, {"en": "  "})


def test_codes_go_on_from_the_highest(nato):
    add_concept(nato, {"en": "One"}, code="nato-9")

    assert next_code(nato) == "nato-10"


def test_texts_in_other_languages_stay_where_one_is_changed(nato):
    concept = add_concept(nato, {"en": "Fear", "fr": "Peur"}).concepts[0]

    set_concept(nato, concept.id, seen=concept.edition, texts={"en": "Worry"})

    concept.refresh_from_db()
    assert concept.texts == {"en": "Worry", "fr": "Peur"}


def test_who_changes_what_somebody_has_changed_since_is_told_how_it_stands(nato):
    concept = add_concept(nato, {"en": "Fear"}).concepts[0]
    set_concept(nato, concept.id, seen=concept.edition, texts={"en": "Worry"})

    with pytest.raises(Meanwhile) as caught:
        set_concept(nato, concept.id, seen=concept.edition, texts={"en": "Dread"})

    assert caught.value.now.texts == {"en": "Worry"}
    assert Concept.objects.get().texts == {"en": "Worry"}


def test_shared_concept_cannot_be_changed_on_a_sides_map_but_placed(concept, nato, joint):
    shared = concept("Fear")
    place_concept(joint, shared.id, (0.1, 0.2))

    with pytest.raises(Meanwhile):
        set_concept(nato, shared.id, seen=shared.edition, texts={"en": "Worry"})
    place_concept(nato, shared.id, (3.0, -1.0))

    assert {(one.map_id, one.x, one.y) for one in Place.objects.all()} == {
        (joint.id, 0.1, 0.2),
        (nato.id, 1.0, 0.0),
    }


def test_link_with_all_that_is_said_of_it(concept, nato):
    one, other = concept("Drills"), concept("Fear")

    add_link(
        nato,
        one.id,
        other.id,
        weight=0.7,
        low=0.5,
        high=0.9,
        delay="days",
        confidence=0.8,
        evidence=" a ",
    )

    link = Link.objects.get()
    assert (link.weight, link.low, link.high) == (0.7, 0.5, 0.9)
    assert (link.delay, link.confidence, link.evidence) == ("days", 0.8, "a")


@pytest.mark.parametrize(
    "said",
    [
        {"weight": 1.5},
        {"weight": float("nan")},
        {"weight": None},
        {"weight": "strong"},
        {"weight": 0.5, "low": 0.6},
        {"weight": 0.5, "high": 0.4},
        {"weight": 0.5, "confidence": 80},
    ],
)
def test_link_that_cannot_be_meant_is_refused_and_nothing_is_kept(concept, nato, said):
    one, other = concept("Drills"), concept("Fear")

    with pytest.raises(CannotBe):
        add_link(nato, one.id, other.id, **said)

    assert not Link.objects.exists()
    nato.refresh_from_db()
    assert nato.edition == 0


def test_link_drawn_meanwhile_by_somebody_else_is_shown_and_not_drawn_twice(concept, nato):
    one, other = concept("Drills"), concept("Fear")
    there = add_link(nato, one.id, other.id, weight=0.7).links[0]

    with pytest.raises(Meanwhile) as caught:
        add_link(nato, one.id, other.id, weight=0.1)

    assert caught.value.now == there
    assert Link.objects.get().weight == 0.7


def test_link_to_a_concept_of_another_sides_map_cannot_be_drawn(concept, nato, china):
    theirs, shared = concept("Secret", on=china), concept("Fear")

    with pytest.raises(Meanwhile):
        add_link(nato, theirs.id, shared.id, weight=0.5)


def test_changed_link_keeps_what_nothing_is_said_of(concept, nato):
    one, other = concept("Drills"), concept("Fear")
    link = add_link(nato, one.id, other.id, weight=0.7, delay="days").links[0]

    set_link(nato, link.id, seen=link.edition, weight=-0.2)

    link.refresh_from_db()
    assert (link.weight, link.delay) == (-0.2, "days")


def test_removed_concept_takes_its_links_along(concept, nato):
    mine, shared = concept("Mine", on=nato), concept("Fear")
    link = add_link(nato, mine.id, shared.id, weight=0.5).links[0]

    changed = remove_concept(nato, mine.id, seen=mine.edition)

    assert set(changed.removed) == {mine.id, link.id}
    assert list(Concept.objects.all()) == [shared]


def test_shared_concept_that_a_side_has_linked_stays(concept, joint, nato):
    one, other = concept("Drills"), concept("Fear")
    add_link(nato, one.id, other.id, weight=0.5)

    with pytest.raises(CannotBe, match="Another map draws links to this concept"):
        remove_concept(joint, one.id, seen=one.edition)


def test_removed_link_is_gone_for_whoever_comes_second(concept, nato):
    one, other = concept("Drills"), concept("Fear")
    link = add_link(nato, one.id, other.id, weight=0.5).links[0]
    remove_link(nato, link.id, seen=link.edition)

    with pytest.raises(Meanwhile) as caught:
        remove_link(nato, link.id, seen=link.edition)

    assert caught.value.now is None


def test_no_row_tells_who_drew_or_when():
    for model in (Concept, Link, Place):
        columns = {one.name for one in model._meta.fields}
        assert not columns & {
            "seat",
            "author",
            "by",
            "user",
            "key",
            "created_at",
            "changed_at",
            "at",
        }
