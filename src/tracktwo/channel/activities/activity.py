"""An activity that is notified or planned: where, how high or deep, and when."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tracktwo.channel.sphere import Area
from tracktwo.errors import InputError
from tracktwo.locale import english

METRES_IN_FOOT = 0.3048


@dataclass(frozen=True, slots=True)
class Band:
    """From `lower` to `upper` metres above the sea, below 0 under it; endless where not given.

    >>> Band.feet(0, 5000)
    Band(lower=0.0, upper=1524.0)
    """

    lower: float = float("-inf")
    upper: float = float("inf")

    def __post_init__(self) -> None:
        if not self.lower <= self.upper:
            raise InputError(
                english(
                    "a band goes from {lower} m up to {upper} m; give the lower end first",
                    lower=self.lower,
                    upper=self.upper,
                )
            )

    @classmethod
    def feet(cls, lower: float, upper: float) -> "Band":
        """A band of altitudes in feet."""
        return cls(lower * METRES_IN_FOOT, upper * METRES_IN_FOOT)

    def meeting(self, other: "Band") -> "Band | None":
        """What both bands hold; None where there is nothing."""
        lower, upper = max(self.lower, other.lower), min(self.upper, other.upper)
        return Band(lower, upper) if lower <= upper else None

    def widened(self, metres: float) -> "Band":
        return Band(self.lower - metres, self.upper + metres)


@dataclass(frozen=True, slots=True)
class Window:
    """From `start` until before `end`, both with a time zone. One follows another without overlap."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is None or self.end.tzinfo is None:
            raise InputError(english("a time has no zone; write UTC, such as 2026-11-26T09:00Z"))
        if not self.start < self.end:
            raise InputError(
                english(
                    "a window ends at {end}, not after its start at {start}",
                    start=self.start.isoformat(),
                    end=self.end.isoformat(),
                )
            )

    def meeting(self, other: "Window") -> "Window | None":
        """The time that both windows hold; None where there is none."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Window(start, end) if start < end else None

    def widened(self, by: timedelta) -> "Window":
        return Window(self.start - by, self.end + by)


@dataclass(frozen=True, slots=True)
class Activity:
    """Something that a side does in an area, within a band, in a window; `id` is its notification's."""

    id: str
    side: str
    area: Area
    window: Window
    band: Band = field(default_factory=Band)
