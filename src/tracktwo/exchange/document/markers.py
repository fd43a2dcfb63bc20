"""Marks at the beginning of a line: bullets, and numbers in the ways reports write them."""

import re
from dataclasses import dataclass
from typing import Literal

from tracktwo.exchange.document.letters import HAN

Kind = Literal["bullet", "chapter", "roman", "han", "arabic", "nested", "part", "letter"]

_DIGITS = "一二三四五六七八九十"
_ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
_NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|un|deux|trois|quatre|cinq"
_WORDS = "chapter|section|part|chapitre|partie|titre|annexe?|appendix"

# Order matters: a mark that another one begins with comes later.
_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("bullet", re.compile(r"[•▪◦‣⁃●○■□◆◇▶►➢➤✓✔·∙※★☆\uf0b7\uf0a7\uf0d8]\s*|[-–—*+]\s+|o\s+(?=[A-Z])")),
    ("chapter", re.compile(
        rf"(?:(?i:{_WORDS})\s+(?P<n>\d{{1,3}}|[IVXLC]+|[A-Z]|(?i:{_NUMBERS}))\b|第(?P<h>[{_DIGITS}百零\d]+)(?:部分|[章节節篇编]))\s*[:：、.–—-]?\s*"
    )),
    ("roman", re.compile(rf"(?P<n>{_ROMAN})(?:[.):]\s+|\s*[-–—:]\s+|[、．]\s*)")),
    ("roman", re.compile(rf"(?P<n>(?=..){_ROMAN})\s+(?=[A-ZÀ-Þ]{{2}})")),
    ("han", re.compile(rf"(?P<n>[{_DIGITS}]{{1,3}})[、.．:：]\s*")),
    ("part", re.compile(rf"[（(](?P<n>[{_DIGITS}]{{1,3}})[）)][、.]?\s*")),
    ("nested", re.compile(
        rf"(?P<n>\d{{1,2}}(?:\.\d{{1,2}})+)(?:[.)]?\s+(?=[A-ZÀ-Þ“«\"])|[.)、]?\s*(?=[{HAN}]))"
    )),
    ("arabic", re.compile(
        rf"(?P<n>\d{{1,3}})(?:[.):]\s+|[.)]\s*(?=[{HAN}])|[、．]\s*|\s*[°º]\s*)|[（(](?P<h>\d{{1,3}})[）)]\s*|[①-⑳]\s*"
    )),
    ("letter", re.compile(r"(?P<n>[A-Za-z])[.)]\s+|[（(](?P<h>[a-z]{1,4})[）)]\s*")),
)  # fmt: skip

STRONG = {"chapter", "roman", "han"}
"""Numbers that open the large parts of a report."""


@dataclass(frozen=True, slots=True)
class Marker:
    """The mark a line begins with and, for a number, the number as written."""

    kind: Kind
    number: str = ""


def marked(text: str) -> tuple[Marker | None, str]:
    """The mark of a line and what follows it; no mark where nothing would follow.

    >>> marked("IV. CHINESE PERCEPTIONS OF NATO")
    (Marker(kind='roman', number='IV'), 'CHINESE PERCEPTIONS OF NATO')
    >>> marked("1.5 billion people")
    (None, '1.5 billion people')
    """
    for kind, pattern in _PATTERNS:
        match = pattern.match(text)
        if match and match.end() < len(text):
            groups = match.groupdict()
            number = groups.get("n") or groups.get("h") or ""
            return Marker(kind, number), text[match.end() :]
    return None, text


def number_value(number: str) -> int:
    """The value of a number as reports write it, 0 for anything else.

    >>> number_value("XIV"), number_value("12"), number_value("十二")
    (14, 12, 12)
    """
    if number.isdecimal():
        return int(number)
    if number and all(one in _DIGITS for one in number):
        return _han_value(number)
    values = [{"I": 1, "V": 5, "X": 10}.get(letter, 0) for letter in number]
    following = [*values[1:], 0][: len(values)]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def _han_value(number: str) -> int:
    tens, ten, ones = number.rpartition("十")
    unit = _DIGITS.index(ones) + 1 if ones else 0
    return (_DIGITS.index(tens) + 1 if tens else 1) * 10 + unit if ten else unit
