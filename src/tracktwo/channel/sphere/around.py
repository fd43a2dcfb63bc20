"""Points in plain numbers: for the few corners of one area these are faster than arrays."""

from collections.abc import Sequence
from itertools import pairwise
from math import atan2, hypot, pi

Point = Sequence[float]
_APART = 1e-9
"""Radians of a turn under which nothing is taken for sure."""


def goes_around(centre: Point, corners: Sequence[Point]) -> bool:
    """Whether corners, seen from a centre, go around it once in one direction, never half around at once.

    Then no two edges cross: each lies in a slice of its own. False says nothing. The corners lie within
    a quarter of the Earth from the centre.

    >>> square = [(1, 0.1, 0), (1, 0, 0.1), (1, -0.1, 0), (1, 0, -0.1)]
    >>> goes_around((1, 0, 0), square), goes_around((1, 0, 0), [square[n] for n in (0, 2, 1, 3)])
    (True, False)
    """
    aside, over = _axes(centre)
    seen = [atan2(_dot(over, one), _dot(aside, one)) for one in corners]
    turns = [(after - before) % (2 * pi) for before, after in pairwise([*seen, seen[0]])]
    back = [2 * pi - one for one in turns]
    return any(
        all(_APART < one < pi - _APART for one in way) and sum(way) < 3 * pi
        for way in (turns, back)
    )


def _axes(centre: Point) -> tuple[Point, Point]:
    """Two directions on the plane that touches the sphere at a centre, at right angles."""
    axis = [0.0, 0.0, 0.0]
    axis[min(range(3), key=lambda n: abs(centre[n]))] = 1.0
    aside = _cross(centre, axis)
    size = hypot(*aside)
    aside = [one / size for one in aside]
    return aside, _cross(centre, aside)


def _dot(one: Point, other: Point) -> float:
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]


def _cross(one: Point, other: Point) -> list[float]:
    return [
        one[1] * other[2] - one[2] * other[1],
        one[2] * other[0] - one[0] * other[2],
        one[0] * other[1] - one[1] * other[0],
    ]
