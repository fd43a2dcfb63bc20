"""What is written after options of `tracktwo schedule` and `tracktwo chronology`, read with one sentence where it cannot be."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.errors import OptionError

if TYPE_CHECKING:
    from tracktwo.roadmap import Roadmap, Seat


def day_in(text: str, option: str) -> date:
    """A day.

    >>> day_in("2022-09-01", "--on")
    datetime.date(2022, 9, 1)
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise OptionError(f"{option} is {text!r}; write a day such as 2022-09-01") from None


def move_in(text: str) -> tuple[str, date, str]:
    """A meeting, the day it would be on, and the host it would have; no host where it stays.

    >>> move_in("naval-3=2023-04-03,china")
    ('naval-3', datetime.date(2023, 4, 3), 'china')
    """
    meeting, _, rest = text.partition("=")
    day, _, host = rest.partition(",")
    if not meeting.strip() or not day.strip():
        raise OptionError(f"--move is {text!r}; write MEETING=DAY, such as naval-3=2023-04-03")
    return meeting.strip(), day_in(day, "the day of --move"), host.strip()


def office_and_file(text: str, roadmap: "Roadmap") -> "tuple[Seat, Path]":
    """An office of the roadmap, and the file with its calendar."""
    office, _, file = text.partition("=")
    if not office or not file:
        raise OptionError(f"--away is {text!r}; write OFFICE=FILE.ics")
    return seat_in(office, roadmap), Path(file)


def seat_in(office: str, roadmap: "Roadmap") -> "Seat":
    """An office of the roadmap."""
    if office not in roadmap.seat:
        known = ", ".join(roadmap.seat)
        raise OptionError(f"office {office!r} is not in the roadmap; use one of {known}")
    return roadmap.seat[office]
