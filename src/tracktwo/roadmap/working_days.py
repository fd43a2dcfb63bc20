"""Which days are worked in a country: weekends, public holidays, and weekend days that are worked instead."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from tracktwo.errors import OptionError

if TYPE_CHECKING:
    from holidays import HolidayBase

SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True)
class CountryDays:
    """The calendar of a country: `holidays` by day with their name, `worked` days of a weekend.

    China gives long holidays by moving the days around them: the days in `worked` are Saturdays and
    Sundays on which offices are open (调休补班). `provisional` are years for which the authorities have
    not yet said which days those are, so that only the days in the law are known.

    >>> swap = CountryDays("CN", worked=frozenset({date(2022, 10, 8)}))
    >>> swap.is_weekend(date(2022, 10, 8)), swap.is_weekend(date(2022, 10, 15))
    (False, True)
    """

    country: str
    holidays: Mapping[date, str] = field(default_factory=dict)
    worked: frozenset[date] = frozenset()
    weekend: frozenset[int] = frozenset({SATURDAY, SUNDAY})
    provisional: tuple[int, ...] = ()

    def is_weekend(self, day: date) -> bool:
        """Whether a day is one of rest by the week, and not worked instead of another."""
        return day.weekday() in self.weekend and day not in self.worked

    def is_holiday(self, day: date) -> bool:
        """Whether a day is a public holiday."""
        return day in self.holidays

    def is_worked(self, day: date) -> bool:
        """Whether offices are open."""
        return not self.is_weekend(day) and not self.is_holiday(day)


def country_days(country: str, years: Iterable[int]) -> CountryDays:
    """The public holidays of a country, as the package `holidays` has them; names in English.

    Raises `OptionError` where the country is not known there, or the package is not installed.

    >>> china = country_days("CN", [2022])
    >>> [day for day in sorted(china.worked) if day.month == 10]
    [datetime.date(2022, 10, 8), datetime.date(2022, 10, 9)]
    >>> china.is_worked(date(2022, 10, 8)), china.is_worked(date(2022, 10, 5))
    (True, False)

    Source: the notices of the General Office of the State Council on holidays, and the laws of the
    countries, collected in the package `holidays`.
    """
    wanted = sorted(set(years))
    table = _table(country, wanted)
    worked = frozenset(day for day in table.weekend_workdays if day.year in wanted)
    swapped = {day.year for day in worked}
    return CountryDays(
        country,
        dict(table.items()),
        worked,
        frozenset(table.weekend),
        tuple(year for year in wanted if country == "CN" and year not in swapped),
    )


def calendars(countries: Iterable[str], first: date, last: date) -> dict[str, CountryDays]:
    """The calendars of several countries over a period; a country without a code has weekends only."""
    years = range(first.year, last.year + 1)
    return {
        one: country_days(one, years) if one else CountryDays("") for one in sorted(set(countries))
    }


def _table(country: str, years: list[int]) -> "HolidayBase":
    try:
        import holidays
    except ModuleNotFoundError as error:
        raise OptionError(
            "public holidays need more packages: pip install 'tracktwo[schedule]'"
        ) from error
    known = holidays.list_supported_countries()
    if country not in known:
        raise OptionError(f"country {country!r} is not known; write its ISO code, such as BE or CN")
    language = next((one for one in ("en_US", "en_GB", "en_CA") if _speaks(country, one)), None)
    return holidays.country_holidays(country, years=years, language=language)


def _speaks(country: str, language: str) -> bool:
    from holidays import list_localized_countries

    return language in list_localized_countries().get(country, [])
