"""Reading: an office says that its officer on duty has read a message. That agrees to nothing."""

import datetime as dt

from django.db import transaction

from tracktwo.channel.line import MESSAGE_READ, read_body
from tracktwo.channel.messages import MessageId
from tracktwo_web.channel.domain.entering import enter
from tracktwo_web.channel.domain.logs import held
from tracktwo_web.channel.domain.numbers import may_number
from tracktwo_web.channel.models import Message


@transaction.atomic
def mark_read(message: Message, *, now: dt.datetime) -> bool:
    """Enter that a message of the other office was read, once; whether it was entered."""
    line = held(message.line)
    message.refresh_from_db()
    if message.is_own or message.read or not may_number(line):
        return False
    body = read_body(MessageId.read(message.code))
    enter(line, MESSAGE_READ, body, now=now)
    return True
