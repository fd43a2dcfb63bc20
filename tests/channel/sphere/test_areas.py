"""Areas: what they hold, how far they are apart, wherever on the globe they lie."""

from math import isclose, pi

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.channel.sphere.places import areas, away, positions, rim, stars, turned, turning
from tracktwo.channel.sphere import Area, Circle, Polygon, Position, separation
from tracktwo.channel.sphere.arcs import NM_IN_RADIAN, angle
from tracktwo.errors import InputError

SQUARE = Polygon((Position(1, 1), Position(1, -1), Position(-1, -1), Position(-1, 1)))


@given(stars(), positions)
def test_polygon_holds_what_it_winds_around(polygon: Polygon, position: Position) -> None:
    """Against another way of asking: how often the corners go around a place, seen from there."""
    near = [position, away(polygon.corners[0], 0.3, 5), away(polygon.corners[-1], 2.0, 40)]

    for one in near:
        turns = _turns(polygon, one)
        if abs(turns - round(turns)) < 0.01 and _from_rim(polygon, one) > 1e-6:
            is_here = float(angle(one.vector, polygon.cap[0])) < pi / 2
            assert polygon.holds(one) == (round(turns) != 0 and is_here)


@given(areas, areas)
def test_separation_is_that_of_the_nearest_points_of_the_rims(a: Area, b: Area) -> None:
    apart = separation(a, b)

    seen = angle(rim(a)[:, None], rim(b, 150)[None]).min() * NM_IN_RADIAN
    if apart > 0:
        assert apart <= seen + 1e-6
        assert seen - apart < 20  # rims are looked at every 25 miles or closer
    else:
        assert seen < 20 or _holds(a, rim(b)[0]) or _holds(b, rim(a)[0])


@given(areas, areas, positions, st.floats(0, 6.28))
def test_separation_is_the_same_wherever_on_the_globe(a: Area, b: Area, axis: Position, by: float) -> None:  # fmt: skip
    rotation = turning(axis, by)

    apart = separation(turned(a, rotation), turned(b, rotation))

    assert isclose(apart, separation(a, b), abs_tol=1e-5)
    assert isclose(separation(b, a), separation(a, b), abs_tol=1e-9)


def test_area_within_another_is_not_apart_from_it() -> None:
    inner = Polygon((Position(0.1, 0.1), Position(0.1, -0.1), Position(-0.1, 0)))

    assert separation(SQUARE, inner) == separation(inner, SQUARE) == 0
    assert separation(SQUARE, Circle(Position(0, 0), 1)) == 0


def test_areas_that_cross_without_a_corner_in_each_other_meet() -> None:
    across = Polygon((Position(0.2, 3), Position(0.2, -3), Position(-0.2, -3), Position(-0.2, 3)))

    assert separation(SQUARE, across) == 0


def test_date_line_and_pole_are_places_like_others() -> None:
    east = Polygon((Position(1, 179), Position(1, 180), Position(-1, 180), Position(-1, 179)))
    west = Polygon((Position(1, -179), Position(1, -178.5), Position(-1, -178.5), Position(-1, -179)))  # fmt: skip
    cap = Polygon(tuple(Position(80, 90.0 * k - 180) for k in range(4)))

    assert separation(east, west) == pytest.approx(60 * np.cos(np.radians(1)), abs=0.01)
    assert cap.holds(Position(90, 12))
    assert not cap.holds(Position(-90, 12))


@pytest.mark.parametrize(
    ("corners", "sentence"),
    [
        ([(0, 0), (0, 1)], "an area has 2 corners; give three or more"),
        ([(0, 0), (0, 1), (0, 0)], "two corners of an area are the same; leave one out"),
        ([(0, 0), (1, 1), (0, 1), (1, 0)], "the edges from corner 1 and from corner 3 cross; list the corners in order around the area"),
        ([(0, 0), (0, 90), (80, 45)], "an area is wider than 5400 nautical miles; cut it into smaller ones"),
        ([(0, 0), (0, 120), (0, -120)], "an area is wider than 5400 nautical miles; cut it into smaller ones"),
    ],
)  # fmt: skip
def test_what_bounds_no_area_is_refused(corners, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        Polygon(tuple(Position(*one) for one in corners))

    assert str(refused.value) == sentence


@pytest.mark.parametrize("radius", [-1, 2701, float("nan")])
def test_circle_of_no_size_is_refused(radius: float) -> None:
    with pytest.raises(InputError, match="must be 0 to 2700"):
        Circle(Position(0, 0), radius)


def _turns(polygon: Polygon, place: Position) -> float:
    """How often one turns around while looking from a place along all the corners."""
    here = place.vector
    flat = polygon.vectors - np.outer(polygon.vectors @ here, here)
    after = np.roll(flat, -1, axis=0)
    turned_ = np.arctan2(np.cross(flat, after) @ here, (flat * after).sum(axis=1))
    return float(turned_.sum() / (2 * pi))


def _from_rim(polygon: Polygon, place: Position) -> float:
    return float(angle(rim(polygon), place.vector).min())


def _holds(area: Area, point: np.ndarray) -> bool:
    if isinstance(area, Circle):
        return float(angle(area.centre.vector, point)) * NM_IN_RADIAN <= area.radius + 1e-6
    return bool(area.hold(point[None])[0])
