"""An article before a short name that takes none, or none before one that does, against the rest of the text."""

import re
from collections import Counter
from collections.abc import Iterator

from tracktwo.text.lint.acronyms import ACRONYM, WITH_ARTICLE, WITHOUT_ARTICLE
from tracktwo.text.lint.flaw import Flaw, Passages

RULE = "article_before_acronym"

LEAST = 3
"""Times that the usual form must stand in the text before the other one is told."""

_SETTLED = WITH_ARTICLE | WITHOUT_ARTICLE
_VERB = r"is|was|has|will|shall|should|must|can|may|could|would|does|did|agreed|decided"
# The name for itself: in "the NATO allies" the article belongs to the allies.
_WITH = re.compile(
    rf"[Tt]he(?<!\w...)[^\S\n]+(?P<name>[A-Z]{{2,8}})(?=[.,;:)](?:\s|$)|[^\S\n]+(?:{_VERB})\b|\s*\Z)"
)
_BARE = re.compile(
    rf"(?P<name>[A-Z](?:(?<=\A.)|(?<=\n.)|(?<=[.!?;][ ].))[A-Z]{{1,7}})(?=[^\S\n]+(?:{_VERB})\b)"
)


def article_before_acronym(passages: Passages) -> Iterator[Flaw]:
    """English articles before NATO and its like, and EU and its like without one.

    Only names whose use is settled are looked at, and only where this text keeps to it at least
    `LEAST` times and more often than not.
    """
    english = [one for one in passages if one.language == "en"]
    used = Counter(
        (match[0], one.source[max(0, match.start() - 4) : match.start()].lower() == "the ")
        for one in english
        for match in ACRONYM.finditer(one.source)
        if match[0] in _SETTLED
    )
    for passage in english:
        for match in _WITH.finditer(passage.source):
            name = match["name"]
            if name in WITHOUT_ARTICLE and used[name, False] >= max(LEAST, used[name, True]):
                yield passage.flaw_at(RULE, match, suggestion=name)
        for match in _BARE.finditer(passage.source):
            name = match["name"]
            if name in WITH_ARTICLE and used[name, True] >= max(LEAST, used[name, False]):
                yield passage.flaw_at(
                    RULE, match, suggestion=f"The {name}", sentence="acronym_without_article"
                )
