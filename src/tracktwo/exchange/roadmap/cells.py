"""Cells of a roadmap's tables: days, lists of ids, lengths, leads."""

from datetime import date
from typing import TypeVar

from tracktwo.exchange.lists import Row
from tracktwo.roadmap.meetings import Hours, Length

Kind = TypeVar("Kind", bound=str)


def day_in(row: Row, column: str) -> date | None:
    """A day, None where the cell is empty."""
    text = row[column]
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        row.refuse(f"{column} {text!r} is no day; write year, month and day, such as 2022-10-08")


def needed_day(row: Row, column: str) -> date:
    """A day that must be there."""
    day = day_in(row, column)
    if day is None:
        row.refuse(f"{column} is empty; write a day, such as 2022-10-08")
    return day


def whole_in(row: Row, column: str) -> int | None:
    """A whole number from 0 on, None where the cell is empty."""
    text = row[column]
    if text and not (text.isascii() and text.isdecimal()):
        row.refuse(f"{column} {text!r} is no whole number; write days, such as 14")
    return int(text) if text else None


def length_in(row: Row, column: str) -> Length:
    """How long a meeting lasts; one day where the cell is empty."""
    try:
        return Length.parse(row[column]) if row[column] else Length()
    except ValueError:
        row.refuse(f"{column} {row[column]!r} is not known; write hours or days, such as 3h or 2d")


def hours_in(row: Row, column: str) -> Hours | None:
    """Decent hours of a seat, None where those of the roadmap hold."""
    try:
        return Hours.parse(row[column]) if row[column] else None
    except ValueError:
        row.refuse(f"{column} {row[column]!r} is not known; write such as 08:00-20:00")


def one_of(row: Row, column: str, known: tuple[Kind, ...], default: Kind) -> Kind:
    """A word out of a list."""
    text = row[column].lower() or default
    found = next((one for one in known if one == text), None)
    if found is None:
        row.refuse(f"{column} {row[column]!r} is not known; write {', '.join(known)}")
    return found


def leads_in(row: Row, column: str) -> dict[str, str]:
    """An office a side: `nato=shipping-centre; china=naval-staff`."""
    found: dict[str, str] = {}
    for part in filter(None, (one.strip() for one in row[column].split(";"))):
        side, equals, office = (one.strip() for one in part.partition("="))
        if not (side and equals and office):
            row.refuse(f"{column} {part!r} is not known; write side=office")
        if side in found:
            row.refuse(f"{column} names two offices of {side!r}; keep one")
        found[side] = office
    return found
