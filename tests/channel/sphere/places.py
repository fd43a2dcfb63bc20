"""Positions and areas drawn by Hypothesis, and turning the sphere under them."""

from math import cos, pi, sin

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from tracktwo.channel.sphere import Circle, Polygon, Position
from tracktwo.errors import InputError

positions = st.builds(Position, st.floats(-90, 90), st.floats(-180, 180))


def position_of(vector: np.ndarray) -> Position:
    x, y, z = vector / np.linalg.norm(vector)
    return Position(
        float(np.degrees(np.arctan2(z, np.hypot(x, y)))), float(np.degrees(np.arctan2(y, x)))
    )


def away(centre: Position, bearing: float, miles: float) -> Position:
    """Where one comes from a position on a bearing (radians) after some miles."""
    there, arc = centre.vector, miles / 60 * pi / 180
    east = np.cross([0, 0, 1], there)
    east = east / np.linalg.norm(east) if np.linalg.norm(east) > 1e-9 else np.array([0.0, 1, 0])
    north = np.cross(there, east)
    course = cos(bearing) * north + sin(bearing) * east
    return position_of(cos(arc) * there + sin(arc) * course)


@st.composite
def stars(draw, most: float = 600) -> Polygon:
    """Polygons of three to eight corners seen in order from a place inside."""
    centre = draw(st.builds(Position, st.floats(-89, 89), st.floats(-180, 180)))
    n = draw(st.integers(3, 8))
    miles = draw(st.lists(st.floats(most / 20, most), min_size=n, max_size=n))
    corners = [away(centre, 2 * pi * k / n + 0.1, far) for k, far in enumerate(miles)]
    try:
        return Polygon(tuple(corners))
    except InputError:
        assume(False)
        raise


circles = st.builds(Circle, positions, st.floats(0, 600))
areas = st.one_of(circles, stars())


def turning(axis: Position, by: float) -> np.ndarray:
    """The rotation about an axis, (3, 3) (Rodrigues)."""
    x, y, z = axis.vector
    across = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.eye(3) + sin(by) * across + (1 - cos(by)) * across @ across


def turned(area: Circle | Polygon, rotation: np.ndarray) -> Circle | Polygon:
    if isinstance(area, Circle):
        return Circle(position_of(rotation @ area.centre.vector), area.radius)
    return Polygon(tuple(position_of(rotation @ one.vector) for one in area.corners))


def rim(area: Circle | Polygon, looks: int = 400) -> np.ndarray:
    """Points along the rim as unit vectors, close together."""
    if isinstance(area, Circle):
        turns = np.linspace(0, 2 * pi, looks, endpoint=False)
        return np.array([away(area.centre, turn, area.radius).vector for turn in turns])
    start, end = area.edges
    shares = np.linspace(0, 1, looks)[:, None, None]
    points = ((1 - shares) * start + shares * end).reshape(-1, 3)
    return points / np.linalg.norm(points, axis=1, keepdims=True)
