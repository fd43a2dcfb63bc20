"""Short messages of an exercise, a line each: number, about, hours after noon, fields."""

from datetime import datetime, timedelta

from tests.channel.kinds.examples import EXAMPLES, NOON
from tracktwo.channel.messages import Message, MessageId, Precedence, Scope, Status, Type
from tracktwo.channel.threads import Thread, threads_of

HOUR = timedelta(hours=1)


def after(hours: float) -> datetime:
    return NOON + hours * HOUR


def sent(id_: str, *about: str, at: float | None = 0, type_: Type | None = None, **told) -> Message:
    """A message of the exercise: `N-UA 1` is NATO-EX-UA 0001/26, `C-` is China's."""
    id_read = number(id_)
    fields = told.pop("fields", None) or EXAMPLES[id_read.series.kind] | told.pop("say", {})
    guessed = Type.REPLY if about else Type.NEW
    usual = {
        "addressees": ("CHINA" if id_read.series.office == "NATO" else "NATO",),
        "status": Status.DRAFT if at is None else Status.EXERCISE,
        "type": type_ or guessed,
        "precedence": Precedence.ROUTINE,
        "scope": Scope.JOINT_PRIVATE,
        "fields": fields,
        "sent": None if at is None else after(at),
        "refs": tuple(map(number, about)),
    }
    return Message(id_read, **usual | told)


def acknowledged(id_: str, about: str, level: str, at: float) -> Message:
    told = {"level": level, "at": after(at).strftime("%Y-%m-%dT%H:%M:%SZ")}
    return sent(id_, about, at=at, type_=Type.ACKNOWLEDGE, fields=told)


def one_thread(*messages: Message) -> Thread:
    (found,) = threads_of(messages)
    return found


def number(id_: str) -> MessageId:
    kind, place = id_[2:].split()
    office = {"N": "NATO", "C": "CHINA", "S": "SOUTH"}[id_[0]]
    return MessageId.read(f"{office}-EX-{kind} {int(place):04d}/26")
