"""The small language in which kinds of messages say what they ask for: a field has a name, a label and a form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from tracktwo.record.canonical import Json

Fields = Mapping[str, Json]
"""What a message says, by name of the field, as JSON without fractions: a record keeps it as it is."""
LANGUAGES = ("en", "zh", "fr")
LARGEST = 10**9


class Form(StrEnum):
    """How a value is written.

    TEXT: a name or code on one line, the same in every language. WORDS: free text in a language, with
    translations and their state. WHOLE: a whole number of a unit. DECIMAL: a number such as "12.5", as
    text. MOMENT: UTC to the second, such as 2026-11-26T09:00:00Z. DAY: such as 2026-11-26. POSITION:
    degrees and minutes, such as 21-30.00N 113-45.00E. AREA: {"polygon": [positions]} or
    {"circle": {"centre": position, "miles": decimal}}. MESSAGE: the number of a message. GROUP: an
    object of fields.
    """

    TEXT = "text"
    WORDS = "words"
    WHOLE = "whole"
    DECIMAL = "decimal"
    YES_NO = "yes_no"
    MOMENT = "moment"
    DAY = "day"
    POSITION = "position"
    AREA = "area"
    CHOICE = "choice"
    MESSAGE = "message"
    GROUP = "group"


class Unit(StrEnum):
    """What a number counts, as it is written behind the number."""

    NONE = ""
    MILES = "NM"
    METRES = "m"
    KNOTS = "kn"
    DEGREES = "°"
    MINUTES = "min"
    DAYS = "d"
    TONNES = "t"
    FLIGHT_LEVEL = "FL"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: its name in JSON, its label for people, its form, and what it allows.

    `choices` are codes with their labels. `least` and `most` bound whole and decimal numbers.
    `pattern` is a regular expression for texts, `such_as` an example that it fits. `fields` are those
    of a group. Labels are sentences of the catalogue.
    """

    name: str
    label: str
    form: Form = Form.TEXT
    is_required: bool = False
    is_repeated: bool = False
    choices: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    unit: Unit = Unit.NONE
    least: int = 0
    most: int = LARGEST
    pattern: str = ""
    such_as: str = ""
    fields: tuple["FieldSpec", ...] = ()

    @property
    def required(self) -> "FieldSpec":
        """The same field, which must be there."""
        return replace(self, is_required=True)

    @property
    def repeated(self) -> "FieldSpec":
        """The same field as a list of one value or more."""
        return replace(self, is_repeated=True)


def text(name: str, label: str, *, pattern: str = "", such_as: str = "") -> FieldSpec:
    """A name or code, the same in every language.

    >>> text("designation", "Designation").required.is_required
    True
    """
    return FieldSpec(name, label, pattern=pattern, such_as=such_as)


def words(name: str, label: str) -> FieldSpec:
    """Free text, with its language and the state of its translations."""
    return FieldSpec(name, label, Form.WORDS)


def whole(
    name: str, label: str, *, unit: Unit = Unit.NONE, least: int = 0, most: int = LARGEST
) -> FieldSpec:
    """A whole number of a unit."""
    return FieldSpec(name, label, Form.WHOLE, unit=unit, least=least, most=most)


def decimal(name: str, label: str, *, unit: Unit = Unit.NONE, most: int = LARGEST) -> FieldSpec:
    """A number with a fraction, written as text: records know no fractions."""
    return FieldSpec(name, label, Form.DECIMAL, unit=unit, most=most)


def yes_no(name: str, label: str) -> FieldSpec:
    """True or false; silence is neither."""
    return FieldSpec(name, label, Form.YES_NO)


def moment(name: str, label: str) -> FieldSpec:
    """A moment in UTC."""
    return FieldSpec(name, label, Form.MOMENT)


def day(name: str, label: str) -> FieldSpec:
    """A day."""
    return FieldSpec(name, label, Form.DAY)


def position(name: str, label: str) -> FieldSpec:
    """A position as the International Maritime Organization writes it."""
    return FieldSpec(name, label, Form.POSITION)


def area(name: str, label: str) -> FieldSpec:
    """A polygon or a circle."""
    return FieldSpec(name, label, Form.AREA)


def choice(name: str, label: str, choices: Mapping[str, str]) -> FieldSpec:
    """One of some codes."""
    return FieldSpec(name, label, Form.CHOICE, choices=MappingProxyType(dict(choices)))


def message(name: str, label: str) -> FieldSpec:
    """The number of another message."""
    return FieldSpec(name, label, Form.MESSAGE)


def group(name: str, label: str, fields: Sequence[FieldSpec]) -> FieldSpec:
    """Fields that belong together."""
    return FieldSpec(name, label, Form.GROUP, fields=tuple(fields))
