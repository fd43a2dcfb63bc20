"""Routes as lines of longitude and latitude, cut where they cross the antimeridian, and joined again.

Source: RFC 7946, 3.1.9 (nothing crosses the antimeridian).
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from tracktwo.channel.sphere import Position
from tracktwo.errors import InputError
from tracktwo.locale import english

Point = tuple[float, float]
"""Longitude and latitude, in degrees."""
_EDGE = 180.0
_DECIMALS = 7
_ASIDE = 1e-8
"""Radians by which what a cut put in may be beside the arc."""


def lines_of(points: Sequence[Position]) -> list[list[Point]]:
    """The lines that together are a route, one unless the antimeridian cuts it.

    >>> lines_of([Position(0.0, 179.0), Position(0.0, -179.0)])
    [[(179.0, 0.0), (180.0, 0.0)], [(-180.0, 0.0), (-179.0, 0.0)]]
    """
    lines = [[_point(points[0])]]
    for one, other in pairwise(points):
        if _crosses(one, other):
            edge, latitude = np.copysign(_EDGE, one.longitude), _latitude_of_crossing(one, other)
            lines[-1].append((float(edge), latitude))
            lines.append([(float(-edge), latitude)])
        lines[-1].append(_point(other))
    return lines


def points_of(lines: Sequence[Sequence[Point]]) -> tuple[Position, ...]:
    """The positions of a route from its lines; `InputError` where one does not begin where another ends."""
    points = [Position(y, x) for x, y in lines[0]]
    for line in lines[1:]:
        first, *rest = (Position(y, x) for x, y in line)
        last = points[-1]
        if (
            not rest
            or abs(first.longitude) != _EDGE
            or first != Position(last.latitude, -last.longitude)
        ):
            raise InputError(
                english("the parts of a route do not join along the antimeridian; draw it as one")
            )
        if len(points) > 1 and _is_between(last, points[-2], rest[0]):
            points.pop()
        points += rest
    return tuple(points)


def _crosses(one: Position, other: Position) -> bool:
    """Whether the shorter way leads over the antimeridian, and neither end lies on it."""
    ends = abs(one.longitude), abs(other.longitude)
    return abs(one.longitude - other.longitude) > _EDGE and _EDGE not in ends


def _latitude_of_crossing(one: Position, other: Position) -> float:
    a, b = one.vector, other.vector
    x, y, z = (a + (b - a) * (a[1] / (a[1] - b[1]))).tolist()
    return round(float(np.degrees(np.arctan2(z, np.hypot(x, y)))), _DECIMALS)


def _is_between(point: Position, start: Position, end: Position) -> bool:
    pole = np.cross(start.vector, end.vector)
    return abs(float(point.vector @ pole)) < _ASIDE * float(np.linalg.norm(pole))


def _point(position: Position) -> Point:
    return round(position.longitude, _DECIMALS), round(position.latitude, _DECIMALS)
