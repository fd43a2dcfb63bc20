import pytest

from tracktwo.errors import InputError, OptionError
from tracktwo.influence import Concept, InfluenceMap, Link
from tracktwo.influence.compare import LinkCompared, align, compare, over_all_links

CONCEPTS = tuple(Concept(one) for one in "abcd")


def drawn(*links):
    return InfluenceMap(CONCEPTS, tuple(Link(*link) for link in links))


def test_every_link_of_either_map_is_told_apart():
    one = drawn(
        ("a", "b", 0.5), ("b", "c", 0.7), ("c", "d", -0.2), ("d", "a", 0.0), ("a", "d", 0.0)
    )
    other = drawn(
        ("b", "c", 0.1), ("c", "d", 0.4), ("d", "a", 0.3), ("d", "b", 0.6), ("a", "d", 0.0)
    )

    found = compare(one, other)

    assert found.links == (
        LinkCompared("a", "b", 0.5, None, "only_one"),
        LinkCompared("b", "c", 0.7, 0.1, "both"),
        LinkCompared("c", "d", -0.2, 0.4, "opposite"),
        LinkCompared("d", "a", 0.0, 0.3, "denied"),
        LinkCompared("a", "d", 0.0, 0.0, "both"),
        LinkCompared("d", "b", None, 0.6, "only_other"),
    )
    assert found.share_unlike == pytest.approx(4 / 6)
    assert found.mean_difference == pytest.approx((0.5 + 0.6 + 0.6 + 0.3 + 0 + 0.6) / 6)
    assert found.share_opposite == pytest.approx(1 / 4)


def test_equal_maps_are_at_no_distance_and_empty_ones_at_none_that_is_known():
    one = drawn(("a", "b", 0.5))

    assert (compare(one, one).share_unlike, compare(one, one).mean_difference) == (0, 0)
    assert compare(drawn(), drawn()).share_unlike is None


def test_concepts_are_matched_by_id_and_by_what_people_confirmed():
    other = InfluenceMap((Concept("menace"), Concept("b")), (Link("menace", "b", 0.3),))

    one, aligned = align(drawn(("a", "b", 0.5)), other, same={"menace": "a"})

    assert one.ids == aligned.ids == ("a", "b", "c", "d")
    assert aligned.links == (Link("a", "b", 0.3),)
    assert compare(one, aligned).links == (LinkCompared("a", "b", 0.5, 0.3, "both"),)


@pytest.mark.parametrize(
    ("same", "error", "message"),
    [
        ({"fear": "a"}, OptionError, "fear=a: there is no concept 'fear' on that map"),
        ({"menace": "z"}, OptionError, "menace=z: there is no concept 'z' on that map"),
        (
            {"menace": "b"},
            InputError,
            "'menace' cannot mean 'b': the other map has a concept 'b' of its own",
        ),
        (
            {"menace": "a", "b": "a"},
            InputError,
            "two concepts of one map would become one; check which are the same",
        ),
    ],
)
def test_matches_that_cannot_be_meant_are_refused(same, error, message):
    other = InfluenceMap((Concept("menace"), Concept("b")))

    with pytest.raises(error) as caught:
        align(drawn(), other, same=same)

    assert str(caught.value) == message


def test_networks_of_both_share_their_links():
    one, other = over_all_links(drawn(("a", "b", 0.5)), drawn(("c", "a", 0.2)))

    assert (one.source.tolist(), one.target.tolist()) == ([2, 0], [0, 1])
    assert (one.weight.tolist(), other.weight.tolist()) == ([0, 0.5], [0.2, 0])
    assert (one.source == other.source).all()
