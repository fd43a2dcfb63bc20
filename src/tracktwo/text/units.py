"""A text under negotiation: units with ids that stay, in an order, in one or more languages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from tracktwo.errors import InputError


class UnitKind(StrEnum):
    """What a unit is in the build of the text. A chapeau is the lead-in sentence of a list."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CHAPEAU = "chapeau"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Unit:
    """One heading, paragraph, chapeau or item.

    `id` never changes and is never used again. `number` is printed before it ("3.", "(a)", "" for
    none); it is part of the text and moves with nothing. `texts` hold the source by language, with
    brackets as `tracktwo.text.parse` reads them. `parent` is the id of the heading or chapeau it
    stands under, None at the top; `level` is the depth of a heading or of an item, from 1.
    """

    id: str
    kind: UnitKind = UnitKind.PARAGRAPH
    texts: Mapping[str, str] = field(default_factory=dict)
    number: str = ""
    parent: str | None = None
    level: int = 1

    def with_text(self, language: str, source: str) -> "Unit":
        """The same unit with another text in one language."""
        return replace(self, texts={**self.texts, language: source})


@dataclass(frozen=True, slots=True)
class Kept:
    """Words that an accepted NOC keeps as they are until it is lifted.

    `operation` is the id of the NOC, `spans` are the starts and ends of the words in the source of
    one language; without any, the whole unit is kept in every language.
    """

    operation: str
    unit: str
    language: str = ""
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class NegotiatedText:
    """The units in their order, the languages in which the text is authentic, and its title.

    `version` counts the acts that made it: operations accepted, words released, numbers set anew;
    version 0 is the text that was laid on the table. `kept` are words under a NOC; `gone` are the
    suppressed units as they stood, whose ids and numbers stay theirs.

    >>> text = NegotiatedText({"en": "Draft"}, ("en",), (Unit("u1", texts={"en": "We [shall/should] meet."}),))
    >>> text.unit("u1").texts["en"]
    'We [shall/should] meet.'
    """

    title: Mapping[str, str]
    languages: tuple[str, ...]
    units: tuple[Unit, ...] = ()
    version: int = 0
    kept: tuple[Kept, ...] = ()
    gone: tuple[Unit, ...] = ()

    def __post_init__(self) -> None:
        """Refuse two units of one id, and a parent that does not stand before its child."""
        seen: set[str] = set()
        for unit in self.units:
            if unit.id in seen:
                message = f"two units are called {unit.id}; give each an id of its own"
                raise InputError(message)
            if unit.parent is not None and unit.parent not in seen:
                message = (
                    f"unit {unit.id} stands under {unit.parent}, which does not come before it"
                )
                raise InputError(message)
            seen.add(unit.id)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where in `units` each id stands."""
        return {unit.id: place for place, unit in enumerate(self.units)}

    def unit(self, unit_id: str) -> Unit:
        """The unit of that id, or KeyError."""
        return self.units[self.places[unit_id]]

    def sources(self, language: str) -> Iterator[tuple[Unit, str]]:
        """Every unit that has a text in a language, with that text, in order."""
        return ((one, one.texts[language]) for one in self.units if language in one.texts)
