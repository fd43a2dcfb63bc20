"""The values findings are told in: a sentence about a statement, gathered under a heading."""

from dataclasses import dataclass

from tracktwo.figures.figure import Quote
from tracktwo.locale import Words


@dataclass(frozen=True)
class Finding:
    """A sentence and the statement it is about (None: about the dialogue as a whole)."""

    sentence: str
    quote: Quote | None = None


@dataclass(frozen=True)
class Topic:
    """A heading, its findings strongest first, and how many more there are than are listed."""

    key: str
    title: str
    findings: tuple[Finding, ...]
    more: str = ""


def more_of_them(n: int, words: Words) -> str:
    if n <= 0:
        return ""
    return words.ngettext(
        "{n} more finding of this kind is in the tables.",
        "{n} more findings of this kind are in the tables.",
        n,
    )
