"""The marks of messages: every place they tell of, from when until when it counts, and what ended it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import chain

from tracktwo.channel.escort import Quarter
from tracktwo.channel.kinds import Fields
from tracktwo.channel.kinds.read_values import (
    areas_in,
    day_in,
    groups_in,
    moment_in,
    position_in,
    text_in,
    texts_in,
    whole_in,
)
from tracktwo.channel.messages import Message, MessageId, Type
from tracktwo.channel.picture.endings import endings_of
from tracktwo.channel.picture.mark import Certainty, Mark, Where
from tracktwo.channel.sphere import Circle, Position, Route

TELLING = (Type.NEW, Type.UPDATE, Type.REPLY)
"""What acknowledges, refuses or takes back tells of no place of its own."""
METRES_IN_LEVEL = 30.48
"""A flight level is a hundred feet."""
NO_LIMIT = 999
TITLES = ("designation", "activity", "subject", "code", "incident", "ship", "corridor")
"""Fields that name a thing, the first that is there."""
_EVENTS = ("time", "observed")
"""Fields of what happened once, at that time."""


@dataclass(frozen=True, slots=True)
class _Span:
    """When something counts, as its message says."""

    start: datetime | None = None
    end: datetime | None = None
    is_event: bool = False


def marks_of(messages: Iterable[Message]) -> tuple[Mark, ...]:
    """Every place of every message, in their order; what was taken back or replaced says when it was."""
    every = tuple(messages)
    gone = endings_of(every)
    told = (one for one in every if one.type in TELLING)
    return tuple(chain.from_iterable(_marks(one, *gone.get(one.id, (None, None))) for one in told))


def _marks(message: Message, gone: datetime | None, gone_by: MessageId | None) -> Iterator[Mark]:
    told = message.fields
    lower, upper = _band(told)
    title = next((text_in(told, name) for name in TITLES if name in told), "")
    for n, (part, where) in enumerate(_places(message), 1):
        span = _span(part, told)
        yield Mark(
            id=f"{message.id}#{n}" if n > 1 else str(message.id),
            message=message.id,
            status=message.status.value,
            where=where,
            certainty=_certainty(told),
            title=title,
            told=message.sent,
            start=span.start,
            end=span.end,
            is_event=span.is_event,
            lower=lower,
            upper=upper,
            gone=gone,
            gone_by=gone_by,
        )


def _certainty(told: Fields) -> Certainty:
    is_located = text_in(told, "certainty") == Certainty.LOCATED.value
    return Certainty.LOCATED if is_located else Certainty.REPORTED


def _places(message: Message) -> Iterator[tuple[Fields, Where]]:
    """Each place with the fields that say when it counts."""
    told = message.fields
    position, centre = position_in(told, "position"), position_in(told, "centre")
    if position is not None:
        yield told, position
    if centre is not None:
        yield told, Circle(centre, whole_in(told, "radius_miles") or 0)
    yield from ((told, Position.from_imo(one)) for one in texts_in(told, "positions"))
    yield from ((told, one) for one in _routes(message))
    phases = groups_in(told, "phases")
    if not any("areas" in phase for phase in phases):
        phases = (told,)
    for phase in phases:
        yield from ((phase, area) for area in areas_in(phase, "areas") or areas_in(told, "areas"))


def _routes(message: Message) -> Iterator[Route]:
    """The corridor of an escort plan, and where a ship means to go from where it is."""
    told = message.fields
    points = texts_in(told, "points") if message.kind == "CV" else ()
    if message.kind == "VR" and "route" in told:
        points = (text_in(told, "position"), *texts_in(told, "route"))
    if len(points) > 1:
        yield Route(tuple(map(Position.from_imo, points)))


def _span(part: Fields, told: Fields) -> _Span:
    """From the fields of a phase or the whole; of a quarter's plan the quarter, of a calendar its days."""
    happened = next((moment_in(told, name) for name in _EVENTS if name in told), None)
    if happened is not None:
        return _Span(happened, is_event=True)
    if "quarter" in told:
        quarter = Quarter(whole_in(told, "year") or 0, whole_in(told, "quarter") or 0)
        return _Span(quarter.start, quarter.end)
    earliest, latest = day_in(told, "earliest"), day_in(told, "latest")
    if earliest and latest:
        last = latest + timedelta(days=whole_in(told, "duration_days") or 1)
        return _Span(datetime.combine(earliest, time(), UTC), datetime.combine(last, time(), UTC))
    ends = [one for one in (moment_in(part, "end"), moment_in(told, "cancel_at")) if one]
    start, end = moment_in(part, "start"), min(ends, default=None)
    return _Span(start, max(start, end) if start and end else end)


def _band(told: Fields) -> tuple[float | None, float | None]:
    """Metres where a notification gives them, else those of flight levels."""
    if "fir" in told:
        lower, upper = whole_in(told, "lower") or 0, whole_in(told, "upper") or 0
        return lower * METRES_IN_LEVEL, None if upper == NO_LIMIT else upper * METRES_IN_LEVEL
    low, high = whole_in(told, "lower_metres"), whole_in(told, "upper_metres")
    return None if low is None else float(low), None if high is None else float(high)
