"""Days and times as people write them in English, Chinese and French."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import groupby

from tracktwo.locale import Words

_MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
    ),
}  # fmt: skip
_WEEKDAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "fr": ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
}


def day_in_words(day: date, words: Words) -> str:
    """A day with its year.

    >>> from tracktwo.locale import translator
    >>> [day_in_words(date(2022, 10, 1), translator(one)) for one in ("en", "zh", "fr")]
    ['1 October 2022', '2022年10月1日', '1er octobre 2022']
    """
    if words.language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{_ordinal(day.day, words)} {month_in_words(day, words)}"


def month_in_words(day: date, words: Words) -> str:
    """A month with its year."""
    if words.language == "zh":
        return f"{day.year}年{day.month}月"
    return f"{_MONTHS[words.language][day.month - 1]} {day.year}"


def weekday_in_words(day: date, words: Words) -> str:
    """The day of the week, short."""
    return _WEEKDAYS[words.language][day.weekday()]


def dated(day: date, words: Words) -> str:
    """A day with the day of the week before it.

    >>> from tracktwo.locale import translator
    >>> dated(date(2022, 10, 8), translator("zh"))
    '2022年10月8日周六'
    """
    told, weekday = day_in_words(day, words), weekday_in_words(day, words)
    return f"{told}{weekday}" if words.language == "zh" else f"{weekday} {told}"


def span_in_words(first: date, last: date, words: Words) -> str:
    """A stretch of days, as short as can be without doubt.

    >>> from tracktwo.locale import translator
    >>> span_in_words(date(2022, 10, 1), date(2022, 10, 7), translator("en"))
    '1–7 October 2022'
    >>> span_in_words(date(2022, 10, 31), date(2022, 11, 2), translator("fr"))
    '31 octobre – 2 novembre 2022'
    """
    if first == last:
        return day_in_words(first, words)
    if words.language == "zh":
        return _span_in_chinese(first, last)
    end = day_in_words(last, words)
    if (first.year, first.month) == (last.year, last.month):
        return f"{_ordinal(first.day, words)}–{end}"
    if first.year == last.year:
        return f"{_ordinal(first.day, words)} {_MONTHS[words.language][first.month - 1]} – {end}"
    return f"{day_in_words(first, words)} – {end}"


def _span_in_chinese(first: date, last: date) -> str:
    begin = f"{first.year}年{first.month}月{first.day}日"
    if (first.year, first.month) == (last.year, last.month):
        return f"{begin}至{last.day}日"
    if first.year == last.year:
        return f"{begin}至{last.month}月{last.day}日"
    return f"{begin}至{last.year}年{last.month}月{last.day}日"


def days_of(first: date, last: date) -> Iterator[date]:
    """Every day of a stretch; none where it runs backwards."""
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def spans_of(days: Iterable[date]) -> list[tuple[date, date]]:
    """Days as stretches without a gap.

    >>> [(one.day, other.day) for one, other in spans_of([date(2022, 5, n) for n in (1, 2, 4)])]
    [(1, 2), (4, 4)]
    """
    ordered = sorted(set(days))
    groups = groupby(enumerate(ordered), lambda one: one[1].toordinal() - one[0])
    stretches = ([day for _, day in group] for _, group in groups)
    return [(one[0], one[-1]) for one in stretches]


def clock(moment: datetime) -> str:
    """The time of day."""
    return f"{moment:%H:%M}"


def _ordinal(day: int, words: Words) -> str:
    return "1er" if words.language == "fr" and day == 1 else str(day)
