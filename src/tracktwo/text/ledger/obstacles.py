"""What stands between the sides and a clean text, the easiest first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from tracktwo.text.brackets.signs import CLOSING_OF
from tracktwo.text.ledger.entries import Entry, Ledger
from tracktwo.text.standing.bracket_facts import BracketReason

FEW_WORDS = 2
"""Wordings no longer than this are a word apart: shall/may, shall not/may."""
FEW_CHARACTERS = 4
"""The same in Chinese, which is written without blanks."""


class ObstacleKind(StrEnum):
    """What keeps brackets open, the easiest first.

    WORD: wordings of a word or two. BLANK: something to be filled in. DOUBT: a question mark. ONE
    LANGUAGE: it stands in one language of the unit only. ONE SIDE: a single side holds it. CAPITAL: a
    side waits for instructions. MATTER: whatever is left.
    """

    WORD = "word"
    BLANK = "blank"
    DOUBT = "doubt"
    ONE_LANGUAGE = "one_language"
    ONE_SIDE = "one_side"
    CAPITAL = "capital"
    MATTER = "matter"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """All disagreements of one kind; `ids` in the order of the text."""

    kind: ObstacleKind
    ids: tuple[str, ...]


def obstacles(ledger: Ledger) -> tuple[Obstacle, ...]:
    """Every entry of a ledger under the kind that describes it best, the easiest kind first.

    Where the ledger hides the sides, no kind tells of them.

    >>> from tracktwo.text.ledger import ledger as ledger_of
    >>> from tracktwo.text.units import NegotiatedText, Unit
    >>> source = "We [shall/may]{id:b1} meet on [date]{id:b2}."
    >>> text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": source}),))
    >>> [(one.kind.value, one.ids) for one in obstacles(ledger_of(text))]
    [('word', ('b1',)), ('blank', ('b2',))]
    """
    kinds = [(_kind(one), one.id) for one in ledger.entries]
    found = (Obstacle(kind, _of(kind, kinds)) for kind in ObstacleKind)
    return tuple(one for one in found if one.ids)


def _of(kind: ObstacleKind, kinds: Iterable[tuple[ObstacleKind, str]]) -> tuple[str, ...]:
    return tuple(name for one, name in kinds if one is kind)


def _kind(entry: Entry) -> ObstacleKind:
    return next(kind for kind, holds in _TESTS if holds(entry))


def _is_word_apart(entry: Entry) -> bool:
    return entry.kind == "alternatives" and all(
        _is_short(wording) for one in entry.words for wording in one.alternatives
    )


def _is_short(wording: str) -> bool:
    parts = wording.split()
    is_whole = not any(sign in wording for sign in CLOSING_OF)
    return is_whole and len(parts) <= FEW_WORDS and all(map(_is_one_word, parts))


def _is_one_word(part: str) -> bool:
    has_han = any("\u3400" <= one <= "\u9fff" for one in part)
    return not has_han or len(part) <= FEW_CHARACTERS


_TESTS: tuple[tuple[ObstacleKind, Callable[[Entry], bool]], ...] = (
    (ObstacleKind.CAPITAL, lambda one: one.reason is BracketReason.WAITING),
    (ObstacleKind.BLANK, lambda one: one.kind == "placeholder"),
    (ObstacleKind.ONE_LANGUAGE, lambda one: len(one.words) < len(one.languages_of_unit)),
    (ObstacleKind.WORD, _is_word_apart),
    (ObstacleKind.DOUBT, lambda one: one.kind == "doubt"),
    (ObstacleKind.ONE_SIDE, lambda one: len(one.holders) == 1),
    (ObstacleKind.MATTER, lambda _: True),
)
"""Asked in this order: a word apart that waits for a capital waits for the capital."""
