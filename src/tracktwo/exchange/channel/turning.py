"""In which direction an area's corners are listed, and where the list begins."""

from collections.abc import Sequence

import numpy as np

from tracktwo._typing import Floats
from tracktwo.channel.sphere import Position


def is_clockwise(corners: Sequence[Position]) -> bool:
    """Whether corners go around as the hands of a clock, seen from above.

    >>> is_clockwise([Position(1, 0), Position(1, 1), Position(0, 1)])
    True
    """
    return _turn(np.array([one.vector for one in corners])) < 0


def clockwise_from_north_west(corners: Sequence[Position]) -> list[int]:
    """The places of corners in the order that warnings list them: clockwise from the north-west one.

    Source: IMO MSC.1/Circ.1310, 6, element 6. North-west is the corner farthest in that direction from
    the middle; of several, the first that was given.

    >>> clockwise_from_north_west([Position(0, 0), Position(0, 1), Position(1, 1), Position(1, 0)])
    [3, 2, 1, 0]
    """
    vectors = np.array([one.vector for one in corners])
    places = list(range(len(corners)))
    if _turn(vectors) > 0:
        places.reverse()
    first = places.index(_north_west(vectors))
    return places[first:] + places[:first]


def _turn(vectors: Floats) -> float:
    """Above 0 where corners go against the clock: twice the area as it is seen from far above."""
    middle = vectors.mean(axis=0)
    return float((np.cross(vectors, np.roll(vectors, -1, axis=0)) @ middle).sum())


def _north_west(vectors: Floats) -> int:
    middle = vectors.mean(axis=0)
    east = np.cross([0.0, 0.0, 1.0], middle)
    if np.linalg.norm(east) < 1e-12:
        east = np.array([0.0, 1.0, 0.0])  # over a pole every direction is as good
    north = np.cross(middle, east)
    size = np.linalg.norm([east, north], axis=1)
    reach = vectors @ (north / size[1] - east / size[0])
    return int(np.flatnonzero(reach > reach.max() - 1e-9)[0])
