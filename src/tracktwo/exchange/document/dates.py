"""Dates at the beginning of an entry: a year, a span of years, a month or day in it."""

import re
from dataclasses import dataclass

_MONTHS = (
    "jan(?:uary|vier)?|feb(?:ruary)?|f[ée]vr(?:ier)?|mar(?:ch|s)?|apr(?:il)?|avr(?:il)?|may|mai|june?|juin|"
    "july?|juil(?:let)?|aug(?:ust)?|ao[ûu]t|sept(?:ember|embre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|"
    "dec(?:ember)?|d[ée]c(?:embre)?"
)
_SEASONS = (
    "spring|summer|autumn|fall|winter|early|mid|late|printemps|[ée]t[ée]|automne|hiver|d[ée]but|fin"
)
_LEAD = rf"(?:(?:in|on|from|en|le|de|depuis|since|dès)\s+)?(?:\d{{1,2}}(?:st|nd|rd|th|er)?\s+)?(?:(?:{_MONTHS}|{_SEASONS})\.?[\s-]+(?:\d{{1,2}},\s*)?)?"
_YEAR = r"(?:1[5-9]|20|21)\d\d"
_DASH = r"(?:\s*[-‐‑‒–—−~～/]\s*|\s+(?:to|until|à|au)\s+|\s*年?\s*[至到]\s*)"
_OPEN = r"present|today|now|ongoing|pr[ée]sent|aujourd[’']hui|今|至今|现在"
_ISO = r"(?:[-./](?:0?[1-9]|1[0-2])(?:[-./](?:0?[1-9]|[12]\d|3[01]))?(?![\d]))"
_MONTH_HAN = r"年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?"
_DATE = re.compile(
    rf"(?P<dated>{_LEAD}(?P<start>{_YEAR})(?!\d)"
    rf"(?:{_DASH}(?P<end>{_YEAR}(?!\d)|\d\d(?![\d/.-])|(?:{_OPEN}))年?|(?P<open>[-–—](?=\s|$))|{_ISO}|{_MONTH_HAN})?s?)",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[\s:：,，.。;|—–-]+")
_PROSE = re.compile(
    r"(?:was|were|is|are|has|had|saw|will|and|or|with|brought|marked|fut|est|[ée]tait|a |ont|et)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as written, the years it spans (`end` None where it is open), and what follows."""

    dated: str
    start: int
    end: int | None
    rest: str


def dated(text: str) -> Dated | None:
    """The date an entry begins with and what it says of it, or None.

    >>> dated("2010–14 Diplomats took part in conferences.")
    Dated(dated='2010–14', start=2010, end=2014, rest='Diplomats took part in conferences.')
    >>> dated("2021 was a difficult year.") is None
    True
    """
    match = _DATE.match(text)
    if match is None or not _stands_apart(text, match.end()):
        return None
    gap = _BREAK.match(text, match.end())
    rest = text[gap.end() if gap else match.end() :]
    start = int(match["start"])
    written = match["dated"].strip(" -–—") if match["open"] else match["dated"]
    return Dated(written, start, _end(match, start), rest)


def _stands_apart(text: str, place: int) -> bool:
    """Whether a date is followed by a break and not by the rest of its own sentence."""
    after = text[place:]
    if not after:
        return True
    if after[0].isspace():
        return not _PROSE.match(after.lstrip())
    return bool(_BREAK.match(after)) or not (after[0].isalnum() and after[0].isascii())


def _end(match: re.Match[str], start: int) -> int | None:
    written = match["end"]
    if match["open"] or re.match(r"(?:depuis|since|dès)\b", match["dated"], re.IGNORECASE):
        return None
    if written is None:
        return start
    if not written.isdecimal():
        return None
    end = int(written) if len(written) == 4 else start // 100 * 100 + int(written)
    # 1998–02 runs over the end of the century.
    return end if end >= start or len(written) == 4 else end + 100
