"""What each measure does to each risk, under one map or as each side sees it."""

import math
from dataclasses import replace

from tracktwo.figures.figure import Cell, Figure, Quote, Table, quoted_text
from tracktwo.figures.rows import Mark, Row, Scale, interval_rows
from tracktwo.influence import Contrast, Study
from tracktwo.influence.study import Effect
from tracktwo.locale import Words
from tracktwo.locale.plain import plain

POINTS = 100
MOST_ROWS = 24
LEAST_REACH = 0.05
FELT = 0.005
"""Rows with smaller changes than half a point of 100 stand in the table only."""

Value = tuple[float, float, float]
"""A best value and the ends of its range; equal where no range is known."""


def measure_effects(
    found: Study, contrast: Contrast | None, words: Words, *, width: int = 680
) -> Figure | None:
    """Changes of the risks in points of 100, one row a measure and risk, one line a view.

    Views are both sides and the map of all; without a contrast there is one. None where the map has
    no measure.
    """
    views = _views(found, contrast, words)
    pairs = [(effect.measure, effect.risk) for effect in found.effects]
    pairs.sort(
        key=lambda pair: (
            -max((abs(of[pair][0]) for of in views.values() if pair in of), default=0.0)
        )
    )
    felt = [
        pair
        for pair in pairs
        if any(abs(of[pair][0]) >= FELT for of in views.values() if pair in of)
    ]
    by_measure = list(dict.fromkeys(measure for measure, _ in felt))
    shown = sorted(felt[:MOST_ROWS], key=lambda pair: by_measure.index(pair[0]))
    if not shown:
        return None
    rows = tuple(
        _row(
            pair,
            is_first=number == 0 or shown[number - 1][0] != pair[0],
            found=found,
            views=views,
            words=words,
        )
        for number, pair in enumerate(shown)
    )
    chart = interval_rows(rows, tuple(views), _scale(rows, words), width=width)
    return Figure(_title(found, words), _alt(words), chart, _table(pairs, found, views, words))


def _views(
    found: Study, contrast: Contrast | None, words: Words
) -> dict[str, dict[tuple[str, str], Value]]:
    """What is expected of each (measure, risk), by the name of a view."""
    joint = {
        (one.measure, one.risk): _with_range(one) for one in found.effects if one.value is not None
    }
    if contrast is None:
        return {words.gettext("This map"): joint}
    first, second = (
        {
            (row.measure, row.risk): (value, value, value)
            for row in contrast.consequences
            if (value := getattr(row, which)) is not None
        }
        for which in ("one", "other")
    )
    return {
        plain(found.drawn.side_name(contrast.names[0], words.language)): first,
        plain(found.drawn.side_name(contrast.names[1], words.language)): second,
        words.gettext("All together"): joint,
    }


def _with_range(one: Effect) -> Value:
    value = one.value or 0.0
    return value, value if one.low is None else one.low, value if one.high is None else one.high


def _row(
    pair: tuple[str, str],
    *,
    is_first: bool,
    found: Study,
    views: dict[str, dict[tuple[str, str], Value]],
    words: Words,
) -> Row:
    measure, risk = pair
    marks = tuple(
        Mark(
            view,
            values[pair][0],
            values[pair][1],
            values[pair][2],
            words.signed(values[pair][0] * POINTS, 1),
            strong=not values[pair][1] <= 0 <= values[pair][2],
        )
        for view, values in views.items()
        if pair in values
    )
    heading = concept_quote(found, measure, words).text if is_first else ""
    number = words.number(found.drawn.place_of[risk] + 1)
    return Row(replace(concept_quote(found, risk, words), key=number), marks, heading)


def concept_quote(found: Study, concept: str, words: Words) -> Quote:
    """A concept's text as quoted."""
    drawn = found.drawn.concepts[found.drawn.place_of[concept]]
    return quoted_text(drawn.id, drawn.texts, words.language)


def _scale(rows: tuple[Row, ...], words: Words) -> Scale:
    ends = [abs(end) for row in rows for mark in row.marks for end in (mark.low, mark.high)]
    end = math.ceil(max([*ends, LEAST_REACH]) * 20) / 20
    ticks = (
        (-end, words.gettext("lowers")),
        (0.0, words.number(0)),
        (end, words.gettext("raises")),
    )
    return Scale(-end, end, ticks, 0.0)


def _title(found: Study, words: Words) -> str:
    sure = {one.measure for one in found.effects if one.value is not None and _is_sure(one)}
    known = len({one.measure for one in found.effects})
    return words.ngettext(
        "{n} of {known} measures would lower a risk, whichever expert one asks",
        "{n} of {known} measures would lower a risk, whichever expert one asks",
        len(sure),
        known=words.number(known),
    )


def _is_sure(one: Effect) -> bool:
    _, low, high = _with_range(one)
    return low <= high < 0


def _alt(words: Words) -> str:
    return words.gettext(
        "One row a risk under the measure that stands above it, one line a view. The mark is the change of the risk when that measure alone is taken, in points of 100; the bar holds nine of ten maps as other experts might have drawn them. Left of the middle the risk is lowered, right of it raised. Full marks are on one side of the middle with their whole bar."
    )


def _table(
    pairs: list[tuple[str, str]],
    found: Study,
    views: dict[str, dict[tuple[str, str], Value]],
    words: Words,
) -> Table:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            concept_quote(found, measure, words),
            concept_quote(found, risk, words),
            *(_cell(values.get((measure, risk)), words) for values in views.values()),
        )
        for measure, risk in pairs
    )
    return Table((words.gettext("Measure"), words.gettext("Risk"), *views), rows)


def _cell(value: Value | None, words: Words) -> str:
    if value is None:
        return words.gettext("does not come to rest")
    best, low, high = (words.signed(one * POINTS, 1) for one in value)
    if value[1] == value[2]:
        return best
    return words.gettext("{best} ({low} to {high})", best=best, low=low, high=high)
