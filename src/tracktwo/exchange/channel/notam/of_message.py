"""A message of kind AN as a notice about airspace, and the fields that a notice holds."""

from collections.abc import Mapping

from tracktwo.channel.kinds import Fields, check_fields, kind_of
from tracktwo.channel.kinds.read_values import (
    moment_in,
    moment_json,
    position_in,
    text_in,
    texts_in,
    whole_in,
)
from tracktwo.channel.messages import Message, MessageId, Type
from tracktwo.errors import InputError
from tracktwo.exchange.channel.english_words import as_words, english_lines
from tracktwo.exchange.channel.notam.notice import Action, Notam, NotamNumber
from tracktwo.exchange.channel.notam.qualifiers import Qualifiers
from tracktwo.exchange.channel.radio_text import radio_text
from tracktwo.locale import english
from tracktwo.record.canonical import Json


def notice_of(message: Message, known: Mapping[MessageId, Message]) -> Notam:
    """The notice that a message of kind AN gives; `InputError` for another, and for what cannot be sent.

    An update replaces the notice that it is about, whose number is looked up in the messages that are
    `known`. The centre of item Q is exact to the minute: what is finer is rounded.
    """
    if message.kind != "AN" or message.type not in (Type.NEW, Type.UPDATE):
        raise InputError(
            english("{id} is no airspace notice; give a message of kind AN", id=message.id)
        )
    told, start = message.fields, moment_in(message.fields, "start")
    assert start is not None  # the kind requires it
    return Notam(
        number=_number(message),
        action=Action.NEW if message.type is Type.NEW else Action.REPLACE,
        about=None if message.type is Type.NEW else _about(message, known),
        qualifiers=_qualifiers(told),
        places=texts_in(told, "locations"),
        start=start,
        end=moment_in(told, "end"),
        is_estimated=text_in(told, "end_is") == "estimated",
        schedule=radio_text(text_in(told, "schedule")),
        text="\n".join(english_lines(told, "text", english("Text of the notice"))),
        lower=radio_text(text_in(told, "lower_limit")),
        upper=radio_text(text_in(told, "upper_limit")),
        is_exercise=message.is_exercise,
    )


def fields_of_notice(notam: Notam) -> Fields:
    """The fields of a message of kind AN, checked; `InputError` where they are not of the kind.

    A cancellation has none: as a message it is of type cancel, and says no more than its reason.
    """
    if notam.action is Action.CANCEL:
        raise InputError(
            english(
                "{number} cancels a notice; write a message of type cancel about it instead",
                number=notam.number,
            )
        )
    told = {name: value for name, value in _told(notam).items() if value is not None}
    check_fields(kind_of("AN"), told)
    return told


def _told(notam: Notam) -> dict[str, Json]:
    of_q = notam.qualifiers
    end_is = "estimated" if notam.is_estimated else "fixed" if notam.end else "permanent"
    return {
        "series": notam.number.series,
        "number": notam.number.number,
        "year": notam.number.year,
        "fir": of_q.fir,
        "code": of_q.code,
        "traffic": of_q.traffic,
        "purpose": of_q.purpose,
        "scope": of_q.scope,
        "lower": of_q.lower,
        "upper": of_q.upper,
        "centre": of_q.centre.imo(decimals=0) if of_q.centre else None,
        "radius_miles": of_q.radius,
        "locations": list(notam.places),
        "start": moment_json(notam.start),
        "end": moment_json(notam.end) if notam.end else None,
        "end_is": end_is,
        "schedule": notam.schedule or None,
        "text": as_words(notam.text),
        "lower_limit": notam.lower or None,
        "upper_limit": notam.upper or None,
    }


def _qualifiers(told: Fields) -> Qualifiers:
    return Qualifiers(
        fir=text_in(told, "fir"),
        code=text_in(told, "code"),
        traffic=text_in(told, "traffic"),
        purpose=text_in(told, "purpose"),
        scope=text_in(told, "scope"),
        lower=whole_in(told, "lower") or 0,
        upper=whole_in(told, "upper") or 0,
        centre=position_in(told, "centre"),
        radius=whole_in(told, "radius_miles"),
    )


def _number(message: Message) -> NotamNumber:
    told = message.fields
    number, year = whole_in(told, "number"), whole_in(told, "year")
    if "series" not in told or number is None or year is None:
        raise InputError(
            english("{id} has no series, number and year of a notice; fill them in", id=message.id)
        )
    return NotamNumber(text_in(told, "series"), number, year)


def _about(message: Message, known: Mapping[MessageId, Message]) -> NotamNumber:
    for one in message.refs:
        if one in known and known[one].kind == "AN":
            return _number(known[one])
    raise InputError(
        english(
            "{id} replaces {other}, which is not there; give both messages",
            id=message.id,
            other=message.refs[0],
        )
    )
