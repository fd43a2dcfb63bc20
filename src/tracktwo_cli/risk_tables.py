"""The table that follows the findings on risks: every risk, both quantities, side by side."""

from collections.abc import Iterator, Sequence

from rich import box
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from tracktwo.reports.risk import Telling, figure
from tracktwo.risk import QUANTITIES, Assessment, RiskFigures
from tracktwo.risk.estimates import Quantity

GAP = 2
RAGGED = 6
"""Between columns; and what two lines of a text lose because words are not broken."""
NARROWEST, WIDEST = 16, 60
"""Characters of the column with the risk's text: fewer, and it shows the id; more, and lines get long."""


def tables(telling: Telling, *, width: int) -> Iterator[Table | Text]:
    """Every risk with a column a quantity and side: with intervals where there is room."""
    columns = _columns(telling)
    for with_range in (True, False):
        rows = [_row(telling, one, with_range=with_range) for one in telling.found.risks]
        taken = GAP + sum(_width(heading, rows, n) + GAP for n, heading in enumerate(columns))
        if (room := min(width - taken, WIDEST)) >= NARROWEST:
            yield _table(telling, columns, rows, room)
            break
    everything = telling.words.gettext("All of it as a table")
    yield Text(f"{everything}  --json FILE", style="dim")


def _columns(telling: Telling) -> list[str]:
    words, found = telling.words, telling.found
    headings = {"likelihood": words.gettext("Likelihood"), "severity": words.gettext("Severity")}
    return [
        f"{headings[name]}\n{telling.names[side]}"
        for name in _estimated(found)
        for side in found.sides
    ]


def _estimated(found: Assessment) -> list[Quantity]:
    """The quantities that somebody estimated of some risk."""
    return [name for name in QUANTITIES if any(one.of(name) for one in found.risks)]


def _row(telling: Telling, one: RiskFigures, *, with_range: bool) -> list[str]:
    cells = []
    for name in _estimated(telling.found):
        quantity = one.of(name)
        for side in telling.found.sides:
            shown = quantity and figure(
                quantity, quantity.of(side), telling.words, with_range=with_range
            )
            cells.append(shown or "")
    return cells


def _width(heading: str, rows: Sequence[Sequence[str]], column: int) -> int:
    longest_word = max(cell_len(word) for word in heading.split())
    return max(longest_word, *(cell_len(row[column]) for row in rows))


def _table(
    telling: Telling, columns: Sequence[str], rows: Sequence[Sequence[str]], room: int
) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, GAP - 1, 0, 0))
    table.add_column(Text(telling.words.gettext("Risk")), width=room, overflow="fold")
    for n, heading in enumerate(columns):
        table.add_column(Text(heading), width=_width(heading, rows, n), justify="right")
    for one, cells in zip(telling.found.risks, rows, strict=True):
        text = Text(telling.text(one.risk))
        text.truncate(2 * room - RAGGED, overflow="ellipsis")
        table.add_row(text, *map(Text, cells))
    return table
