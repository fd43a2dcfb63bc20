"""A short name in the plural where the text has the genitive: "NATOs new concept"."""

import re
from collections import Counter
from collections.abc import Iterator

from tracktwo.text.lint.flaw import Flaw, Passages

RULE = "missing_apostrophe"

LEAST = 3
"""Genitives of a name that must stand in the text before a form without apostrophe is told."""

_PLURAL = re.compile(r"([A-Z](?<!\w.)[A-Z]{1,5})s(?=[^\S\n]+[a-z])")
_GENITIVE = re.compile(r"([A-Z](?<!\w.)[A-Z]{1,5})[’']s\b")


def missing_apostrophes(passages: Passages) -> Iterator[Flaw]:
    """A name of which there is one: at least `LEAST` genitives and no more than one plural."""
    english = [one for one in passages if one.language == "en"]
    plurals = [(one, match) for one in english for match in _PLURAL.finditer(one.source)]
    if not plurals:
        return
    genitives = Counter(name for one in english for name in _GENITIVE.findall(one.source))
    times = Counter(match[1] for _, match in plurals)
    for passage, match in plurals:
        if times[match[1]] == 1 and genitives[match[1]] >= LEAST:
            yield passage.flaw_at(RULE, match, suggestion=f"{match[1]}’s")
