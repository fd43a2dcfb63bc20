import numpy as np
import pytest

from tests.influence.drawn import two_sides
from tracktwo.errors import OptionError
from tracktwo.influence import Concept, InfluenceMap, Link, Network
from tracktwo.influence.pool import Support, pool, resample

CONCEPTS = (Concept("a"), Concept("b"), Concept("c"))


def judged(*links):
    return InfluenceMap(CONCEPTS, links)


def test_absences_are_not_averaged_in_as_zeros_and_zeros_are():
    drawn = judged(
        Link("a", "b", 0.8, expert="x"),
        Link("b", "c", 0.6, expert="x"),
        Link("b", "c", 0.0, expert="y"),
    )

    pooled = pool(drawn)

    assert [link.weight for link in pooled.drawn.links] == [0.8, 0.3]
    assert pooled.support == (Support(2, 1, 1, 0, 0), Support(2, 2, 1, 0, 1))


def test_signs_that_differ_are_kept_as_a_dispute():
    pooled = pool(judged(Link("a", "b", 0.8, expert="x"), Link("a", "b", -0.4, expert="y")))

    assert pooled.support[0].is_disputed
    assert pooled.drawn.links[0] == Link("a", "b", pytest.approx(0.2), -0.4, 0.8)


def test_sides_weigh_the_same_however_many_experts_they_sent():
    many = [Link("a", "b", 0.9, expert=f"n{i}", side="n") for i in range(4)]

    pooled = pool(judged(*many, Link("a", "b", -0.1, expert="c1", side="c")))

    assert pooled.drawn.links[0].weight == pytest.approx(0.4)


def test_sides_weigh_the_same_on_a_link_however_many_of_their_experts_drew_it():
    links = [
        *(Link("a", "b", 0.9, expert=f"n{i}", side="n") for i in range(5)),
        *(Link("b", "c", 0.2, expert=f"c{i}", side="c") for i in range(5)),
        Link("a", "b", -0.1, expert="c0", side="c"),
    ]
    drawn = judged(*links)

    many = resample(drawn, members=50)

    assert pool(drawn).drawn.links[0].weight == pytest.approx(0.4)
    assert many.weight[0] == pytest.approx(np.full(50, 0.4))


def test_links_that_few_drew_are_left_out_where_asked():
    drawn = judged(
        Link("a", "b", 0.5, expert="x"),
        Link("a", "b", 0.5, expert="y"),
        Link("b", "c", 0.5, expert="x"),
    )

    assert [link.ends for link in pool(drawn, least_share=0.6).drawn.links] == [("a", "b")]
    with pytest.raises(OptionError, match=r"the least share of experts is 60; it lies in 0\.\.1"):
        pool(drawn, least_share=60)


def test_delay_is_the_middle_one_and_ranges_reach_as_far_as_anybody_goes():
    pooled = pool(
        judged(
            Link("a", "b", 0.5, 0.2, 0.6, delay="days", confidence=0.5, expert="x"),
            Link("a", "b", 0.7, expert="y", delay="years", confidence=1.0),
            Link("a", "b", 0.6, expert="z", delay="weeks"),
        )
    )

    assert pooled.drawn.links[0] == Link(
        "a", "b", pytest.approx(0.6), 0.2, 0.7, delay="weeks", confidence=0.75
    )


def test_members_have_the_links_of_the_pooled_map_and_average_to_it():
    drawn = two_sides()
    network = Network.of_map(pool(drawn).drawn)

    many = resample(drawn, members=20_000)

    assert (many.source == network.source).all()
    assert (many.target == network.target).all()
    one_judge = np.ptp(many.weight, axis=1) == 0
    assert np.allclose(many.weight[one_judge, 0], network.weight[one_judge])
    assert np.abs(many.weight.mean(axis=1) - network.weight).max() < 0.05


def test_judgements_of_one_expert_stay_together():
    drawn = judged(
        *(Link(*ends, 0.9, expert="x") for ends in (("a", "b"), ("b", "c"))),
        *(Link(*ends, 0.1, expert="y") for ends in (("a", "b"), ("b", "c"))),
    )

    many = resample(drawn, members=500)

    assert many.weight[0] == pytest.approx(many.weight[1], abs=1e-12)
    assert many.weight[0].std() == pytest.approx(0.8 / np.sqrt(12), rel=0.1)


def test_ranges_are_triangles_that_peak_at_the_weight():
    many = resample(judged(Link("a", "b", 0.6, 0.0, 0.9)), members=100_000)

    assert 0.0 <= many.weight.min() < many.weight.max() <= 0.9
    assert many.weight.mean() == pytest.approx((0.0 + 0.6 + 0.9) / 3, abs=2e-3)
    assert (many.weight < 0.6).mean() == pytest.approx(2 / 3, abs=5e-3)


def test_spread_is_for_judgements_without_a_range_and_stays_within_one():
    many = resample(
        judged(Link("a", "b", 0.95), Link("b", "c", 0.5, 0.5, 0.6)), members=1_000, spread=0.2
    )

    assert many.weight[0].min() >= 0.75
    assert many.weight[0].max() <= 1.0
    assert 0.5 <= many.weight[1].min() < many.weight[1].max() <= 0.6


def test_same_seed_draws_the_same_and_another_does_not():
    first, again, other = (resample(two_sides(), members=5, seed=seed) for seed in (1, 1, 2))

    assert (first.weight == again.weight).all()
    assert (first.weight != other.weight).any()


def test_map_without_links_has_members_without_links():
    assert resample(judged(), members=3).weight.shape == (0, 3)
