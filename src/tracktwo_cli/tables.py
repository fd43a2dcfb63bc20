"""The tables that follow the findings on the terminal: answers, expectations, and beliefs about those."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from rich import box
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from tracktwo.analysis import Analysis
from tracktwo.figures import Cell
from tracktwo.figures import Table as FigureTable
from tracktwo.figures.beliefs import belief_table
from tracktwo.figures.figure import Quote, quote_of
from tracktwo.figures.labels import answer_cell, answer_label
from tracktwo.figures.pairs import perception_table
from tracktwo.figures.ranking import common_ground
from tracktwo.figures.sides import Standing, sides_of
from tracktwo.locale import Words

MOST = 12
"""Rows of a table."""

ANSWER, LABEL = 21, 6
PAIR, SHARE, VERDICT = 18, 13, 20
LONGEST_KEY, NARROWEST, WIDEST = 8, 16, 60
GAP = 2
"""Characters that columns of the tables take, and the gap between them."""

FEWEST = 3
"""Columns beside the statement without which a table says nothing: who, and two figures."""

RAGGED = 6
"""What two lines of a statement lose because words are not broken."""


@dataclass(frozen=True)
class Column:
    """A heading and how many characters wide its cells are."""

    heading: str
    width: int


def tables(analysis: Analysis, words: Words, *, width: int) -> Iterator[Table | Text]:
    """What each side answered and what was expected of it, and where the rest is to be found.

    A table for which a terminal of this width has no room is left out.
    """
    yield from _answers(analysis, words, width)
    yield from _expectations(analysis, words, width)
    yield from _beliefs(analysis, words, width)
    everything = words.gettext("All of it as a table")
    yield Text(f"{everything}  --report FILE.html  --json FILE", style="dim")


def _answers(analysis: Analysis, words: Words, width: int) -> Iterator[Table]:
    """Statements by shared ground; answers in full where the terminal is wide enough."""
    found, sides = common_ground(analysis)[:MOST], sides_of(analysis)
    quotes = [quote_of(one.figures.statement, words.language) for one in found]
    title = words.gettext("Shared ground")
    for space, tell in ((ANSWER, partial(_in_full, words)), (LABEL, partial(_in_short, words))):
        columns = [Column(side.name(words), space) for side in sides]
        rows = [tuple(tell(stood) for stood in one.standings) for one in found]
        if table := _table(title, columns, quotes, rows, words, width):
            yield table
            return


def _in_full(words: Words, stood: Standing) -> str:
    return answer_cell(stood.figures, stood, words)


def _in_short(words: Words, stood: Standing) -> str:
    return answer_label(stood, words)


def _expectations(analysis: Analysis, words: Words, width: int) -> Iterator[Table]:
    """Expected against actual, the surest misjudgement first; its name where there is room."""
    title = words.gettext("What sides expect and what is so")
    told = perception_table(analysis, words)
    yield from _told(told, title, (PAIR, SHARE, SHARE, VERDICT), words, width)


def _beliefs(analysis: Analysis, words: Words, width: int) -> Iterator[Table]:
    """Believed against expected and answered, the surest error first."""
    title = words.gettext("What sides think is expected of them")
    told = belief_table(analysis, words)
    yield from _told(told, title, (PAIR, SHARE, SHARE, SHARE, VERDICT), words, width)


def _told(
    told: FigureTable, title: str, spaces: Sequence[int], words: Words, width: int
) -> Iterator[Table]:
    """The first rows of a figure's table, with as many of its columns as there is room for."""
    quotes = [cell for row in told.rows[:MOST] for cell in row if isinstance(cell, Quote)]
    for most in range(len(spaces), FEWEST - 1, -1):
        columns = [Column(*pair) for pair in zip(told.columns[2:], spaces, strict=True)][:most]
        rows = [row[2:][:most] for row in told.rows[:MOST]]
        if table := _table(title, columns, quotes, rows, words, width):
            yield table
            return


def _table(
    title: str,
    columns: Sequence[Column],
    quotes: Sequence[Quote],
    rows: Sequence[tuple[Cell, ...]],
    words: Words,
    width: int,
) -> Table | None:
    """Statements by key and two lines of text, and a row of cells each; None without room or rows."""
    key = Column(
        words.gettext("Key"), _longest_key([words.gettext("Key"), *(q.key for q in quotes)])
    )
    taken = sum(column.width + GAP for column in (key, *columns))
    room = min(width - taken, WIDEST)
    if not rows or room < NARROWEST:
        return None
    table = Table(
        title=Text(title, style="bold"),
        title_justify="left",
        box=box.SIMPLE_HEAD,
        show_edge=False,
        padding=(0, GAP - 1, 0, 0),
    )
    for column in (key, Column(words.gettext("Statement"), room), *columns):
        table.add_column(Text(column.heading), width=column.width, overflow="fold")
    for quote, cells in zip(quotes, rows, strict=True):
        text = Text(quote.text)
        text.truncate(2 * room - RAGGED, overflow="ellipsis")
        table.add_row(Text(quote.key), text, *(Text(str(cell)) for cell in cells))
    return table


def _longest_key(keys: Iterable[str]) -> int:
    return min(max(map(cell_len, keys)), LONGEST_KEY)
