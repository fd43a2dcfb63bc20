"""What is wrong with the brackets of a text, in a sentence that says what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tracktwo.locale import Sentence, english
from tracktwo.text.brackets.places import Places
from tracktwo.text.brackets.signs import CLOSING_OF, OPENING_OF

DEEPEST = 64
"""Brackets inside one another. Texts under negotiation seldom go beyond four."""


@dataclass(frozen=True, slots=True)
class Break:
    """A bracket without its counterpart: what kind of break, where, and the opening it concerns."""

    kind: Literal["never_closed", "never_opened", "other_kind", "too_deep"]
    offset: int
    opened_at: int = -1


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, where (line and column from 1), and what to do: `said` says it in a language."""

    line: int
    column: int
    message: str


def faults(source: str, breaks: Iterable[Break]) -> tuple[Fault, ...]:
    r"""Every break in the order of the text, in words.

    >>> faults("we [agree", [Break("never_closed", 3)])[0].message
    'this [ is never closed; add ], or write \\[ if it opens no bracket'
    """
    found = sorted(breaks, key=lambda one: one.offset)
    places = Places.of(source) if found else Places((0,))
    return tuple(Fault(*places.at(one.offset), _sentence(source, one, places)) for one in found)


def _sentence(source: str, one: Break, places: Places) -> Sentence:
    sign = source[one.offset]
    if one.kind == "never_closed":
        return english(
            "this {sign} is never closed; add {other}, or write \\{sign} if it opens no bracket",
            sign=sign,
            other=CLOSING_OF[sign],
        )
    if one.kind == "never_opened":
        return english(
            "this {sign} closes nothing; add {other} before it, or write \\{sign} if it closes no bracket",
            sign=sign,
            other=OPENING_OF[sign],
        )
    if one.kind == "too_deep":
        return english(
            "this {sign} stands in {n} others; close some of them before it", sign=sign, n=DEEPEST
        )
    opening = source[one.opened_at]
    line, column = places.at(one.opened_at)
    return english(
        "this {sign} does not close the {opening} of line {line}, column {column}; close that with {closing}, or write \\ before the one that is no bracket",
        sign=sign,
        opening=opening,
        line=line,
        column=column,
        closing=CLOSING_OF[opening],
    )
