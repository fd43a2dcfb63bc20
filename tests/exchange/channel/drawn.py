"""Positions, texts and moments that laws are tried with."""

from datetime import UTC, datetime
from math import cos, pi, radians, sin

from hypothesis import strategies as st

from tracktwo.channel.sphere import Position

MINUTES = st.integers(946_684_800 // 60, 4_102_444_740 // 60).map(
    lambda minute: datetime.fromtimestamp(60 * minute, UTC)
)
"""Every minute of the century that date-time groups mean."""


@st.composite
def windows(draw) -> tuple[datetime, datetime]:
    start, end = sorted(draw(st.lists(MINUTES, min_size=2, max_size=2, unique=True)))
    return start, end


def positions(north: int = 85) -> st.SearchStrategy[Position]:
    """Positions as exact as they are written: a hundredth of a minute."""
    return st.builds(
        lambda up, round_: Position.from_imo(Position(up / 6000, round_ / 6000).imo()),
        st.integers(-north * 6000, north * 6000),
        st.integers(-180 * 6000 + 1, 180 * 6000),
    )


@st.composite
def words(draw, most: int = 40) -> str:
    """What coast stations can send, single blanks, no stop at the end."""
    drawn = draw(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -?:().,'=/+", min_size=1, max_size=most))  # fmt: skip
    return " ".join(drawn.split()).strip(". ") or "HAZARD"


@st.composite
def polygons(draw, north: int = 70) -> tuple[Position, ...]:
    """Corners around a middle, at different bearings: edges cannot cross."""
    middle = draw(positions(north))
    n = draw(st.integers(3, 6))
    reach = draw(st.lists(st.floats(0.2, 3), min_size=n, max_size=n))
    turn = draw(st.sampled_from([1, -1]))
    corners = []
    for place, far in enumerate(reach):
        angle = turn * 2 * pi * place / n
        east = middle.longitude + far * sin(angle) / cos(radians(middle.latitude))
        at = Position(middle.latitude + far * cos(angle), (east + 180) % 360 - 180)
        corners.append(Position.from_imo(at.imo()))
    return tuple(corners)
