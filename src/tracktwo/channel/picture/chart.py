"""A chart of marks as values: paths and places on a drawing, for whoever writes them down."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Floats
from tracktwo.channel.picture.frame import Frame, frame_of
from tracktwo.channel.picture.graticule import GridLine, graticule_of
from tracktwo.channel.picture.mark import Where
from tracktwo.channel.picture.outlines import outlines_of
from tracktwo.channel.sphere import Area, Circle, Polygon, Position
from tracktwo.channel.sphere.arcs import NM_IN_RADIAN

_STEPS_ACROSS = 120
"""Steps of an outline across the drawing."""
_SMALLEST = 3.0
"""Units of the drawing: what is smaller is drawn as a point."""
BARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
"""Nautical miles that a bar of the scale may stand for."""


@dataclass(frozen=True)
class Drawn:
    """A mark on the drawing: `path` is its outline (n, 2), empty for a point; `x` and `y` are its middle,
    that of a route on its way.

    `is_inside_out` where the area holds the place opposite the middle of the chart: it is what lies outside
    of the path.
    """

    path: Floats
    x: float
    y: float
    is_area: bool = False
    is_inside_out: bool = False


@dataclass(frozen=True)
class Chart:
    """What is drawn on a sheet `width` by `height`: a mark each, in the order in which they were given."""

    frame: Frame
    grid: tuple[GridLine, ...]
    marks: tuple[Drawn, ...]
    names: tuple[tuple[float, float, str], ...]
    bar: tuple[int, float]
    """Nautical miles, and units of the drawing."""


def chart_of(places: Sequence[Where], names: Mapping[Position, str] | None = None) -> Chart:
    """The chart of some places, with the names of others that lie on it."""
    frame = frame_of(places)
    return Chart(
        frame,
        graticule_of(frame),
        tuple(_marks(frame, places)),
        tuple(_names(frame, names or {})),
        _bar(frame),
    )


def _marks(frame: Frame, places: Sequence[Where]) -> Iterator[Drawn]:
    if not places:
        return
    points, owners = outlines_of(places, frame.width / frame.scale / _STEPS_ACROSS)
    drawn = frame.drawn(points)
    begins = np.searchsorted(owners, np.arange(len(places)))
    low, high = np.minimum.reduceat(drawn, begins), np.maximum.reduceat(drawn, begins)
    is_point = (high - low).max(axis=1) < _SMALLEST
    opposite = -frame.plane.middle.vector
    paths = np.split(drawn, begins[1:])
    for n, (x, y) in enumerate(((low + high) / 2).tolist()):
        where = places[n]
        if is_point[n]:
            yield Drawn(paths[n][:0], x, y)
        elif isinstance(where, Circle | Polygon):
            yield Drawn(paths[n], x, y, is_area=True, is_inside_out=_holds(where, opposite))
        else:
            yield Drawn(paths[n], *paths[n][len(paths[n]) // 2].tolist())


def _holds(area: Area, point: Floats) -> bool:
    centre, radius = area.cap
    if centre @ point < np.cos(radius):
        return False
    return isinstance(area, Circle) or bool(area.hold(point[None])[0])


def _names(frame: Frame, names: Mapping[Position, str]) -> list[tuple[float, float, str]]:
    if not names:
        return []
    places = frame.drawn(np.array([one.point for one in names]))
    here = frame.holds(places)
    return [
        (x, y, name)
        for (x, y), is_here, name in zip(places.tolist(), here, names.values(), strict=True)
        if is_here
    ]


def _bar(frame: Frame) -> tuple[int, float]:
    """The longest round length that fills no more than a quarter of the width."""
    mile = frame.scale / NM_IN_RADIAN
    miles = max((one for one in BARS if one * mile <= frame.width / 4), default=BARS[0])
    return miles, miles * mile
