"""The plane, the frame and the lines of a chart: true distances, no seam at the antimeridian, poles like any place."""

from math import hypot, pi

import numpy as np
import pytest
from hypothesis import given, settings

from tests.exchange.channel.drawn import positions
from tracktwo.channel.picture.chart import chart_of
from tracktwo.channel.picture.labels import HIGH, WIDE, labels_apart
from tracktwo.channel.picture.plane import Plane, position_of
from tracktwo.channel.sphere import Circle, Polygon, Position, Route
from tracktwo.channel.sphere.arcs import NM_IN_RADIAN
from tracktwo.channel.sphere.position import distance

SQUARE = (Position(1, 1), Position(1, -1), Position(-1, -1), Position(-1, 1))


def bounds(path: np.ndarray) -> list[object]:
    return [path.min(axis=0), path.max(axis=0)] if len(path) else []


@settings(max_examples=60, deadline=None)
@given(positions(90), positions(90))
def test_distance_from_the_middle_is_true_and_places_are_found_again(middle, other) -> None:
    plane = Plane(middle)
    drawn = plane.drawn(other.vector[None])

    assert hypot(*drawn[0]) * NM_IN_RADIAN == pytest.approx(distance(middle, other), abs=1e-6)
    assert distance(position_of(plane.found(drawn)[0]), other) < 1e-4


def test_what_is_opposite_the_middle_has_a_place() -> None:
    assert Plane(Position(0, 0)).drawn(Position(0, 180).vector[None]).round(9).tolist() == [[round(pi, 9), 0]]  # fmt: skip


@pytest.mark.parametrize("east", [0, 90, 179.5, -180])
def test_chart_looks_the_same_wherever_around_the_earth(east: float) -> None:
    def moved(one: Position) -> Position:
        return Position(one.latitude, (one.longitude + east + 180) % 360 - 180)

    places = [Polygon(tuple(map(moved, SQUARE))), Circle(moved(Position(0, 0)), 30), moved(Position(2, 2))]  # fmt: skip
    here, there = chart_of([Polygon(SQUARE), Circle(Position(0, 0), 30), Position(2, 2)]), chart_of(places)  # fmt: skip

    for one, other in zip(here.marks, there.marks, strict=True):
        assert np.allclose(bounds(one.path), bounds(other.path), atol=0.5)
        assert (one.x, one.y) == pytest.approx((other.x, other.y), abs=0.01)
    assert len(here.marks[2].path) == 0


@pytest.mark.parametrize("pole", [90, -90])
def test_chart_around_a_pole_has_meridians_all_around_and_parallels_that_close(pole: int) -> None:
    chart = chart_of([Circle(Position(pole, 0), 300), Position(pole * 0.95, 120)])

    meridians = {(one.minutes // 60) % 360 for one in chart.grid if one.is_meridian}
    ring = chart.marks[0]

    assert len(meridians) >= 6
    assert all(chart.frame.holds(np.array([one.label])) for one in chart.grid)
    assert np.allclose(ring.path[0], ring.path[-1])
    assert ring.is_area
    assert not ring.is_inside_out


def test_frame_holds_every_mark_and_lines_stand_at_round_degrees() -> None:
    chart = chart_of([Position(12.5, 179), Position(14, -178), Route((Position(10, 178), Position(13, -179)))])  # fmt: skip

    assert all(0 < one.x < 960 and 0 < one.y < chart.frame.height for one in chart.marks)
    assert all(chart.frame.holds(one.path).all() for one in chart.marks if len(one.path))
    assert {one.minutes % 60 for one in chart.grid} == {0}
    miles, length = chart.bar
    assert length == pytest.approx(miles / NM_IN_RADIAN * chart.frame.scale)


def test_area_around_what_is_opposite_the_middle_is_drawn_inside_out() -> None:
    far = [Circle(Position(0, 180), 2000), *(Position(0, one / 2) for one in range(-300, 301))]

    chart = chart_of(far)

    assert chart.marks[0].is_inside_out


@pytest.mark.parametrize("places", [[], [Position(90, 0)], [Position(0, 0), Position(0, 180)], [Circle(Position(0, 0), 0)]])  # fmt: skip
def test_few_and_odd_places_have_a_chart(places) -> None:
    chart = chart_of(places)

    assert len(chart.marks) == len(places)
    assert chart.grid


def test_numbers_do_not_cover_each_other() -> None:
    placed = labels_apart([(100, 100)] * 9)

    assert all(
        abs(a - c) >= WIDE or abs(b - d) >= HIGH
        for n, (a, b) in enumerate(placed)
        for c, d in placed[:n]
    )
