"""The escort plan of a quarter that a message holds: what it asks twice of an escort, where ships wait long."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext

from tracktwo.channel.escort import Clash, Gap, clashes, gaps
from tracktwo.channel.kinds import plan_of
from tracktwo.channel.messages.as_json import message_from
from tracktwo_web.channel.accounts import TELLING
from tracktwo_web.channel.models import Message
from tracktwo_web.channel.telling import utc

LONGEST_WAIT = timedelta(days=8)


@dataclass(frozen=True)
class Plan:
    """How many groups sail, and what is wrong with the plan, in sentences."""

    groups: int
    flaws: tuple[str, ...]


def plan_in(message: Message) -> Plan | None:
    """The plan that a message holds; None where it holds none."""
    if message.kind != "CV" or message.type not in TELLING or message.entry is None:
        return None
    plan = plan_of(message_from(message.content)[0])
    flaws = [*map(_clash, clashes(plan)), *map(_gap, gaps(plan, LONGEST_WAIT))]
    return Plan(len(plan.groups), tuple(flaws))


def _clash(one: Clash) -> str:
    told = {"escort": one.escort, "first": one.first, "second": one.second}
    if one.is_at_once:
        return gettext("%(escort)s is with group %(first)s when group %(second)s leaves.") % told
    return gettext("%(escort)s is not back from group %(first)s when group %(second)s leaves.") % told  # fmt: skip


def _gap(one: Gap) -> str:
    told = {"end_of": "AB"[one.is_back], "start": utc(one.start), "end": utc(one.end)}
    return gettext("No group leaves from end %(end_of)s between %(start)s and %(end)s.") % told
