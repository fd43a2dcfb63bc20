"""k-means as Polis runs it: from given starts, with weights, until no centre moves far."""

import numpy as np

from tracktwo._typing import Floats, Longs

STILL = 0.01
"""A centre that moves less than this, in units of the map, has stopped."""


def k_means(
    points: Floats, starts: Floats, *, weights: Floats | Longs, rounds: int
) -> tuple[Longs, Floats]:
    """Assign points to the nearest centre and move centres to the weighted mean, in turns.

    `points` (p, d), `starts` (k, d), `weights` (p,). Stops when all centres moved less than 0.01
    or after `rounds` more turns than one, as Polis counts them. A centre that loses all its points
    is dropped. Returns the cluster of each point (p,) and the centres, at most k, in start order.

    >>> points = np.array([[0.0], [1.0], [9.0], [11.0]])
    >>> k_means(points, points[:2], weights=np.array([1, 1, 1, 3]), rounds=20)
    (array([0, 0, 1, 1]), array([[ 0.5],
           [10.5]]))
    """
    centers = starts
    label = np.zeros(len(points), np.int64)
    for _ in range(rounds + 1):
        label = _nearest(points, centers)
        moved = _means(points, label, weights)
        still = len(moved) == len(centers) and _longest_move(centers, moved) < STILL
        centers = moved
        if still:
            break
    return label, centers


def first_distinct(points: Floats, most: int) -> Floats:
    """The first `most` different points, in the order given.

    >>> first_distinct(np.array([[2.0, 0], [2.0, 0], [1.0, 0], [3.0, 0]]), 2).tolist()
    [[2.0, 0.0], [1.0, 0.0]]
    """
    _, first = np.unique(points, axis=0, return_index=True)
    return points[np.sort(first)[:most]]


def mean_silhouette(points: Floats, label: Longs) -> float:
    """Rousseeuw 1987: mean of (b - a) / max(a, b) over points, 0 for a cluster of one point.

    a: mean distance to the others of the same cluster, b: to the nearest other cluster.

    >>> mean_silhouette(np.array([[0.0], [1.0], [9.0]]), np.array([0, 0, 1])).__round__(3)
    0.588
    """
    from scipy.spatial.distance import cdist

    member = np.eye(label.max() + 1)[label]
    size = member.sum(axis=0)
    summed = cdist(points, points) @ member
    own = (summed * member).sum(axis=1) / np.maximum(size[label] - 1, 1)
    other = np.where(member > 0, np.inf, summed / size).min(axis=1)
    widest = np.maximum(own, other)
    counts = (size[label] > 1) & (widest > 0) & np.isfinite(other)
    return float(np.where(counts, (other - own) / np.where(counts, widest, 1), 0).mean())


def _nearest(points: Floats, centers: Floats) -> Longs:
    """Compressed labels of the nearest centre: a tree, because points may be a hundred thousand."""
    from scipy.spatial import KDTree

    _, nearest = KDTree(centers).query(points)
    is_used = np.bincount(nearest, minlength=len(centers)) > 0
    return np.asarray((np.cumsum(is_used) - 1)[nearest], np.int64)


def _means(points: Floats, label: Longs, weights: Floats | Longs) -> Floats:
    weight = np.bincount(label, weights)
    sums = [np.bincount(label, weights * column) for column in points.T]
    return np.asarray(np.column_stack(sums) / weight[:, None])


def _longest_move(before: Floats, after: Floats) -> float:
    return float(np.linalg.norm(after - before, axis=1).max())
