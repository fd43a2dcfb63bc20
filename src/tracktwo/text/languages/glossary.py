"""Agreed terms: what a word must be called in each language, and what it must not."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tracktwo.errors import OptionError


@dataclass(frozen=True, slots=True)
class Term:
    """One idea, or one party or body by name, and its renderings by language.

    Any of `allowed` will do, the first is the one to propose. `forbidden` renderings are wrong
    wherever they stand. English and French words are found inflected too.
    """

    id: str
    allowed: Mapping[str, tuple[str, ...]]
    forbidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TermPlace:
    """A term at characters `start` to `end` of a source."""

    term: Term
    start: int
    end: int
    words: str
    is_forbidden: bool


@dataclass(frozen=True)
class Glossary:
    """The agreed terms of a text. Raises `OptionError` where two share an id or a rendering.

    >>> deconfliction = Term("deconfliction", {"en": ("deconfliction",), "zh": ("避免冲突",)}, {"zh": ("消除冲突",)})
    >>> [(one.words, one.is_forbidden) for one in Glossary((deconfliction,)).places("促进消除冲突", "zh")]
    [('消除冲突', True)]
    """

    terms: tuple[Term, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what would leave open which term is meant."""
        ids: set[str] = set()
        for term in self.terms:
            if term.id in ids:
                raise OptionError(f"two terms are called {term.id!r}; give each an id of its own")
            ids.add(term.id)
        for language in sorted({name for term in self.terms for name in term.allowed}):
            self._check(language)

    def _check(self, language: str) -> None:
        meant: dict[str, str] = {}
        for term in self.terms:
            for words in term.allowed.get(language, ()):
                other = meant.setdefault(words.casefold(), term.id)
                if other != term.id:
                    message = f"{words!r} renders both {other!r} and {term.id!r}; keep it for one"
                    raise OptionError(message)

    def places(self, source: str, language: str) -> tuple[TermPlace, ...]:
        """Every term in a source, in order; of two that overlap the longer one."""
        found = self._finders.get(language)
        return tuple(found.places(source)) if found else ()

    @cached_property
    def _finders(self) -> "Mapping[str, _Finder]":
        languages = {
            language for term in self.terms for language in (*term.allowed, *term.forbidden)
        }
        return {language: _finder(self.terms, language) for language in languages}


@dataclass(frozen=True, slots=True)
class _Finder:
    pattern: re.Pattern[str]
    renderings: Sequence[tuple[Term, bool]]

    def places(self, source: str) -> Iterator[TermPlace]:
        for match in self.pattern.finditer(source):
            term, is_forbidden = self.renderings[int(str(match.lastgroup)[1:])]
            yield TermPlace(term, match.start(), match.end(), match[0], is_forbidden)


def _finder(terms: Sequence[Term], language: str) -> _Finder:
    rows = [
        (words, term, is_forbidden)
        for term in terms
        for is_forbidden, held in ((False, term.allowed), (True, term.forbidden))
        for words in held.get(language, ())
        if words.strip()
    ]
    rows.sort(key=lambda row: (-len(row[0]), row[0], row[2]))
    parts = (f"(?P<t{place}>{_pattern(row[0], language)})" for place, row in enumerate(rows))
    return _Finder(
        re.compile("|".join(parts) or r"(?!)"), [(term, wrong) for _, term, wrong in rows]
    )


def _pattern(words: str, language: str) -> str:
    """A rendering as it may stand in a sentence: in any case and number, over a line end."""
    if language == "zh":
        return re.escape(words)
    parts = [_inflected(one, language) for one in re.split(r"[\s-]+", words.strip())]
    between = r"[\s-]+".join(parts)
    return rf"(?<!\w){between}(?!\w)"


def _inflected(word: str, language: str) -> str:
    if any(char.isupper() for char in word[1:]) or not word.isalpha():
        return re.escape(word) + r"(?:s\b)?"
    anew = "".join(f"[{char.upper()}{char}]" if char.islower() else char for char in word[:1])
    stem, endings = (_english if language == "en" else _french)(word)
    return anew + re.escape(stem[1:]) + endings


def _english(word: str) -> tuple[str, str]:
    """Regular endings: treaty - treaties, verify - verified, disarm - disarming."""
    if len(word) > 2 and word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1], "(?:y|ies|ied|ying)"
    if len(word) > 3 and word.endswith("e"):
        return word[:-1], "(?:e|es|ed|ing)"
    return word, "(?:s|es|ed|ing)?"


def _french(word: str) -> tuple[str, str]:
    """Number and gender: militaire - militaires, naval - navales - navaux."""
    if len(word) > 3 and word.endswith("al"):
        return word[:-1], "(?:l|le|les|ux)"
    if word.endswith(("s", "x", "z")):
        return word, "e?s?"
    return word, "(?:e?s|e|x)?"
