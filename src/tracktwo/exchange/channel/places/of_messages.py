"""The places that messages tell of: activities, hazards, incidents, encounters, ships."""

from collections.abc import Iterable, Iterator
from itertools import chain

from tracktwo.channel.kinds import Fields
from tracktwo.channel.kinds.read_values import (
    areas_in,
    groups_in,
    moment_in,
    position_in,
    text_in,
    texts_in,
    whole_in,
)
from tracktwo.channel.messages import Message
from tracktwo.channel.sphere import Circle, Position
from tracktwo.exchange.channel.current import current
from tracktwo.exchange.channel.places.placed import Placed, Where

METRES_IN_LEVEL = 30.48
"""A flight level is a hundred feet."""
NO_LIMIT = 999
_TITLES = ("designation", "activity", "subject", "code", "incident", "ship")
"""Fields that name a thing, the first that is there."""


def placed_in(messages: Iterable[Message]) -> tuple[Placed, ...]:
    """Every place of every message, in their order.

    A cancelled message, one that an update replaces, and what only acknowledges tell of no place.
    """
    return tuple(chain.from_iterable(map(_placed, current(messages))))


def _placed(message: Message) -> Iterator[Placed]:
    told = message.fields
    lower, upper = _band(told)
    for n, (part, where) in enumerate(_wheres(told), 1):
        start = moment_in(part, "start") or moment_in(told, "time") or moment_in(told, "observed")
        yield Placed(
            id=f"{message.id}#{n}" if n > 1 else str(message.id),
            kind=message.kind,
            office=message.originator,
            status=message.status.value,
            where=where,
            title=next((text_in(told, name) for name in _TITLES if name in told), ""),
            start=start,
            end=moment_in(part, "end"),
            lower=lower,
            upper=upper,
        )


def _wheres(told: Fields) -> Iterator[tuple[Fields, Where]]:
    """Each place with the fields that say when it counts."""
    position, centre = position_in(told, "position"), position_in(told, "centre")
    if position is not None:
        yield told, position
    if centre is not None:
        yield told, Circle(centre, whole_in(told, "radius_miles") or 0)
    yield from ((told, Position.from_imo(one)) for one in texts_in(told, "positions"))
    phases = groups_in(told, "phases")
    if not any("areas" in phase for phase in phases):
        phases = (told,)
    for phase in phases:
        yield from ((phase, area) for area in areas_in(phase, "areas") or areas_in(told, "areas"))


def _band(told: Fields) -> tuple[float | None, float | None]:
    """Metres where a notification gives them, else those of flight levels."""
    if "fir" in told:
        lower, upper = whole_in(told, "lower") or 0, whole_in(told, "upper") or 0
        return lower * METRES_IN_LEVEL, None if upper == NO_LIMIT else upper * METRES_IN_LEVEL
    low, high = whole_in(told, "lower_metres"), whole_in(told, "upper_metres")
    return None if low is None else float(low), None if high is None else float(high)
