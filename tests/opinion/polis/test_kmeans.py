import numpy as np
import pytest

from tracktwo.opinion.polis.kmeans import first_distinct, k_means, mean_silhouette


def column(*values: float) -> np.ndarray:
    return np.array(values, np.float64)[:, None]


def test_k_means_of_hand_computed_example():
    # Centres 0 and 1 take {0} and {1, 9, 11}, move to 0 and 7, then take {0, 1} and {9, 11},
    # move to .5 and 10, and stay.
    points = column(0, 1, 9, 11)

    label, centers = k_means(points, points[:2], weights=np.ones(4), rounds=20)

    assert label.tolist() == [0, 0, 1, 1]
    assert centers.tolist() == [[0.5], [10]]


def test_k_means_stops_after_one_turn_more_than_the_rounds():
    points = column(0, 1, 9, 11)

    label, centers = k_means(points, points[:2], weights=np.ones(4), rounds=0)

    assert label.tolist() == [0, 1, 1, 1]
    assert centers.tolist() == [[0], [7]]


def test_weights_move_the_centers():
    points = column(0, 1, 9, 11)

    _, centers = k_means(points, points[:2], weights=np.array([3, 1, 1, 3]), rounds=20)

    assert centers.tolist() == [[0.25], [10.5]]


def test_center_without_points_is_dropped():
    label, centers = k_means(column(0, 4), column(0, 100, 4), weights=np.ones(2), rounds=5)

    assert label.tolist() == [0, 1]
    assert centers.tolist() == [[0], [4]]


def test_first_distinct_keeps_the_order_of_first_appearance():
    points = np.array([[2.0, 0], [2.0, 0], [1.0, 5], [2.0, 0], [1.0, 4]])

    assert first_distinct(points, 9).tolist() == [[2, 0], [1, 5], [1, 4]]
    assert first_distinct(points, 2).tolist() == [[2, 0], [1, 5]]


def test_silhouette_of_hand_computed_example():
    # 0: a = 1, b = 9; 1: a = 1, b = 8; 9 stands alone and counts 0.
    score = mean_silhouette(column(0, 1, 9), np.array([0, 0, 1]))

    assert score == pytest.approx((8 / 9 + 7 / 8 + 0) / 3)


def test_silhouette_takes_the_nearest_of_the_other_clusters():
    # 0 and 2: a = 2. From 0 the others are 3 (at 3) and 9.5; from 2 they are 1 and 7.5.
    # From 9 and 10: a = 1; nearest other is 3, then {0, 2} at 8 and 9: b = 6 and 7.
    score = mean_silhouette(column(0, 2, 3, 9, 10), np.array([0, 0, 1, 2, 2]))

    assert score == pytest.approx(((3 - 2) / 3 + (1 - 2) / 2 + 0 + 5 / 6 + 6 / 7) / 5)


def test_silhouette_of_one_cluster_is_zero():
    assert mean_silhouette(column(0, 1), np.array([0, 0])) == 0


def test_silhouette_of_points_in_one_place_is_zero():
    assert mean_silhouette(column(1, 1, 1, 1), np.array([0, 0, 1, 1])) == 0
