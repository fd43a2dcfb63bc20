"""Outlines of many places at once, as points on the sphere: arcs and circles in steps too small to see."""

from collections.abc import Iterator, Sequence

import numpy as np

from tracktwo._typing import Floats, Longs
from tracktwo.channel.picture.mark import Where
from tracktwo.channel.sphere import Circle, Polygon, Position
from tracktwo.channel.sphere.arcs import NM_IN_RADIAN, angle, cross

FEWEST, MOST = 12, 64
"""Corners of a circle; of an arc the most."""


def outlines_of(places: Sequence[Where], step: float) -> tuple[Floats, Longs]:
    """Unit vectors (n, 3) in the order of the places, and of each the place it belongs to (n,).

    Steps are up to `step` radians. An area ends where it begins; a position is one point.
    """
    circles = [n for n, one in enumerate(places) if isinstance(one, Circle) and one.radius]
    others = sorted(set(range(len(places))) - set(circles))
    around, of_circle = _around([places[n] for n in circles], step)  # type: ignore[misc]  # all circles
    along, of_other = _along([list(_corners(places[n])) for n in others], step)
    owners = np.concatenate([np.array(circles, int)[of_circle], np.array(others, int)[of_other]])
    order = np.argsort(owners, kind="stable")
    return np.concatenate([around, along])[order], owners[order]


def _corners(where: Where) -> Iterator[Position]:
    if isinstance(where, Position):
        yield where
    elif isinstance(where, Circle):
        yield where.centre
    elif isinstance(where, Polygon):
        yield from (*where.corners, where.corners[0])
    else:
        yield from where.points


def _along(chains: Sequence[Sequence[Position]], step: float) -> tuple[Floats, Longs]:
    """Points along the arcs of chains of positions, and the chain of each."""
    owner = np.repeat(np.arange(len(chains)), [len(one) for one in chains])
    corners = np.array([one.point for chain in chains for one in chain]).reshape(-1, 3)
    ahead = np.minimum(np.arange(len(corners)) + 1, len(corners) - 1)
    ahead = np.where(owner[ahead] == owner, ahead, np.arange(len(corners))) if len(owner) else ahead
    steps = np.clip(np.ceil(angle(corners, corners[ahead]) / step), 1, MOST).astype(int)
    start, share = _spread(steps)
    between = corners[start] + (corners[ahead[start]] - corners[start]) * share[:, None]
    return between / np.linalg.norm(between, axis=1, keepdims=True), owner[start]


def _around(circles: Sequence[Circle], step: float) -> tuple[Floats, Longs]:
    """Points on circles, the first of each once more at its end, and the circle of each."""
    centres = np.array([one.centre.point for one in circles]).reshape(-1, 3)
    radii = np.array([one.radius for one in circles]) / NM_IN_RADIAN
    steps = np.clip(np.ceil(2 * np.pi * np.sin(radii) / step), FEWEST, MOST).astype(int) + 1
    circle, share = _spread(steps)
    turn = (2 * np.pi * share * (steps / np.maximum(steps - 1, 1))[circle])[:, None]
    aside = cross(centres, np.eye(3)[np.abs(centres).argmin(axis=1)])
    aside /= np.linalg.norm(aside, axis=1, keepdims=True)
    over = cross(centres, aside)
    ring = np.cos(turn) * aside[circle] + np.sin(turn) * over[circle]
    size = radii[circle][:, None]
    return np.cos(size) * centres[circle] + np.sin(size) * ring, circle


def _spread(steps: Longs) -> tuple[Longs, Floats]:
    """For each of so many steps the place in the list, and how far along it is, from 0 to below 1."""
    place = np.repeat(np.arange(len(steps)), steps)
    first = np.cumsum(steps) - steps
    return place, (np.arange(len(place)) - first[place]) / steps[place]
