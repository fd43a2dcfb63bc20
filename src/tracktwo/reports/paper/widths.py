"""How wide the columns of a table are: as their words need, so that none is squeezed out."""

from collections.abc import Iterator, Sequence
from itertools import chain

from tracktwo.figures.figure import Cell, Table

_SIZE = 12
_WHOLE = 620.0
"""What a page is wide where the words of a table are of that size."""
_PADDING = 14.0
_LONGEST_WORD = 110.0
"""A longer word may be broken."""
_WIDEST = 300.0
"""What one column may ask for at most: a long text breaks into lines."""


def shares(table: Table) -> list[float]:
    """The share of each column of the whole width; they sum to one.

    A column gets what its longest word needs, and of the rest as much as its texts are long.

    >>> shares(Table(("Key", "Statement"), (("a", "The two staffs should meet every year."),)))
    [0.0583, 0.9417]
    """
    columns = [[text_of(one) for one in column] for column in _columns(table)]
    least = [max(map(_longest_word, column)) + _PADDING for column in columns]
    wanted = [min(_usual(column), _WIDEST) + _PADDING for column in columns]
    more = [max(want - need, 1.0) for want, need in zip(wanted, least, strict=True)]
    left = max(_WHOLE - sum(least), 0.0)
    asked = [need + left * one / sum(more) for need, one in zip(least, more, strict=True)]
    whole = sum(asked)
    return [round(one / whole, 4) for one in asked]


def text_of(cell: Cell) -> str:
    """The words of a cell."""
    return cell if isinstance(cell, str) else cell.text


def _columns(table: Table) -> Iterator[Sequence[Cell]]:
    return (
        list(chain([heading], (row[place] for row in table.rows)))
        for place, heading in enumerate(table.columns)
    )


def _longest_word(text: str) -> float:
    """Chinese may break anywhere."""
    words = (_length(one) for one in text.split() if one < "\u3000")
    return min(max(words, default=24.0), _LONGEST_WORD)


def _usual(column: Sequence[str]) -> float:
    """The length that most texts of the column keep within: all, where they are few."""
    lengths = sorted(map(_length, column))
    return lengths[-1 - len(lengths) // 6]


def _length(text: str) -> float:
    """About how long a text is: a Chinese sign, of three bytes, is as wide as two letters."""
    return _SIZE * (0.54 * len(text) + 0.25 * (len(text.encode()) - len(text)))
