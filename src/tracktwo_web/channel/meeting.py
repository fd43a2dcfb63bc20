"""What stands in the way of a notified activity: when, how high or deep, how far. Only what meets is told."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from tracktwo.channel.activities import Activity, Margin, overlap
from tracktwo.channel.activities.activity import Band
from tracktwo.channel.kinds import activities_of
from tracktwo.channel.messages import Status
from tracktwo.channel.messages.as_json import message_from
from tracktwo_web.channel.accounts import TELLING
from tracktwo_web.channel.models import Message
from tracktwo_web.channel.queries import ended_on, of_sort

MOST = 500
"""Notifications of the other office that are looked at: the newest."""


@dataclass(frozen=True)
class Meeting:
    """An activity of the other office that would be in the way."""

    message: Message
    start: datetime
    end: datetime
    band: str
    miles: str


def meetings_of(message: Message) -> list[Meeting] | None:
    """What meets the activities that a message notifies; None where it notifies nothing that stands."""
    ended = ended_on(message.line)
    is_telling = message.kind == "PN" and message.type in TELLING and message.entry is not None
    if not is_telling or message.code in ended:
        return None
    mine = _activities(message)
    return [
        found
        for other in _notified_by_the_other(message)
        if other.code not in ended
        for theirs in _activities(other)
        for one in mine
        if (found := _meeting(one, theirs, other)) is not None
    ]


def _notified_by_the_other(message: Message) -> list[Message]:
    is_exercise = message.status == Status.EXERCISE.value
    here = of_sort(message.line, is_exercise=is_exercise).filter(kind="PN", type__in=TELLING)
    others = here.exclude(is_own=message.is_own).exclude(entry=None)
    return list(others.order_by("-sent", "-code")[:MOST])


def _activities(message: Message) -> tuple[Activity, ...]:
    return activities_of(message_from(message.content)[0])


def _meeting(mine: Activity, theirs: Activity, message: Message) -> Meeting | None:
    met = overlap(mine, theirs, Margin())
    if met is None:
        return None
    return Meeting(message, met.window.start, met.window.end, _band(met.band), f"{met.miles:.1f}")


def _band(band: Band) -> str:
    told = {"lower": f"{band.lower:.0f}", "upper": f"{band.upper:.0f}"}
    is_low, is_high = band.lower > float("-inf"), band.upper < float("inf")
    if is_low and is_high:
        return gettext("from %(lower)s m to %(upper)s m") % told
    if is_low:
        return gettext("from %(lower)s m upwards") % told
    return gettext("up to %(upper)s m") % told if is_high else gettext("at every height and depth")
