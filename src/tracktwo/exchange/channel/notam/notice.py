"""A notice about airspace as its number and items."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tracktwo.errors import InputError
from tracktwo.exchange.channel.notam.qualifiers import Qualifiers
from tracktwo.exchange.channel.radio_text import radio_text
from tracktwo.locale import english

_NUMBER = re.compile(r"(?P<series>[A-Z])(?P<number>[0-9]{4})/(?P<year>[0-9]{2})")
_PLACE = re.compile(r"[A-Z]{4}")
_LIMIT = re.compile(r"SFC|GND|UNL|FL ?[0-9]{3}|[0-9]{1,5} ?(?:FT|M) ?(?:AMSL|AGL)?")
MOST_PLACES = 7


class Action(StrEnum):
    """What a notice does: new, in place of another, or taking another back."""

    NEW = "N"
    REPLACE = "R"
    CANCEL = "C"


@dataclass(frozen=True, slots=True)
class NotamNumber:
    """A series of one letter, and a number that starts anew each year.

    >>> str(NotamNumber.read("A0123/26"))
    'A0123/26'
    """

    series: str
    number: int
    year: int

    @classmethod
    def read(cls, text: str) -> "NotamNumber":
        """`InputError` where a text is no number of a notice."""
        found = _NUMBER.fullmatch(text)
        if not found:
            raise InputError(
                english(
                    "{text} is no number of a notice; write such as A0123/26", text=repr(text[:20])
                )
            )
        return cls(found["series"], int(found["number"]), 2000 + int(found["year"]))

    def __str__(self) -> str:
        return f"{self.series}{self.number:04d}/{self.year % 100:02d}"


@dataclass(frozen=True, slots=True)
class Notam:
    """A notice. `about` is the one that it replaces or cancels.

    `places` are item A, `start` item B, `end` item C: None where it holds until it is replaced (PERM), or
    in a cancellation, which has no end. `schedule` is item D, `text` item E, `lower` and `upper` are
    items F and G, both or neither.

    `InputError` for items that contradict each other.
    """

    number: NotamNumber
    action: Action
    qualifiers: Qualifiers
    places: tuple[str, ...]
    start: datetime
    text: str
    about: NotamNumber | None = None
    end: datetime | None = None
    is_estimated: bool = False
    schedule: str = ""
    lower: str = ""
    upper: str = ""
    is_exercise: bool = False

    def __post_init__(self) -> None:
        _require_about(self)
        _require_places(self)
        _require_end(self)
        _require_texts(self)


def _require_about(notam: Notam) -> None:
    if (notam.about is None) != (notam.action is Action.NEW):
        raise InputError(
            english(
                "{number} is NOTAM{action}; one that replaces or cancels names another, and a new one names none",
                number=notam.number,
                action=notam.action.value,
            )
        )


def _require_places(notam: Notam) -> None:
    wrong = [one for one in notam.places if not _PLACE.fullmatch(one)]
    if wrong or not 1 <= len(notam.places) <= MOST_PLACES:
        raise InputError(
            english(
                "item A of {number} is {text}; write one to seven location indicators of four letters",
                number=notam.number,
                text=repr(" ".join(notam.places)[:40]),
            )
        )


def _require_end(notam: Notam) -> None:
    if notam.end is not None and not notam.start < notam.end:
        raise InputError(
            english("{number} ends (item C) before it starts (item B)", number=notam.number)
        )
    if notam.is_estimated and notam.end is None:
        raise InputError(
            english("{number} estimates an end (EST) and names none", number=notam.number)
        )
    if notam.action is Action.CANCEL and notam.end is not None:
        raise InputError(
            english("{number} cancels another and has no item C; leave it out", number=notam.number)
        )


def _require_texts(notam: Notam) -> None:
    if not notam.text:
        raise InputError(
            english("{number} has no item E; say what it is about", number=notam.number)
        )
    for text in (notam.text, notam.schedule):
        if any(radio_text(line) != line for line in text.split("\n")):
            raise InputError(
                english("{text} is not in capital letters with single blanks", text=repr(text[:60]))
            )
    limits = [one for one in (notam.lower, notam.upper) if one]
    if len(limits) == 1 or not all(map(_LIMIT.fullmatch, limits)):
        raise InputError(
            english(
                "items F and G of {number} are {lower} and {upper}; write both, such as SFC and FL300, or 500FT AMSL and UNL",
                number=notam.number,
                lower=repr(notam.lower[:20]),
                upper=repr(notam.upper[:20]),
            )
        )
