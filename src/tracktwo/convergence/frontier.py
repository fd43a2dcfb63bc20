"""Which of many points no other point beats: at least as good for everybody and better for one."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from tracktwo._typing import Flags, Longs

Points = NDArray[Any]
"""Whole or floating numbers, a row a point and a column a party; more is better."""

BUCKETS = 4096


def frontier(points: Points) -> Longs:
    """Places of the points that no other beats, once each, the first party's best first.

    Two parties: a sort and a running maximum, O(n log n) (Kung, Luccio & Preparata 1975). More: the
    point with the largest sum is never beaten; what it beats is dropped, and so on.

    >>> frontier(np.array([[1, 5], [2, 5], [4, 1], [4, 1], [3, 0]])).tolist()
    [2, 1]
    """
    kept = np.arange(len(points))
    if not len(points):
        return kept
    if points.shape[1] == 2:
        kept = kept[_may_be_best(points)]
        found = kept[_two(points[kept])]
    else:
        found = kept[_many(points)]
    return np.asarray(found[np.lexsort(-points[found].T[::-1])])


def _may_be_best(points: Points) -> Flags:
    """All but points that one in a higher bucket of the first party beats: far fewer to sort."""
    first, second = np.ascontiguousarray(points.T)
    low, high = first.min(), first.max()
    if low == high:
        return np.asarray(second == second.max())
    bucket = ((first - low) * ((BUCKETS - 1) / (high - low))).astype(np.int32)
    best = np.full(BUCKETS + 1, second.min())
    np.maximum.at(best, bucket, second)
    above = np.maximum.accumulate(best[::-1])[::-1][1:]
    return np.asarray((second > above[bucket]) | (bucket == bucket.max()))


def _two(points: Points) -> Longs:
    order = np.lexsort((-points[:, 1], -points[:, 0]))
    second = points[order, 1]
    before = np.concatenate(([second.min() - 1], np.maximum.accumulate(second)[:-1]))
    return np.asarray(order[second > before])


def _many(points: Points) -> Longs:
    # Sorted by the sum, then by party, ties in the order given: the first left is never beaten.
    left = np.lexsort((*(-points.T[::-1]), -points.sum(axis=1)))
    columns = [np.ascontiguousarray(column) for column in points[left].T]
    found = []
    while len(left):
        found.append(left[0])
        kept = np.logical_or.reduce([column > column[0] for column in columns])
        left, columns = left[kept], [column[kept] for column in columns]
    return np.array(found)
