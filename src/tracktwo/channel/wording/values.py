"""How one value of a field is said: the same digits in every language.

No separators of thousands and no decimal commas: what is a point here and a comma there is misread
when it matters most.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final, cast

from tracktwo.channel.kinds.fields import FieldSpec, Form, Unit
from tracktwo.channel.messages import date_time_group
from tracktwo.locale import Words, said
from tracktwo.record.canonical import Json


def value_in_words(spec: FieldSpec, value: Json, words: Words) -> str:
    """A value of any form but free text and groups, as the reader's language has it.

    >>> from tracktwo.channel.kinds.fields import whole
    >>> from tracktwo.locale import translator
    >>> value_in_words(whole("upper", "Upper limit", unit=Unit.FLIGHT_LEVEL), 85, translator("fr"))
    'FL085'
    """
    return _SAID[spec.form](spec, value, words)


def moment_in_words(at: datetime) -> str:
    """A moment in UTC as a date-time group and as most people write it; seconds where there are any.

    >>> from datetime import UTC
    >>> moment_in_words(datetime(2026, 3, 10, 6, tzinfo=UTC))
    '100600ZMAR26 (2026-03-10 06:00 UTC)'
    """
    seconds = f"{at:%H:%M:%S}" if at.second else f"{at:%H:%M}"
    return f"{date_time_group(at)} ({at:%Y-%m-%d} {seconds} UTC)"


def _plain(_: FieldSpec, value: Json, __: Words) -> str:
    return str(value)


def _number(spec: FieldSpec, value: Json, words: Words) -> str:
    match spec.unit:
        case Unit.NONE:
            return str(value)
        case Unit.DEGREES:
            return f"{value:03}°"
        case Unit.FLIGHT_LEVEL:
            return f"FL{value:03}"
        case Unit.DAYS:
            days = cast("int", value)
            return words.ngettext("{n} day", "{n} days", days, n=days)
        case _:
            return f"{value} {spec.unit.value}"


def _yes_no(_: FieldSpec, value: Json, words: Words) -> str:
    return words.gettext("yes") if value else words.gettext("no")


def _moment(_: FieldSpec, value: Json, __: Words) -> str:
    return moment_in_words(datetime.fromisoformat(cast("str", value)))


def _choice(spec: FieldSpec, value: Json, words: Words) -> str:
    return said(spec.choices[cast("str", value)], words)


def _area(_: FieldSpec, value: Json, words: Words) -> str:
    told = cast("Mapping[str, Mapping[str, str]]", value)
    if "circle" in told:
        circle = told["circle"]
        return words.gettext(
            "circle of {miles} NM around {centre}", miles=circle["miles"], centre=circle["centre"]
        )
    corners = words.phrases(told["polygon"])
    return words.gettext("polygon with the corners {corners}", corners=corners)


_SAID: Final[Mapping[Form, Callable[[FieldSpec, Json, Words], str]]] = {
    Form.TEXT: _plain,
    Form.WHOLE: _number,
    Form.DECIMAL: _number,
    Form.YES_NO: _yes_no,
    Form.MOMENT: _moment,
    Form.DAY: _plain,
    Form.POSITION: _plain,
    Form.AREA: _area,
    Form.CHOICE: _choice,
    Form.MESSAGE: _plain,
}
