"""Spaces that French sets before ; : ! ? and inside « », where no line may break."""

import re
from collections.abc import Iterator

from tracktwo.text.lint.flaw import Flaw, Passages

RULE = "french_space"

NARROW, WIDE = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
"""Imprimerie nationale sets the narrow one before ; ! ? and the other before : and inside « »."""

_END = r"(?=[\s)»”!?]|\Z)"
# A mark of doubt before ] or / belongs to a bracket.
_BREAKING = re.compile(rf" (?P<mark>[;:!?])(?<=[\w)\]»”’%\0] .){_END}")
_COLON = re.compile(r":(?<=[a-zà-ÿ)»]:)(?=\s|\Z)")
_TIGHT = re.compile(rf"[;!?](?<=[a-zà-ÿ)»].){_END}")
_PARTED = re.compile(rf"[ {NARROW}{WIDE}][;!?](?=\s|\Z)")
_QUOTES = re.compile(r"« ?(?=\S)|»(?<=\S»)| »(?<=\S »)")


def french_spaces(passages: Passages) -> Iterator[Flaw]:
    """A space at which a line may break, or none, where French sets one that keeps together.

    Both no-break spaces are right. Before ; ! ? not all who write French set one: that it is missing
    is told only in a text that mostly has it.
    """
    french = [one for one in passages if one.language == "fr"]
    for passage in french:
        for match in _BREAKING.finditer(passage.source):
            wanted = WIDE if match["mark"] == ":" else NARROW
            start = match.start()
            yield passage.flaw(RULE, start, start + 1, suggestion=wanted)
        for match in _COLON.finditer(passage.source):
            yield passage.flaw_at(RULE, match, suggestion=f"{WIDE}:")
        for match in _QUOTES.finditer(passage.source):
            wanted = f"«{WIDE}" if match[0][0] == "«" else f"{WIDE}»"
            yield passage.flaw_at(RULE, match, suggestion=wanted, sentence="french_quote_space")
    yield from _tight(french)


def _tight(french: Passages) -> Iterator[Flaw]:
    found = [(one, match) for one in french for match in _TIGHT.finditer(one.source)]
    if found and sum(len(_PARTED.findall(one.source)) for one in french) > len(found):
        for passage, match in found:
            yield passage.flaw_at(RULE, match, suggestion=f"{NARROW}{match[0]}")
