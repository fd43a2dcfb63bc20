"""A compound broken by a blank: "fast- changing"."""

import re
from collections.abc import Iterator

from tracktwo.text.lint.flaw import Flaw, Passages

RULE = "broken_hyphen"

# "pre- and post-war" is meant, and so is "long-, medium- to short-term".
_BROKEN = re.compile(
    r"(?<=[a-z])[-‐][^\S\n](?=(?!(?:and|or|to|nor|but|versus|as|et|ou|à)\b)[a-z]{2})"
)


def broken_hyphens(passages: Passages) -> Iterator[Flaw]:
    """A hyphen with a blank behind it, in English and French."""
    for passage in passages:
        if passage.language != "zh":
            for match in _BROKEN.finditer(passage.source):
                yield passage.flaw_at(RULE, match, suggestion=match[0][0])
