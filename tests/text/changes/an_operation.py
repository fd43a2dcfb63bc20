"""Texts and operations for the tests beside."""

from tracktwo.text.changes.operations import Operation, OperationKind, Replacement
from tracktwo.text.units import NegotiatedText, Unit, UnitKind


def text_of(*sources: str, language: str = "en") -> NegotiatedText:
    """A text of unnumbered paragraphs u1, u2 ... in one language."""
    units = (Unit(f"u{place}", texts={language: one}) for place, one in enumerate(sources, 1))
    return NegotiatedText({}, (language,), tuple(units))


def in_place(
    text: NegotiatedText,
    old: str,
    new: str,
    *,
    name: str = "1",
    kind: OperationKind = OperationKind.MOD,
    unit: str = "u1",
) -> Operation:
    """The operation that has new words for old ones; `|` in `old` marks where words are put in."""
    [language] = text.languages
    start = text.unit(unit).texts[language].index(old.replace("|", ""))
    if "|" in old:
        start += old.index("|")
    end = start if "|" in old else start + len(old)
    return Operation(name, kind, text.version, unit, language, (Replacement(start, end, new),))


def sources(text: NegotiatedText, language: str = "en") -> list[str]:
    """The words of every unit."""
    return [unit.texts.get(language, "") for unit in text.units]


def section() -> NegotiatedText:
    """Two headings, paragraphs that are numbered through, and a list under a chapeau."""
    head, paragraph, chapeau, item = UnitKind
    units = (
        Unit("h1", head, number="I."),
        Unit("p1", paragraph, number="1.", parent="h1"),
        Unit("p2", paragraph, number="2.", parent="h1"),
        Unit("h2", head, number="II."),
        Unit("c3", chapeau, number="", parent="h2"),
        Unit("a", item, number="(a)", parent="c3"),
        Unit("b", item, number="(b)", parent="c3"),
        Unit("p3", paragraph, number="3.", parent="h2"),
    )
    return NegotiatedText({}, ("en",), units)
