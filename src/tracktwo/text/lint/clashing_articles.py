"""An article before a word that takes none: "the its", "the with", "the Washington,"."""

import re
from collections.abc import Iterator

from tracktwo.text.lint.flaw import Flaw, Passages

RULE = "clashing_article"

_CLASH = re.compile(
    r"\b(?P<article>[Tt]he|[Aa]n?)[^\S\n]+(?P<next>its|their|our|your|his|the|of|with|from|at|an)(?![\w’'-]|\.\w)"
)
_CAPITALS = "Ankara|Athens|Beijing|Berlin|Brussels|Canberra|Geneva|Kyiv|London|Madrid|Moscow|New Delhi|Oslo|Ottawa|Paris|Rome|Seoul|Taipei|Tokyo|Vienna|Warsaw|Washington"
_CITY = re.compile(rf"\bthe[^\S\n]+(?=(?:{_CAPITALS})(?:,|[.;:](?:\s|$)))")


def clashing_articles(passages: Passages) -> Iterator[Flaw]:
    """English articles that cannot stand where they stand."""
    for passage in passages:
        if passage.language != "en":
            continue
        for match in _CLASH.finditer(passage.source):
            if match["article"].lower() != match["next"]:
                yield passage.flaw_at(RULE, match, suggestion=match["next"])
        for match in _CITY.finditer(passage.source):
            yield passage.flaw_at(RULE, match, suggestion="", sentence="article_before_city")
