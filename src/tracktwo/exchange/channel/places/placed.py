"""Something with a place that a message tells of: what a map or a table of the channel shows."""

from dataclasses import dataclass
from datetime import datetime

from tracktwo.channel.messages.times import require_zone
from tracktwo.channel.picture import Where
from tracktwo.channel.sphere import Position
from tracktwo.errors import InputError
from tracktwo.locale import english


@dataclass(frozen=True, slots=True)
class Placed:
    """One place of a message, with the time and the band in which it counts, as far as they are told.

    `id` is the message's, with `#2` and so on behind it for its further places. `office` sent it;
    `lower` and `upper` are metres above the sea, `certainty` is located or reported.
    """

    id: str
    kind: str
    office: str
    status: str
    where: Where
    title: str = ""
    start: datetime | None = None
    end: datetime | None = None
    lower: float | None = None
    upper: float | None = None
    certainty: str = ""

    def __post_init__(self) -> None:
        for moment in filter(None, (self.start, self.end)):
            require_zone(moment)
        if self.start and self.end and not self.start <= self.end:
            raise InputError(english("{id} ends before it starts", id=self.id))


def on_grid(position: Position) -> Position:
    """The position to a hundredth of a minute, as messages give it.

    >>> on_grid(Position(21.50001, 113.75))
    Position(latitude=21.5, longitude=113.75)
    """
    return Position.from_imo(position.imo())
