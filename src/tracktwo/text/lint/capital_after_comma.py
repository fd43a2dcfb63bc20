"""A comma where a sentence ends: "perceptions, It also sought"."""

import re
from collections.abc import Iterator

from tracktwo.text.lint.flaw import Flaw, Passages

RULE = "capital_after_comma"

_SPLICE = {
    "en": re.compile(r"(?<=[a-z]),(?=[^\S\n]+(?:It|This|These|They|There|We|He|She|However|Moreover|Furthermore)[^\S\n]+[a-z])"),
    "fr": re.compile(r"(?<=[a-zé]),(?=[^\S\n]+(?:Il|Elle|Ils|Elles|Cette|Ces|Nous|Toutefois|Cependant)[^\S\n]+[a-z])"),
}  # fmt: skip


def capital_after_comma(passages: Passages) -> Iterator[Flaw]:
    """Commas before a word that begins a sentence and is no name."""
    for passage in passages:
        if passage.language in _SPLICE:
            for match in _SPLICE[passage.language].finditer(passage.source):
                yield passage.flaw_at(RULE, match, suggestion=".")
