"""How far two areas are from each other: nothing where they meet."""

from tracktwo._typing import Floats
from tracktwo.channel.sphere.arcs import NM_IN_RADIAN, angle, cross_each_other, from_arc
from tracktwo.channel.sphere.areas import Area, Circle, Polygon


def separation(a: Area, b: Area) -> float:
    """The least distance between two areas in nautical miles; 0 where they overlap or touch.

    Two arcs that do not cross are nearest at an end of one of them: along an arc the distance from
    another great circle rises from where they cross to 90 degrees from there, and falls again.

    >>> from tracktwo.channel.sphere.position import Position
    >>> here = Circle(Position(0, 0), 10)
    >>> round(separation(here, Circle(Position(0, 1), 20)), 6)
    30.0
    """
    if isinstance(a, Circle):
        return max(0.0, _from_point(b, a.cap[0]) * NM_IN_RADIAN - a.radius)
    if isinstance(b, Circle):
        return separation(b, a)
    if a.hold(b.vectors).any() or b.hold(a.vectors).any():
        return 0.0
    (a1, a2), (b1, b2) = a.edges, b.edges
    if cross_each_other(a1[:, None], a2[:, None], b1, b2).any():
        return 0.0
    nearest = min(
        float(from_arc(a1[:, None], b1, b2).min()), float(from_arc(b1[:, None], a1, a2).min())
    )
    return nearest * NM_IN_RADIAN


def _from_point(area: Area, point: Floats) -> float:
    """The angle from a point to the nearest place of an area, 0 inside it."""
    if isinstance(area, Circle):
        centre, radius = area.cap
        return max(0.0, float(angle(centre, point)) - radius)
    if isinstance(area, Polygon) and area.hold(point[None])[0]:
        return 0.0
    start, end = area.edges
    return float(from_arc(point, start, end).min())
