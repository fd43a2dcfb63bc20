"""Dates of a chronology in words."""

from datetime import date

from tracktwo.locale import Words
from tracktwo.roadmap.chronology.when import When
from tracktwo.roadmap.dates import day_in_words, month_in_words, span_in_words


def when_in_words(when: When, words: Words) -> str:
    """A date or stretch of time, as exactly as it is known and no more.

    >>> from tracktwo.locale import translator
    >>> [when_in_words(When.parse(one), translator("en")) for one in ("2018-06-05", "2018-06", "2010/2014", "2010/..")]
    ['5 June 2018', 'June 2018', '2010–2014', 'since 2010']
    """
    begins, ends = when.written
    if not ends:
        return _one(begins, words)
    if ends == "..":
        return words.gettext("since {date}", date=_one(begins, words))
    if len(begins) == len(ends) == len("2018-06-05") and when.last:
        return span_in_words(when.first, when.last, words)
    if len(begins) == len(ends) == len("2018"):
        return f"{begins}–{ends}" if words.language != "zh" else f"{begins}—{ends}年"
    return f"{_one(begins, words)} – {_one(ends, words)}"


def _one(text: str, words: Words) -> str:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return f"{text}年" if words.language == "zh" else text
    day = date(parts[0], parts[1], parts[2] if len(parts) == 3 else 1)
    return day_in_words(day, words) if len(parts) == 3 else month_in_words(day, words)
