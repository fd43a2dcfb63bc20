"""What our own files note behind a bracket: {id:b3 reason:"waiting for capital"}."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from tracktwo.errors import OptionError

_PAIR = r'[a-z_]+:(?:"(?:[^"\\]|\\[\s\S])*+"|[^\s{}"]++)'
WRITTEN: Final = re.compile(rf"\{{{_PAIR}(?:[ ]+{_PAIR})*+\}}")
"""A mark as it is written. Anything else in braces is plain text."""

_KEY_AND_VALUE = re.compile(r'([a-z_]+):(?:"((?:[^"\\]|\\[\s\S])*+)"|([^\s{}"]++))')
_KEY = re.compile(r"[a-z_]+")
_BARE = re.compile(r'[^\s{}"]+')


@dataclass(frozen=True, slots=True)
class Mark:
    """Keys and values behind a bracket, as written; the empty mark is written as nothing.

    >>> Mark('{id:b3 reason:"waiting for capital"}').values
    {'id': 'b3', 'reason': 'waiting for capital'}
    """

    source: str = ""

    @classmethod
    def of(cls, values: Mapping[str, str]) -> Self:
        """The mark that holds these values, in their order.

        `OptionError` where a key is not made of the letters a to z and _.

        >>> Mark.of({"holder": "several", "reason": "waiting for capital"}).source
        '{holder:several reason:"waiting for capital"}'
        """
        for key in values:
            if not _KEY.fullmatch(key):
                raise OptionError(f"key {key!r} of a mark; use the letters a to z and _")
        pairs = " ".join(f"{key}:{_written(value)}" for key, value in values.items())
        return cls(f"{{{pairs}}}" if pairs else "")

    @property
    def values(self) -> dict[str, str]:
        """Value by key; of a key that stands twice, the last."""
        return {
            match[1]: match[3] or re.sub(r"\\([\s\S])", r"\1", match[2])
            for match in _KEY_AND_VALUE.finditer(self.source)
        }

    def __bool__(self) -> bool:
        return bool(self.source)


NO_MARK: Final = Mark()
"""Nothing noted behind a bracket."""


def _written(value: str) -> str:
    if _BARE.fullmatch(value):
        return value
    return '"' + re.sub(r'(["\\])', r"\\\1", value) + '"'
