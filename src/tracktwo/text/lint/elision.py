"""A vowel that French drops before another: "que elle", "si ils", "ne est"."""

import re
from collections.abc import Iterator

from tracktwo.text.lint.flaw import Flaw, Passages

RULE = "elision"

# Only words after which nobody stops: "le oui", "de un à dix" and "la une" keep their vowel.
_KEPT = re.compile(
    r"\b(?P<head>[Qq]u|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu)e[^\S\n]+(?P<next>ils?|elles?|on|une?|en|à)\b(?![’'-])"
    r"|\b(?P<if>[Ss])i[^\S\n]+(?P<he>ils?)\b"
    r"|\b(?P<own>[NnSs])e[^\S\n]+(?P<verb>(?!onz|oui|uh)[aeiouéèêâîô][a-zà-ÿ]*)"
)


def elisions(passages: Passages) -> Iterator[Flaw]:
    """French words written out that lose their vowel before the next."""
    for passage in passages:
        if passage.language == "fr":
            for match in _KEPT.finditer(passage.source):
                head, following = (part for part in match.groups() if part is not None)
                yield passage.flaw_at(RULE, match, suggestion=f"{head}’{following}")
