"""Names of bookmarks that carry a unit's id through a word processor: letters, digits and _ only."""

import re

_BEGINS = "t2_"
_PLAIN = re.compile(r"[A-Za-z0-9]")
_TOKEN = re.compile(r"_([0-9a-f]{1,6})_|([A-Za-z0-9])")
_BETWEEN = "\0"
LONGEST = 40
"""Characters that Word allows in a name."""


def bookmark(language: str, unit: str) -> str:
    """The name for a unit in a language, "" where it would be too long; no unit stands for the title.

    >>> bookmark("zh-Hans", "u12")
    't2_zh_2d_Hans_0_u12'
    """
    name = _BEGINS + "".join(_written(one) for one in f"{language}{_BETWEEN}{unit}")
    return name if len(name) <= LONGEST else ""


def unit_of(name: str) -> tuple[str, str] | None:
    """Language and unit that a bookmark names; None for any other bookmark.

    >>> unit_of("t2_zh_2d_Hans_0_u12"), unit_of("_GoBack")
    (('zh-Hans', 'u12'), None)
    """
    bare = name.removeprefix(_BEGINS)
    if bare == name or _TOKEN.sub("", bare):
        return None
    whole = "".join(_character(one) for one in _TOKEN.finditer(bare))
    language, between, unit = whole.partition(_BETWEEN)
    return (language, unit) if between else None


def _written(character: str) -> str:
    return character if _PLAIN.fullmatch(character) else f"_{ord(character):x}_"


def _character(token: re.Match[str]) -> str:
    return token[2] or (chr(int(token[1], 16)) if int(token[1], 16) < 0x110000 else "")
