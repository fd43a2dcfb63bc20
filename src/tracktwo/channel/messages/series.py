"""Series: the messages of one kind that one office sends in a year, numbered without a gap."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tracktwo.errors import InputError
from tracktwo.locale import english

_OFFICE = re.compile(r"[A-Z][A-Z0-9]{0,11}")
_KIND = re.compile(r"[A-Z]{2}")
_ID = re.compile(r"(?P<office>[A-Z][A-Z0-9]{0,11})-(?P<exercise>EX-)?(?P<kind>[A-Z]{2}) (?P<number>[0-9]{4,6})/(?P<year>[0-9]{2})")  # fmt: skip
LARGEST = 999_999
FIRST_YEAR, LAST_YEAR = 2000, 2099


def require_office(office: str) -> None:
    """Refuse what is no office: a person's name does not get into an envelope."""
    if not _OFFICE.fullmatch(office):
        raise InputError(
            english(
                "{office} is no office; write up to twelve capital letters and digits, such as NATO",
                office=repr(office),
            )
        )


@dataclass(frozen=True, slots=True, order=True)
class Series:
    """Who numbers what in which year. Exercises have series of their own, so that none is mistaken.

    `InputError` for an office that is not capital letters and digits, and a kind that is not two letters.
    """

    office: str
    kind: str
    year: int
    is_exercise: bool = False

    def __post_init__(self) -> None:
        require_office(self.office)
        if not _KIND.fullmatch(self.kind):
            raise InputError(
                english("{kind} is no kind of message; write two capital letters, such as PN", kind=repr(self.kind))
            )  # fmt: skip
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise InputError(
                english("{year} is no year of a series; it is 2000 to 2099", year=self.year)
            )


@dataclass(frozen=True, slots=True, order=True)
class MessageId:
    """A message's place in its series, from 1: unlike a random name, a missing one is noticed.

    >>> str(MessageId(Series("NATO", "PN", 2026), 7))
    'NATO-PN 0007/26'
    >>> MessageId.read("CHINA-EX-HI 0012/26").series.is_exercise
    True
    """

    series: Series
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= LARGEST:
            raise InputError(
                english(
                    "{number} is no number in a series; it is 1 to {largest}",
                    number=self.number,
                    largest=LARGEST,
                )
            )

    @classmethod
    def read(cls, text: str) -> "MessageId":
        """The id that a text is; `InputError` where it is none, or is written otherwise than we write."""
        found = _ID.fullmatch(text)
        if found:
            series = Series(found["office"], found["kind"], 2000 + int(found["year"]), bool(found["exercise"]))  # fmt: skip
            read = cls(series, int(found["number"])) if int(found["number"]) else None
            if read is not None and str(read) == text:
                return read
        raise InputError(
            english("{text} is no number of a message; write it such as NATO-PN 0007/26", text=repr(text[:40]))
        )  # fmt: skip

    def __str__(self) -> str:
        series = self.series
        exercise = "EX-" if series.is_exercise else ""
        return f"{series.office}-{exercise}{series.kind} {self.number:04d}/{series.year % 100:02d}"


def next_in(series: Series, used: Iterable[MessageId]) -> MessageId:
    """The number that comes next in a series; `InputError` where one before it is missing or was given twice.

    >>> next_in(Series("NATO", "PN", 2026), [MessageId.read("NATO-PN 0001/26")]).number
    2
    """
    numbers = sorted(one.number for one in used if one.series == series)
    for place, number in enumerate(numbers, 1):
        if number != place:
            wrong = min(place, number)
            sentence = "given twice" if number < place else "missing"
            raise InputError(
                _broken(str(MessageId(series, wrong)), is_missing=sentence == "missing")
            )
    return MessageId(series, len(numbers) + 1)


def _broken(id_: str, *, is_missing: bool) -> str:
    if is_missing:
        return english("{id} is missing in its series; look for it before sending another", id=id_)
    return english("{id} was given to two messages; the series cannot go on", id=id_)
