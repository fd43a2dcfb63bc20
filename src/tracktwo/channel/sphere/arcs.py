"""Points of the sphere as unit vectors, and arcs of great circles between them."""

import numpy as np

from tracktwo._typing import Flags, Floats

NM_IN_RADIAN = 60 * 180 / np.pi
"""Nautical miles along an arc of one radian: a minute of arc is a mile."""


def unit(latitude: Floats, longitude: Floats) -> Floats:
    """Unit vectors of positions in degrees, (..., 3).

    >>> unit(np.array(0.0), np.array(90.0)).round(12).tolist()
    [0.0, 1.0, 0.0]
    """
    up, round_ = np.radians(latitude), np.radians(longitude)
    return np.stack([np.cos(up) * np.cos(round_), np.cos(up) * np.sin(round_), np.sin(up)], axis=-1)


def cross(a: Floats, b: Floats) -> Floats:
    """Cross products of vectors (..., 3): numpy's own takes ten times as long for a handful of them.

    >>> cross(np.array([1.0, 0, 0]), np.array([0, 1.0, 0])).tolist()
    [0.0, 0.0, 1.0]
    """
    x, y, z = a[..., 0], a[..., 1], a[..., 2]
    u, v, w = b[..., 0], b[..., 1], b[..., 2]
    first = y * w - z * v
    out = np.empty((*first.shape, 3))
    out[..., 0] = first
    out[..., 1] = z * u - x * w
    out[..., 2] = x * v - y * u
    return out


def angle(a: Floats, b: Floats) -> Floats:
    """Angles between unit vectors (..., 3) in radians: right for the smallest and for opposite ones."""
    crossed = cross(a, b)
    return np.asarray(np.arctan2(np.sqrt((crossed * crossed).sum(axis=-1)), (a * b).sum(axis=-1)))


def from_arc(point: Floats, start: Floats, end: Floats) -> Floats:
    """The angle from points to the nearest place of arcs, each (..., 3); arcs are under half a circle.

    The nearest place is the foot on the great circle where that lies within the arc, else an end.
    """
    pole = cross(start, end)
    size = np.linalg.norm(pole, axis=-1, keepdims=True)
    pole = np.divide(pole, size, out=np.zeros_like(pole), where=size > 0)
    beyond_start = (cross(pole, start) * point).sum(axis=-1) >= 0
    before_end = (cross(end, pole) * point).sum(axis=-1) >= 0
    has_foot = beyond_start & before_end & (size[..., 0] > 0)
    foot = np.arcsin(np.clip(np.abs((pole * point).sum(axis=-1)), 0, 1))
    ends = np.minimum(angle(point, start), angle(point, end))
    return np.where(has_foot, foot, ends)


def cross_each_other(a: Floats, b: Floats, c: Floats, d: Floats) -> Flags:
    """Whether arcs a-b and c-d, ends (..., 3), cross within both; arcs that only touch do not.

    Each arc's ends must lie on different sides of the other's great circle, and on the same half of
    the sphere.
    """

    def turn(p: Floats, q: Floats, r: Floats) -> Floats:
        return np.asarray((cross(p, q) * r).sum(axis=-1))

    first, second = turn(a, b, c), turn(a, b, d)
    third, fourth = turn(c, d, a), turn(c, d, b)
    return np.asarray((first * second < 0) & (third * fourth < 0) & (first * third < 0))
