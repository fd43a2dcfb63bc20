"""Plain words as source, and back: a backslash before what the grammar would read as its own."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tracktwo.text.brackets.labels import beginning
from tracktwo.text.brackets.signs import BRACKETS, COLONS, DOUBTS, ESCAPED, SLASHES
from tracktwo.text.brackets.slashes import ADDRESS, joins

_ANY: Final = re.escape(ESCAPED)
ESCAPE: Final = rf"\\[{_ANY}]"
"""A backslash and the character it makes plain."""

_ESCAPE = re.compile(rf"\\([{_ANY}])")
_TO_ESCAPE = re.compile(rf"{ADDRESS}|[{re.escape(BRACKETS)}`{SLASHES}]|\\(?=[{_ANY}]|\Z)|\A[{{(]")
_LAST_DOUBTS = re.compile(rf"[{DOUBTS}]++(?=\s*\Z)")


def unescaped(source: str) -> str:
    r"""Words as a reader sees them.

    >>> unescaped(r"either \[or\]")
    'either [or]'
    """
    return _ESCAPE.sub(r"\1", source)


def escaped(plain: str, sides: tuple[str, ...] = ()) -> str:
    r"""Words as source that is read as these words, at any place of a text or a bracket.

    >>> print(escaped("[or] and/or? why/how"))
    \[or\] and/or? why\/how
    """
    places = {*_in_the_words(plain), *_in_a_label(plain, sides), *_in_a_doubt(plain)}
    if not places:
        return plain
    return "".join("\\" + one if at in places else one for at, one in enumerate(plain))


def _in_the_words(plain: str) -> Iterator[int]:
    for match in _TO_ESCAPE.finditer(plain):
        is_address = len(match[0]) > 1
        is_joined = match[0] in SLASHES and joins(plain, match.start())
        if not is_address and not is_joined:
            yield match.start()


def _in_a_label(plain: str, sides: tuple[str, ...]) -> Iterator[int]:
    """The colon of what would be read as a label."""
    found = beginning(sides).match(plain)
    if found and found["colon"]:
        yield next(at for at in range(found.start("colon"), found.end()) if plain[at] in COLONS)


def _in_a_doubt(plain: str) -> Iterable[int]:
    found = _LAST_DOUBTS.search(plain)
    return range(*found.span()) if found else ()
