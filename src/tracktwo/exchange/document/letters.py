"""Letters and spaces of several scripts: what is a title, a capital line, a Chinese character."""

import re
import unicodedata

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Chinese characters, for use inside square brackets of a pattern."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_SPACES = re.compile(r"\s+")
_CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_ENDS = tuple(".!?;,…。！？；，")
_CLOSERS = "\"'”’»)）」』]"
_INNER_END = re.compile(r"(?:[^\W\d_]{3}|[)”’»])[.!?] +[A-ZÀ-Þ“«]|[。！？；]")
_CAPITAL_END = re.compile(r"[^\W\d_]{3,}[.;] ")
MOST_WORDS, MOST_HAN = 16, 32
"""How long a title may be, in words or in Chinese characters."""


def plain(text: str) -> str:
    r"""Text without invisible characters, every run of spaces of any kind one space.

    >>> plain(" six\xa0 months\u200b ")
    'six months'
    """
    return _SPACES.sub(" ", _CONTROL.sub("", _INVISIBLE.sub("", text))).strip()


def is_han(character: str) -> bool:
    """Whether a character is written in Chinese, its punctuation included."""
    return unicodedata.east_asian_width(character) in "WF" if character else False


def columns(text: str) -> int:
    """How many columns of a terminal or typewriter a text takes."""
    return len(text) if text.isascii() else sum(2 if is_han(one) else 1 for one in text)


def ends_a_sentence(text: str) -> bool:
    """Whether a text closes as a sentence does, quotes and brackets apart."""
    return text.rstrip(_CLOSERS + " ").endswith(_ENDS)


def is_title(text: str) -> bool:
    """Whether a text is short enough for a title and does not read as a sentence.

    >>> is_title("Transparency in sensitive areas"), is_title("This could escalate.")
    (True, False)
    """
    if len(text) > 200 or not text or ends_a_sentence(text) or text.endswith((":", "：")):
        return False
    han = sum(map(is_han, text))
    is_short = han <= MOST_HAN and len(text.split()) <= MOST_WORDS
    return is_short and not _INNER_END.search(text)


def is_capital(text: str) -> bool:
    """Whether a line is written in capitals: a heading of a typed report."""
    if len(text) > 250 or text.endswith((".", ";", ",")) or _CAPITAL_END.search(text):
        return False
    return sum(map(str.isupper, text)) >= 4 and not any(map(str.islower, text))


def without_accents(text: str) -> str:
    """Casefolded letters without accents, to compare words.

    >>> without_accents("FRANÇAIS")
    'francais'
    """
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))
