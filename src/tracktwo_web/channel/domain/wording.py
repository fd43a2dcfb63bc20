"""What an office wishes to say, and the message that it becomes."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tracktwo.channel.kinds import kind_of
from tracktwo.channel.messages import Message as Said
from tracktwo.channel.messages import MessageId, Precedence, Scope, Series, Status, Type
from tracktwo_web.channel.models import Line


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
    thread: str = ""
    """What the incident or activity is called that it belongs to, if it is called anything."""
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
            "thread": self.thread,
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


def series_by(line: Line, wording: Wording, now: dt.datetime) -> Series:
    """The series in which a wording gets its number."""
    is_exercise = wording.status is Status.EXERCISE
    return Series(line.office, wording.kind, now.year, is_exercise)


def said_by(line: Line, wording: Wording, number: int, now: dt.datetime) -> Said:
    """The message that a wording becomes under a number of its series."""
    return Said(
        MessageId(series_by(line, wording, now), number),
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
        thread=wording.thread,
        releasability=wording.releasability,
        note=wording.note,
        version=kind_of(wording.kind).version,
    )
