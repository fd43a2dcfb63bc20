"""Numbers, dates and percents of a source, as values that can be held against another language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from tracktwo.text.languages.numerals import chinese_number, spelled_number, spelled_words

Kind: TypeAlias = Literal["number", "percent", "date"]
Value: TypeAlias = Decimal | tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, a percent or a date (year, month, day; None where not said) at its place.

    A quantity that is not firm may be no more than a manner of speaking (one, 一, first): it can
    answer a number of the other language but asks for none.
    """

    start: int
    end: int
    kind: Kind
    value: Value
    is_firm: bool = True


_MONTHS = {
    "en": "january february march april may june july august september october november december".split(),  # noqa: SIM905 (a page less)
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),  # noqa: SIM905 (a page less)
}
_MONTH = {name: number for names in _MONTHS.values() for number, name in enumerate(names, 1)}
_SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SCALES |= {"mille": 3, "millions": 6, "milliard": 9, "milliards": 9, "billions": 12}
_HAN_SCALES = {"": 0, "百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}

_HAN = "〇零一二三四五六七八九十百千万亿两"
_UNITS = "个?(?:年|月|日|天|周|星期|小时|分钟|次|国|条|段|款|项|章|架|艘|公里|海里|米|人|名|轮|届|级|方面)"
_NUMBERED = {"条", "段", "款", "项", "章"}
_SPELLED_UNITS = r"(?:\w+\s+)?(?:days?|weeks?|months?|years?|hours?|minutes?|times?|jours?|semaines?|mois|ans?|années?|heures?|fois)"

_CHINESE = re.compile(
    r"(?:\d{1,2}|[一二十]{1,3})世纪(?:[二三四五六七八九十\d]{2}年代)?|\d{2,4}年代"
    r"|(?P<date>(?:(?P<y>\d{4}|[〇零一二三四五六七八九]{4})年)?(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})月"
    r"(?:(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?)"
    r"|(?P<year>[〇零一二三四五六七八九]{4}|\d{4})(?=年)(?!年代)"
    rf"|百分之(?P<percent>\d+(?:\.\d+)?|[{_HAN}]+(?:点[{_HAN}]+)?)"
    r"|(?<![A-Za-z.\d])(?<![A-Za-z]-)(?P<digits>\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<scale>万亿|百万|千万|[百千万亿])?(?P<sign>\s?[%％])?(?![A-Za-z\d])"
    rf"|(?P<han>[{_HAN}]+)(?P<unit>{_UNITS})?"
)
_CLOCK = r"\d{1,2}[:h]\d{2}"


def _western(language: str) -> re.Pattern[str]:
    names = (one.capitalize() if language == "en" else one for one in _MONTHS[language])
    month = f"(?-i:{'|'.join(names)})"
    day = r"\d{1,2}(?:st|nd|rd|th|er)?"
    number = (
        r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
        if language == "en"
        else r"\d{1,3}(?:[\s\u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
    )
    percent = (
        r"[-\s]?(?:%|per\s?cent\b|percent\b)" if language == "en" else r"\s?(?:%|pour\s?cent\b)"
    )
    scales = "|".join(sorted(_SCALES, key=len, reverse=True))
    return re.compile(
        rf"\b(?P<d1>{day})\s+(?P<m1>{month})\b(?:,?\s+(?P<y1>\d{{4}}))?"
        rf"|\b(?P<m2>{month})\s+(?P<d2>{day})(?:,\s*(?P<y2>\d{{4}}))?\b(?!\d)"
        rf"|\b(?P<m3>{month})\s+(?:of\s+)?(?P<y3>\d{{4}})\b"
        rf"|{_CLOCK}|\b\d{{2,4}}s\b"
        rf"|(?<![\w.,])(?<![A-Za-z][-–])(?P<digits>{number})(?:\s?(?P<scale>{scales})\b)?(?P<sign>{percent})?(?:st|nd|rd|th|er|re|e|ème)?(?![\w])"
        rf"|\b(?P<word>{spelled_words(language)})\b(?:\s+(?P<wscale>{scales})\b)?(?P<wsign>{percent})?(?P<wunit>[-\s]+{_SPELLED_UNITS}\b)?",
        re.IGNORECASE,
    )


_PATTERNS = {"en": _western("en"), "fr": _western("fr")}


def quantities(source: str, language: str) -> tuple[Quantity, ...]:
    """The numbers, dates and percents of a source, in order; none in a language without a table.

    Numbers that are part of a name (G7, COVID-19), times of day and decades are left out. Words
    below ten are firm only before a unit (three days, 三天).

    >>> quantities("14 June 2021", "en")[0].value == quantities("2021年6月14日", "zh")[0].value
    True
    >>> [(one.kind, str(one.value)) for one in quantities("三十国，百分之五", "zh")]
    [('number', '30'), ('percent', '5')]
    """
    if language == "zh":
        return tuple(_chinese(source))
    if language in _PATTERNS:
        return tuple(_spelled(source, language))
    return ()


def _chinese(source: str) -> Iterator[Quantity]:
    for match in _CHINESE.finditer(source):
        start, end = match.span()
        if match["date"]:
            day = (match["y"], match["m"], match["d"])
            yield from _date(start, end, *(_of(one) for one in day))
        elif match["year"]:
            yield Quantity(start, end, "number", Decimal(_of(match["year"]) or 0))
        elif match["percent"]:
            yield Quantity(start, end, "percent", chinese_number(match["percent"]))
        elif match["digits"]:
            value = Decimal(re.sub("[,，]", "", match["digits"]))
            value = value.scaleb(_HAN_SCALES[match["scale"] or ""])
            yield Quantity(start, end, "percent" if match["sign"] else "number", value)
        elif match["han"]:
            yield from _han(match)


def _of(digits: str | None) -> int | None:
    return None if digits is None else int(chinese_number(digits))


def _han(match: re.Match[str]) -> Iterator[Quantity]:
    """A number in Chinese signs; a single one is often part of a word (统一, 万一, 十分)."""
    if not any(sign in "一二三四五六七八九十两" for sign in match["han"]):
        return
    value = chinese_number(match["han"])
    is_counted = value > 1 and match["unit"] is not None and "两" not in match["han"]
    if match.string[max(0, match.start() - 1) : match.start()] == "第":
        is_counted = is_counted and match["unit"] in _NUMBERED
    firm = is_counted or (value > 10 and len(match["han"]) > 1)
    yield Quantity(*match.span("han"), "number", value, is_firm=firm)


def _spelled(source: str, language: str) -> Iterator[Quantity]:
    for match in _PATTERNS[language].finditer(source):
        start, end = match.span()
        month = match["m1"] or match["m2"] or match["m3"]
        if month:
            day, year = match["d1"] or match["d2"], match["y1"] or match["y2"] or match["y3"]
            number = int(re.sub(r"\D", "", day)) if day else None
            yield from _date(start, end, int(year) if year else None, _MONTH[month.lower()], number)
        elif match["digits"]:
            value = _digits(match["digits"], language).scaleb(_scale(match["scale"]))
            yield Quantity(start, end, "percent" if match["sign"] else "number", value)
        elif match["word"]:
            yield _word(match, language)


def _digits(written: str, language: str) -> Decimal:
    if language == "en":
        return Decimal(written.replace(",", ""))
    return Decimal(re.sub(r"\s", "", written).replace(",", "."))


def _word(match: re.Match[str], language: str) -> Quantity:
    value = spelled_number(match["word"], language).scaleb(_scale(match["wscale"]))
    if match["wsign"]:
        return Quantity(match.start(), match.end("wsign"), "percent", value)
    end = match.end("wscale") if match["wscale"] else match.end("word")
    firm = value > 10 or (value > 1 and match["wunit"] is not None)
    return Quantity(match.start(), end, "number", value, is_firm=firm)


def _scale(word: str | None) -> int:
    return _SCALES[word.lower()] if word else 0


def _date(
    start: int, end: int, year: int | None, month: int | None, day: int | None
) -> Iterator[Quantity]:
    """A date that there can be; a month alone is none, since "may" is not May."""
    if month and 1 <= month <= 12 and (day is None or 1 <= day <= 31) and (year or day):
        yield Quantity(start, end, "date", (year, month, day))


def quantity_gaps(
    left: str, left_language: str, right: str, right_language: str
) -> tuple[tuple[Quantity | None, Quantity | None], ...]:
    """Firm quantities of either side that the other does not have: in order, side by side.

    >>> [(str(a.value), str(b.value)) for a, b in quantity_gaps("within 30 days", "en", "二十日内", "zh")]
    [('30', '20')]
    """
    ours, theirs = quantities(left, left_language), quantities(right, right_language)
    only_left, only_right = _without(ours, theirs), _without(theirs, ours)
    longest = max(len(only_left), len(only_right))
    return tuple((_at(only_left, place), _at(only_right, place)) for place in range(longest))


def _at(found: list[Quantity], place: int) -> Quantity | None:
    return found[place] if place < len(found) else None


def _without(these: tuple[Quantity, ...], those: tuple[Quantity, ...]) -> list[Quantity]:
    """Firm ones that are left when each of those has answered one of its value, firm ones first."""
    waiting = [(one.kind, one.value) for one in those]
    left: list[Quantity] = []
    for one in sorted(these, key=lambda one: not one.is_firm):
        if (one.kind, one.value) in waiting:
            waiting.remove((one.kind, one.value))
        elif one.is_firm:
            left.append(one)
    return sorted(left, key=lambda one: one.start)
