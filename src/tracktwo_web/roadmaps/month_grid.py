"""A month as a sheet of weeks: every meeting on its day with the clock of each side, and why nobody meets on others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.dateformat import format as date_format
from django.utils.translation import gettext

from tracktwo.roadmap import Calendar
from tracktwo.roadmap.calendar.slots import ONE_DAY, Board
from tracktwo.roadmap.dates import dated, month_in_words, weekday_in_words
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.kit.times import LocalTime, local_times
from tracktwo_web.roadmaps.calendar import Entry
from tracktwo_web.roadmaps.telling import reader_words

CLOCK = {"en": "H:i", "zh": "H:i", "fr": "G\u00a0\\h\u00a0i"}
"""The time of day; the day is where it stands."""
WEEK = 7
A_MONDAY = date(2024, 1, 1)


@dataclass(frozen=True)
class Held:
    """A meeting on a day: `clocks` where it begins on it, none on the days that follow."""

    entry: Entry
    is_first: bool
    clocks: tuple[tuple[str, datetime, str], ...] = ()


@dataclass(frozen=True)
class Day:
    """A day of the sheet. `reasons` say why nobody meets, or one side does not."""

    day: date
    said: str
    is_of_month: bool
    is_of_plan: bool
    is_weekend: bool
    reasons: tuple[str, ...]
    meetings: tuple[Held, ...]


@dataclass(frozen=True)
class Sheet:
    """A month in weeks from Monday on, and its neighbours within the roadmap."""

    name: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[Day, ...], ...]
    before: date | None
    after: date | None


def month_shown(calendar: Calendar, asked: str, *, today: date) -> date:
    """The first day of the month that was asked for, as 2022-10; else of the next with a meeting."""
    roadmap = calendar.roadmap
    try:
        wanted = date.fromisoformat(f"{asked}-01")
    except ValueError:
        days = [slot.day for slot in calendar.slots]
        coming = (day for day in days if day >= today)
        wanted = next(coming, days[-1] if days else min(max(today, roadmap.first), roadmap.last))
    return min(max(wanted, roadmap.first), roadmap.last).replace(day=1)


def sheet_of(
    calendar: Calendar, entries: Iterable[Entry], month: date, zones: Sequence[str]
) -> Sheet:
    """The weeks that touch a month; clocks in the order of `zones`."""
    words, roadmap = reader_words(), calendar.roadmap
    board = calendar.board
    assert board is not None  # a calendar of the platform comes with its board
    held = list(entries)
    following = (month + 31 * ONE_DAY).replace(day=1)
    days = [_day(board, held, one, month, zones) for one in _days_around(month, following)]
    return Sheet(
        month_in_words(month, words),
        tuple(weekday_in_words(A_MONDAY + n * ONE_DAY, words) for n in range(WEEK)),
        tuple(tuple(days[n : n + WEEK]) for n in range(0, len(days), WEEK)),
        (month - ONE_DAY).replace(day=1) if roadmap.first < month else None,
        following if following <= roadmap.last else None,
    )


def _days_around(month: date, following: date) -> Iterator[date]:
    first = month - timedelta(days=month.weekday())
    last = following - ONE_DAY
    last += timedelta(days=WEEK - 1 - last.weekday())
    return (first + n * ONE_DAY for n in range((last - first).days + 1))


def _day(board: Board, held: list[Entry], day: date, month: date, zones: Sequence[str]) -> Day:
    roadmap = board.roadmap
    reasons = tuple(_reasons(board, day))
    told = dated(day, reader_words())
    return Day(
        day,
        gettext("%(day)s: %(reasons)s") % {"day": told, "reasons": ", ".join(reasons)}
        if reasons
        else told,
        is_of_month=day.month == month.month,
        is_of_plan=roadmap.first <= day <= roadmap.last,
        is_weekend=all(board.working[one.country].is_weekend(day) for one in roadmap.home.values()),
        reasons=reasons,
        meetings=tuple(
            _held(one, day, zones) for one in held if one.slot.day <= day <= one.slot.last
        ),
    )


def _reasons(board: Board, day: date) -> Iterator[str]:
    """Times without meetings by their names, holidays by the places where they are kept."""
    language = reader_language()
    for one in board.roadmap.blackouts:
        if one.first <= day <= one.last:
            yield one.name(language)
    for place in board.roadmap.home.values():
        if board.working[place.country].is_holiday(day):
            yield gettext("holiday in %(place)s") % {"place": place.name(language)}


def _held(entry: Entry, day: date, zones: Sequence[str]) -> Held:
    is_first = entry.slot.day == day
    times = local_times(entry.slot.start, zones) if is_first else ()
    return Held(entry, is_first, tuple(_clock(one, entry.slot.day) for one in times))


def _clock(one: LocalTime, day: date) -> tuple[str, datetime, str]:
    """The place, the moment, and the time of day; with the day of the week where it is another day there."""
    told = date_format(one.moment, CLOCK[reader_language()])
    there = one.moment.date()
    if there != day:
        told = f"{weekday_in_words(there, reader_words())} {told}"
    return one.place, one.moment, told
