"""What the linter finds, and what it reads."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Passage:
    """The source of one unit in one language; marks of our own files are blanked out of it.

    `number` is printed before the unit, `parent` is what it stands under.
    """

    unit: str
    language: str
    source: str
    number: str = ""
    parent: str | None = None

    def flaw(
        self, rule: str, start: int, end: int, *, suggestion: str | None = None, sentence: str = ""
    ) -> "Flaw":
        """A flaw at characters `start` to `end` of this passage."""
        found = self.source[start:end]
        return Flaw(rule, self.unit, self.language, start, end, found, suggestion, sentence or rule)

    def flaw_at(
        self, rule: str, match: re.Match[str], *, suggestion: str | None = None, sentence: str = ""
    ) -> "Flaw":
        """A flaw where a pattern matched."""
        return self.flaw(rule, *match.span(), suggestion=suggestion, sentence=sentence)


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something to look at, at characters `start` to `end` of a unit in one language.

    `found` is what stands there. `suggestion` is what could stand there instead, "" to take it out,
    None where only a person can say. `sentence` is the id of the sentence that explains it
    (`tracktwo.text.words.flaw_sentence`).
    """

    rule: str
    unit: str
    language: str
    start: int
    end: int
    found: str
    suggestion: str | None
    sentence: str


Passages: TypeAlias = Sequence[Passage]
"""Every passage of a text in one language, in order."""

Rule: TypeAlias = Callable[[Passages], Iterator[Flaw]]
"""Finds flaws of one kind; it sees the whole text, since much is wrong only beside the rest."""
