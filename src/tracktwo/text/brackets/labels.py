"""Labels before a wording: which option it is, or whose."""

import re
from functools import lru_cache

_NUMBERED = (
    r"(?i:alt(?:ernative)?|opt(?:ion)?|var(?:iante?)?)\.?\s?(?:\d{1,3}|[A-Z]|[IVX]{2,5})"
    r"|(?:备选(?:案文|方案)?|方案|选项|案文)\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[甲乙丙丁])"
)
_CAPITALS = r"[A-Z]{2,20}"
_COLON = r"\s?[:：](?!//)\s*"


@lru_cache(maxsize=64)
def beginning(sides: tuple[str, ...]) -> re.Pattern[str]:
    """How a wording begins: groups `before` (blanks), `label` and `colon` (with its blanks).

    A label is numbered (`Alt 1:`, `方案二：`, `Variante 1 :`), one of the sides, or two or more
    ASCII capitals (`EU:`). `label` and `colon` are None where there is none.

    >>> beginning(("China",)).match("China: shall")["label"]
    'China'
    """
    names = [re.escape(one) for one in sorted(sides, key=len, reverse=True) if one]
    label = "|".join((*names, _NUMBERED, _CAPITALS))
    return re.compile(rf"(?P<before>\s*+)(?:(?P<label>{label})(?P<colon>{_COLON}))?")


def is_numbered(label: str) -> bool:
    """Whether a label says which option it is, and not whose.

    >>> is_numbered("Alt 1"), is_numbered("EU")
    (True, False)
    """
    return re.fullmatch(_NUMBERED, label) is not None
