"""What stands between us and a clean text: every open bracket once, by what keeps it open."""

from dataclasses import dataclass
from enum import StrEnum

from tracktwo.text.ledger.entries import Entry, Ledger
from tracktwo.text.standing.bracket_facts import BracketReason
from tracktwo.text.standing.disagreements import OpenWords
from tracktwo.text.tokens import tokens

A_WORD_OR_TWO = 2


class ObstacleKind(StrEnum):
    """What keeps a bracket open, the easiest first.

    WORD: its wordings are a word or two apart. BLANK: content to come. DOUBT: one wording, in
    doubt. ONE_LANGUAGE: it stands in one language and not in another, which may be a slip. ONE_SIDE:
    one side alone holds it. CAPITAL: a side waits for instructions. MATTER: it has to be talked about.
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
    """Brackets that the same keeps open, by id in the order of the text."""

    kind: ObstacleKind
    ids: tuple[str, ...]


def obstacles(ledger: Ledger) -> tuple[Obstacle, ...]:
    """What stands between us and a clean text, the easiest first; every bracket is named once.

    A bracket that waits for a capital is not closed before the capital has spoken, however near its
    wordings are, nor one that a language lacks before that is looked at. ONE_SIDE is told only where
    the ledger tells holders.

    >>> from tracktwo.text.ledger import ledger
    >>> from tracktwo.text.units import NegotiatedText, Unit
    >>> source = "We [shall/may]{id:b1} meet [each year/as either asks]{id:b2} from [date]{id:b3}."
    >>> text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": source}),))
    >>> [(one.kind.value, one.ids) for one in obstacles(ledger(text))]
    [('word', ('b1',)), ('blank', ('b3',)), ('matter', ('b2',))]
    """
    kinds: dict[ObstacleKind, list[str]] = {}
    for one in ledger.entries:
        kinds.setdefault(obstacle_kind(one), []).append(one.id)
    return tuple(Obstacle(kind, tuple(kinds[kind])) for kind in ObstacleKind if kind in kinds)


def obstacle_kind(entry: Entry) -> ObstacleKind:
    """What keeps one bracket open."""
    if entry.reason is BracketReason.WAITING:
        return ObstacleKind.CAPITAL
    if len(entry.words) < len(entry.languages_of_unit):
        return ObstacleKind.ONE_LANGUAGE
    if entry.kind == "placeholder":
        return ObstacleKind.BLANK
    if entry.kind == "doubt":
        return ObstacleKind.DOUBT
    if any(is_a_word_apart(one) for one in entry.words if not _is_left_to_another(one, entry)):
        return ObstacleKind.WORD
    return ObstacleKind.ONE_SIDE if len(entry.holders) == 1 else ObstacleKind.MATTER


def is_a_word_apart(words: OpenWords) -> bool:
    """Whether the wordings of a bracket share all but a word or two; a single one against nothing.

    In Chinese a word is counted as two characters.

    >>> those = ("shall meet", "shall not meet")
    >>> is_a_word_apart(OpenWords("en", 0, 1, 1, 1, "alternatives", those, ("", ""), doubt=False))
    True
    """
    cut = [tokens(one) for one in words.alternatives]
    if len(cut) == 1:
        cut.append([])
    first = _shared(cut)
    last = min(_shared([one[::-1] for one in cut]), min(map(len, cut)) - first)
    middles = [one[first : len(one) - last] for one in cut]
    longest = A_WORD_OR_TWO * (2 if words.language.startswith("zh") else 1)
    return all(sum(not one.isspace() for one in middle) <= longest for middle in middles)


def _is_left_to_another(words: OpenWords, entry: Entry) -> bool:
    """Whether another language of the bracket, which parts its words, is the better judge."""
    others = (one.language for one in entry.words)
    return words.language.startswith("zh") and any(not one.startswith("zh") for one in others)


def _shared(cut: list[list[str]]) -> int:
    """How many tokens all begin with."""
    count = 0
    for these in zip(*cut, strict=False):
        if len(set(these)) > 1:
            break
        count += 1
    return count
