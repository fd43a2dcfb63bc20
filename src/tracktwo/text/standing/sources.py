"""Every source of a text, the title too, with its tree; sources without a bracket are not parsed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tracktwo.errors import BracketError
from tracktwo.text.brackets.grammar import parse
from tracktwo.text.brackets.nodes import Node, Run
from tracktwo.text.brackets.signs import BRACKETS
from tracktwo.text.units import NegotiatedText, Unit

TITLE = ""
"""Stands for the title where a unit is named."""

_BRACKET = re.compile(f"[{re.escape(BRACKETS)}]")


@dataclass(frozen=True)
class Source:
    """The source of one unit in one language; the unit is `TITLE` for the title."""

    unit: str
    number: str
    language: str
    words: str

    @cached_property
    def has_signs(self) -> bool:
        """Whether any bracket sign stands in it."""
        return bool(_BRACKET.search(self.words))

    def tree(self, *, sides: tuple[str, ...] = ()) -> tuple[Node, ...]:
        """The words as a tree. Raises `BracketError`, which names the unit."""
        if not self.has_signs:
            return (Run(self.words),) if self.words else ()
        try:
            return parse(self.words, sides=sides)
        except BracketError as error:
            place = f"unit {self.unit}, {self.language}" if self.unit else f"title, {self.language}"
            line = error.line or 1
            raise BracketError(error.message, line=line, column=error.column, file=place) from None


def is_open(unit: Unit, languages: tuple[str, ...]) -> bool:
    """Whether a bracket, a doubt or a placeholder stands in a unit in any of these languages.

    >>> is_open(Unit("u1", texts={"en": "We [shall] meet."}), ("en",))
    True
    """
    those = (Source(unit.id, unit.number, one, unit.texts.get(one, "")) for one in languages)
    return any(_has_open_words(one) for one in those if one.has_signs)


@lru_cache(maxsize=20_000)
def _has_open_words(source: Source) -> bool:
    return any(not isinstance(node, Run) for node in source.tree())


def sources(text: NegotiatedText) -> Iterator[Source]:
    """The title, then the units in their order, each in the languages of the text.

    >>> text = NegotiatedText({"en": "Draft"}, ("en",), (Unit("u1", texts={"en": "We meet."}),))
    >>> [(one.unit, one.words) for one in sources(text)]
    [('', 'Draft'), ('u1', 'We meet.')]
    """
    for language in text.languages:
        if language in text.title:
            yield Source(TITLE, "", language, text.title[language])
    for unit in text.units:
        for language in text.languages:
            if language in unit.texts:
                yield Source(unit.id, unit.number, language, unit.texts[language])
