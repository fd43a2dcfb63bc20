"""The plan of a quarter: groups of ships that sail together with an escort, and what is wrong with it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from tracktwo.channel.escort.rotation import Quarter
from tracktwo.channel.sphere import Position
from tracktwo.channel.sphere.position import distance
from tracktwo.errors import InputError
from tracktwo.locale import english


@dataclass(frozen=True, slots=True)
class Corridor:
    """The way that groups take, from end to end through its points."""

    id: str
    points: tuple[Position, ...]

    def __post_init__(self) -> None:
        if len(self.points) < 2:
            raise InputError(
                english("corridor {id} has fewer than two points; give its two ends", id=self.id)
            )

    @property
    def miles(self) -> float:
        return sum(distance(one, other) for one, other in pairwise(self.points))


@dataclass(frozen=True, slots=True)
class Group:
    """Ships that leave one end together at `start` and keep `knots`, with an escort of a nation.

    `escort` is the escorting unit, so that it is not asked to be in two places. `is_back` is true for
    groups that sail from the last point to the first.
    """

    id: str
    start: datetime
    knots: float
    nation: str
    escort: str
    is_back: bool = False

    def __post_init__(self) -> None:
        if self.start.tzinfo is None:
            raise InputError(english("group {id} starts at a time without a zone", id=self.id))
        if not self.knots > 0:
            raise InputError(
                english(
                    "group {id} makes {knots} knots; it must move", id=self.id, knots=self.knots
                )
            )


@dataclass(frozen=True, slots=True)
class EscortPlan:
    """What a reference nation proposes for a quarter."""

    quarter: Quarter
    corridor: Corridor
    groups: tuple[Group, ...]

    def end_of(self, group: Group) -> datetime:
        """When a group has come through."""
        return group.start + timedelta(hours=self.corridor.miles / group.knots)


@dataclass(frozen=True, slots=True)
class Clash:
    """An escort that is with two groups at once, or at the wrong end when the second leaves."""

    escort: str
    first: str
    second: str
    is_at_once: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """A time in which no group leaves in one direction, longer than ships should wait."""

    start: datetime
    end: datetime
    is_back: bool


def clashes(plan: EscortPlan) -> tuple[Clash, ...]:
    """Where one escort cannot do what the plan asks of it, by escort and time.

    Between two groups in the same direction it must come back first, at the speed of the faster group.
    """
    of_escort: dict[str, list[Group]] = defaultdict(list)
    for group in sorted(plan.groups, key=lambda one: (one.start, one.id)):
        of_escort[group.escort].append(group)
    return tuple(
        clash
        for escort in sorted(of_escort)
        for first, second in pairwise(of_escort[escort])
        if (clash := _between(plan, escort, first, second))
    )


def _between(plan: EscortPlan, escort: str, first: Group, second: Group) -> Clash | None:
    done = plan.end_of(first)
    if second.start < done:
        return Clash(escort, first.id, second.id, is_at_once=True)
    if first.is_back != second.is_back:
        return None
    way_back = timedelta(hours=plan.corridor.miles / max(first.knots, second.knots))
    return Clash(escort, first.id, second.id, is_at_once=False) if second.start < done + way_back else None  # fmt: skip


def gaps(plan: EscortPlan, longest: timedelta) -> tuple[Gap, ...]:
    """When ships would wait longer than `longest` for a group, in either direction, by time."""
    found = [gap for is_back in (False, True) for gap in _waits(plan, longest, is_back=is_back)]
    return tuple(sorted(found, key=lambda one: (one.start, one.is_back)))


def _waits(plan: EscortPlan, longest: timedelta, *, is_back: bool) -> list[Gap]:
    """From the start of the quarter to its end, departures in between."""
    start, end = plan.quarter.start, plan.quarter.end
    leaving = [one.start for one in plan.groups if one.is_back == is_back and start <= one.start < end]  # fmt: skip
    moments = [start, *sorted(leaving), end]
    return [Gap(a, b, is_back) for a, b in pairwise(moments) if b - a > longest]
