"""Shared ground and real disagreement: each side's answers, one row a statement."""

from typing import TYPE_CHECKING

from tracktwo.analysis.result import Analysis, StatementFigures
from tracktwo.figures.figure import Cell, Figure, Table, quote_of
from tracktwo.figures.labels import answer_cell, answer_label, answer_scale, full_phrase, side_names
from tracktwo.figures.ranking import Common, Division, common_ground, divisions
from tracktwo.figures.rows import Mark, Row, interval_rows
from tracktwo.figures.sides import Side, Standing, sides_of, standing
from tracktwo.locale import Words

if TYPE_CHECKING:
    from altair import LayerChart

FEW = 3
"""Rows shown where nothing can be claimed: the nearest to it."""


def shared_ground(
    analysis: Analysis, words: Words, *, width: int = 680, limit: int = 12
) -> Figure | None:
    """What every side supports, or every side rejects, the surest first; None without answers.

    Full marks where a majority on every side is beyond what chance explains (the interval of every
    side lies on one side of one half), hollow where it is not.
    """
    found = common_ground(analysis)
    if not found:
        return None
    firm = [one for one in found if one.firm]
    shown = firm[:limit] or found[:FEW]
    rows = tuple(
        Row(quote_of(c.figures.statement, words.language), _marks(c.standings, words, firm=c.firm))
        for c in shown
    )
    alone = len(sides_of(analysis)) == 1
    tell = _held_title if alone else _shared_title
    title = tell(firm, len(analysis.statements), words)
    return Figure(
        title,
        _alt(shown[0], words),
        _chart(analysis, rows, words, width),
        _table(analysis, [c.figures for c in found], words),
    )


def real_disagreement(
    analysis: Analysis, words: Words, *, width: int = 680, limit: int = 12
) -> Figure | None:
    """Where sides differ by more than the smallest effect of interest, the clearest first.

    None where fewer than two sides can be compared.
    """
    found = divisions(analysis)
    if not found:
        return None
    real = [one for one in found if one.real]
    shown = real[:limit] or found[:FEW]
    rows = tuple(
        Row(quote_of(d.figures.statement, words.language), _marks(d.standings, words, firm=d.real))
        for d in shown
    )
    title = _division_title(len(real), len(analysis.statements), words)
    return Figure(
        title,
        _alt(shown[0], words),
        _chart(analysis, rows, words, width),
        _table(analysis, [d.figures for d in found], words),
    )


def _marks(stood: tuple[Standing, ...], words: Words, *, firm: bool) -> tuple[Mark, ...]:
    return tuple(
        Mark(s.side.name(words), s.value, s.low, s.high, answer_label(s, words), firm)
        for s in stood
    )


def _chart(analysis: Analysis, rows: tuple[Row, ...], words: Words, width: int) -> "LayerChart":
    names = side_names(sides_of(analysis), words)
    return interval_rows(rows, names, answer_scale(analysis, words), width=width)


def _held_title(firm: list[Common], total: int, words: Words) -> str:
    """Where there is one side only: everybody."""
    agreed = sum(one.direction > 0 for one in firm)
    if not firm:
        return words.gettext("No statement has a clear majority")
    return words.gettext(
        "Of {total} statements, {agreed} have a clear majority and {rejected} a clear majority against",
        total=words.number(total),
        agreed=words.number(agreed),
        rejected=words.number(len(firm) - agreed),
    )


def _shared_title(firm: list[Common], total: int, words: Words) -> str:
    agreed = sum(one.direction > 0 for one in firm)
    rejected = len(firm) - agreed
    if not firm:
        return words.gettext("No statement has a clear majority on every side")
    if not rejected:
        return words.ngettext(
            "A majority on every side agrees with {n} statement of {total}",
            "A majority on every side agrees with {n} statements of {total}",
            agreed,
            total=words.number(total),
        )
    if not agreed:
        return words.ngettext(
            "A majority on every side disagrees with {n} statement of {total}",
            "A majority on every side disagrees with {n} statements of {total}",
            rejected,
            total=words.number(total),
        )
    return words.gettext(
        "Of {total} statements, {agreed} have a majority on every side and {rejected} a majority against on every side",
        total=words.number(total),
        agreed=words.number(agreed),
        rejected=words.number(rejected),
    )


def _division_title(real: int, total: int, words: Words) -> str:
    if not real:
        return words.gettext("On no statement is a difference between sides beyond doubt")
    return words.ngettext(
        "On {n} statement of {total} the sides clearly differ",
        "On {n} statements of {total} the sides clearly differ",
        real,
        total=words.number(total),
    )


def _alt(first: Common | Division, words: Words) -> str:
    answers = words.phrases(full_phrase(stood, words) for stood in first.standings)
    return words.gettext(
        "One row a statement, one line a side: the mark is the side’s answer, the bar the range it is known within. In the first row, statement {key}: {answers}.",
        key=quote_of(first.figures.statement, words.language).key,
        answers=answers,
    )


def _table(analysis: Analysis, found: list[StatementFigures], words: Words) -> Table:
    sides = sides_of(analysis)
    columns = (words.gettext("Key"), words.gettext("Statement"), *side_names(sides, words))
    return Table(columns, tuple(_table_row(figures, sides, analysis, words) for figures in found))


def _table_row(
    figures: StatementFigures, sides: tuple[Side, ...], analysis: Analysis, words: Words
) -> tuple[Cell, ...]:
    quote = quote_of(figures.statement, words.language)
    stood = (standing(figures, side, analysis.settings.level) for side in sides)
    return (quote.key, quote, *(answer_cell(s.figures if s else None, s, words) for s in stood))
