"""Where the concepts of a map stand on paper: near where they act on each other, evenly spread.

Stress majorisation: distances on paper follow the number of links between two concepts. Begun from
classical scaling, so that the same map always gives the same picture.

Source: Gansner, Koren & North 2004, Graph drawing by stress majorization.
"""

from dataclasses import dataclass
from math import atan2, degrees, hypot

import numpy as np

from tracktwo._typing import Flags, Floats
from tracktwo.influence.maps import InfluenceMap

ROUNDS = 200
APART = 3.0
"""Concepts that nothing connects stand as if so many links lay between them."""


def places_on_paper(drawn: InfluenceMap, *, room: tuple[float, float] = (0.0, 0.0)) -> Floats:
    """(n, 2), each coordinate in 0..1. `room` is the width and height that a concept needs for itself.

    >>> from tracktwo.influence.maps import Concept, Link
    >>> pair = InfluenceMap((Concept("a"), Concept("b")), (Link("a", "b", 0.5),))
    >>> places_on_paper(pair).tolist()
    [[0.0, 0.5], [1.0, 0.5]]
    """
    n = len(drawn.concepts)
    wanted = _links_between(drawn)
    at = _scaled(wanted)
    weight = np.where(wanted > 0, 1 / np.maximum(wanted, 1) ** 2, 0.0)
    pull = np.linalg.pinv(np.diag(weight.sum(axis=1)) - weight)
    for _ in range(ROUNDS if n > 2 else 0):
        apart = np.linalg.norm(at[:, None] - at[None], axis=2)
        with np.errstate(divide="ignore", invalid="ignore"):
            share = np.where(apart > 0, weight * wanted / apart, 0.0)
        at = pull @ ((np.diag(share.sum(axis=1)) - share) @ at)
    return _moved_apart(_within_unit(at), np.array(room))


@dataclass(frozen=True, slots=True)
class Stroke:
    """The line of an arrow between two circles; `turn` is where its head points, in degrees from upwards."""

    x1: float
    y1: float
    x2: float
    y2: float
    turn: float


def stroke_between(
    start: tuple[float, float],
    end: tuple[float, float],
    *,
    radius: float,
    head: float,
    aside: float = 0.0,
) -> Stroke:
    """An arrow from circle to circle, `head` short of the second, moved to its right by `aside`.

    >>> stroke_between((0, 0), (100, 0), radius=10, head=5)
    Stroke(x1=10.0, y1=0.0, x2=85.0, y2=0.0, turn=90.0)
    """
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    across, down = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    leaves, arrives = min(radius, length / 2), min(radius + head, length / 2)
    return Stroke(
        start[0] - down * aside + across * leaves,
        start[1] + across * aside + down * leaves,
        end[0] - down * aside - across * arrives,
        end[1] + across * aside - down * arrives,
        degrees(atan2(across, -down)),
    )


def _links_between(drawn: InfluenceMap) -> Floats:
    """(n, n): the least number of links between two concepts, in either direction."""
    n = len(drawn.concepts)
    between = np.full((n, n), np.inf)
    np.fill_diagonal(between, 0)
    for link in drawn.links:
        one, other = (drawn.place_of[end] for end in link.ends)
        if one != other:
            between[one, other] = between[other, one] = 1.0
    for place in range(n):
        np.minimum(between, between[:, place, None] + between[place], out=between)
    connected = between[np.isfinite(between)]
    return np.where(np.isfinite(between), between, connected.max(initial=0.0) + APART)


def _scaled(wanted: Floats) -> Floats:
    """Classical scaling to two dimensions; signs fixed, so that no picture is mirrored by chance."""
    n = len(wanted)
    centre = np.eye(n) - 1 / n
    values, vectors = np.linalg.eigh(-0.5 * centre @ wanted**2 @ centre)
    at = vectors[:, ::-1][:, :2] * np.sqrt(np.maximum(values[::-1][:2], 0))
    at = np.pad(at, ((0, 0), (0, max(0, 2 - at.shape[1]))))
    signs = np.sign(at[np.abs(at).argmax(axis=0), [0, 1]])
    at = at * np.where(signs == 0, 1, signs) * -1
    return np.asarray(at + 1e-3 * np.stack([np.arange(n), np.arange(n) ** 2 % 7], axis=1) * (n > 2))


def _moved_apart(at: Floats, room: Floats) -> Floats:
    """Push concepts whose rooms overlap apart, the shorter way, as far as the paper allows."""
    needed = np.maximum(room, 1e-9)
    for _ in range(ROUNDS):
        between = at[:, None] - at[None]
        overlap = needed - np.abs(between)
        is_on_top: Flags = np.all(overlap > 0, axis=2) & ~np.eye(len(at), dtype=np.bool_)
        if not is_on_top.any():
            break
        is_across = overlap[..., 0] / needed[0] <= overlap[..., 1] / needed[1]
        way = np.where(between >= 0, 1.0, -1.0)
        push = np.where(is_on_top[..., None], overlap * way, 0.0)
        push[..., 0] *= is_across
        push[..., 1] *= ~is_across
        at = np.clip(at + 0.3 * push.sum(axis=1), 0.0, 1.0)
    return at


def _within_unit(at: Floats) -> Floats:
    low, high = at.min(axis=0), at.max(axis=0)
    width = high - low
    return np.where(width > 1e-9, (at - low) / np.where(width > 1e-9, width, 1), 0.5)
