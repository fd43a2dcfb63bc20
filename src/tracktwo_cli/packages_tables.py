"""The frontier as a table: what each side gains, and which options."""

from fractions import Fraction

from rich import box
from rich.table import Table
from rich.text import Text

from tracktwo_cli.packages_telling import Telling

MOST = 12
"""Packages that are shown; the document has all of them."""
NARROWEST = 24
GAP = 2


def frontier_table(telling: Telling, width: int) -> Table | None:
    """Packages that no other beats, by gains; None where there is none or no room for it."""
    words, edge = telling.words, telling.study.agreement.frontier
    heads = [telling.names[party] for party in telling.parties]
    taken = sum(max(_cells(one), 6) + GAP for one in heads)
    if not edge.packages or width - taken < NARROWEST:
        return None
    table = Table(
        title=Text(_title(telling), style="bold"), title_justify="left",
        box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0),
    )  # fmt: skip
    for head in heads:
        table.add_column(Text(head), justify="right", no_wrap=True)
    table.add_column(Text(words.gettext("Options")), overflow="fold")
    for package in edge.packages[:MOST]:
        gains = (_gain(telling, package.gains[party]) for party in telling.parties)
        table.add_row(*gains, Text(words.names(package.options)))
    return table


def _title(telling: Telling) -> str:
    words, edge = telling.words, telling.study.agreement.frontier
    n, shown = len(edge.packages), min(len(edge.packages), MOST)
    if edge.complete:
        told = words.ngettext(
            "{n} package is beaten by no other", "{n} packages are beaten by no other", n
        )
    else:
        told = words.ngettext(
            "A sample: {n} package that is beaten by no other",
            "A sample: {n} packages that are beaten by no other",
            n,
        )
    if shown == n:
        return told
    first = words.gettext("the first {shown}, by what {party} gains", shown=shown, party=telling.names[telling.study.agreement.parties[0]])  # fmt: skip
    return words.phrases((told, first))


def _gain(telling: Telling, gain: Fraction) -> Text:
    return Text(telling.words.signed(float(gain), 1))


def _cells(text: str) -> int:
    return Text(text).cell_len
