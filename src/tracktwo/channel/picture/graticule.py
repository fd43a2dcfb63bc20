"""Meridians and parallels of a chart, at round degrees and minutes, each with a place for its label."""

from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Flags, Floats
from tracktwo.channel.picture.frame import Frame
from tracktwo.channel.sphere.arcs import unit

STEPS = (1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800)
"""Minutes between two lines."""
ACROSS, DOWN = 7, 5
"""About as many meridians and parallels."""
_SAMPLES = 181
_EDGE = 40
_NEARLY_ALL = 300
"""Degrees of longitude along the edge from which a frame holds all of them."""


@dataclass(frozen=True)
class GridLine:
    """A meridian or parallel: its parts on the drawing, (n, 2) each, and where its label goes."""

    parts: tuple[Floats, ...]
    minutes: int
    """North or east; longitudes may go beyond 180 degrees."""
    is_meridian: bool
    label: tuple[float, float]


def graticule_of(frame: Frame) -> tuple[GridLine, ...]:
    """The lines that cross a frame."""
    span = _span(frame)
    along = np.linspace(0, 1, _SAMPLES)
    across, down = np.ptp(span.degrees_east), np.ptp(span.degrees_north)
    lines = []
    for minutes in _rounds(span.degrees_east, across / ACROSS):
        up = span.degrees_north[0] + down * along
        lines.append(
            _line(frame, unit(up, np.full_like(up, minutes / 60)), minutes, span, is_meridian=True)
        )
    for minutes in _rounds(span.degrees_north, down / DOWN):
        round_ = span.degrees_east[0] + across * along
        lines.append(
            _line(
                frame,
                unit(np.full_like(round_, minutes / 60), round_),
                minutes,
                span,
                is_meridian=False,
            )
        )
    return tuple(one for one in lines if one is not None)


@dataclass(frozen=True)
class _Span:
    """The degrees that a frame holds, west and south first; east may go beyond 180."""

    degrees_east: tuple[float, float]
    degrees_north: tuple[float, float]
    pole: int
    """1 or -1 where the frame holds that pole, else 0."""


def _span(frame: Frame) -> _Span:
    """The poles are looked for by themselves: along the edge of a frame around one nothing tells of it."""
    edge = frame.found(_edge_of(frame))
    up = np.degrees(np.arcsin(np.clip(edge[:, 2], -1, 1)))
    poles = frame.holds(frame.drawn(np.array([[0.0, 0.0, 1.0], [0.0, 0.0, -1.0]])))
    at = frame.plane.middle.longitude
    off = (np.degrees(np.arctan2(edge[:, 1], edge[:, 0])) - at + 180) % 360 - 180
    is_whole = poles.any() or np.ptp(off) > _NEARLY_ALL
    return _Span(
        (at - 180.0, at + 180.0) if is_whole else (at + float(off.min()), at + float(off.max())),
        (-90.0 if poles[1] else float(up.min()), 90.0 if poles[0] else float(up.max())),
        0 if poles.all() or not poles.any() else (1 if poles[0] else -1),
    )


def _edge_of(frame: Frame) -> Floats:
    """Places along the edge of the drawing."""
    share = np.linspace(0, 1, _EDGE)
    x, y = share * frame.width, share * frame.height
    sides = [(x, 0 * x), (x, 0 * x + frame.height), (0 * y, y), (0 * y + frame.width, y)]
    return np.concatenate([np.stack(side, axis=-1) for side in sides])


def _rounds(span: tuple[float, float], room: float) -> list[int]:
    """The round minutes within a span, far enough apart."""
    step = next((one for one in STEPS if one >= room * 60), STEPS[-1])
    first, last = (np.ceil(span[0] * 60 / step), np.floor(span[1] * 60 / step))
    return [int(n) * step for n in np.arange(first, last + 1)]


def _line(
    frame: Frame, points: Floats, minutes: int, span: _Span, *, is_meridian: bool
) -> GridLine | None:
    places = frame.drawn(points)
    here = frame.holds(places)
    if not here.any():
        return None
    parts = _runs(places, here | np.roll(here, 1) | np.roll(here, -1))
    return GridLine(
        tuple(parts),
        minutes,
        is_meridian,
        _label(places[here], points[here], span, is_meridian=is_meridian),
    )


def _runs(places: Floats, kept: Flags) -> list[Floats]:
    """The parts of a line that are kept; places that follow each other and lie far apart are no part."""
    breaks = np.flatnonzero(np.diff(kept.astype(int)) != 0) + 1
    runs = np.split(places, breaks)
    flags = [bool(one[0]) for one in np.split(kept, breaks)]
    return [run for run, flag in zip(runs, flags, strict=True) if flag and len(run) > 1]


def _label(
    places: Floats, points: Floats, span: _Span, *, is_meridian: bool
) -> tuple[float, float]:
    """Low on a meridian and left on a parallel; around a pole, where a meridian is farthest from it."""
    if is_meridian and span.pole:
        n = int((span.pole * points[:, 2]).argmin())
    else:
        n = int(places[:, 1].argmax() if is_meridian else places[:, 0].argmin())
    return float(places[n, 0]), float(places[n, 1])
