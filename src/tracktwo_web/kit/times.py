"""Moments as people at several tables read them: each on their own clock, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.dateformat import format as date_format
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from tracktwo_web.kit.languages import reader_language

UTC = "UTC"
DAY_AND_TIME = {
    "en": "D j F Y, H:i",
    "zh": "Y年n月j日（D）H:i",
    "fr": "l j F Y, G\u00a0\\h\u00a0i",
}
"""Django's own formats ask for a reader at home in one country; these say weekday and 24 hours."""
DAY = {"en": "j F Y", "zh": "Y年n月j日", "fr": "j F Y"}

PLACES: dict[str, str | Promise] = {
    "Africa/Addis_Ababa": pgettext_lazy("city", "Addis Ababa"),
    "Africa/Cairo": pgettext_lazy("city", "Cairo"),
    "Africa/Johannesburg": pgettext_lazy("city", "Pretoria"),
    "Africa/Lagos": pgettext_lazy("city", "Abuja"),
    "Africa/Nairobi": pgettext_lazy("city", "Nairobi"),
    "America/Argentina/Buenos_Aires": pgettext_lazy("city", "Buenos Aires"),
    "America/Mexico_City": pgettext_lazy("city", "Mexico City"),
    "America/New_York": pgettext_lazy("city", "Washington"),
    "America/Sao_Paulo": pgettext_lazy("city", "Brasília"),
    "America/Toronto": pgettext_lazy("city", "Ottawa"),
    "Asia/Bangkok": pgettext_lazy("city", "Bangkok"),
    "Asia/Dubai": pgettext_lazy("city", "Abu Dhabi"),
    "Asia/Hong_Kong": pgettext_lazy("city", "Hong Kong"),
    "Asia/Jakarta": pgettext_lazy("city", "Jakarta"),
    "Asia/Jerusalem": pgettext_lazy("city", "Jerusalem"),
    "Asia/Karachi": pgettext_lazy("city", "Islamabad"),
    "Asia/Kolkata": pgettext_lazy("city", "New Delhi"),
    "Asia/Manila": pgettext_lazy("city", "Manila"),
    "Asia/Riyadh": pgettext_lazy("city", "Riyadh"),
    "Asia/Seoul": pgettext_lazy("city", "Seoul"),
    "Asia/Shanghai": pgettext_lazy("city", "Beijing"),
    "Asia/Singapore": pgettext_lazy("city", "Singapore"),
    "Asia/Taipei": pgettext_lazy("city", "Taipei"),
    "Asia/Tehran": pgettext_lazy("city", "Tehran"),
    "Asia/Tokyo": pgettext_lazy("city", "Tokyo"),
    "Asia/Ulaanbaatar": pgettext_lazy("city", "Ulaanbaatar"),
    "Australia/Sydney": pgettext_lazy("city", "Canberra"),
    "Europe/Athens": pgettext_lazy("city", "Athens"),
    "Europe/Berlin": pgettext_lazy("city", "Berlin"),
    "Europe/Brussels": pgettext_lazy("city", "Brussels"),
    "Europe/Istanbul": pgettext_lazy("city", "Ankara"),
    "Europe/Kyiv": pgettext_lazy("city", "Kyiv"),
    "Europe/London": pgettext_lazy("city", "London"),
    "Europe/Madrid": pgettext_lazy("city", "Madrid"),
    "Europe/Moscow": pgettext_lazy("city", "Moscow"),
    "Europe/Paris": pgettext_lazy("city", "Paris"),
    "Europe/Rome": pgettext_lazy("city", "Rome"),
    "Europe/Warsaw": pgettext_lazy("city", "Warsaw"),
    "Europe/Zurich": pgettext_lazy("city", "Geneva"),
    UTC: pgettext_lazy("time zone", "UTC"),
}
"""Time zones by the city people there would name; a form may offer them as choices."""


@dataclass(frozen=True)
class LocalTime:
    """A moment on the clock of one place."""

    place: str
    moment: datetime

    def __str__(self) -> str:
        return date_format(self.moment, DAY_AND_TIME[reader_language()])


def place_of(zone: str) -> str:
    """What a time zone is called: its capital, else the city in its own name."""
    return str(PLACES.get(zone) or zone.rpartition("/")[2].replace("_", " "))


def local_times(moment: datetime, zones: Iterable[str]) -> list[LocalTime]:
    """A moment in each zone, every zone once and in the order given; in UTC where there is none."""
    return [
        LocalTime(place_of(zone), moment.astimezone(ZoneInfo(zone)))
        for zone in dict.fromkeys(zones) or (UTC,)
    ]


def day(moment: date) -> str:
    """The day of a moment, as the reader's language writes it."""
    return date_format(moment, DAY[reader_language()])
