"""The reference nation: one after the other, each for three months, in an order that all agreed on.

Source: the practice of the SHADE meetings since 2012, in which navies that escort by themselves
coordinate their convoys, one of them for a quarter in turn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tracktwo.errors import InputError, OptionError
from tracktwo.locale import english


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a year, from 1.

    >>> Quarter(2026, 4).next
    Quarter(year=2027, number=1)
    """

    year: int
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 4:
            raise InputError(
                english("{number} is no quarter; it is 1, 2, 3 or 4", number=self.number)
            )

    @property
    def next(self) -> "Quarter":
        return Quarter(self.year, self.number + 1) if self.number < 4 else Quarter(self.year + 1, 1)

    @property
    def start(self) -> datetime:
        return datetime(self.year, 3 * self.number - 2, 1, tzinfo=UTC)

    @property
    def end(self) -> datetime:
        """When the next begins."""
        return self.next.start

    def since(self, first: "Quarter") -> int:
        """How many quarters after another."""
        return 4 * (self.year - first.year) + self.number - first.number


def reference_nation(order: Sequence[str], first: Quarter, quarter: Quarter) -> str:
    """Whose turn it is, where the first of the order began in the quarter `first`.

    `OptionError` for an empty order, one that names somebody twice, and quarters before the first.

    >>> reference_nation(["China", "India", "Japan"], Quarter(2026, 1), Quarter(2026, 4))
    'China'
    """
    if not order or len(set(order)) < len(order):
        raise OptionError(
            english("an order of reference nations names each once, and one at least")
        )
    after = quarter.since(first)
    if after < 0:
        raise OptionError(english("the rotation begins later than the quarter asked for"))
    return order[after % len(order)]
