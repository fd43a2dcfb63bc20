"""Positions: what is one, how far two are apart, and how seafarers write them."""

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.channel.sphere.places import away, positions
from tracktwo.channel.sphere import Position
from tracktwo.channel.sphere.position import distance
from tracktwo.errors import InputError


@pytest.mark.parametrize(
    ("text", "latitude", "longitude"),
    [
        ("00-00N 000-00E", 0, 0),
        ("05-30S 120-15.5W", -5.5, -120 - 15.5 / 60),
        ("89-59.99N 179-59.99E", 89 + 59.99 / 60, 179 + 59.99 / 60),
        ("90-00S, 180-00W", -90, -180),
    ],
)
def test_imo_positions_are_read(text: str, latitude: float, longitude: float) -> None:
    found = Position.from_imo(text)

    assert (found.latitude, found.longitude) == pytest.approx((latitude, longitude))


@pytest.mark.parametrize(
    "text",
    ["", "5-30S 120-15W", "05-60N 120-15W", "05-30N 120-61W", "05-30 120-15", "91-00N 000-00E", "05-30N 181-00E", "05-30n 120-15w", "05-30N 120-15W and on", "٠٥-٣٠N 120-15W"],
)  # fmt: skip
def test_what_is_no_position_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="is no position"):
        Position.from_imo(text)


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(90.1, 0), (0, -180.5), (float("nan"), 0), (0, float("inf"))]
)
def test_degrees_outside_the_globe_are_refused(latitude: float, longitude: float) -> None:
    with pytest.raises(InputError, match="is no position; latitudes go from -90 to 90"):
        Position(latitude, longitude)


@given(positions)
def test_written_position_is_read_again_within_its_rounding(position: Position) -> None:
    again = Position.from_imo(position.imo())

    assert distance(position, again) <= 0.01 * 2**0.5 / 2 + 1e-6
    assert Position.from_imo(again.imo()).imo() == again.imo()


def test_sixty_minutes_are_a_degree_more() -> None:
    assert Position(9.99999, -179.99999).imo() == "10-00.00N 180-00.00W"
    assert Position(9.99999, 5).imo(0) == "10-00N 005-00E"


@given(positions, st.floats(0, 6.28), st.floats(0, 10_000))
def test_distance_is_the_way_that_was_gone(start: Position, bearing: float, miles: float) -> None:
    assert isclose(distance(start, away(start, bearing, miles)), miles, abs_tol=1e-6)


def test_distance_of_opposite_places_is_half_around() -> None:
    assert distance(Position(30, 40), Position(-30, -140)) == pytest.approx(10_800)
