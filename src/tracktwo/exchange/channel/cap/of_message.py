"""A message as an alert, told in English and Chinese, and back.

The alert carries the message itself for programs, and the same for persons and for whoever reads alerts.
When it is read, both must say the same.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from tracktwo.channel.activities.activity import METRES_IN_FOOT
from tracktwo.channel.kinds import check_fields, kind_of
from tracktwo.channel.kinds.read_values import moment_in
from tracktwo.channel.messages import Message, MessageId, Precedence, Scope, Status, Type
from tracktwo.channel.messages.as_json import message_from, message_json
from tracktwo.channel.sphere import Circle, Polygon, Position, Route
from tracktwo.channel.wording import as_plain_text, model_text
from tracktwo.errors import InputError
from tracktwo.exchange.channel.cap.alert import Alert, Info, Place
from tracktwo.exchange.channel.places.of_messages import placed_in
from tracktwo.exchange.channel.places.placed import Placed, on_grid
from tracktwo.locale import Words, english, said, translator
from tracktwo.record.canonical import canonical

LANGUAGES = {"en": "en-US", "zh": "zh-CN"}
PARAMETER = "tracktwo.message"
REPLY = "tracktwo:reply"
EXERCISE = "EXERCISE EXERCISE EXERCISE"
_TYPES = {
    Type.NEW: "Alert",
    Type.UPDATE: "Update",
    Type.CANCEL: "Cancel",
    Type.ACKNOWLEDGE: "Ack",
    Type.REPLY: "Alert",
    Type.ERROR: "Error",
}
"""The protocol knows no reply: it is an alert with references and a code. An Ack agrees to nothing."""
_SCOPES = {
    Scope.JOINT_PRIVATE: "Private",
    Scope.BOTH_CAPITALS: "Restricted",
    Scope.PUBLIC: "Public",
}
_URGENCIES = {
    Precedence.FLASH: "Immediate",
    Precedence.IMMEDIATE: "Immediate",
    Precedence.PRIORITY: "Expected",
    Precedence.ROUTINE: "Unknown",
}
_CATEGORIES = {"NW": "Transport", "AN": "Transport", "VR": "Transport", "CV": "Transport", "MI": "Security", "HI": "Safety", "EN": "Safety"}  # fmt: skip


def alert_of(message: Message, known: Mapping[MessageId, Message]) -> Alert:
    """The alert that a message is; `InputError` for a draft, and where one it is about is not `known`.

    How bad and how certain something is, nobody is made to say: both are Unknown.

    Source: OASIS Common Alerting Protocol 1.2 (2010), 3.2.
    """
    times = {one: known[one].sent for one in message.refs if one in known}
    return _alert(message, times)


def message_of_alert(alert: Alert) -> Message:
    """The message that an alert carries; `InputError` where it carries none, or says something else itself."""
    carried = next((value for info in alert.infos for name, value in info.parameters if name == PARAMETER), None)  # fmt: skip
    if carried is None:
        raise InputError(
            english("the alert {id} carries no message of Tracktwo", id=alert.identifier)
        )
    message, _ = message_from(_parsed(carried))
    check_fields(kind_of(message.kind), message.fields, message.type)
    times = dict(zip(message.refs, (sent for _, _, sent in alert.references), strict=False))
    if _for_programs(_alert(message, times)) != _for_programs(alert):
        raise InputError(
            english(
                "the alert {id} and the message in it say different things; take it as it was sent",
                id=alert.identifier,
            )
        )
    return message


def _for_programs(alert: Alert) -> Alert:
    """An alert without its words: they are made from the message, and other editions make others."""
    infos = [
        replace(
            info,
            event="",
            headline="",
            description="",
            places=tuple(replace(place, words="") for place in info.places),
        )
        for info in alert.infos
    ]
    return replace(alert, infos=tuple(infos))


def _alert(message: Message, times: Mapping[MessageId, datetime | None]) -> Alert:
    if message.sent is None or message.status is Status.DRAFT:
        raise InputError(english("{id} is a draft; only what was sent is an alert", id=message.id))
    return Alert(
        identifier=_identifier(message.id),
        sender=message.originator,
        sent=message.sent,
        status=message.status.value.capitalize(),
        type=_TYPES[message.type],
        scope=_SCOPES[message.scope],
        restriction="Both capitals" if message.scope is Scope.BOTH_CAPITALS else "",
        addresses=(*message.addressees, *message.copy_to),
        codes=(REPLY,) if message.type is Type.REPLY else (),
        note=EXERCISE if message.is_exercise else "",
        references=tuple(_references(message, times)),
        incidents=(_one_word(message.thread),) if _one_word(message.thread) else (),
        infos=tuple(_info(message, language) for language in LANGUAGES),
    )


def _references(
    message: Message, times: Mapping[MessageId, datetime | None]
) -> Iterator[tuple[str, str, datetime]]:
    for one in message.refs:
        sent = times.get(one)
        if sent is None:
            raise InputError(
                english(
                    "{id} is about {other}, which is not there; an alert names the time of both",
                    id=message.id,
                    other=one,
                )
            )
        yield one.series.office, _identifier(one), sent


def _identifier(id_: MessageId) -> str:
    """The number without the signs that the protocol keeps for itself."""
    return str(id_).replace(" ", "-").replace("/", "-")


def _one_word(text: str) -> str:
    return " ".join(text.replace('"', "").split())


def _info(message: Message, language: str) -> Info:
    kind, words = kind_of(message.kind), translator(language)
    return Info(
        language=LANGUAGES[language],
        event=said(kind.name, words),
        category=_CATEGORIES.get(message.kind, "Other"),
        urgency=_URGENCIES[message.precedence],
        onset=moment_in(message.fields, "start"),
        expires=moment_in(message.fields, "end"),
        sender_name=message.originator,
        headline=f"{message.id} {said(kind.name, words)}",
        description=as_plain_text(model_text(message, words), words),
        parameters=((PARAMETER, canonical(message_json(message)).decode()),),
        places=tuple(_places(message, words)),
    )


def _places(message: Message, words: Words) -> Iterator[Place]:
    """Positions and areas; an alert knows no routes."""
    for one in placed_in([message]):
        if not isinstance(one.where, Route):
            yield _place(one, one.where, words)


def _place(one: Placed, where: Position | Circle | Polygon, words: Words) -> Place:
    has_ceiling = one.lower is not None and one.upper is not None
    return Place(
        words=one.title or words.gettext("Area"),
        shapes=(_shape(where),),
        altitude=None if one.lower is None else round(one.lower / METRES_IN_FOOT),
        ceiling=round((one.upper or 0) / METRES_IN_FOOT) if has_ceiling else None,
    )


def _shape(where: Position | Circle | Polygon) -> Circle | Polygon:
    """A shape as exact as an alert that is read; a position is a circle without a radius."""
    if isinstance(where, Position):
        return Circle(on_grid(where), 0)
    if isinstance(where, Circle):
        return Circle(on_grid(where.centre), round(where.radius, 4))
    return Polygon(tuple(map(on_grid, where.corners)))


def _parsed(text: str) -> Any:  # noqa: ANN401 -- checked by whoever reads messages
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise InputError(english("this is not JSON; export it again")) from None
