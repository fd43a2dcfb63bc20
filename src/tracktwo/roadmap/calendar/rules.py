"""What binds a calendar, rule by rule, so that each can be named where no calendar is left."""

from enum import StrEnum
from typing import NamedTuple


class RuleKind(StrEnum):
    """The kinds of rules; what a rule is about stands behind each."""

    HELD = "held"
    """meeting: it takes place."""
    WINDOW = "window"
    """meeting: not before its earliest day, nor after its latest."""
    FIXED = "fixed"
    """meeting: on the day it is fixed on."""
    ITEM = "item"
    """item, meeting: within the time of the item that it serves."""
    WEEKEND = "weekend"
    """country: not on days of rest by the week."""
    HOLIDAY = "holiday"
    """country: not on public holidays."""
    BLACKOUT = "blackout"
    """period: not in it."""
    AWAY = "away"
    """office: not while it cannot sit."""
    HOURS = "hours"
    """meeting: at a time decent for all who must be there."""
    HOST = "host"
    """meeting: hosted by the side that is named."""
    ROOM = "room"
    """place: no more meetings at once than it has rooms."""
    ONE_AT_A_TIME = "one_at_a_time"
    """office: in one place at a time, days of travel counted."""
    PREPARED = "prepared"
    """meeting, Track II meeting: that long before."""
    AFTER = "after"
    """meeting, other meeting: after it."""
    ALTERNATE = "alternate"
    """series: its hosts alternate."""
    APART = "apart"
    """stream: its meetings lie that far apart."""


class Rule(NamedTuple):
    """One rule: its kind, and the ids it is about."""

    kind: RuleKind
    about: tuple[str, ...]


def rule(kind: RuleKind, *about: str) -> Rule:
    """A rule about some ids.

    >>> rule(RuleKind.HOLIDAY, "CN").about
    ('CN',)
    """
    return Rule(kind, about)
