"""Cells of a table that no spreadsheet takes for a formula, and such cells as they were meant."""

import re

FORMULA = ("=", "+", "-", "@", "\t", "\r")
MARKED = re.compile(r"'([=+\-@\t\r].*)", re.DOTALL)


def harmless(cell: str) -> str:
    """A cell with an apostrophe before what would be computed.

    >>> harmless("=1+1"), harmless("Trade")
    ("'=1+1", 'Trade')
    """
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def as_meant(cell: str) -> str:
    """The cell before it was made harmless.

    >>> as_meant("'=1+1"), as_meant("'Tis")
    ('=1+1', "'Tis")
    """
    marked = MARKED.fullmatch(cell)
    return marked[1] if marked else cell
