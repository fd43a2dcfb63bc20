"""The article "a" before a vowel and "an" before a consonant, by sound: "a Alliance", "an UN mission"."""

import re
from collections.abc import Iterator

from tracktwo.text.lint.acronyms import SPOKEN
from tracktwo.text.lint.flaw import Flaw, Passages

RULE = "a_or_an"

_ARTICLE = re.compile(
    r"(?<![\w.’'(-])(?P<article>an?|(?<=[.!?] )An?|^An?)[^\S\n]+[“\"‘'«]?(?P<word>[^\W_][\w’'-]*(?:\.[A-Z]\.?)*)",
    re.MULTILINE,
)
_VOWEL_LETTERS = "AEFHILMNORSX"
_SPELLED = re.compile(r"[A-Z]{2,}(?![a-z])|(?:[A-Z]\.){2,}|[A-Z](?![\w’'])|[A-Z](?=-)")
_LIKE_YOU = re.compile(
    r"uni(?:[tlqvfcp]|on|son)|us(?:e|a[gb]|ual|urp|ur)|ut(?:il|op|en)|ubiq|ura[ln]|ukrain|ugand|uig|uyg|eu|ewe|one(?![a-z])|once|ouija|u-"
)
_SILENT_H = re.compile(r"hours?\b|hourly|honest|honou?r|heir")
_EITHER = re.compile(r"histor|hotel|herb|homage|habit|hero|un\b|uni\b|h\b")


def a_or_an(passages: Passages) -> Iterator[Flaw]:
    """English articles that do not fit the sound that follows them."""
    for passage in passages:
        if passage.language != "en":
            continue
        for match in _ARTICLE.finditer(passage.source):
            sound = begins_with_vowel(match["word"])
            article = match["article"]
            if sound is not None and sound is not article.lower().endswith("n"):
                wanted = f"{article[0]}n" if sound else article[0]
                start = match.start("article")
                yield passage.flaw(
                    RULE,
                    start,
                    match.end(),
                    suggestion=wanted + passage.source[start + len(article) : match.end()],
                )


def begins_with_vowel(word: str) -> bool | None:
    """Whether a word, a short name or a number begins with a vowel as it is spoken; None if unsure.

    >>> [begins_with_vowel(one) for one in ("NGO", "UN", "NATO", "hour", "European", "8-day", "historic")]
    [True, False, False, True, False, True, None]
    """
    lower = word.lower()
    if word[0].isdigit():
        return re.match(r"8|1[18](?!\d)(?!\d*,)", word) is not None
    if re.split(r"[’'-]", word)[0] not in SPOKEN and _SPELLED.match(word):
        return word[0] in _VOWEL_LETTERS
    if _EITHER.match(lower) or not word[0].isascii():
        return None
    if _LIKE_YOU.match(lower):
        return False
    return _SILENT_H.match(lower) is not None or lower[0] in "aeiou"
