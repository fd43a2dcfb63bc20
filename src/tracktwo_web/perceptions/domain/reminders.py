"""Reminders of an open round: halfway and a day before it closes, once each, to every seat alike.

Nobody knows who has answered, so the words fit those who have and those who have not.
"""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext

from tracktwo_web.dialogues.models import Seat
from tracktwo_web.dialogues.roles import VOICES
from tracktwo_web.kit.languages import django_language, in_reader_language
from tracktwo_web.kit.locks import be_alone
from tracktwo_web.kit.times import local_times
from tracktwo_web.perceptions.models import Round
from tracktwo_web.rounds.states import RoundState

HALFWAY = "half"
LAST_DAY = "day"
log = logging.getLogger(__name__)


def reminders_of(one: Round) -> dict[str, datetime]:
    """When a round reminds of itself; a round shorter than a day does so halfway only."""
    if one.opened_at is None:
        return {}
    last_day = one.closes_at - timedelta(days=1)
    moments = {HALFWAY: one.opened_at + (one.closes_at - one.opened_at) / 2}
    return moments | ({LAST_DAY: last_day} if last_day > one.opened_at else {})


def is_reminding(one: Round, now: datetime) -> bool:
    """Whether pages remind of a round: from the first reminder until it closes."""
    moments = reminders_of(one).values()
    return one.state == RoundState.OPEN and bool(moments) and min(moments) <= now < one.closes_at


def due(one: Round, now: datetime) -> set[str]:
    """The reminders whose time has come and which were not sent."""
    if now >= one.closes_at:
        return set()
    return {name for name, at in reminders_of(one).items() if at <= now} - set(one.reminders_sent)


def remind(one: Round, now: datetime) -> int:
    """Send what is due, and say to how many seats it went.

    What is due is noted before it is sent: a server that stops in between stays silent rather than
    remind twice. Two that are due together, after a standstill, are one mail.
    """
    if not due(one, now) or not _claim(one, now):
        return 0
    return sum(_send(one, seat) for seat in seats_to_remind(one))


def seats_to_remind(one: Round) -> QuerySet[Seat]:
    """Every seat of the roll that has left an address, whatever it has done."""
    return (
        Seat.objects.filter(
            dialogue=one.dialogue_id, role__in=sorted(VOICES), keys__revoked_at=None
        )
        .exclude(keys=None)
        .exclude(email="")
        .order_by("id")
        .distinct()
    )


@transaction.atomic
def _claim(one: Round, now: datetime) -> bool:
    be_alone(one.id)
    found = Round.objects.select_for_update().get(pk=one.pk)
    names = due(found, now) if found.state == RoundState.OPEN else set()
    if names:
        found.reminders_sent = sorted({*found.reminders_sent, *names})
        found.save(update_fields=["reminders_sent"])
    return bool(names)


def _send(one: Round, seat: Seat) -> bool:
    """One mail. A server that refuses it keeps nobody else from theirs, and no clock from ticking."""
    try:
        with translation.override(django_language(seat.language)):
            subject, text = words_of(one)
        EmailMessage(subject, text, to=[seat.email], connection=get_connection()).send()
    except (OSError, SMTPException):
        log.warning("a reminder could not be sent")
        return False
    return True


def words_of(one: Round) -> tuple[str, str]:
    """Subject and text of a reminder, in the language that is active."""
    zones = [side.time_zone for side in one.dialogue.sides.order_by("position")]
    clocks = "\n".join(
        gettext("%(place)s: %(time)s") % {"place": clock.place, "time": clock}
        for clock in local_times(one.closes_at, zones)
    )
    text = gettext(
        "A round of “%(dialogue)s” is open. It closes at this time:\n\n"
        "%(clocks)s\n\n"
        "If you have answered, you may change your answers until then. If you have not, there is "
        "still time. Nobody knows which of the two is the case: every seat receives this same "
        "reminder.\n\n"
        "Your own invitation link opens your seat."
    ) % {"dialogue": in_reader_language(one.dialogue.title), "clocks": clocks}
    return gettext("A round of your dialogue closes soon"), text
