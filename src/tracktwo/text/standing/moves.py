"""What sides do with a unit beside taking a position: reopen, settle, park, return, package."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from tracktwo.text.standing.positions import Position


class MoveKind(StrEnum):
    """REOPEN what was clean or agreed; SETTLE one's own objection or reopening.

    PARK with a small group until a date, RETURN from it. PACKAGE: agreed only if other units are;
    RELEASE takes that back. LAPSE notes that an agreement fell because the words changed.
    """

    REOPEN = "reopen"
    SETTLE = "settle"
    PARK = "park"
    RETURN = "return"
    PACKAGE = "package"
    RELEASE = "release"
    LAPSE = "lapse"


@dataclass(frozen=True, slots=True)
class Move:
    """One move of one side on one unit.

    `reason` is why it is reopened; `group` and `until` are with whom it is parked and when it comes
    back; `conditions` are the units that must be agreed too.
    """

    kind: MoveKind
    unit: str
    side: str
    session: int = 0
    reason: str = ""
    group: str = ""
    until: date | None = None
    conditions: tuple[str, ...] = ()


Act: TypeAlias = Position | Move
"""An entry of the log of a negotiation. Nothing is ever taken out of it."""


def in_time(log: Iterable[Act]) -> list[Act]:
    """The acts by session, those of one session in the order given.

    >>> first, second = (Move(MoveKind.SETTLE, "u1", "nato", session) for session in (1, 2))
    >>> in_time([second, first]) == [first, second]
    True
    """
    return sorted(log, key=lambda one: one.session)
