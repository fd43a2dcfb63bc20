"""A drill that was run: which expected messages came, and after how long.

Times are counted and nothing else. Which side was faster is not: a drill tries the line, not the people.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from tracktwo.channel.drills.script import Drill, Expected
from tracktwo.channel.messages import Message, MessageId
from tracktwo.channel.messages.times import require_zone
from tracktwo.errors import OptionError
from tracktwo.locale import english


@dataclass(frozen=True, slots=True)
class Played:
    """One expected message: by which it was met, after how long, and how much later than allowed.

    `message` and `after` are None where it did not come; `late` is None where it came in time or not
    at all.
    """

    inject: str
    expected: Expected
    message: MessageId | None
    after: timedelta | None
    late: timedelta | None


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a drill: every expected message in order, and messages that nobody had expected."""

    drill: str
    played: tuple[Played, ...]
    others: tuple[MessageId, ...]

    @property
    def came(self) -> int:
        return sum(one.message is not None for one in self.played)

    @property
    def in_time(self) -> int:
        return sum(one.message is not None and one.late is None for one in self.played)

    @property
    def median(self) -> timedelta | None:
        """The middle of the times after which messages came; None where none did."""
        times = [one.after for one in self.played if one.after is not None]
        return timedelta(seconds=median(one.total_seconds() for one in times)) if times else None


def play(
    drill: Drill, messages: Iterable[Message], *, start: datetime, offices: Mapping[str, str]
) -> Report:
    """What came of a drill that began at `start`, `offices` being who played which side.

    An expected message is met by the first that its office sent, of its kind and type, at the time of
    the inject or later, and that met nothing before it. Only messages of an exercise count.

    `OptionError` where a side has no office, or one office plays both.
    """
    require_zone(start)
    if set(offices) != set(drill.sides) or len(set(offices.values())) < len(drill.sides):
        raise OptionError(
            english("name an office for each side of the drill: {sides}", sides=", ".join(drill.sides))
        )  # fmt: skip
    left = sorted(
        (one for one in messages if one.is_exercise and one.sent is not None and one.sent >= start),
        key=lambda one: (one.sent, one.id),
    )
    played = []
    for inject in drill.injects:
        for expected in inject.expected:
            met = _met(expected, left, start + inject.at, offices[expected.side])
            if met is not None:
                left.remove(met)
            played.append(_played(inject.id, expected, met, start + inject.at))
    return Report(drill.id, tuple(played), tuple(one.id for one in left))


def _met(
    expected: Expected, messages: Sequence[Message], since: datetime, office: str
) -> Message | None:
    return next(
        (
            one
            for one in messages
            if one.sent is not None
            and one.sent >= since
            and (one.originator, one.kind, one.type) == (office, expected.kind, expected.type)
        ),
        None,
    )


def _played(inject: str, expected: Expected, met: Message | None, since: datetime) -> Played:
    if met is None or met.sent is None:
        return Played(inject, expected, None, None, None)
    after = met.sent - since
    late = after - expected.within if after > expected.within else None
    return Played(inject, expected, met.id, after, late)
