"""What sets each group apart: its representative statements, every group's answer beside its own."""

from dataclasses import replace

from tracktwo.analysis.result import Analysis, Representative
from tracktwo.figures.figure import Cell, Figure, Table, quote_of
from tracktwo.figures.labels import answer_label, answer_scale
from tracktwo.figures.rows import Mark, Row, interval_rows
from tracktwo.figures.sides import Side, groups_of, standings
from tracktwo.locale import Words

EACH = 3


def groups(
    analysis: Analysis, words: Words, *, width: int = 680, each: int = EACH
) -> Figure | None:
    """The statements that set each group apart from the rest; its own mark is full, others hollow.

    None where there is one group or no statement is representative.
    """
    own_groups = groups_of(analysis)
    shown = {group: _of(group, analysis)[:each] for group in own_groups}
    if len(own_groups) < 2 or not any(shown.values()):
        return None
    rows = tuple(
        _row(one, group, place, own_groups, analysis, words)
        for group, found in shown.items()
        for place, one in enumerate(found)
    )
    series = tuple(group.name(words) for group in own_groups)
    chart = interval_rows(rows, series, answer_scale(analysis, words), width=width)
    return Figure(_title(shown, words), _alt(words), chart, _table(analysis, own_groups, words))


def _of(group: Side, analysis: Analysis) -> list[Representative]:
    found = (one for one in analysis.representative if one.group == group.id)
    return sorted(found, key=lambda one: -one.low)


def _row(
    one: Representative,
    group: Side,
    place: int,
    all_groups: tuple[Side, ...],
    analysis: Analysis,
    words: Words,
) -> Row:
    figures = analysis.statement(one.statement)
    stood = standings(figures, all_groups, analysis.settings.level)
    marks = tuple(
        Mark(s.side.name(words), s.value, s.low, s.high, answer_label(s, words), s.side == group)
        for s in stood
    )
    row = Row(quote_of(figures.statement, words.language), marks)
    return replace(row, heading=_heading(group, words)) if place == 0 else row


def _heading(group: Side, words: Words) -> str:
    return words.gettext("What sets {group} apart", group=group.name(words))


def _title(shown: dict[Side, list[Representative]], words: Words) -> str:
    apart = sum(bool(found) for found in shown.values())
    return words.ngettext(
        "{n} group of {total} is set apart by its answers",
        "{n} groups of {total} are set apart by their answers",
        apart,
        total=words.number(len(shown)),
    )


def _alt(words: Words) -> str:
    return words.gettext(
        "For each group the statements that set it apart, one line a group from nobody to everybody agreeing. The full mark is the group’s own answer, hollow marks are the others’; the bar is the range an answer is known within."
    )


def _table(analysis: Analysis, all_groups: tuple[Side, ...], words: Words) -> Table:
    columns = (
        words.gettext("Group"),
        words.gettext("Key"),
        words.gettext("Statement"),
        words.gettext("Direction"),
        words.gettext("Difference from the rest, in points"),
    )
    rows = (
        _table_row(one, group, analysis, words)
        for group in all_groups
        for one in _of(group, analysis)
    )
    return Table(columns, tuple(rows))


def _table_row(
    one: Representative, group: Side, analysis: Analysis, words: Words
) -> tuple[Cell, ...]:
    quote = quote_of(analysis.statement(one.statement).statement, words.language)
    agree, disagree = words.gettext("more agree"), words.gettext("more disagree")
    low, high = (words.signed(end * 100) for end in (one.low, one.high))
    return (
        group.name(words),
        quote.key,
        quote,
        agree if one.direction == "agree" else disagree,
        words.gettext(
            "{value} ({interval})",
            value=words.signed(one.effect * 100),
            interval=words.gettext("{low} to {high}", low=low, high=high),
        ),
    )
