"""Sending what was looked at: once, however often the button is pressed."""

import datetime as dt

from django.db import transaction

from tracktwo_web.channel.domain.logs import held
from tracktwo_web.channel.domain.send import send
from tracktwo_web.channel.domain.wording import Wording
from tracktwo_web.channel.models import Line, Message


class SentMeanwhile(Exception):  # noqa: N818 -- an answer, not a fault
    """Something was sent from this office after the officer looked: the same, perhaps."""


def sent_from(line: Line) -> int:
    """How many messages this office has sent or has waiting: a mark of what an officer has seen."""
    return line.messages.filter(is_own=True).count()


@transaction.atomic
def send_seen(line: Line, wording: Wording, *, seen: int, now: dt.datetime) -> Message:
    """Send, unless something was sent since the officer saw `seen`. Raises `SentMeanwhile` then."""
    line = held(line)
    if sent_from(line) != seen:
        raise SentMeanwhile
    return send(line, wording, now=now)
