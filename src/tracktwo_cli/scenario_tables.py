"""Scenarios side by side, as many as the terminal has room for, and the judgements that decide."""

from collections.abc import Callable, Iterator, Sequence

from rich import box
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from tracktwo.influence.scenarios import Change, Scenario, ScenarioStudy
from tracktwo.locale import Words

MOST, MOST_CHANGES = 12, 5
"""Scenarios and judgements shown."""

NARROWEST, WIDEST, LONGEST_NAME = 6, 18, 26
"""Characters of a scenario's column, and the most of the column of descriptors."""

GAP = 2

Row = tuple[str, Callable[[Scenario], str]]
"""A name, and what stands in the column of a scenario."""


def tables(study: ScenarioStudy, words: Words, *, width: int) -> Iterator[Table]:
    """The strongest scenarios, some beside each other, then the judgements that decide most."""
    shown = study.found.scenarios[:MOST]
    rows = [*_states(study), *_figures(study, words)]
    first = min(max(cell_len(name) for name, _ in rows), LONGEST_NAME)
    cells = [cell(one) for one in shown for _, cell in rows]
    room = min(max([NARROWEST, *map(cell_len, cells)]), WIDEST)
    beside = max((width - first - GAP) // (room + GAP), 1)
    for start in range(0, len(shown), beside):
        part = dict(enumerate(shown[start : start + beside], start + 1))
        title = _title(part, len(study.found.scenarios), words)
        yield _tableau(title, part, rows, (first, room))
    if study.changes.changes:
        yield _judgements(study, words)


def written(value: float, words: Words) -> str:
    """A number with the decimals it has, six at most."""
    decimals = len(f"{value:.6f}".rstrip("0").partition(".")[2])
    return words.number(value, decimals)


def _states(study: ScenarioStudy) -> Iterator[Row]:
    """Descriptors in which scenarios differ; all of them where there is one scenario."""
    agreed = study.found.agreed if len(study.found.scenarios) > 1 else {}
    for one in study.matrix.descriptors:
        if one.id not in agreed:
            yield one.id, lambda scenario, of=one.id: scenario.states[of]  # type: ignore[misc]


def _figures(study: ScenarioStudy, words: Words) -> Iterator[Row]:
    basins = study.basins
    yield words.gettext("Total impact"), lambda one: written(one.total_impact, words)
    yield words.gettext("Margin"), lambda one: written(one.margin, words)
    share = words.gettext("Starts that end here")
    yield share, lambda one: words.percent(basins.weight(one) / basins.starts)


def _title(part: dict[int, Scenario], total: int, words: Words) -> str:
    if len(part) == total:
        return words.gettext("Strongest first")
    return words.gettext(
        "Strongest first: {first} to {last} of {total}",
        first=min(part),
        last=max(part),
        total=words.number(total),
    )


def _tableau(
    title: str, part: dict[int, Scenario], rows: Sequence[Row], widths: tuple[int, int]
) -> Table:
    table = _empty(title)
    table.add_column(Text(""), width=widths[0], overflow="fold")
    for number in part:
        table.add_column(Text(str(number)), width=widths[1], overflow="fold")
    for name, cell in rows:
        table.add_row(Text(name), *(Text(cell(one)) for one in part.values()))
    return table


def _judgements(study: ScenarioStudy, words: Words) -> Table:
    """Judgements on a state that do the same when moved, in one row."""
    number = {one.chosen: place for place, one in enumerate(study.found.scenarios, 1)}
    alike: dict[tuple[str, ...], int] = {}
    for one in study.changes.changes:
        row = _moved(one, number, words)
        alike[row] = alike.get(row, 0) + 1
    table = _empty(words.gettext("Single judgements that decide most"))
    table.add_column(Text(words.gettext("On")), overflow="fold")
    for heading in (
        words.gettext("Moved by"),
        words.gettext("Vanishing"),
        words.gettext("Appearing"),
        words.gettext("Judgements"),
    ):
        table.add_column(Text(heading), min_width=cell_len(heading), overflow="fold")
    for row, judgements in list(alike.items())[:MOST_CHANGES]:
        table.add_row(*map(Text, (*row, words.number(judgements))))
    return table


def _moved(one: Change, number: dict[tuple[str, ...], int], words: Words) -> tuple[str, ...]:
    """On which state, by how much, which scenarios vanish by number, and how many appear."""
    return (
        one.target,
        words.signed(one.by),
        words.names(str(number[each.chosen]) for each in one.vanishing) or "–",
        words.number(len(one.appearing)),
    )


def _empty(title: str) -> Table:
    return Table(
        title=Text(title, style="bold"),
        title_justify="left",
        box=box.SIMPLE_HEAD,
        show_edge=False,
        padding=(0, GAP - 1, 0, 0),
    )
