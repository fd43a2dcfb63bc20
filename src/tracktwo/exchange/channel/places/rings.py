"""Areas as rings of longitude and latitude, cut where they cross the antimeridian, and joined again.

Source: RFC 7946, 3.1.6 (rings go against the clock) and 3.1.9 (nothing crosses the antimeridian).
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from tracktwo._typing import Floats
from tracktwo.channel.sphere import Position
from tracktwo.errors import InputError
from tracktwo.exchange.channel.turning import is_clockwise
from tracktwo.locale import english

Point = tuple[float, float]
"""Longitude and latitude, in degrees."""
Ring = list[Point]
_DECIMALS = 7
_EDGE = 180.0


def rings_of(corners: Sequence[Position]) -> list[Ring]:
    """Closed rings against the clock that together are the area, one unless the antimeridian cuts it.

    >>> len(rings_of([Position(0, 179), Position(0, -179), Position(2, 180)]))
    2
    """
    ordered = list(reversed(corners)) if is_clockwise(corners) else list(corners)
    points = _unrolled(ordered)
    turned = round((points[-1][0] - points[0][0]) / 360)
    if turned:
        return [_closed(_around_pole(points, turned))]
    return [_closed(ring) for ring in _cut(points[:-1])]


def corners_of(rings: Sequence[Sequence[Point]]) -> tuple[Position, ...]:
    """The corners of an area from its rings, in order; `InputError` where they do not join to one.

    Edges along the antimeridian are where an area was cut: the rings are joined across them. A corner
    there that lies on the arc between its neighbours came from the cut, and goes.
    """
    opened = [list(ring[:-1]) for ring in rings]
    is_cut = len(opened) > 1 or any(abs(y) == 90 for ring in opened for _, y in ring)
    points = _joined(opened) if is_cut else opened[0]
    positions = [Position(y, x if x > -_EDGE else _EDGE) for x, y in points]
    return tuple(_without_cuts(positions) if is_cut else positions)


def _unrolled(corners: Sequence[Position]) -> Ring:
    """Corners whose longitudes go on beyond 180, the first once more at the end; the least is -180 to 180."""
    points = [(corners[0].longitude, corners[0].latitude)]
    for corner in (*corners[1:], corners[0]):
        step = (corner.longitude - points[-1][0] + 180) % 360 - 180
        points.append((points[-1][0] + step, corner.latitude))
    turns = (min(x for x, _ in points) + 180) // 360
    return [(round(x - 360 * turns, 9), y) for x, y in points]


def _cut(points: Ring) -> list[Ring]:
    """The parts of a ring west and east of the antimeridian; the ring itself where all is on one side."""
    with_crossings = _with_crossings(points)
    rings = []
    for side in (-1, 1):
        chains = _chains(with_crossings, side)
        if chains is None:
            rings.append(with_crossings)
            continue
        while chains:
            rings.append(_ring_from(chains, side))
    return [[(x - 360, y) for x, y in ring] if max(ring)[0] > _EDGE else ring for ring in rings]


def _with_crossings(points: Ring) -> Ring:
    found: Ring = []
    for one, other in pairwise([*points, points[0]]):
        found.append(one)
        if (one[0] - _EDGE) * (other[0] - _EDGE) < 0:
            found.append((_EDGE, _latitude_of_crossing(one, other)))
    return found


def _latitude_of_crossing(one: Point, other: Point) -> float:
    """Where the arc between two points crosses the meridian of 180 degrees."""
    a, b = (Position(y, (x + 180) % 360 - 180).vector for x, y in (one, other))
    share = a[1] / (a[1] - b[1])
    x, y, z = (a + (b - a) * share).tolist()
    return float(np.degrees(np.arctan2(z, np.hypot(x, y))))


def _chains(points: Ring, side: int) -> list[Ring] | None:
    """Runs of points on a side, each from edge to edge; None where all are there, none where none is."""
    beyond = [(x - _EDGE) * side > 0 for x, _ in points]
    if not any(beyond):
        return []
    away = [(_EDGE - x) * side > 0 for x, _ in points]
    if not any(away):
        return None
    first = away.index(True)
    turned = points[first:] + points[:first]
    chains: list[Ring] = []
    run: Ring = []
    for point in (*turned, turned[0]):
        if (point[0] - _EDGE) * side >= 0:
            run.append(point)
            continue
        if any(x != _EDGE for x, _ in run):
            chains.append(run)
        run = []
    return [part for chain in chains for part in _parted(chain)]


def _parted(chain: Ring) -> list[Ring]:
    """A chain that touches the edge on its way is several."""
    places = [n for n, (x, _) in enumerate(chain) if x == _EDGE]
    parts = [chain[a : b + 1] for a, b in pairwise(places)]
    return [part for part in parts if any(x != _EDGE for x, _ in part)]


def _ring_from(chains: list[Ring], side: int) -> Ring:
    """Take chains that belong to one ring: from the end of one along the edge to the next that begins.

    West of the edge a ring against the clock goes north along it, east of it south.
    """
    ring = chains.pop(0)
    start = ring[0][1]
    while True:
        north = -side
        end = ring[-1][1]
        ahead = [
            (north * (one[0][1] - end), n)
            for n, one in enumerate(chains)
            if north * (one[0][1] - end) >= 0
        ]
        own = north * (start - end)
        if not ahead or 0 <= own <= min(ahead)[0]:
            return ring
        ring = ring + chains.pop(min(ahead)[1])


def _around_pole(points: Ring, turned: int) -> Ring:
    """A ring around a pole goes along the antimeridian up to it and back."""
    east = points if turned > 0 else points[::-1]
    step = next(n for n, (one, other) in enumerate(pairwise(east)) if one[0] < _EDGE <= other[0])
    latitude = (
        _latitude_of_crossing(east[step], east[step + 1])
        if east[step + 1][0] != _EDGE
        else east[step + 1][1]
    )
    before = [(x - 360, y) for x, y in east[step + 1 : -1] if x != _EDGE]
    way = [(-_EDGE, latitude), *before, *east[: step + 1], (_EDGE, latitude)]
    if turned > 0:
        return [*way, (_EDGE, 90.0), (-_EDGE, 90.0)]
    return [*reversed(way), (-_EDGE, -90.0), (_EDGE, -90.0)]


def _closed(ring: Ring) -> Ring:
    rounded = [(round(x, _DECIMALS), round(y, _DECIMALS)) for x, y in ring]
    return [*rounded, rounded[0]]


def _joined(rings: Sequence[Ring]) -> Ring:
    """One ring out of several that meet along the antimeridian."""
    follows: dict[Point, Point] = {}
    for ring in rings:
        for one, other in pairwise([*ring, ring[0]]):
            if abs(one[0]) == abs(other[0]) == _EDGE:
                continue
            if _met(one) in follows:
                raise InputError(_no_area())
            follows[_met(one)] = _met(other)
    joined = [next(iter(follows), (0.0, 0.0))]
    while (ahead := follows.pop(joined[-1], None)) is not None and ahead != joined[0]:
        joined.append(ahead)
    if follows or len(joined) < 3:
        raise InputError(_no_area())
    return joined


def _met(point: Point) -> Point:
    """A point of the antimeridian by one name, whichever side it was written on."""
    return (_EDGE, point[1]) if abs(point[0]) == _EDGE else point


def _without_cuts(positions: list[Position]) -> list[Position]:
    kept = list(positions)
    for one in positions:
        if one.longitude == _EDGE and len(kept) > 3:
            place = kept.index(one)
            neighbours = kept[place - 1].vector, kept[(place + 1) % len(kept)].vector
            if abs(_aside(one.vector, *neighbours)) < 1e-8:
                kept.remove(one)
    return kept


def _aside(point: Floats, start: Floats, end: Floats) -> float:
    """How far a point is from the great circle through two others, in radians."""
    pole = np.cross(start, end)
    return float(point @ pole / np.linalg.norm(pole))


def _no_area() -> str:
    return english("the parts of an area do not join along the antimeridian; draw it as one")
