"""The closest approach of two tracks: against looking at every moment, and as a navigator would."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.channel.sphere.places import away
from tracktwo.channel.sphere import Position, Track, closest_approach
from tracktwo.channel.sphere.approach import at
from tracktwo.channel.sphere.arcs import NM_IN_RADIAN, angle
from tracktwo.errors import InputError

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def _track(*points: tuple[float, float, float]) -> Track:
    """Points as hours after noon, latitude, longitude."""
    return Track(tuple((NOON + timedelta(hours=h), Position(lat, lon)) for h, lat, lon in points))


@st.composite
def tracks(draw) -> Track:
    place = Position(draw(st.floats(-70, 70)), draw(st.floats(-180, 180)))
    hours, points = draw(st.floats(0, 3)), []
    for _ in range(draw(st.integers(2, 5))):
        points.append((NOON + timedelta(hours=hours), place))
        hours += draw(st.floats(0.5, 12))
        place = away(place, draw(st.floats(0, 6.28)), draw(st.floats(0, 200)))
    return Track(tuple(points))


def test_crossing_ways_at_the_same_time_meet() -> None:
    found = closest_approach(_track((0, 0, -1), (2, 0, 1)), _track((0, -1, 0), (2, 1, 0)))

    assert abs(found.time - (NOON + timedelta(hours=1))) < timedelta(milliseconds=1)
    assert found.distance == pytest.approx(0, abs=1e-5)


def test_who_comes_an_hour_later_passes_at_the_square_root_of_half() -> None:
    """Both make 60 knots at right angles; one is an hour late at the crossing."""
    found = closest_approach(_track((0, 0, -1), (4, 0, 3)), _track((0, -2, 0), (4, 2, 0)))

    assert found.time - (NOON + timedelta(hours=1.5)) < timedelta(seconds=5)
    assert found.distance == pytest.approx(60 / 2**0.5, rel=1e-3)


def test_who_waits_and_who_passes() -> None:
    found = closest_approach(_track((0, 0.5, 0), (8, 0.5, 0)), _track((2, 0, -2), (6, 0, 2)))

    assert (found.time, found.distance) == (NOON + timedelta(hours=4), pytest.approx(30, abs=1e-4))
    assert found.one.latitude == pytest.approx(0.5)


def test_times_that_do_not_meet_have_no_approach() -> None:
    assert closest_approach(_track((0, 0, 0), (1, 0, 1)), _track((2, 0, 0), (3, 0, 1))) is None


def test_one_moment_together_is_an_approach() -> None:
    found = closest_approach(_track((0, 0, 0), (1, 0, 1)), _track((1, 0, 2), (3, 0, 1)))

    assert (found.time, found.distance) == (NOON + timedelta(hours=1), pytest.approx(60))


@given(tracks(), tracks())
def test_no_moment_is_nearer(one: Track, other: Track) -> None:
    found = closest_approach(one, other)

    start, end = max(one.start, other.start), min(one.end, other.end)
    if start > end:
        assert found is None
        return
    moments = [start + (end - start) * share for share in np.linspace(0, 1, 800)]
    seen = min(float(angle(at(one, m), at(other, m))) for m in moments) * NM_IN_RADIAN
    assert found.distance <= seen + 1e-6
    assert start <= found.time <= end
    here = float(angle(at(one, found.time), at(other, found.time))) * NM_IN_RADIAN
    assert here == pytest.approx(found.distance, abs=1e-3)


@pytest.mark.parametrize(
    ("points", "sentence"),
    [
        ([(0, 0, 0)], "a track needs two points or more"),
        ([(0, 0, 0), (0, 0, 1)], "a track is at 2026-03-01 12:00:00+00:00 in two places or goes back in time"),
        ([(0, 0, 0), (1, 0, 180)], "two points of a track are half the Earth apart; give one between"),
    ],
)  # fmt: skip
def test_what_is_no_track_is_refused(points, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        _track(*points)

    assert str(refused.value) == sentence
