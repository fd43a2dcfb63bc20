"""Sending: a message gets its number and goes into the log at once, or waits until that may be."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.channel.kinds import check_message
from tracktwo.channel.messages import Message as Said
from tracktwo.channel.messages import MessageId, Status
from tracktwo.channel.messages.as_json import message_from
from tracktwo_web.channel.domain.answers import CannotBe
from tracktwo_web.channel.domain.exchange import carry_here
from tracktwo_web.channel.domain.logs import held
from tracktwo_web.channel.domain.numbers import may_number, next_number, numbered
from tracktwo_web.channel.domain.wording import Wording, said_by
from tracktwo_web.channel.models import Fault, Line, Message
from tracktwo_web.events.publish import publish


@transaction.atomic
def send(line: Line, wording: Wording, *, now: dt.datetime) -> Message:
    """Give a message its number, sign it and enter it in the log; or let it wait.

    Raises `InputError` for what its kind does not allow, `CannotBe` for a draft and on a line that is
    not compared with the other side or holds two stories.
    """
    line = held(line)
    if not line.peer_key:
        raise CannotBe(
            gettext("Nothing was sent: the other office’s key has not been compared yet.")
        )
    if line.fault == Fault.FORKED:
        raise CannotBe(
            gettext("Nothing was sent: two entries stand at one place of a log. Ask your convenor.")
        )
    if wording.status is Status.DRAFT:
        raise CannotBe(gettext("Nothing was sent: this is a draft."))
    require_fit(line, wording, now)
    carry_here(line)
    return numbered(line, wording, now) if may_number(line) else _waiting(line, wording, now)


def require_fit(line: Line, wording: Wording, now: dt.datetime) -> None:
    """Refuse what the kind does not allow, before it waits. Raises `InputError` and `CannotBe`."""
    about = line.messages.filter(code__in=wording.refs)
    known = {MessageId.read(one.code): _said_in(one) for one in about}
    missing = [one for one in wording.refs if MessageId.read(one) not in known]
    if missing:
        raise CannotBe(
            gettext("Nothing was sent: %(message)s is not on this line.") % {"message": missing[0]}
        )
    now = now.replace(microsecond=0)
    check_message(said_by(line, wording, next_number(line, wording, now), now), known)


def _said_in(one: Message) -> Said:
    return message_from(one.content)[0]


def _waiting(line: Line, wording: Wording, now: dt.datetime) -> Message:
    made = Message.objects.create(
        line=line,
        is_own=True,
        kind=wording.kind,
        type=wording.type.value,
        status=wording.status.value,
        precedence=wording.precedence.value,
        refs=list(wording.refs),
        content=wording.as_json(),
        written=now,
    )
    publish(line.pk, "channel")
    return made
