"""How alike two sources are, and which of two heaps belong together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from tracktwo.text.tokens import tokens

LIKE_ENOUGH = 0.5
"""Likeness from which two units without a common id are taken for two versions of one."""

RARE = 12
"""Two words in a row speak for a pair of units when at most so many of those left over hold them."""

_Bag = Counter[str]


def likeness(old: str, new: str) -> float:
    """The share of words that two sources have in common, 0 to 1, order apart (Dice 1945).

    Chinese counts by character; blanks and case do not count.

    >>> round(likeness("The parties shall meet.", "The parties should meet often."), 2)
    0.73
    """
    return _alike(_bag(old), _bag(new))


def matched(old: Mapping[int, str], new: Mapping[int, str]) -> list[tuple[int, int]]:
    """Pairs of keys whose sources are alike, the likest first; each key is used once.

    Pairs below `LIKE_ENOUGH` are not made. Equal likeness goes to the earlier key.

    >>> matched({0: "We meet in May.", 1: "Nobody spoke."}, {7: "Nobody spoke then.", 8: "We meet in June."})
    [(1, 7), (0, 8)]
    """
    old_words = {key: _words(source) for key, source in old.items()}
    new_words = {key: _words(source) for key, source in new.items()}
    old_bags = {key: Counter(words) for key, words in old_words.items()}
    new_bags = {key: Counter(words) for key, words in new_words.items()}
    found = [
        (-_alike(old_bags[one], new_bags[other]), one, other)
        for one, other in _candidates(old_words, new_words)
    ]
    pairs: list[tuple[int, int]] = []
    used_old: set[int] = set()
    used_new: set[int] = set()
    for unlike, one, other in sorted(found):
        if -unlike < LIKE_ENOUGH or one in used_old or other in used_new:
            continue
        used_old.add(one)
        used_new.add(other)
        pairs.append((one, other))
    return pairs


def paired_in_order(
    old: Sequence[str], new: Sequence[str], *, least: float
) -> list[tuple[int, int]]:
    """Pairs of places, in order and apart, with the greatest sum of likeness of at least `least`.

    >>> paired_in_order(["We meet in May.", "All left."], ["Then we meet in June.", "Rain fell."], least=0.4)
    [(0, 0)]
    """
    if len(old) * len(new) > _MOST_CELLS:
        return []
    old_bags, new_bags = [_bag(one) for one in old], [_bag(one) for one in new]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[_alike(one, other) for other in new_bags] for one in old_bags]
    for row in range(len(old)):
        for column in range(len(new)):
            value = alike[row][column]
            pair = best[row][column] + value if value >= least else 0.0
            best[row + 1][column + 1] = max(best[row][column + 1], best[row + 1][column], pair)
    return _traced(best, alike, least)


_MOST_CELLS = 4_000


def _traced(
    best: Sequence[Sequence[float]], alike: Sequence[Sequence[float]], least: float
) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    row, column = len(alike), len(best[0]) - 1
    while row and column:
        if best[row][column] == best[row - 1][column]:
            row -= 1
        elif best[row][column] == best[row][column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((row, column))
    return [(one, other) for one, other in reversed(pairs) if alike[one][other] >= least]


def _candidates(
    old: Mapping[int, list[str]], new: Mapping[int, list[str]]
) -> list[tuple[int, int]]:
    """Pairs that share two words in a row which few of the others hold."""
    holders: defaultdict[tuple[str, str], tuple[list[int], list[int]]]
    holders = defaultdict(lambda: ([], []))
    for side, held in enumerate((old, new)):
        for key, words in held.items():
            for pair in set(pairwise(["", *words, ""])):
                holders[pair][side].append(key)
    rare = (pair for pair in holders.values() if max(map(len, pair)) <= RARE)
    return sorted(_pairs(rare))


def _pairs(holders: Iterable[tuple[list[int], list[int]]]) -> set[tuple[int, int]]:
    return {(one, other) for olds, news in holders for one in olds for other in news}


def _words(source: str) -> list[str]:
    return [one for one in tokens(source.casefold()) if not one.isspace()]


def _bag(source: str) -> _Bag:
    return Counter(_words(source))


def _alike(old: _Bag, new: _Bag) -> float:
    whole = old.total() + new.total()
    if not whole:
        return 1.0
    few, many = (old, new) if len(old) < len(new) else (new, old)
    common = sum(min(count, many[word]) for word, count in few.items() if word in many)
    return 2 * common / whole
