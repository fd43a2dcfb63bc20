"""How wide the columns of a table are: as their words need, so that none is squeezed out."""

from collections.abc import Iterator, Sequence
from itertools import chain

from tracktwo.figures.figure import Cell, Table
from tracktwo.figures.wrapping import width_of

_SIZE = 12
_WIDEST = 260.0
"""What one column may ask for at most: a long text breaks into lines."""


def shares(table: Table) -> list[float]:
    """The share of each column of the whole width; they sum to one.

    A column gets what its longest word needs, and of the rest as much as its texts are long.

    >>> shares(Table(("Key", "Statement"), (("a", "The two staffs should meet every year."),)))
    [0.3389, 0.6611]
    """
    columns = [[text_of(one) for one in column] for column in _columns(table)]
    words = [max(map(_longest_word, column)) for column in columns]
    wanted = [min(_usual(column), _WIDEST) for column in columns]
    asked = [max(pair) + 14 for pair in zip(words, wanted, strict=True)]
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
    return max((width_of(one, _SIZE) for one in text.split() if not _is_chinese(one)), default=24.0)


def _is_chinese(word: str) -> bool:
    return any(sign >= "\u3000" for sign in word)


def _usual(column: Sequence[str]) -> float:
    """The length that three of four texts of the column keep within."""
    lengths = sorted(width_of(one, _SIZE) for one in column)
    return lengths[3 * (len(lengths) - 1) // 4]
