"""What is due every year: the calendar of activities, and the exchange of information."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracktwo.errors import OptionError
from tracktwo.locale import english


class YearlyDuty(StrEnum):
    """What each side gives the others once a year."""

    CALENDAR = "calendar"
    EXCHANGE = "exchange"


@dataclass(frozen=True, slots=True)
class YearlyDeadline:
    """By which day of a year something is given, and where the day is from."""

    duty: YearlyDuty
    month: int
    day: int
    source: str

    def __post_init__(self) -> None:
        try:
            self.of(2001)
        except ValueError:
            raise OptionError(
                english("{month}-{day} is no day of every year; name another", month=self.month, day=self.day)
            ) from None  # fmt: skip

    def of(self, year: int) -> date:
        """The day in a year."""
        return date(year, self.month, self.day)


CALENDAR = YearlyDeadline(YearlyDuty.CALENDAR, 11, 15, "OSCE Vienna Document 2011, chapter VII")
"""The calendar of the next year's activities."""
EXCHANGE = YearlyDeadline(YearlyDuty.EXCHANGE, 12, 15, "OSCE Vienna Document 2011, chapter I")
"""Information that is valid on the first day of the next year."""
YEARLY = (CALENDAR, EXCHANGE)
"""Deadlines where the sides have settled on no others."""


@dataclass(frozen=True, slots=True)
class YearlyStanding:
    """One side's standing with one duty of a year; `late` counts days, None where it is in time or not due."""

    side: str
    duty: YearlyDuty
    due: date
    given: date | None
    late: int | None


def yearly_standing(
    side: str, deadline: YearlyDeadline, year: int, given: date | None, today: date
) -> YearlyStanding:
    """Whether a side has given what is due in a year, and by how many days it is, or was, late.

    >>> yearly_standing("north", CALENDAR, 2026, None, date(2026, 11, 27)).late
    12
    """
    due = deadline.of(year)
    days = (min(given or today, today) - due).days
    known = given if given is not None and given <= today else None
    return YearlyStanding(side, deadline.duty, due, known, days if days > 0 else None)
