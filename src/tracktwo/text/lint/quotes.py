"""Straight and curly quotes in one text, and in Chinese 「」 beside “”; French has `french_quotes`."""

import re
from collections.abc import Iterator

from tracktwo.text.lint.flaw import Flaw, Passages
from tracktwo.text.lint.minority import Written, minority

RULE = "quotes"

_MARKS = {
    "en": (("double", "straight", '"'), ("double", "curly", "“”"), ("single", "straight", r"(?<=\w)'(?=[a-z])"), ("single", "curly", r"(?<=\w)’(?=[a-z])")),
    "fr": (("single", "straight", r"(?<=\w)'(?=\w)"), ("single", "curly", r"(?<=\w)’(?=\w)")),
    "zh": (("double", "straight", '"'), ("double", "curly", "“”"), ("double", "corner", "「」")),
}  # fmt: skip
_WANTED = {("single", "straight"): "'", ("single", "curly"): "’", ("double", "straight"): '"'}


def _pattern(language: str) -> re.Pattern[str]:
    rows = (
        f"(?P<{kind}_{way}>{signs if len(signs) > 2 and signs[0] == '(' else f'[{signs}]'})"
        for kind, way, signs in _MARKS[language]
    )
    return re.compile("|".join(rows))


_PATTERNS = {language: _pattern(language) for language in _MARKS}


def quotes(passages: Passages) -> Iterator[Flaw]:
    """Quotes and apostrophes in the form that this text uses less."""
    for language in _PATTERNS:
        held = [one for one in passages if one.language == language]
        signs = {sign for one in held for sign in _SIGNS[language] if sign in one.source}
        if (signs & _STRAIGHT and signs - _STRAIGHT) or "「" in signs:
            yield from _mixed(held)


def _mixed(passages: Passages) -> Iterator[Flaw]:
    for use, usual in minority(_uses(passages)):
        wanted = _WANTED.get((use.thing[1], usual))
        yield use.passage.flaw(RULE, use.start, use.end, suggestion=wanted)


_STRAIGHT = {'"', "'"}
_SIGNS = {"en": "\"'“”’", "fr": "'’", "zh": '"“「'}


def _uses(passages: Passages) -> Iterator[Written[tuple[str, str]]]:
    for passage in passages:
        for match in _PATTERNS[passage.language].finditer(passage.source):
            kind, _, way = str(match.lastgroup).partition("_")
            yield Written((passage.language, kind), way, passage, *match.span())
