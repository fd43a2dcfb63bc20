"""Straight quotes in French, which writes « and »."""

import re
from collections.abc import Iterator

from tracktwo.text.lint.flaw import Flaw, Passages

RULE = "french_quote"

# Two inches are no quotation: 5" by 7".
_QUOTED = re.compile(r'"(?=\S)[^"\r\n]+(?<=\S)"')
_OPENING, _CLOSING = "«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»"


def french_quotes(passages: Passages) -> Iterator[Flaw]:
    """Both ends of what stands in straight quotes."""
    for passage in passages:
        if passage.language == "fr":
            for match in _QUOTED.finditer(passage.source):
                start, end = match.span()
                yield passage.flaw(RULE, start, start + 1, suggestion=_OPENING)
                yield passage.flaw(RULE, end - 1, end, suggestion=_CLOSING)
