"""Cells of a CSV that a spreadsheet would take for formulas, made text by an apostrophe.

A spreadsheet that opens `=HYPERLINK(...)` in a CSV runs it; one that opens `'=HYPERLINK(...)` shows it.
"""

import re

_RUNS = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r＝＋－＠]")


def guarded(text: str) -> str:
    """A text for a cell of a CSV; one that would run gets an apostrophe in front.

    >>> guarded("=1+1"), guarded("threat")
    ("'=1+1", 'threat')
    """
    return f"'{text}" if _RUNS.match(text) else text


def unguarded(cell: str) -> str:
    """The text that a cell of a CSV holds: `unguarded(guarded(text)) == text`."""
    return cell[1:] if _GUARDED.match(cell) else cell
