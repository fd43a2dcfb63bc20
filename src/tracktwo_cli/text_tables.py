"""Tables of places in a text: where, what stands there, what is to be said of it."""

import unicodedata
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tracktwo.locale import Words
from tracktwo_cli.text_source import Source

GAP = 2
"""Characters between columns."""
LONGEST = 160
"""Characters of the text in one cell."""
AROUND = 24
"""Characters of the text on either side of what is shown in its place."""


def shown(text: str) -> str:
    r"""A text from a file, safe on a terminal: what commands or turns it is taken out, blanks stay.

    >>> shown("a\x1b[31m\nb ")
    'a[31m b '
    """
    spaced = (" " if mark.isspace() and mark not in "\u00a0\u202f" else mark for mark in text)
    return "".join(mark for mark in spaced if unicodedata.category(mark) not in ("Cc", "Cf", "Cs"))


def cut(text: str) -> str:
    """A text of which a cell holds the beginning."""
    told = shown(text)
    return told if len(told) <= LONGEST else f"{told[:LONGEST].rstrip()}…"


def in_place(text: str, start: int, end: int) -> Text:
    """Characters of a text, bold between those around them on their line."""
    before = shown(text[:start].splitlines()[-1] if text[:start] and text[start - 1] not in "\r\n" else "")  # fmt: skip
    after = shown((text[end:].splitlines() or [""])[0])
    whole = Text(_last(before))
    whole.append(cut(text[start:end]), style="bold underline")
    return whole.append(_first(after))


def place_heading(source: Source, words: Words) -> str:
    """What the numbers before the colon of a place count."""
    return words.gettext("Line") if source.unit == "line" else words.gettext("Paragraph")


def print_table(
    console: Console, title: str, headings: Sequence[str], rows: Sequence[Sequence[Text]]
) -> None:
    """A title and a table, the first column to the right and whole; nothing without rows."""
    if not rows:
        return
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, GAP - 1, 0, 0))
    for place, heading in enumerate(headings):
        is_first = place == 0
        table.add_column(
            Text(heading),
            justify="right" if is_first else "left",
            no_wrap=is_first,
            overflow="fold",
        )
    for row in rows:
        table.add_row(*row)
    console.print()
    console.print(Text(title, style="bold"))
    console.print(table)


def _last(before: str) -> str:
    return before if len(before) <= AROUND else f"…{before[-AROUND:]}"


def _first(after: str) -> str:
    return after if len(after) <= AROUND else f"{after[:AROUND]}…"
