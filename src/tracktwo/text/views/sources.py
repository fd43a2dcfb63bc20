"""A text with every source changed in one way, and nothing of its history."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from tracktwo.text.brackets.grammar import write
from tracktwo.text.brackets.nodes import Node
from tracktwo.text.standing.sources import TITLE, sources
from tracktwo.text.units import NegotiatedText

At: TypeAlias = tuple[str, str]
"""Which source: the id of the unit (`TITLE` for the title) and the language."""

Change: TypeAlias = Callable[[tuple[Node, ...], At], tuple[Node, ...]]


def each_source(
    text: NegotiatedText, change: Change, *, sides: tuple[str, ...] = ()
) -> NegotiatedText:
    """The text with the tree of every source that has a bracket changed, the title's too.

    Suppressed units, words under a NOC and languages in which the text is not authentic are left
    out: they tell what is nobody's business any more.
    """
    made: dict[str, dict[str, str]] = {}
    for one in sources(text):
        at = (one.unit, one.language)
        words = write(change(one.tree(sides=sides), at)) if one.has_signs else one.words
        made.setdefault(one.unit, {})[one.language] = words
    units = tuple(replace(unit, texts=made.get(unit.id, {})) for unit in text.units)
    return replace(text, title=made.get(TITLE, {}), units=units, kept=(), gone=())
