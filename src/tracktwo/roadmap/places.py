"""Where meetings are held, and when they are not: places, periods that are barred, days of absence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from tracktwo.dialogue import in_language
from tracktwo.roadmap.meetings import Hours


@dataclass(frozen=True, slots=True)
class Place:
    """A city where meetings are held; `party` is the side whose home it is, empty where it is nobody's.

    `rooms` is how many meetings can be held there at once.
    """

    id: str
    country: str
    zone: str
    party: str = ""
    rooms: int = 1
    names: Mapping[str, str] = field(default_factory=dict)

    def name(self, language: str = "en") -> str:
        """The place's name in a language, else in another, else its id."""
        return in_language(self.names, language) or self.id


@dataclass(frozen=True, slots=True)
class Blackout:
    """A period in which some sides do not meet, and where that is known from.

    `parties` are the sides it binds, all where it names none; `streams` the streams, likewise.
    """

    id: str
    first: date
    last: date
    names: Mapping[str, str] = field(default_factory=dict)
    parties: tuple[str, ...] = ()
    streams: tuple[str, ...] = ()
    source: str = ""

    def name(self, language: str = "en") -> str:
        """The period's name in a language, else in another, else its id."""
        return in_language(self.names, language) or self.id


@dataclass(frozen=True, slots=True)
class Absence:
    """Days, both ends counted, on which an office cannot sit. Why is nobody's business."""

    office: str
    first: date
    last: date


@dataclass(frozen=True)
class Conventions:
    """What holds for every meeting of a roadmap.

    `gap`: least days from the end of a preparatory meeting to the meeting it prepares. `apart`: least
    days between the first days of two meetings of a stream. `travel`: days before and after a
    meeting abroad on which a seat is on its way. `hours`: what is decent for a virtual meeting.
    `begins`: when meetings in person begin. `review`: months from one review to the next.
    """

    gap: int = 14
    apart: Mapping[str, int] = field(default_factory=dict)
    travel: int = 1
    hours: Hours = field(default_factory=Hours)
    begins: time = time(9, 30)
    review: int = 12
