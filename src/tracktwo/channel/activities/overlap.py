"""Whether two activities stand in each other's way, and the least that each side must know of it."""

from dataclasses import dataclass
from datetime import timedelta

from tracktwo.channel.activities.activity import Activity, Band, Window
from tracktwo.channel.sphere import separation


@dataclass(frozen=True, slots=True)
class Margin:
    """How much room is kept between activities: nautical miles, metres up and down, and time."""

    miles: float = 0.0
    metres: float = 0.0
    time: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two activities in each other's way: when and in which band, both with the margin between them.

    `miles` lie between the areas: 0 where they meet. `mine` is the activity of whoever is told;
    of the other nothing is told but that it is there then: no id, no area, no side's plan.
    """

    mine: str
    window: Window
    band: Band
    miles: float


def overlap(mine: Activity, other: Activity, margin: Margin) -> Overlap | None:
    """What one side is told of its own activity and another's; None where they keep clear.

    The window and band told are where both are at once: the margin stands on the other's side of it, so
    that what is told lies within what was planned here, and shows no more of there.
    """
    window = mine.window.meeting(other.window.widened(margin.time))
    band = mine.band.meeting(other.band.widened(margin.metres))
    if window is None or band is None:
        return None
    miles = separation(mine.area, other.area)
    return Overlap(mine.id, window, band, miles) if miles <= margin.miles else None
