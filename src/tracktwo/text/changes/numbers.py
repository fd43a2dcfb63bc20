"""A number printed before a unit, taken apart: 3., (a) bis, 第三条之二, iv)."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from tracktwo.text.languages.numerals import chinese_number

TURNS: Final = (
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies",
    "undecies", "duodecies", "terdecies", "quaterdecies", "quindecies", "sexdecies",
)  # fmt: skip
"""Second, third ... sixteenth use of a number; past that it goes on as "no. 17"."""

_HAN = "〇零一二三四五六七八九十百千"
_CORE = rf"\d+|[a-z]+|[A-Z]+|[{_HAN}]+"
_INSIDE = rf"0-9a-zA-Z{_HAN}"
_NUMBER = re.compile(
    rf"(?P<before>(?:.*?[^{_INSIDE}-])?)(?P<minus>-?)(?P<core>{_CORE})(?P<after>[^{_INSIDE}]*)"
)
_TURN = re.compile(
    rf" (?P<latin>{'|'.join(TURNS)}|no\. (?P<no>\d+))(?=[^\w]*$)|之(?P<han>[{_HAN}]+)(?=[^{_INSIDE}]*$)"
)
_ROMAN: Final = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """`before` and `after` are printed around the `core`; `minus` says that it stands before the first.

    `turn` is 1 for a number as such, 2 for its bis, 3 for its ter.
    """

    before: str
    core: str
    after: str
    minus: bool = False
    turn: int = 1

    @staticmethod
    def of(printed: str) -> "Number | None":
        """The parts of a number, None where it is none.

        >>> Number.of("(a) bis")
        Number(before='(', core='a', after=')', minus=False, turn=2)
        """
        return _read(printed)

    def __str__(self) -> str:
        core = f"{'-' if self.minus else ''}{self.core}"
        if self.turn == 1:
            return f"{self.before}{core}{self.after}"
        turn = self._printed_turn()
        if self.after[:1] in (")", "）", "条", "段", "款", "项", "章", "节"):
            return f"{self.before}{core}{self.after}{turn}"
        return f"{self.before}{core}{turn}{self.after}"

    def _printed_turn(self) -> str:
        if self.is_chinese:
            return f"之{chinese(self.turn)}"
        is_named = self.turn <= len(TURNS) + 1
        return f" {TURNS[self.turn - 2]}" if is_named else f" no. {self.turn}"

    @property
    def is_chinese(self) -> bool:
        """Whether the number is printed in Chinese."""
        return bool(re.search(r"[\u4e00-\u9fff（]", f"{self.before}{self.core}{self.after}"))

    @property
    def style(self) -> tuple[str, str, str]:
        """What numbers of one row have in common: what is around, and the kind of sign."""
        kind = "digit" if self.core.isdecimal() else "chinese" if self.core[0] in _HAN else "letter"
        case = "upper" if self.core.isupper() else "lower"
        return self.before, self.after, f"{kind} {case}" if kind == "letter" else kind

    def value(self, *, roman: bool = False) -> int:
        """Which one it is in its row, from 1; letters are read as roman numerals where asked.

        >>> Number("(", "iv", ")").value(roman=True), Number("第", "三", "条").value()
        (4, 3)
        """
        if self.core.isdecimal():
            return int(self.core)
        if self.core[0] in _HAN:
            return int(chinese_number(self.core))
        return _roman(self.core.lower()) if roman else _letters(self.core.lower())

    def valued(self, value: int, *, roman: bool = False) -> "Number":
        """The number of the same style that is the `value`th of its row."""
        if self.core.isdecimal():
            core = str(value)
        elif self.core[0] in _HAN:
            core = chinese(value)
        else:
            core = _as_roman(value) if roman else _as_letters(value)
            core = core.upper() if self.core.isupper() else core
        return replace(self, core=core, minus=False, turn=1)


@lru_cache(maxsize=4096)
def _read(printed: str) -> Number | None:
    turn = _TURN.search(printed)
    found = _NUMBER.fullmatch(_TURN.sub("", printed))
    if not found:
        return None
    minus = bool(found["minus"])
    return Number(found["before"], found["core"], found["after"], minus, _turn(turn))


def chinese(value: int) -> str:
    """A whole number below 1,000 in Chinese signs.

    >>> chinese(2), chinese(14), chinese(30), chinese(105)
    ('二', '十四', '三十', '一百零五')
    """
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    written = f"{digits[hundreds]}百" if hundreds else ""
    if tens:
        written += "十" if tens == 1 and not hundreds else f"{digits[tens]}十"
    elif hundreds and ones:
        written += "零"
    return written + (digits[ones] if ones or not value else "")


def _turn(found: re.Match[str] | None) -> int:
    if not found:
        return 1
    if found["han"]:
        return int(chinese_number(found["han"]))
    return int(found["no"]) if found["no"] else TURNS.index(found["latin"]) + 2


def _letters(core: str) -> int:
    """a is 1, z is 26, aa is 27."""
    value = 0
    for one in core:
        value = value * 26 + ord(one) - ord("a") + 1
    return value


def _as_letters(value: int) -> str:
    core = ""
    while value:
        value, rest = divmod(value - 1, 26)
        core = chr(ord("a") + rest) + core
    return core


def is_roman(core: str) -> bool:
    """Whether letters are a roman numeral as one writes it."""
    small = core.lower()
    return bool(small) and set(small) <= set("ivxlc") and _as_roman(_roman(small)) == small


def _roman(core: str) -> int:
    value = 0
    for worth, sign in _ROMAN:
        while core.startswith(sign):
            core, value = core[len(sign) :], value + worth
    return value


def _as_roman(value: int) -> str:
    core = ""
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        core += sign * times
    return core
