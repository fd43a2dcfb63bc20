"""The places that messages tell of: activities, hazards, incidents, encounters, ships."""

from collections.abc import Iterable

from tracktwo.channel.messages import Message
from tracktwo.channel.picture import Mark, marks_of
from tracktwo.exchange.channel.current import current
from tracktwo.exchange.channel.places.placed import Placed


def placed_in(messages: Iterable[Message]) -> tuple[Placed, ...]:
    """Every place of every message, in their order.

    A cancelled message, one that an update replaces, and what only acknowledges tell of no place.
    """
    return tuple(map(placed, marks_of(current(messages))))


def placed(mark: Mark) -> Placed:
    """A mark of the picture as a row of a table, or a feature of a map."""
    return Placed(
        id=mark.id,
        kind=mark.kind,
        office=mark.office,
        status=mark.status,
        where=mark.where,
        title=mark.title,
        start=mark.start,
        end=mark.end,
        lower=mark.lower,
        upper=mark.upper,
        certainty=mark.certainty.value,
    )
