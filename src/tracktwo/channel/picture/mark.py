"""A mark of the maritime picture: one place that a message tells of, and when it counts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tracktwo.channel.messages import MessageId
from tracktwo.channel.sphere import Circle, Polygon, Position, Route

Where = Position | Circle | Polygon | Route


class Certainty(StrEnum):
    """How a place is known. Only what was surveyed is located; all else is reported."""

    LOCATED = "located"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Mark:
    """One place of a message.

    `id` is the message's number, with `#2` and so on behind it for its further places. `office` said it,
    at `told`. `start` and `end` are as the message gives them: without an end a mark counts until further
    notice, and an event, which `is_event`, counts at its start alone. `lower` and `upper` are metres above
    the sea. `gone` is when its office took it back or replaced it, by the message `gone_by`.
    """

    id: str
    message: MessageId
    status: str
    where: Where
    certainty: Certainty
    title: str = ""
    told: datetime | None = None
    start: datetime | None = None
    end: datetime | None = None
    is_event: bool = False
    lower: float | None = None
    upper: float | None = None
    gone: datetime | None = None
    gone_by: MessageId | None = None

    @property
    def kind(self) -> str:
        return self.message.series.kind

    @property
    def office(self) -> str:
        return self.message.series.office

    @property
    def is_exercise(self) -> bool:
        return self.message.series.is_exercise

    @property
    def since(self) -> datetime | None:
        """From when it counts: when it was told, where its message says nothing else."""
        return self.start or self.told

    @property
    def until(self) -> datetime | None:
        """Until when it counts; None until further notice."""
        return self.since if self.is_event else self.end
