"""A space before a mark that stands close to its word. French parts ; : ! ? and so they are left."""

import re
from collections.abc import Iterator

from tracktwo.text.lint.flaw import Flaw, Passages

RULE = "space_before_punctuation"

_CLOSE = {
    "en": re.compile(r"(?<=[\w)”’])[ \u00a0]+(?=[,;:?!](?:\s|$)|\.(?:\s|$))"),
    "zh": re.compile(r"(?<=[\u3400-\u9fff）”」』》])[ \u00a0]+(?=[，。；：？！、）])"),
    "fr": re.compile(r"(?<=[\w)»])[ \u00a0\u202f]+(?=[,.](?:\s|$))"),
}


def space_before_punctuation(passages: Passages) -> Iterator[Flaw]:
    """Blanks before a comma, a full stop and their like."""
    for passage in passages:
        pattern = _CLOSE.get(passage.language)
        if pattern:
            for match in pattern.finditer(passage.source):
                yield passage.flaw_at(RULE, match, suggestion="")
