"""Whether one value is written in the form that its field asks for."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from tracktwo.channel.kinds.fields import LANGUAGES, FieldSpec, Form
from tracktwo.channel.kinds.read_values import area_of
from tracktwo.channel.messages import MessageId
from tracktwo.channel.sphere import Position
from tracktwo.errors import InputError
from tracktwo.locale import english
from tracktwo.locale.plain import plain
from tracktwo.record.canonical import Json

LONGEST_TEXT, LONGEST_WORDS, MOST_CORNERS = 200, 4000, 200
STATES = ("machine", "draft", "reviewed", "authentic")
"""What a translation is worth: made by a machine, by a person, looked at by a second, agreed by both sides."""
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DECIMAL = re.compile(r"(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?", re.ASCII)
_POSITION = re.compile(r"\d\d-\d\d(\.\d{1,3})?[NS] \d{3}-\d\d(\.\d{1,3})?[EW]", re.ASCII)


def why_not(spec: FieldSpec, value: Json) -> str | None:
    """What a single value should be, as a sentence to follow the field's label; None where it is that.

    >>> from tracktwo.channel.kinds.fields import day
    >>> why_not(day("due", "Due"), "2026-02-30")
    'write a day, such as 2026-11-26'
    """
    return _CHECKS[spec.form](spec, value)


def _text(spec: FieldSpec, value: Json) -> str | None:
    if not isinstance(value, str) or not value or plain(value) != value:
        return english(
            "write a text on one line, with single blanks and without signs that cannot be seen"
        )
    if len(value) > LONGEST_TEXT:
        return english("write {most} characters at the most", most=LONGEST_TEXT)
    if spec.pattern and not re.fullmatch(spec.pattern, value, re.ASCII):
        return english("write it such as {example}", example=spec.such_as)
    return None


def _words(_: FieldSpec, value: Json) -> str | None:
    asked = english(
        "write an object with origin (en, zh or fr), texts by language, and states of the translations"
    )
    if not isinstance(value, Mapping) or value.keys() != {"origin", "texts", "states"}:
        return asked
    origin, texts, states = value["origin"], value["texts"], value["states"]
    if not isinstance(texts, Mapping) or not isinstance(states, Mapping):
        return asked
    if origin not in LANGUAGES or origin not in texts or not texts.keys() <= set(LANGUAGES):
        return asked
    if states.keys() != texts.keys() - {origin} or any(
        one not in STATES for one in states.values()
    ):
        return english(
            "give each translation its state (machine, draft, reviewed or authentic), and the original none"
        )
    return next(filter(None, map(_readable, texts.values())), None)  # fmt: skip


def _readable(value: Json) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return english("a text is empty; leave it out")
    if len(value) > LONGEST_WORDS:
        return english("write {most} characters at the most", most=LONGEST_WORDS)
    if any(plain(line) != line for line in value.split("\n")):
        return english(
            "write lines without signs that cannot be seen, with single blanks and none at their ends"
        )
    return None  # fmt: skip


def _whole(spec: FieldSpec, value: Json) -> str | None:
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    if is_whole and spec.least <= value <= spec.most:  # type: ignore[operator]  # a whole number
        return None
    return english("write a whole number from {least} to {most}", least=spec.least, most=spec.most)


def _decimal(spec: FieldSpec, value: Json) -> str | None:
    if isinstance(value, str) and _DECIMAL.fullmatch(value) and Decimal(value) <= spec.most:
        return None
    return english(
        "write a number from 0 to {most} as text, such as {example}", most=spec.most, example="12.5"
    )


def _yes_no(_: FieldSpec, value: Json) -> str | None:
    return None if isinstance(value, bool) else english("write true or false")


def _moment(_: FieldSpec, value: Json) -> str | None:
    if isinstance(value, str) and _MOMENT.fullmatch(value) and _is_real(datetime, value):
        return None
    return english("write UTC to the second, such as 2026-11-26T09:00:00Z")


def _day(_: FieldSpec, value: Json) -> str | None:
    if isinstance(value, str) and _DAY.fullmatch(value) and _is_real(date, value):
        return None
    return english("write a day, such as 2026-11-26")


def _is_real(type_: type[date], value: str) -> bool:
    try:
        type_.fromisoformat(value)
    except ValueError:
        return False
    return True


def _position(_: FieldSpec, value: Json) -> str | None:
    if isinstance(value, str) and _POSITION.fullmatch(value) and _reads(Position.from_imo, value):
        return None
    return english("write a position such as 21-30.00N 113-45.00E")


def _reads(read: Callable[[str], object], value: str) -> bool:
    try:
        read(value)
    except InputError:
        return False
    return True


def _area(spec: FieldSpec, value: Json) -> str | None:
    asked = english("write a polygon of positions, or a circle with its centre and miles")
    if not isinstance(value, Mapping) or len(value) != 1:
        return asked
    corners, circle = value.get("polygon"), value.get("circle")
    if isinstance(circle, Mapping) and circle.keys() == {"centre", "miles"}:
        wrong = _position(spec, circle["centre"]) or _decimal(spec, circle["miles"])
    elif isinstance(corners, list | tuple) and len(corners) <= MOST_CORNERS:
        wrong = next((asked for one in corners if _position(spec, one)), None)
    else:
        wrong = asked
    return wrong or _is_area(value)


def _is_area(value: Json) -> str | None:
    """What is wrong with an area whose positions are right."""
    try:
        area_of(value)
    except InputError as error:
        return error.message
    return None


def _choice(spec: FieldSpec, value: Json) -> str | None:
    if isinstance(value, str) and value in spec.choices:
        return None
    return english("choose one of {known}", known=", ".join(spec.choices))


def _message(_: FieldSpec, value: Json) -> str | None:
    if isinstance(value, str) and _reads(MessageId.read, value):
        return None
    return english("write the number of a message, such as NATO-PN 0007/26")


_CHECKS: Final[Mapping[Form, Callable[[FieldSpec, Json], str | None]]] = {
    Form.TEXT: _text,
    Form.WORDS: _words,
    Form.WHOLE: _whole,
    Form.DECIMAL: _decimal,
    Form.YES_NO: _yes_no,
    Form.MOMENT: _moment,
    Form.DAY: _day,
    Form.POSITION: _position,
    Form.AREA: _area,
    Form.CHOICE: _choice,
    Form.MESSAGE: _message,
}
