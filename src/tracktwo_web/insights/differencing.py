"""What a released figure would tell when an earlier one about the same words is taken from it.

Two tables about almost the same people differ by the answers of those few who are in one and not in
the other. A figure is therefore held back where

1. the number of people behind it differs from that of an earlier figure by 1 to k - 1, or
2. the seats that could answer, parted by the rounds in which they could, fall into a part of 1 to
   k - 1 seats: sums and differences of any number of tables tell sums over such parts, and nothing
   smaller.

What is held back is never shown later, so that only figures that were shown count as earlier ones.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True)
class Cell:
    """The people behind a figure: how many answered, and which seats could have.

    `roll` is empty where nobody was invited by name (open consultations, imported rounds).
    """

    n: int
    roll: frozenset[Hashable] = frozenset()


def may_be_told(new: Cell, earlier: Sequence[Cell], k: int) -> bool:
    """Whether a figure about `new` tells of no fewer than k people beside the `earlier` ones.

    >>> may_be_told(Cell(11), [Cell(10)], 3), may_be_told(Cell(13), [Cell(10)], 3)
    (False, True)
    >>> here, there = frozenset("abcd"), frozenset("bcde")
    >>> may_be_told(Cell(4, here), [Cell(4, there)], 3)
    False
    """
    shown = [one for one in earlier if one.n >= k]
    if new.n < k or not shown:
        return True
    if any(0 < abs(new.n - one.n) < k for one in shown):
        return False
    return not any(0 < size < k for size in parts([one.roll for one in (new, *shown)]))


def parts(rolls: Iterable[frozenset[Hashable]]) -> list[int]:
    """Sizes of the sets of seats that stand on the very same rolls.

    >>> sorted(parts([frozenset("abcd"), frozenset("bcde")]))
    [1, 1, 3]
    """
    rolls = list(rolls)
    seats = frozenset().union(*rolls)
    return list(Counter(tuple(seat in roll for roll in rolls) for seat in seats).values())


_MARKS = re.compile(r"[\W_]+")


def wording_key(text: str, scale: str) -> str:
    """The same for the same words on the same scale, however they are spaced, cased or pointed.

    A wording that is entered again as another statement is still the same question.

    >>> wording_key("NATO is  strong.", "vote") == wording_key("nato is strong", "vote")
    True
    """
    plain = _MARKS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()
    return sha256(f"{scale}\n{plain or text}".encode()).hexdigest()[:32]
