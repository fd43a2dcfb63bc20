"""A word that has dropped out: "remains to seen"."""

import re
from collections.abc import Iterator

from tracktwo.text.lint.flaw import Flaw, Passages

RULE = "missing_word"

# After "to" a verb stands in its plain form; of these the participle is no noun or adjective.
_PARTICIPLE = re.compile(r"\bto[^\S\n]+(seen|been|gone|shown|taken|begun|chosen)\b(?![’'-])")


def missing_words(passages: Passages) -> Iterator[Flaw]:
    """English "to" before a participle, where "be" or another verb is missing."""
    for passage in passages:
        if passage.language == "en":
            for match in _PARTICIPLE.finditer(passage.source):
                wanted = None if match[1] in {"been", "gone"} else f"to be {match[1]}"
                yield passage.flaw_at(RULE, match, suggestion=wanted)
