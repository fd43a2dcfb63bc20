"""A circle on the sphere as a polygon, for programs that know no circles."""

import numpy as np

from tracktwo.channel.sphere import Circle, Position

CORNERS = 64


def around(circle: Circle) -> list[Position]:
    """Corners on the circle, against the clock from the north.

    >>> len(around(Circle(Position(21.5, 113.75), 10)))
    64
    """
    centre, radius = circle.cap
    east = np.cross([0.0, 0.0, 1.0], centre)
    if np.linalg.norm(east) < 1e-12:
        east = np.array([0.0, 1.0, 0.0])
    east /= np.linalg.norm(east)
    north = np.cross(centre, east)
    turn = -2 * np.pi * np.arange(CORNERS)[:, None] / CORNERS
    places = np.cos(radius) * centre + np.sin(radius) * (np.cos(turn) * north + np.sin(turn) * east)
    up = np.degrees(np.arctan2(places[:, 2], np.hypot(places[:, 0], places[:, 1])))
    round_ = np.degrees(np.arctan2(places[:, 1], places[:, 0]))
    return [Position(a, b) for a, b in zip(up.tolist(), round_.tolist(), strict=True)]
