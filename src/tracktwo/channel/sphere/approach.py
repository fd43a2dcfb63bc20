"""How near two tracks that were announced come to each other, and when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

import numpy as np

from tracktwo._typing import Floats
from tracktwo.channel.sphere.arcs import NM_IN_RADIAN, angle
from tracktwo.channel.sphere.position import Position
from tracktwo.errors import InputError
from tracktwo.locale import english

_STEP = 0.02
"""Radians that the two move, together, between looks: 70 miles. One minimum at the most lies between."""


@dataclass(frozen=True)
class Track:
    """Where something will be at which time (UTC): in between, on great circles at a steady speed.

    `InputError` where times do not rise, or two points are half the Earth apart: no way is shortest.
    """

    points: tuple[tuple[datetime, Position], ...]

    def __post_init__(self) -> None:
        if len(self.points) < 2:
            raise InputError(english("a track needs two points or more"))
        for (before, start), (after, end) in pairwise(self.points):
            if not before < after:
                raise InputError(
                    english("a track is at {time} in two places or goes back in time", time=after)
                )
            if float(angle(start.vector, end.vector)) > np.pi - 1e-6:
                raise InputError(
                    english("two points of a track are half the Earth apart; give one between")
                )

    @property
    def start(self) -> datetime:
        return self.points[0][0]

    @property
    def end(self) -> datetime:
        return self.points[-1][0]


@dataclass(frozen=True, slots=True)
class Approach:
    """The nearest that two tracks come: when, how far apart in nautical miles, and where each is."""

    time: datetime
    distance: float
    one: Position
    other: Position


def closest_approach(one: Track, other: Track) -> Approach | None:
    """The closest approach while both are under way; None where their times do not meet.

    Of several moments as near, the first.
    """
    start, end = max(one.start, other.start), min(one.end, other.end)
    if start > end:
        return None
    moments = sorted(
        {start, end}
        | {time for track in (one, other) for time, _ in track.points if start < time < end}
    )
    spans = list(pairwise(moments)) or [(start, start)]
    found = [_nearest(one, other, begin, stop) for begin, stop in spans]
    distance, time = min(found)
    return Approach(time, distance, _position(at(one, time)), _position(at(other, time)))


def at(track: Track, time: datetime) -> Floats:
    """Where a track is at a time within it, as a unit vector (3,)."""
    legs = pairwise(track.points)
    (begin, start), (end, stop) = next(leg for leg in legs if leg[1][0] >= time)
    share = (time - begin) / (end - begin)
    return np.asarray(_along(start.vector, stop.vector, np.array([share]))[0])


def _along(start: Floats, stop: Floats, share: Floats) -> Floats:
    """Places at shares of the way along an arc, (n, 3)."""
    whole = float(angle(start, stop))
    if whole == 0:
        return np.broadcast_to(start, (len(share), 3))
    near_start, near_stop = np.sin((1 - share) * whole), np.sin(share * whole)
    return np.asarray((np.outer(near_start, start) + np.outer(near_stop, stop)) / np.sin(whole))


def _nearest(one: Track, other: Track, begin: datetime, end: datetime) -> tuple[float, datetime]:
    """The least distance in a span in which neither changes its leg."""
    ends = [(at(track, begin), at(track, end)) for track in (one, other)]
    moved = sum(float(angle(start, stop)) for start, stop in ends)
    looks = np.linspace(0, 1, int(np.ceil(moved / _STEP)) + 2)

    def apart(share: Floats) -> Floats:
        return angle(_along(*ends[0], share), _along(*ends[1], share))

    nearest = int(apart(looks).argmin())
    share = _least(apart, looks[max(nearest - 1, 0) : nearest + 2])
    distance = float(apart(np.array([share]))[0]) * NM_IN_RADIAN
    return distance, begin + timedelta(seconds=share * (end - begin).total_seconds())


def _least(apart: Callable[[Floats], Floats], around: Floats) -> float:
    """Where a distance is least between the first and the last of some looks; the earliest such place."""
    from scipy.optimize import minimize_scalar

    found = minimize_scalar(
        lambda share: float(apart(np.array([share]))[0]),
        bounds=(around[0], around[-1]),
        method="bounded",
        options={"xatol": 1e-12},
    )
    tried = np.sort(np.append(around, found.x))
    return float(tried[apart(tried).argmin()])


def _position(vector: Floats) -> Position:
    x, y, z = vector.tolist()
    return Position(
        float(np.degrees(np.arctan2(z, np.hypot(x, y)))), float(np.degrees(np.arctan2(y, x)))
    )
