"""How far each side's expectation of another lies from what that other answers."""

import math

from tracktwo.analysis.result import Analysis, MetaPerception, Perception
from tracktwo.dialogue import Scale as Answered
from tracktwo.figures.figure import Figure, quote_of
from tracktwo.figures.pairs import pair_name, pairs_of, perception_table
from tracktwo.figures.ranking import misjudgements, surest
from tracktwo.figures.rows import Mark, Row, Scale, interval_rows
from tracktwo.figures.sides import SMALL, Side
from tracktwo.locale import Words

FEW = 3
POINTS = 100


def perception_errors(
    analysis: Analysis, words: Words, *, width: int = 680, limit: int = 12
) -> Figure | None:
    """Expected minus real, in points of the scale, by statement and ordered pair of sides.

    Full marks are the claims: their interval excludes the smallest effect of interest after control
    of the false discovery rate. None without predictions of another side.
    """
    pairs = pairs_of(analysis)
    if not pairs:
        return None
    claimed = list(dict.fromkeys(one.statement for one in misjudgements(analysis)))
    shown = claimed[:limit] or _nearest(analysis)[:FEW]
    rows = tuple(_row(statement, pairs, analysis, words) for statement in shown)
    series = tuple(pair_name(of, about, words) for of, about in pairs)
    chart = interval_rows(rows, series, _scale(rows, words), width=width)
    return Figure(
        _title(len(claimed), analysis, words), _alt(words), chart, perception_table(analysis, words)
    )


def _nearest(analysis: Analysis) -> list[str]:
    others = [one for one in analysis.perceptions if one.of != one.about and one.error is not None]
    return list(dict.fromkeys(one.statement for one in sorted(others, key=surest)))


def _row(
    statement: str, pairs: tuple[tuple[Side, Side], ...], analysis: Analysis, words: Words
) -> Row:
    found = {(one.of, one.about): one for one in analysis.perceptions if one.statement == statement}
    known = ((of, about, found.get((of.id, about.id))) for of, about in pairs)
    marks = (
        _mark(pair_name(of, about, words), one, analysis, words) for of, about, one in known if one
    )
    return Row(
        quote_of(analysis.statement(statement).statement, words.language),
        tuple(m for m in marks if m),
    )


def _mark(series: str, one: Perception, analysis: Analysis, words: Words) -> Mark | None:
    scale = analysis.statement(one.statement).statement.scale
    few = min(one.n_of or 0, one.n_about or 0) <= SMALL
    return error_mark(series, one, scale, words, few=few)


def error_mark(
    series: str, one: Perception | MetaPerception, scale: Answered, words: Words, *, few: bool
) -> Mark | None:
    """An error with its range as shares of the scale, labelled in points (tens where few spoke)."""
    if one.error is None or one.low is None or one.high is None:
        return None
    wide = scale.predicted_high - scale.predicted_low
    points = one.error / wide * POINTS
    label = words.signed(round(points, -1) if few else points)
    return Mark(series, one.error / wide, one.low / wide, one.high / wide, label, one.misperceived)


def _scale(rows: tuple[Row, ...], words: Words) -> Scale:
    """A symmetric line, just long enough."""
    end = reach(rows)
    ticks = (
        (-end, words.gettext("expected less")),
        (0.0, words.number(0)),
        (end, words.gettext("expected more")),
    )
    return Scale(-end, end, ticks, 0.0)


def reach(rows: tuple[Row, ...]) -> float:
    """How far from 0 a line must go for all marks, in quarters."""
    ends = (abs(end) for row in rows for mark in row.marks for end in (mark.low, mark.high))
    return min(1.0, math.ceil(max(ends, default=0.5) * 4) / 4)


def _title(claimed: int, analysis: Analysis, words: Words) -> str:
    if not claimed:
        return words.gettext("No misjudgement of another side is beyond doubt")
    asked = {one.statement for one in analysis.perceptions if one.of != one.about}
    return words.ngettext(
        "On {n} statement of {total} a side misjudges another",
        "On {n} statements of {total} a side misjudges another",
        claimed,
        total=words.number(len(asked)),
    )


def _alt(words: Words) -> str:
    return words.gettext(
        "One row a statement, one line a pair of sides. The mark is the expected share minus the real share, in points; the bar is the range it is known within. Left of the middle less agreement was expected than there is, right of it more. Full marks are misjudgements that can be claimed."
    )
