"""A message of kind NW as a navigational warning, and the fields that a warning holds."""

from typing import cast

from tracktwo.channel.kinds import Fields, check_fields, kind_of
from tracktwo.channel.kinds.read_values import moment_in, moment_json, text_in, texts_in, whole_in
from tracktwo.channel.messages import Message, MessageId, Type
from tracktwo.errors import InputError
from tracktwo.exchange.channel.english_words import as_words, english_lines
from tracktwo.exchange.channel.navarea.warning import (
    Around,
    Bounded,
    NavigationalWarning,
    Number,
    Place,
    Seen,
    Spots,
    position_words,
)
from tracktwo.exchange.channel.radio_text import radio_text
from tracktwo.locale import english
from tracktwo.record.canonical import Json

_KIND = kind_of("NW")
_SUBJECTS = next(one.choices for one in _KIND.fields if one.name == "subject")
OTHER = "other"


def warning_of(message: Message) -> NavigationalWarning:
    """The warning that a message of kind NW gives; `InputError` for another, and for what cannot be sent.

    Where the message names no series of warnings, its own number stands there.
    """
    if message.kind != "NW" or message.type not in (Type.NEW, Type.UPDATE):
        raise InputError(
            english("{id} is no navigational warning; give a message of kind NW", id=message.id)
        )
    told = message.fields
    return NavigationalWarning(
        number=_number(message),
        general_area=radio_text(text_in(told, "general_area")),
        locality=radio_text(text_in(told, "locality")),
        charts=tuple(map(radio_text, texts_in(told, "charts"))),
        subject=radio_text(str(_SUBJECTS[text_in(told, "subject")])),
        places=_places(told),
        seen=Seen(text_in(told, "certainty").upper()),
        start=moment_in(told, "start"),
        end=moment_in(told, "end"),
        remarks=english_lines(told, "remarks", english("Remarks")),
        cancels=tuple(Number.read(radio_text(one)) for one in texts_in(told, "cancels")),
        cancel_at=moment_in(told, "cancel_at"),
        is_exercise=message.is_exercise,
    )


def fields_of_warning(warning: NavigationalWarning) -> Fields:
    """The fields of a message of kind NW, checked. What a warning does not say is left out.

    A subject that is none of the kind's becomes the first remark. A place that is not said to be
    located is reported. `InputError` where the fields are not of the kind.
    """
    subject = next((code for code, label in _SUBJECTS.items() if radio_text(str(label)) == warning.subject), OTHER)  # fmt: skip
    is_known = subject != OTHER or warning.subject == radio_text(str(_SUBJECTS[OTHER]))
    remarks = warning.remarks if is_known else (warning.subject, *warning.remarks)
    found: dict[str, Json] = {
        **_number_fields(warning.number),
        "general_area": warning.general_area,
        "locality": warning.locality,
        "charts": list(warning.charts),
        "subject": subject,
        "certainty": "located" if warning.seen is Seen.LOCATED else "reported",
        "surveyed": warning.seen is Seen.LOCATED or None,
        "positions": [one for place in warning.places if isinstance(place, Spots) for one in place.positions],
        "areas": [_area(place) for place in warning.places if not isinstance(place, Spots)],
        "start": moment_json(warning.start) if warning.start else None,
        "end": moment_json(warning.end) if warning.end else None,
        "remarks": as_words("\n".join(remarks)) if remarks else None,
        "cancels": [str(one) for one in warning.cancels],
        "cancel_at": moment_json(warning.cancel_at) if warning.cancel_at else None,
    }  # fmt: skip
    told = {name: value for name, value in found.items() if value}
    check_fields(_KIND, told)
    return told


def message_of_number(number: Number) -> MessageId | None:
    """The message whose number a warning bears in place of a series of warnings; None for a series.

    >>> str(message_of_number(Number("NATO-EX-NW", 7, 2026)))
    'NATO-EX-NW 0007/26'
    """
    try:
        return MessageId.read(str(number))
    except InputError:
        return None


def _number(message: Message) -> Number:
    told = message.fields
    number, year = whole_in(told, "number"), whole_in(told, "year")
    if "series" in told and number is not None and year is not None:
        return Number(radio_text(text_in(told, "series")), number, year)
    return Number.read(str(message.id))


def _number_fields(number: Number) -> dict[str, Json]:
    if message_of_number(number) is not None:
        return {}
    return {"series": number.series, "number": number.number, "year": number.year}


def _places(told: Fields) -> tuple[Place, ...]:
    areas = cast("list[Fields]", told.get("areas") or ())
    spots = tuple(map(position_words, texts_in(told, "positions")))
    return (*([Spots(spots)] if spots else ()), *map(_place, areas))


def _place(area: Fields) -> Place:
    if "circle" in area:
        circle = cast("dict[str, str]", area["circle"])
        return Around(position_words(circle["centre"]), circle["miles"])
    return Bounded(tuple(map(position_words, cast("list[str]", area["polygon"]))))


def _area(place: Place) -> Json:
    if isinstance(place, Around):
        return {"circle": {"centre": place.centre, "miles": place.miles}}
    return {"polygon": list(place.corners if isinstance(place, Bounded) else ())}
