"""The part of the plane that a chart shows: around all its marks, with room at the edges."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Flags, Floats
from tracktwo.channel.picture.mark import Where
from tracktwo.channel.picture.outlines import outlines_of
from tracktwo.channel.picture.plane import Plane, position_of
from tracktwo.channel.sphere import Position
from tracktwo.channel.sphere.arcs import NM_IN_RADIAN

WIDTH = 960.0
TALLEST, FLATTEST = 0.8, 0.5
"""Heights of a chart as parts of its width."""
ROOM = 1.2
"""How much wider a chart is than what it shows."""
NARROWEST = 20 / NM_IN_RADIAN
"""Width below which no chart goes, in radians."""
_COARSE = 0.05


@dataclass(frozen=True)
class Frame:
    """A plane, how many units of the drawing a radian of it is, and how high the drawing is."""

    plane: Plane
    scale: float
    height: float
    width: float = WIDTH

    def drawn(self, points: Floats) -> Floats:
        """Unit vectors (n, 3) as places on the drawing, (n, 2): x to the right, y down."""
        return self.plane.drawn(points) * (self.scale, -self.scale) + (
            self.width / 2,
            self.height / 2,
        )

    def found(self, places: Floats) -> Floats:
        """The unit vectors of places on the drawing."""
        off = places - (self.width / 2, self.height / 2)
        return self.plane.found(off / (self.scale, -self.scale))

    def holds(self, places: Floats) -> Flags:
        """Which places lie on the drawing."""
        return np.asarray(((places >= 0) & (places <= (self.width, self.height))).all(axis=1))


def frame_of(places: Sequence[Where]) -> Frame:
    """The frame around some places; around the origin of all coordinates where there are none."""
    points, _ = outlines_of(places, _COARSE)
    plane = Plane(position_of(points.sum(axis=0)) if _has_middle(points) else _first(places))
    for _ in range(3):  # each time nearer to the middle of what is drawn
        drawn = plane.drawn(points) if len(points) else np.zeros((1, 2))
        low, high = drawn.min(axis=0), drawn.max(axis=0)
        plane = Plane(position_of(plane.found((low + high)[None] / 2)[0]))
    drawn = plane.drawn(points) if len(points) else np.zeros((1, 2))
    across, up = np.maximum(ROOM * 2 * np.abs(drawn).max(axis=0), 1e-9).tolist()
    shape = min(max(up / across, FLATTEST), TALLEST)
    widest = max(across, up / shape, NARROWEST)
    return Frame(plane, WIDTH / widest, WIDTH * shape)


def _has_middle(points: Floats) -> bool:
    return len(points) > 0 and float(np.linalg.norm(points.mean(axis=0))) > 0.05


def _first(places: Sequence[Where]) -> Position:
    points, _ = outlines_of(places[:1], _COARSE)
    return position_of(points[0]) if len(points) else Position(0, 0)
