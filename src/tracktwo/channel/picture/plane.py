"""The sphere on a plane: azimuthal and equidistant around a middle, so that no meridian and no pole is special.

Distances and directions from the middle are true. Source: J. P. Snyder, Map Projections: A Working Manual,
U.S. Geological Survey Professional Paper 1395 (1987), chapter 25.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tracktwo._typing import Floats
from tracktwo.channel.sphere import Position

_TINY = 1e-12


@dataclass(frozen=True)
class Plane:
    """The plane that touches the sphere at `middle`; its unit is a radian, north of the middle is up."""

    middle: Position

    @cached_property
    def axes(self) -> tuple[Floats, Floats, Floats]:
        """Outward, east and north at the middle; at a pole, the meridian of Greenwich points down or up."""
        out = self.middle.vector
        round_ = np.radians(self.middle.longitude)
        east = np.array([-np.sin(round_), np.cos(round_), 0.0])
        return out, east, np.cross(out, east)

    def drawn(self, points: Floats) -> Floats:
        """Unit vectors (n, 3) as x to the right and y up, (n, 2), up to pi from the middle; what is opposite lies to the right.

        >>> Plane(Position(0, 179)).drawn(Position(0, -179).vector[None]).round(4).tolist()
        [[0.0349, 0.0]]
        """
        out, east, north = self.axes
        x, y, depth = points @ east, points @ north, points @ out
        aside = np.hypot(x, y)
        angle = np.arctan2(aside, depth)
        stretch = np.divide(angle, aside, out=np.ones_like(aside), where=aside > _TINY)
        is_opposite = (aside <= _TINY) & (depth < 0)
        return np.stack([np.where(is_opposite, np.pi, x * stretch), y * stretch], axis=-1)

    def found(self, drawn: Floats) -> Floats:
        """The unit vectors (n, 3) of places on the plane (n, 2)."""
        out, east, north = self.axes
        far = np.hypot(drawn[:, 0], drawn[:, 1])[:, None]
        shrink = np.sinc(far / np.pi)  # sin(far) / far, and 1 at the middle
        return np.cos(far) * out + shrink * (drawn[:, :1] * east + drawn[:, 1:] * north)


def position_of(point: Floats) -> Position:
    """The position of a unit vector."""
    x, y, z = point.tolist()
    return Position(
        float(np.degrees(np.arctan2(z, np.hypot(x, y)))), float(np.degrees(np.arctan2(y, x)))
    )
