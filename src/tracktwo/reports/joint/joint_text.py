"""The text that the sides negotiated: as adopted, or as it stands."""

from collections.abc import Iterator
from typing import Literal

from tracktwo.dialogue import in_language
from tracktwo.exchange.texts.shown import shown
from tracktwo.locale import Words, translator
from tracktwo.locale.plain import plain
from tracktwo.reports.joint.material import Material
from tracktwo.reports.tree import Block, Clause, Facts, Heading, Note, Paragraph, TextBlock
from tracktwo.text.ledger import ledger
from tracktwo.text.negotiation import Negotiation
from tracktwo.text.standing.words import stage_names
from tracktwo.text.units import NegotiatedText, Unit, UnitKind
from tracktwo.text.views import rolling
from tracktwo.text.words import language_names


def joint_text(told: Negotiation, material: Material, words: Words) -> tuple[Block, ...]:
    """The text under its units, in the report’s language where it is authentic in it.

    Brackets stand as long as they are open, without saying who holds them.
    """
    text = rolling(told.text, sides=_names(material))
    language = words.language if words.language in text.languages else text.languages[0]
    return (
        *_state(told, words),
        Facts(_facts(told, words)),
        Paragraph(_authentic(text, language, words)),
        Heading("text", plain(shown(in_language(text.title, language))) or words.gettext("Text")),
        TextBlock(tuple(_clauses(text, language))),
    )


def _names(material: Material) -> tuple[str, ...]:
    """Every name under which a side may label a wording."""
    called = (name for one in material.parties for name in one.names.values())
    return (*material.sides, *called)


def _state(told: Negotiation, words: Words) -> Iterator[Block]:
    if not told.document.is_adopted:
        yield Note(
            words.gettext(
                "The sides have not adopted this text. Words in square brackets are still open."
            )
        )


def _facts(told: Negotiation, words: Words) -> tuple[tuple[str, str], ...]:
    rows = [
        (words.gettext("Where the text stands"), stage_names(words)[told.document.stage.value]),
        (words.gettext("Sessions"), words.number(told.session)),
    ]
    if not told.document.is_adopted:
        n = len(ledger(told.text, policy="hidden").entries)
        rows.append((words.gettext("Open brackets"), words.number(n)))
    return tuple(rows)


def _authentic(text: NegotiatedText, language: str, words: Words) -> str:
    names = language_names(words)
    told = words.names(names.get(one, one) for one in text.languages)
    return words.gettext(
        "The text is equally authentic in these languages: {languages}. It stands here in this one: {language}.",
        languages=told,
        language=names.get(language, language),
    )


def _clauses(text: NegotiatedText, language: str) -> Iterator[Clause]:
    tag = _tag(language)
    for unit, source in text.sources(language):
        yield Clause(_kind(unit), shown(source), unit.number, max(unit.level, 1), tag)


def _kind(unit: Unit) -> Literal["heading", "paragraph", "item"]:
    if unit.kind is UnitKind.HEADING:
        return "heading"
    return "item" if unit.kind is UnitKind.ITEM else "paragraph"


def _tag(language: str) -> str:
    """The tag of a language, as reports have it for their own."""
    return translator(language).tag if language in ("en", "zh", "fr") else language
