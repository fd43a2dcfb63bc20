"""What no format could hold, refused before anything is written."""

import re
from collections.abc import Iterator

from tracktwo.errors import OptionError
from tracktwo.exchange.influence.fields import is_language
from tracktwo.influence.maps import InfluenceMap

_NO_TEXT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of characters, and what XML knows no way to write."""


def require_writable(drawn: InfluenceMap) -> None:
    """Raise `OptionError` where a text or name of a map would not come back from a file as it was."""
    for name in _names(drawn):
        if name != name.strip():
            raise OptionError(f"{name[:40]!r} begins or ends with a space; remove it")
    for text in (*_names(drawn), *_texts(drawn)):
        if _NO_TEXT.search(text):
            raise OptionError(f"{text[:40]!r} holds a character that files cannot; remove it")
    for language in _languages(drawn):
        if not is_language(language):
            raise OptionError(f"{language!r} is not a language code (like en or zh-Hans)")


def _names(drawn: InfluenceMap) -> Iterator[str]:
    for concept in drawn.concepts:
        yield from (concept.id, concept.side)
    for link in drawn.links:
        yield from (link.expert, link.side)


def _texts(drawn: InfluenceMap) -> Iterator[str]:
    for texts in (drawn.title, drawn.note, *(concept.texts for concept in drawn.concepts)):
        yield from texts.values()
    yield from (link.evidence for link in drawn.links)


def _languages(drawn: InfluenceMap) -> Iterator[str]:
    for texts in (drawn.title, drawn.note, *(concept.texts for concept in drawn.concepts)):
        yield from texts
