"""A way through positions, joined by arcs of great circles: a corridor, or where a ship means to go."""

from dataclasses import dataclass

from tracktwo.channel.sphere.position import Position
from tracktwo.errors import InputError
from tracktwo.locale import english


@dataclass(frozen=True, slots=True)
class Route:
    """Two positions or more, in the order in which they are passed.

    >>> len(Route((Position(12, 45), Position(13, 49))).points)
    2
    """

    points: tuple[Position, ...]

    def __post_init__(self) -> None:
        if len(self.points) < 2:
            raise InputError(english("a route has one position; give two or more"))
