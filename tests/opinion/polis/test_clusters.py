import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.opinion.conversations import matrix_of
from tracktwo.opinion import adjusted_rand
from tracktwo.opinion.polis import OUTSIDE, in_conversation, polis_groups, two_level_clusters
from tracktwo.opinion.polis.kmeans import k_means, mean_silhouette

NO = float("nan")

AGREEMENT = {
    "25ptpt-3gp-no-strict-with-meta": 0.63,
    "50ptpt-3gp-strict-no-meta": 1.00,
    "above-100-ptpts": 0.93,
}
"""Adjusted Rand index with Polis's groups, which also depend on when Polis looked."""

TABLES = hnp.arrays(
    np.float32,
    st.tuples(st.integers(1, 40), st.integers(1, 8)),
    elements=st.sampled_from([-1.0, 0.0, 1.0, NO]),
)


def test_groups_from_a_cold_start_are_as_many_as_in_polis(blob):
    labels = polis_groups(
        blob.matrix, zeroed=blob.zeroed, order=blob.order_of_first_votes, inside=blob.inside
    )

    assert labels.max() == blob.labels.max()
    assert (labels >= 0).tolist() == blob.inside.tolist()


def test_groups_from_a_cold_start_agree_with_polis_as_far_as_known(blob):
    labels = polis_groups(
        blob.matrix, zeroed=blob.zeroed, order=blob.order_of_first_votes, inside=blob.inside
    )

    inside = blob.inside
    agreement = adjusted_rand(labels[inside], blob.labels[inside])
    assert round(agreement, 2) == AGREEMENT[blob.name]


def base_clusters(blob):
    """Polis's base clusters: centres, sizes and group of each."""
    base = blob.result["base-clusters"]
    group_of = {
        member: group["id"]
        for group in blob.result["group-clusters"]
        for member in group["members"]
    }
    centers = np.array([base["x"], base["y"]]).T
    return centers, np.array(base["count"]), np.array([group_of[one] for one in base["id"]])


def test_groups_of_polis_are_where_our_k_means_stops(blob):
    centers, sizes, group = base_clusters(blob)
    starts = np.array([one["center"] for one in blob.result["group-clusters"]])

    label, found = k_means(centers, starts, weights=sizes, rounds=20)

    assert label.tolist() == group.tolist()
    np.testing.assert_allclose(found, starts, atol=0.01)


def camps(*centers: tuple[float, float], size: int = 30, spread: float = 0.2) -> np.ndarray:
    random = np.random.default_rng(5)
    return np.concatenate([random.normal(center, spread, (size, 2)) for center in centers])


@pytest.mark.parametrize("k", [2, 3, 4, 5])
def test_clearly_separate_camps_are_found_when_each_has_one_of_the_first_people(k):
    angle = 2 * np.pi * np.arange(k) / k
    points = camps(*zip(3 * np.cos(angle), 3 * np.sin(angle), strict=True))
    in_turn = np.arange(30 * k).reshape(k, 30).T.ravel()

    found = two_level_clusters(points[in_turn])

    assert found.labels.tolist() == list(range(k)) * 30


def test_up_to_a_hundred_different_points_are_their_own_base_clusters():
    points = camps((0, 0), size=60)

    found = two_level_clusters(np.concatenate([points, points]))

    assert found.base.tolist() == [*range(60), *range(60)]
    np.testing.assert_allclose(found.base_centers, points)
    assert found.base_sizes.tolist() == [2] * 60


def test_more_points_share_a_hundred_base_clusters():
    found = two_level_clusters(camps((0, 0), (3, 0), size=300))

    assert len(found.base_centers) == 100
    assert found.base_sizes.sum() == 600


@pytest.mark.parametrize(
    ("points", "tried"), [(11, [2]), (12, [2, 3]), (24, [2, 3, 4]), (90, [2, 3, 4, 5])]
)
def test_one_more_group_is_tried_for_every_twelve_base_clusters(points, tried):
    found = two_level_clusters(camps((0, 0), size=points))

    assert list(found.silhouettes) == tried


def test_groups_chosen_have_the_best_silhouette():
    found = two_level_clusters(camps((0, 0), (2, 0), (1, 2), size=20))

    best = max(found.silhouettes, key=found.silhouettes.__getitem__)
    group_of_base = found.labels[np.unique(found.base, return_index=True)[1]]
    assert found.n_groups == best
    assert mean_silhouette(found.base_centers, group_of_base) == found.silhouettes[best]


def test_no_more_groups_than_allowed_are_made():
    found = two_level_clusters(camps((0, 0), (9, 0), (0, 9), (9, 9)), max_groups=2)

    assert list(found.silhouettes) == [2]


def test_people_in_one_place_are_one_group():
    found = two_level_clusters(np.ones((5, 2)))

    assert found.labels.tolist() == [0] * 5


def test_nobody_is_in_no_group():
    found = two_level_clusters(np.zeros((0, 2)))

    assert found.n_groups == 0
    assert polis_groups(matrix_of(np.full((2, 3), NO))).tolist() == [OUTSIDE] * 2


def test_mirrored_map_has_the_same_clusters():
    points = camps((0, 0), (2, 0), (1, 2), size=50)

    assert (two_level_clusters(points * [-1, 1]).labels == two_level_clusters(points).labels).all()


def test_groups_are_numbered_by_their_first_member_in_the_order_given():
    table = np.array([[1.0, 1], [-1, -1], [1, 1], [-1, -1]])

    forwards, backwards = (
        polis_groups(matrix_of(table), order=order)
        for order in (np.arange(4), np.arange(3, -1, -1))
    )

    assert forwards.tolist() == [0, 1, 0, 1]
    assert backwards.tolist() == [1, 0, 1, 0]


def test_outside_the_conversation_is_outside_the_groups():
    table = np.full((17, 8), NO)
    table[:8], table[8:16], table[16, 0] = 1, -1, 1

    labels = polis_groups(matrix_of(table))

    assert (labels >= 0).tolist() == in_conversation(matrix_of(table)).tolist()
    assert labels[16] == OUTSIDE


@given(TABLES, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_same_votes_give_the_same_groups_whatever_the_order_of_participants(table, random):
    order = list(range(len(table)))
    random.shuffle(order)

    labels = polis_groups(matrix_of(table))
    shuffled = polis_groups(matrix_of(table[order]))

    assert shuffled.tolist() == labels[order].tolist()


def test_real_votes_give_the_same_groups_whatever_the_order_of_participants(blob):
    order = np.random.default_rng(0).permutation(blob.result["n"])
    matrix, shuffled = blob.matrix, blob.matrix.rows(order)

    labels = polis_groups(matrix, zeroed=blob.zeroed)
    again = polis_groups(shuffled, zeroed=blob.zeroed)

    assert again.tolist() == labels[order].tolist()
