"""The working days of countries, remembered: a page asks for the same ones again and again."""

from datetime import date
from functools import lru_cache

from tracktwo.roadmap import Roadmap
from tracktwo.roadmap.calendar.slots import ONE_DAY, Board
from tracktwo.roadmap.working_days import CountryDays, calendars


def board_of(roadmap: Roadmap) -> Board:
    """The board of a roadmap. `OptionError` where nobody knows the holidays of a country."""
    years = (roadmap.first - ONE_DAY).year, (roadmap.last + ONE_DAY).year
    codes = {one.country for one in roadmap.seats} | {one.country for one in roadmap.places}
    return Board.of(roadmap, {code: _days_of(code, *years) for code in codes})


@lru_cache(maxsize=256)
def _days_of(country: str, first: int, last: int) -> CountryDays:
    return calendars([country], date(first, 1, 1), date(last, 1, 1))[country]
