"""What a side believes that another expects of it, against what that other does expect."""

from collections.abc import Iterable

from tracktwo.analysis.result import Analysis, MetaPerception
from tracktwo.dialogue import Scale as Answered
from tracktwo.figures.errors import error_mark, reach
from tracktwo.figures.figure import Cell, Figure, Table, quote_of
from tracktwo.figures.pairs import answered_label, guess_label
from tracktwo.figures.ranking import surest
from tracktwo.figures.rows import Mark, Row, Scale, interval_rows
from tracktwo.figures.sides import SMALL, Side, sides_of
from tracktwo.locale import Words

FEW = 3


def beliefs(
    analysis: Analysis, words: Words, *, width: int = 680, limit: int = 12
) -> Figure | None:
    """Believed minus expected, in points of the scale, by statement and ordered pair of sides.

    Full marks are the claims. None where nobody was asked what others expect of them, or too few
    said it.
    """
    pairs = _pairs_of(analysis)
    if not pairs:
        return None
    claimed = list(dict.fromkeys(one.statement for one in misbeliefs(analysis)))
    rows = tuple(
        _row(statement, pairs, analysis, words)
        for statement in claimed[:limit] or _nearest(analysis)[:FEW]
    )
    series = tuple(seen_name(of, by, words) for of, by in pairs)
    chart = interval_rows(rows, series, _scale(rows, words), width=width)
    title = _title(len(claimed), analysis, words)
    return Figure(title, _alt(words), chart, belief_table(analysis, words))


def misbeliefs(analysis: Analysis) -> tuple[MetaPerception, ...]:
    """Claims that a side is wrong about what another expects of it, the surest error first."""
    claims = (one for one in analysis.meta_perceptions if one.misperceived)
    return tuple(sorted(claims, key=surest))


def seen_name(of: Side, by: Side, words: Words) -> str:
    """How a side is named that looks at itself through another."""
    return words.gettext("{of}, as seen by {by}", of=of.name(words), by=by.name(words))


def believed_label(one: MetaPerception, scale: Answered, words: Words) -> str:
    """What is believed to be expected, as `pairs.expected_label` writes what is."""
    return guess_label(one.believed, scale, words, few=_few(one))


def expected_of_label(one: MetaPerception, scale: Answered, words: Words) -> str:
    """What is expected of the side that believes."""
    return guess_label(one.expected, scale, words, few=_few(one))


def belief_table(analysis: Analysis, words: Words) -> Table:
    """Every belief beside what is expected and what is answered, the surest error first."""
    columns = (
        words.gettext("Key"),
        words.gettext("Statement"),
        words.gettext("Who, as seen by whom"),
        words.gettext("Believed to be expected"),
        words.gettext("Really expected"),
        words.gettext("Really agree"),
        words.gettext("What it is"),
    )
    ordered = sorted(analysis.meta_perceptions, key=lambda one: (not one.misperceived, surest(one)))
    return Table(columns, tuple(_table_rows(ordered, analysis, words)))


def _table_rows(
    rows: Iterable[MetaPerception], analysis: Analysis, words: Words
) -> Iterable[tuple[Cell, ...]]:
    sides = {side.id: side for side in sides_of(analysis)}
    few = words.gettext("too few to show")
    for one in rows:
        statement = analysis.statement(one.statement).statement
        quote, scale = quote_of(statement, words.language), statement.scale
        shown = one.believed is not None
        yield (
            quote.key,
            quote,
            seen_name(sides[one.of], sides[one.expected_by], words),
            believed_label(one, scale, words) if shown else few,
            expected_of_label(one, scale, words) if shown else few,
            answered_label(one.statement, one.of, analysis, words) or few,
            _verdict(one, words),
        )


def _verdict(one: MetaPerception, words: Words) -> str:
    if not one.misperceived:
        return ""
    if (one.error or 0.0) < 0:
        return words.gettext("underestimated")
    return words.gettext("overestimated")


def _pairs_of(analysis: Analysis) -> tuple[tuple[Side, Side], ...]:
    known = {
        (one.of, one.expected_by) for one in analysis.meta_perceptions if one.believed is not None
    }
    sides = sides_of(analysis)
    return tuple((of, by) for of in sides for by in sides if (of.id, by.id) in known)


def _few(one: MetaPerception) -> bool:
    return min(one.n_of or 0, one.n_by or 0) <= SMALL


def _nearest(analysis: Analysis) -> list[str]:
    shown = (one for one in analysis.meta_perceptions if one.error is not None)
    return list(dict.fromkeys(one.statement for one in sorted(shown, key=surest)))


def _row(
    statement: str, pairs: tuple[tuple[Side, Side], ...], analysis: Analysis, words: Words
) -> Row:
    found = {
        (one.of, one.expected_by): one
        for one in analysis.meta_perceptions
        if one.statement == statement
    }
    known = ((of, by, found.get((of.id, by.id))) for of, by in pairs)
    marks = (_mark(seen_name(of, by, words), one, analysis, words) for of, by, one in known if one)
    quote = quote_of(analysis.statement(statement).statement, words.language)
    return Row(quote, tuple(mark for mark in marks if mark))


def _mark(series: str, one: MetaPerception, analysis: Analysis, words: Words) -> Mark | None:
    scale = analysis.statement(one.statement).statement.scale
    return error_mark(series, one, scale, words, few=_few(one))


def _scale(rows: tuple[Row, ...], words: Words) -> Scale:
    end = reach(rows)
    ticks = (
        (-end, words.gettext("believed less")),
        (0.0, words.number(0)),
        (end, words.gettext("believed more")),
    )
    return Scale(-end, end, ticks, 0.0)


def _title(claimed: int, analysis: Analysis, words: Words) -> str:
    if not claimed:
        return words.gettext("No error about what the other side expects is beyond doubt")
    asked = {one.statement for one in analysis.meta_perceptions}
    return words.ngettext(
        "On {n} statement of {total} a side is wrong about what the other expects of it",
        "On {n} statements of {total} a side is wrong about what the other expects of it",
        claimed,
        total=words.number(len(asked)),
    )


def _alt(words: Words) -> str:
    return words.gettext(
        "One row a statement, one line a side that looks at itself through another. The mark is the share it believes to be expected of it minus the share really expected, in points; the bar is the range it is known within. Left of the middle it believes that less agreement is expected of it than is, right of it more. Full marks are errors that can be claimed."
    )
