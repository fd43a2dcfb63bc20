"""Sending: a number, a signature and a place in the log in one transaction; or waiting until that may be.

A message waits while this node does not know whether its database is an old one (see
`Line.is_compared`): a number given then could have been given before.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.channel.kinds import check_message, kind_of
from tracktwo.channel.line import MESSAGE_SENT
from tracktwo.channel.messages import (
    Limits,
    MessageId,
    Precedence,
    Scope,
    Series,
    Status,
    Type,
    needs_of,
)
from tracktwo.channel.messages import Message as Said
from tracktwo.channel.messages.as_json import message_from, message_json
from tracktwo_web.channel.domain.answers import CannotBe
from tracktwo_web.channel.domain.columns import Columns, last_number, series_of
from tracktwo_web.channel.domain.logs import held, write
from tracktwo_web.channel.models import Fault, Line, Message
from tracktwo_web.events.publish import publish

LIMITS = Limits()


@dataclass(frozen=True)
class Wording:
    """What an office wishes to say; number and times come when it is sent."""

    kind: str
    fields: Mapping[str, Any]
    type: Type = Type.NEW
    status: Status = Status.EXERCISE
    precedence: Precedence = Precedence.ROUTINE
    scope: Scope = Scope.JOINT_PRIVATE
    refs: tuple[str, ...] = ()
    copy_to: tuple[str, ...] = ()
    releasability: str = ""
    note: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """As a waiting message keeps it."""
        return {
            "kind": self.kind,
            "fields": dict(self.fields),
            "type": self.type.value,
            "status": self.status.value,
            "precedence": self.precedence.value,
            "scope": self.scope.value,
            "refs": list(self.refs),
            "copy_to": list(self.copy_to),
            "releasability": self.releasability,
            "note": dict(self.note),
        }

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> "Wording":
        """What `as_json` wrote."""
        enums = {
            "type": Type(told["type"]),
            "status": Status(told["status"]),
            "precedence": Precedence(told["precedence"]),
            "scope": Scope(told["scope"]),
        }
        lists = {"refs": tuple(told["refs"]), "copy_to": tuple(told["copy_to"])}
        return cls(**{**told, **enums, **lists})


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
    _require_fit(line, wording, now)
    if not may_number(line):
        return _waiting(line, wording, now)
    return _numbered(line, wording, now)


def may_number(line: Line) -> bool:
    """Whether numbers may be given now."""
    return line.is_compared and line.fault == Fault.NONE


def send_waiting(line: Line, *, now: dt.datetime) -> int:
    """Number and enter what waits, in the order in which it was written; how many that were."""
    waiting = list(line.messages.filter(is_own=True, entry=None).order_by("written"))
    for one in waiting:
        one.delete()
        _numbered(line, Wording.of(one.content), now)
    return len(waiting)


def said_by(line: Line, wording: Wording, number: int, now: dt.datetime) -> Said:
    """The message that a wording becomes under a number of its series."""
    is_exercise = wording.status is Status.EXERCISE
    series = Series(line.office, wording.kind, now.year, is_exercise)
    return Said(
        MessageId(series, number),
        (line.peer,),
        wording.status,
        wording.type,
        wording.precedence,
        wording.scope,
        wording.fields,
        sent=now,
        recorded=now,
        copy_to=wording.copy_to,
        refs=tuple(map(MessageId.read, wording.refs)),
        releasability=wording.releasability,
        note=wording.note,
        version=kind_of(wording.kind).version,
    )


def _require_fit(line: Line, wording: Wording, now: dt.datetime) -> None:
    """Refuse what the kind does not allow, before it waits."""
    about = line.messages.filter(code__in=wording.refs)
    known = {MessageId.read(one.code): _said_in(one) for one in about}
    missing = [one for one in wording.refs if MessageId.read(one) not in known]
    if missing:
        raise CannotBe(
            gettext("Nothing was sent: %(message)s is not on this line.") % {"message": missing[0]}
        )
    check_message(said_by(line, wording, 1, now.replace(microsecond=0)), known)


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
    publish(line.side.dialogue_id, "channel")
    return made


def _numbered(line: Line, wording: Wording, now: dt.datetime) -> Message:
    now = now.replace(microsecond=0)
    first = said_by(line, wording, 1, now)
    number = last_number(line, series_of(first.id)) + 1
    said = replace(first, id=replace(first.id, number=number))
    said = replace(said, thread=_thread(line, said))
    body = message_json(said, needs_of(said, LIMITS))
    columns = Columns(line, is_own=True)
    columns.fill(write(line, [(MESSAGE_SENT, body)], now=now))
    publish(line.side.dialogue_id, "channel")
    return line.messages.get(code=str(said.id))


def _thread(line: Line, said: Said) -> str:
    for one in map(str, said.refs):
        found = line.messages.filter(code=one).values_list("thread", flat=True).first()
        if found:
            return found
    return str(said.id)
