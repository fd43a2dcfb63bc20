"""A text in our own Markdown: one file a language, or all languages in one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracktwo.exchange.texts.markdown_marks import Note, shielded, titled
from tracktwo.exchange.texts.printed_number import number_and_words
from tracktwo.exchange.texts.structure import parents, with_chapeaux
from tracktwo.text.units import NegotiatedText, Unit, UnitKind


def as_markdown(text: NegotiatedText, languages: Sequence[str]) -> str:
    """The units in some of the languages, each with its id behind it.

    >>> from tracktwo.text.units import Unit
    >>> units = (Unit("u1", UnitKind.HEADING, {"en": "Aims"}), Unit("u2", texts={"en": "We meet."}, number="1.", parent="u1"))
    >>> print(as_markdown(NegotiatedText({"en": "Draft"}, ("en",), units), ["en"]), end="")
    <!-- tracktwo text: en -->
    <BLANKLINE>
    # Draft
    <BLANKLINE>
    ## Aims {#u1}
    <BLANKLINE>
    1. We meet. {#u2}
    """
    blocks = [
        f"<!-- tracktwo text:{''.join(f' {one}' for one in languages)} -->",
        *_titles(text, languages),
        *_units(text, languages),
    ]
    return "\n\n".join(blocks) + "\n"


def _titles(text: NegotiatedText, languages: Sequence[str]) -> Iterator[str]:
    """Titles of these languages; the first file also holds those of languages that have no file."""
    is_first = list(languages[:1]) == list(text.languages[:1])
    for language, title in text.title.items():
        if language in languages or (is_first and language not in text.languages):
            words = shielded(title)
            is_clear = list(languages) == [language] and not titled(words)[1]
            yield f"# {words}" if is_clear else f"# {words} {{lang={language}}}"


def _units(text: NegotiatedText, languages: Sequence[str]) -> Iterator[str]:
    seen = _as_read(text.units, languages)
    for unit, implied in zip(text.units, seen, strict=True):
        present = [one for one in languages if one in unit.texts]
        for language in present or [""]:
            more = {"lang": language} if language and len(languages) > 1 else {}
            yield _block(unit, implied, language, more)


def _as_read(units: Sequence[Unit], languages: Sequence[str]) -> list[Unit]:
    """What a reader makes of the lines alone, without what is noted behind them."""
    plain = [
        replace(
            one,
            kind=UnitKind.PARAGRAPH if one.kind is UnitKind.CHAPEAU else one.kind,
            texts={key: one.texts[key] for key in languages if key in one.texts},
        )
        for one in units
    ]
    implied = with_chapeaux(plain)
    above = parents(units)
    return [replace(one, parent=parent) for one, parent in zip(implied, above, strict=True)]


def _block(unit: Unit, implied: Unit, language: str, more: dict[str, str]) -> str:
    source = unit.texts.get(language, "")
    content = f"{unit.number} {source}" if unit.number else source
    values = dict(more)
    if not language:
        values["absent"] = ""
    if number_and_words(content) != (unit.number, source):
        values["n"] = str(len(unit.number))
    if unit.kind is not implied.kind:
        values[unit.kind.value] = ""
    if unit.parent != implied.parent:
        values["under"] = unit.parent or ""
    before = _before(unit, values)
    return f"{before}{shielded(content)} {Note(unit.id, values)}"


def _before(unit: Unit, values: dict[str, str]) -> str:
    """What begins the line of a heading or item, with the levels that a line cannot show noted."""
    is_shown = unit.kind in (UnitKind.HEADING, UnitKind.ITEM)
    if not 1 <= unit.level <= 9 or (not is_shown and unit.level != 1):
        values["level"] = str(unit.level)
    level = min(max(unit.level, 1), 9)
    if unit.kind is UnitKind.HEADING:
        return "#" * (level + 1) + " "
    return "  " * (level - 1) + "- " if unit.kind is UnitKind.ITEM else ""
