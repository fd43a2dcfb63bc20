"""The table that follows the findings on risks: every risk, both quantities, side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich import box
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from tracktwo.exchange.risks import RiskFolder
from tracktwo.locale import Words
from tracktwo.locale.plain import plain
from tracktwo.risk import QUANTITIES, Assessment, QuantityFigures, RiskFigures, SideFigures
from tracktwo.risk.estimates import Quantity

GAP = 2
RAGGED = 6
"""Between columns; and what two lines of a text lose because words are not broken."""
NARROWEST, WIDEST = 16, 60
"""Characters of the column with the risk's text: fewer, and it shows the id; more, and lines get long."""


@dataclass(frozen=True)
class Telling:
    """What is told, how the sides are called, and in which language."""

    found: Assessment
    names: Mapping[str, str]
    words: Words

    def text(self, risk: str) -> str:
        """What a risk is, in this language."""
        return plain(self.found.register[risk].text(self.words.language))


def names_of(found: Assessment, given: RiskFolder, language: str) -> dict[str, str]:
    """How each side is called."""
    known = {party.id: party.name(language) for party in given.parties}
    return {side: plain(known.get(side, side)) for side in found.sides}


def figure(quantity: QuantityFigures, side: SideFigures, words: Words, *, with_range: bool) -> str:
    """A side's pooled estimate, with what it holds possible in brackets; a dash where it is not shown."""
    if side.best is None or side.low is None or side.high is None:
        return "–"
    if quantity.quantity == "likelihood":
        best, ends = words.percent(side.best), words.percent_range(side.low, side.high)
    else:
        best = words.number(side.best, 1)
        low, high = words.number(side.low, 1), words.number(side.high, 1)
        ends = f"{low}–{high}"
    return words.gettext("{best} ({ends})", best=best, ends=ends) if with_range else best


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
