"""Date-time groups, as operations rooms write a moment: day, hour and minute in UTC, month, year."""

import re
from datetime import UTC, datetime

from tracktwo.errors import InputError
from tracktwo.locale import english

_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
_GROUP = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2})Z ?([A-Z]{3}) ?([0-9]{2})")
_CENTURY = 2000


def date_time_group(moment: datetime) -> str:
    """A moment as a date-time group; what is less than a minute is cut off.

    >>> date_time_group(datetime(2026, 11, 23, 14, 0, tzinfo=UTC))
    '231400ZNOV26'
    """
    at = require_zone(moment).astimezone(UTC)
    return f"{at:%d%H%M}Z{_MONTHS[at.month - 1]}{at.year % 100:02d}"


def read_date_time_group(text: str) -> datetime:
    """The moment of a date-time group of this century; `InputError` for what is none.

    >>> read_date_time_group("231400ZNOV26").isoformat()
    '2026-11-23T14:00:00+00:00'
    """
    found = _GROUP.fullmatch(text.strip())
    moment = _moment(*found.groups()) if found else None
    if moment is None:
        raise InputError(
            english(
                "{text} is no date-time group; write day, hour and minute in UTC, such as 231400ZNOV26",
                text=repr(text[:40]),
            )
        )
    return moment


def _moment(day: str, hour: str, minute: str, month: str, year: str) -> datetime | None:
    """The moment, None where there is no such day, hour or month."""
    if month not in _MONTHS:
        return None
    date = _CENTURY + int(year), _MONTHS.index(month) + 1, int(day)
    try:
        return datetime(*date, int(hour), int(minute), tzinfo=UTC)
    except ValueError:
        return None


def require_zone(moment: datetime) -> datetime:
    """A moment with a time zone; `InputError` for one without."""
    if moment.tzinfo is None:
        raise InputError(english("a time has no zone; write UTC, such as 2026-11-26T09:00Z"))
    return moment
