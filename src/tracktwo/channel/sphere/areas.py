"""Areas: circles and polygons on the sphere, none larger than a quarter of the way around it."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations
from math import asin, dist, hypot

import numpy as np

from tracktwo._typing import Flags, Floats, Longs
from tracktwo.channel.sphere.arcs import NM_IN_RADIAN, cross, cross_each_other, from_arc
from tracktwo.channel.sphere.around import goes_around
from tracktwo.channel.sphere.position import Position
from tracktwo.errors import InputError
from tracktwo.locale import english

WIDEST = np.pi / 4
"""Radius of the smallest cap an area may fill, in radians: 2700 miles. No activity is wider."""


@dataclass(frozen=True, eq=True)
class Circle:
    """All within `radius` nautical miles of a centre; a radius of 0 is a point."""

    centre: Position
    radius: float

    def __post_init__(self) -> None:
        if not 0 <= self.radius <= WIDEST * NM_IN_RADIAN:
            raise InputError(
                english(
                    "a circle has a radius of {radius} nautical miles; it must be 0 to 2700",
                    radius=self.radius,
                )
            )

    @cached_property
    def cap(self) -> tuple[Floats, float]:
        """The cap that it is: the centre as a unit vector, and the radius in radians."""
        return self.centre.vector, self.radius / NM_IN_RADIAN


@dataclass(frozen=True, eq=True)
class Polygon:
    """The inside of three corners or more, joined by arcs of great circles, in either direction.

    `InputError` where arcs cross each other, or corners are the same or too far apart.

    >>> p = Polygon((Position(0, 179), Position(0, -179), Position(2, 180)))
    >>> p.holds(Position(0.5, -180)), p.holds(Position(0.5, 0))
    (True, False)
    """

    corners: tuple[Position, ...]

    def __post_init__(self) -> None:
        if len(self.corners) < 3:
            raise InputError(
                english("an area has {n} corners; give three or more", n=len(self.corners))
            )
        self._require_size()
        # Most areas are drawn around their middle: those need no look at every pair of edges.
        if goes_around(self.cap[0].tolist(), self._points):
            return
        if len(set(map(tuple, self.vectors.round(12).tolist()))) < len(self.corners):
            raise InputError(english("two corners of an area are the same; leave one out"))
        if crossing := self._crossing:
            raise InputError(
                english(
                    "the edges from corner {one} and from corner {other} cross; list the corners in order around the area",
                    one=crossing[0] + 1,
                    other=crossing[1] + 1,
                )
            )

    def _require_size(self) -> None:
        if self.cap[1] > WIDEST:
            raise InputError(
                english("an area is wider than 5400 nautical miles; cut it into smaller ones")
            )

    @cached_property
    def vectors(self) -> Floats:
        """The corners as unit vectors, (n, 3)."""
        return np.array(self._points)

    @cached_property
    def _points(self) -> list[tuple[float, float, float]]:
        return [one.point for one in self.corners]

    @cached_property
    def edges(self) -> tuple[Floats, Floats]:
        """Where edges start and end, (n, 3) each."""
        return self.vectors, np.concatenate([self.vectors[1:], self.vectors[:1]])

    @cached_property
    def cap(self) -> tuple[Floats, float]:
        """A cap that holds all of it: centre as a unit vector, radius in radians."""
        points = self._points
        middle = [sum(along) / len(points) for along in zip(*points, strict=True)]
        size = hypot(*middle)
        if size < 1e-9:
            return self.vectors[0], float(np.pi)
        centre = [one / size for one in middle]
        # Of chords the longest is found as exactly as the widest angle, and sooner.
        return np.array(centre), 2 * asin(min(1.0, max(dist(centre, one) for one in points) / 2))

    def holds(self, position: Position) -> bool:
        """Whether a position lies inside or on an edge."""
        return bool(self.hold(position.vector[None])[0])

    def hold(self, points: Floats) -> Flags:
        """Which of some unit vectors (p, 3) lie inside or on an edge, (p,).

        Seen from the centre of the Earth and drawn on the plane that touches the cap's centre
        (gnomonic projection), arcs are straight lines, so the rule of the plane holds: a ray to the
        outside crosses an odd number of edges.
        """
        start, end = self.edges
        inside = np.zeros(len(points), bool)
        here = points @ self.cap[0] > 1e-9
        x, y = self._drawn(points[here])
        (x1, y1), (x2, y2) = self._drawn(start), self._drawn(end)
        straddles = (y1 > y[:, None]) != (y2 > y[:, None])
        slope = np.divide(x2 - x1, y2 - y1, out=np.zeros_like(x1), where=y1 != y2)
        left_of = x[:, None] < x1 + (y[:, None] - y1) * slope
        inside[here] = (straddles & left_of).sum(axis=1) % 2 == 1
        on_edge = from_arc(points[:, None], start[None], end[None]).min(axis=1) < 1e-12
        return np.asarray(inside | on_edge)

    def _drawn(self, points: Floats) -> tuple[Floats, Floats]:
        centre = self.cap[0]
        aside = cross(centre, np.eye(3)[np.abs(centre).argmin()])
        aside /= np.linalg.norm(aside)
        depth = points @ centre
        return points @ aside / depth, points @ cross(centre, aside) / depth

    @cached_property
    def _crossing(self) -> tuple[int, int] | None:
        """The first two edges that cross; those that follow each other share a corner and no more."""
        start, end = self.edges
        first, second = _apart(len(start))
        if not len(first):
            return None
        crossing = cross_each_other(start[first], end[first], start[second], end[second])
        found = np.flatnonzero(crossing)
        return (int(first[found[0]]), int(second[found[0]])) if len(found) else None


@lru_cache(maxsize=64)
def _apart(n: int) -> tuple[Longs, Longs]:
    """Pairs of edges of a polygon of n corners that share no corner."""
    pairs = [(i, j) for i, j in combinations(range(n), 2) if 1 < j - i < n - 1]
    return np.array([i for i, _ in pairs], int), np.array([j for _, j in pairs], int)


Area = Circle | Polygon
