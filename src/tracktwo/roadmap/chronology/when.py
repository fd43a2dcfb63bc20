"""When something happened, as exactly as it is known: a day, a month, a year, or a stretch of time."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "year", "range"]

_ONE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class When:
    """From the first day it can mean to the last; `last` is None where a stretch goes on.

    `text` is how it is written, after ISO 8601: 2018-06-05, 2018-06, 2018, 2010/2014, 2010/..

    >>> When.parse("2018-06").last
    datetime.date(2018, 6, 30)
    >>> When.parse("2010/2014").precision
    'range'
    """

    first: date
    last: date | None
    precision: Precision
    text: str

    @classmethod
    def parse(cls, text: str) -> "When":
        """Read a date or a stretch of time; `ValueError` where it is neither."""
        begins, slash, ends = text.strip().partition("/")
        first, last, precision = _span(begins)
        if not slash:
            return cls(first, last, precision, text.strip())
        if ends == "..":
            return cls(first, None, "range", text.strip())
        end = _span(ends)[1]
        if end < last:
            raise ValueError(text)
        return cls(first, end, "range", text.strip())

    @property
    def written(self) -> tuple[str, str]:
        """How beginning and end are written; the end is empty where there is one date only."""
        begins, _, ends = self.text.partition("/")
        return begins, ends

    def touches(self, first: date | None, last: date | None) -> bool:
        """Whether it may lie in a stretch of time, either end of which may be open."""
        return (last is None or self.first <= last) and (
            first is None or self.last is None or self.last >= first
        )


def surely_before(one: When, other: When) -> bool | None:
    """Whether one was before the other: None where what is known does not tell.

    >>> surely_before(When.parse("2011"), When.parse("2012-06-05"))
    True
    >>> surely_before(When.parse("2012"), When.parse("2012-06-05")) is None
    True
    """
    if one.last is not None and one.last < other.first:
        return True
    if other.last is not None and other.last < one.first:
        return False
    return None


def order_of(when: When) -> tuple[date, date]:
    """In what order things are told: by the first day they can mean, what is known less exactly first.

    So a year stands before its months, these before their days, and nothing known to be later stands
    before what is known to be earlier.
    """
    end = when.last or date.max
    return when.first, date.fromordinal(date.max.toordinal() - (end - when.first).days)


def _span(text: str) -> tuple[date, date, Precision]:
    found = _ONE.fullmatch(text.strip())
    if not found:
        raise ValueError(text)
    year, month, day = (int(one) if one else None for one in found.groups())
    if year is None or month is None:
        return date(year or 0, 1, 1), date(year or 0, 12, 31), "year"
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month"
    return date(year, month, day), date(year, month, day), "day"
