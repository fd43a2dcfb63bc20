"""Rings of areas: against the clock, cut at the antimeridian, and joined to the same again."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.channel.drawn import polygons
from tracktwo.channel.sphere import Polygon, Position
from tracktwo.errors import InputError
from tracktwo.exchange.channel.places.placed import on_grid
from tracktwo.exchange.channel.places.rings import corners_of, rings_of

SQUARE = [Position(0, 10), Position(0, 11), Position(1, 11), Position(1, 10)]


BENT = 1.0001523
"""Half-way between two places on the parallel of 1 degree, 2 degrees apart, the arc lies nearer the pole."""


def area_of(ring) -> float:
    """Twice the area in square degrees, above 0 against the clock."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))


def same(one, other) -> bool:
    """The same corners in a circle, in either direction."""
    one, listed = ([_by_one_name(on_grid(corner)) for corner in ring] for ring in (one, other))
    turns = [listed[n:] + listed[:n] for n in range(len(listed))]
    return any(one in (turn, turn[:1] + turn[:0:-1]) for turn in turns)


def _by_one_name(corner: Position) -> Position:
    """-180 and 180 degrees are one meridian."""
    return Position(corner.latitude, 180) if corner.longitude == -180 else corner


def test_ring_is_closed_and_goes_against_the_clock() -> None:
    expected = [(10, 0), (11, 0), (11, 1), (10, 1), (10, 0)]

    assert rings_of(SQUARE) == [expected]
    assert area_of(rings_of(SQUARE[::-1])[0]) == area_of(expected) == 2


def test_area_on_the_date_line_is_cut_there() -> None:
    west, east = rings_of([Position(-1, 179), Position(-1, -179), Position(1, -179), Position(1, 179)])  # fmt: skip

    assert sorted(set(west)) == [(179, -1), (179, 1), (180, -BENT), (180, BENT)]
    assert sorted(set(east)) == [(-180, -BENT), (-180, BENT), (-179, -1), (-179, 1)]


def test_area_that_crosses_twice_is_three_parts() -> None:
    letter = [(0, 178), (0, -178), (1, -178), (1, 179), (2, 179), (2, -178), (3, -178), (3, 178)]
    corners = [Position(*one) for one in letter]

    rings = rings_of(corners)

    assert sorted(max(abs(x) for x, _ in ring) for ring in rings) == [180, 180, 180]
    assert [area_of(ring) > 0 for ring in rings] == [True, True, True]
    assert same(corners, corners_of(rings))


@pytest.mark.parametrize("pole", [1, -1])
def test_area_around_a_pole_goes_up_to_it(pole: int) -> None:
    corners = [Position(80 * pole, x) for x in (-170, -60, 0, 60, 170)]

    (ring,) = rings_of(corners)

    assert {y for x, y in ring if abs(x) == 180} >= {90 * pole}
    assert area_of(ring) > 0
    assert same(corners, corners_of([ring]))


@settings(max_examples=200, deadline=None)
@given(corners=polygons())
def test_every_area_comes_back_from_its_rings(corners) -> None:
    rings = rings_of(corners)

    assert all(area_of(ring) > 0 and ring[0] == ring[-1] for ring in rings)
    assert all(-180 <= x <= 180 for ring in rings for x, _ in ring)
    assert all(abs(a[0] - b[0]) <= 180 for ring in rings for a, b in pairwise(ring))
    assert same(corners, corners_of(rings))


@settings(max_examples=100, deadline=None)
@given(corners=polygons(), shift=st.integers(-300, 300))
def test_every_area_comes_back_where_it_is_cut(corners, shift: int) -> None:
    middle = sum(one.longitude for one in corners[:1]) + shift / 100
    moved = tuple(
        on_grid(Position(one.latitude, (one.longitude - middle) % 360 - 180)) for one in corners
    )

    assert same(moved, corners_of(rings_of(moved)))
    Polygon(corners_of(rings_of(moved)))


@pytest.mark.parametrize(
    "rings",
    [
        [[(0, 0), (1, 0), (1, 1), (0, 0)], [(5, 0), (6, 0), (6, 1), (5, 0)]],
        [[(180, 0), (180, 1), (180, 2), (180, 0)], [(180, 0), (180, 1), (180, 2), (180, 0)]],
    ],
)
def test_parts_that_do_not_join_are_refused(rings) -> None:
    with pytest.raises(InputError, match="do not join along the antimeridian"):
        corners_of(rings)
