"""A text as plain lines, with its brackets as they stand: for a message, or to type on."""

from collections.abc import Iterator, Sequence

from tracktwo.exchange.texts.shown import shown
from tracktwo.text.units import NegotiatedText, UnitKind


def as_plain(text: NegotiatedText, languages: Sequence[str]) -> str:
    """The title and the units, an empty line between any two, one language after the other.

    >>> from tracktwo.text.units import Unit
    >>> print(as_plain(NegotiatedText({}, ("en",), (Unit("a", texts={"en": "We [may/shall] meet."}, number="1."),)), ["en"]), end="")
    1. We [may/shall] meet.
    """
    parts = ["\n\n".join(_lines(text, one)) for one in languages]
    return "\n\n".join(filter(None, parts)) + "\n"


def _lines(text: NegotiatedText, language: str) -> Iterator[str]:
    if language in text.title:
        yield text.title[language]
    for unit, source in text.sources(language):
        words = " ".join(filter(None, (unit.number, shown(source))))
        is_bare = unit.kind is UnitKind.ITEM and not unit.number
        bullet = "• " if is_bare else ""
        indent = "  " * (unit.level - 1) if unit.kind is UnitKind.ITEM else ""
        yield f"{indent}{bullet}{words}"
