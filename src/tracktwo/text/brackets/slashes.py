"""Slashes that part two wordings, and slashes that join one term."""

import re
from typing import Final

ADDRESS: Final = r"https?://[!-Z^_a-z|~]*"
"""An address of the web: its slashes part nothing. Brackets, braces and backslashes end it."""

_JOINED = frozenset(
    ("and/or", "et/ou", "n/a", "km/h", "w/o", "c/o", "he/she", "she/he", "his/her", "her/his", "s/he")
)  # fmt: skip
_LONGEST = 4
_LAST_WORD = re.compile(r"[^\W\d_]*+\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]*+")


def joins(source: str, at: int) -> bool:
    """Whether the slash at a place joins one term: and/or, et/ou, 和/或, n/a, km/h, 2021/22.

    >>> joins("land and/or sea", 8), joins("shall/should", 5)
    (True, False)
    """
    before, after = source[max(0, at - _LONGEST - 1) : at], source[at + 1 : at + _LONGEST + 2]
    if before[-1:].isdecimal() and after[:1].isdecimal():
        return True
    if before[-1:] in ("和", "与", "及") and after[:1] == "或":
        return True
    return _term(before, after) in _JOINED


def _term(before: str, after: str) -> str:
    """The words on both sides of a slash, in small letters."""
    first, second = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    return f"{first[0] if first else ''}/{second[0] if second else ''}".casefold()
