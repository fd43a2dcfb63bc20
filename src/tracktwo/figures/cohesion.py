"""How united each side is, statement by statement."""

from tracktwo.analysis.result import Analysis, Cohesion
from tracktwo.figures.figure import Cell, Figure, Table, quote_of
from tracktwo.figures.labels import answer_label
from tracktwo.figures.rows import Mark, Row, Scale, interval_rows
from tracktwo.figures.sides import SMALL, Side, groups_of, sides_of, standing
from tracktwo.locale import Words


def cohesion(
    analysis: Analysis, words: Words, *, width: int = 680, limit: int = 12
) -> Figure | None:
    """The agreement index of each side, the most united statements first, then the most divided.

    The line goes from evenly split to all the same answer (for ratings from two camps at the ends).
    The label is the answer itself: a decimal index would promise more than five people can say.
    None where no side has a figure.
    """
    sides = sides_with_cohesion(analysis)
    by_statement = _by_statement(analysis)
    if not sides or not by_statement:
        return None
    order = sorted(
        by_statement, key=lambda id_: -_mean([c.agreement_index for c in by_statement[id_]])
    )
    shown = _ends(order, limit)
    rows = tuple(
        _row(id_, by_statement[id_], heading, sides, analysis, words)
        for id_, heading in _headed(shown, words)
    )
    lowest = min((mark.low for row in rows for mark in row.marks), default=0.0)
    line = Scale(-1.0 if lowest < 0 else 0.0, 1.0, (), 0.5)
    ticks = ((line.low, words.gettext("split")), (line.high, words.gettext("united")))
    series = tuple(side.name(words) for side in sides)
    chart = interval_rows(
        rows, series, Scale(line.low, line.high, ticks, (line.low + line.high) / 2), width=width
    )
    return Figure(
        _title(analysis, words),
        _alt(words),
        chart,
        _table(order, by_statement, sides, analysis, words),
    )


def sides_with_cohesion(analysis: Analysis) -> tuple[Side, ...]:
    """The sides, or else the groups, that have cohesion figures."""
    named = {one.party for one in analysis.cohesion}
    return tuple(side for side in sides_of(analysis) if side.id in named) or tuple(
        side for side in groups_of(analysis) if side.id in named
    )


def is_united(one: Cohesion) -> bool:
    """The whole interval of the index lies in its upper half."""
    return one.low > 0.5


def is_divided(one: Cohesion) -> bool:
    """The whole interval of the index lies in its lower half."""
    return one.high < 0.5


def _by_statement(analysis: Analysis) -> dict[str, list[Cohesion]]:
    found: dict[str, list[Cohesion]] = {}
    for one in analysis.cohesion:
        found.setdefault(one.statement, []).append(one)
    return found


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def _ends(order: list[str], limit: int) -> tuple[list[str], list[str]]:
    if len(order) <= limit:
        return order, []
    half = limit // 2
    return order[:half], order[-half:]


def _headed(shown: tuple[list[str], list[str]], words: Words) -> list[tuple[str, str]]:
    united, divided = shown
    if not divided:
        return [(id_, "") for id_ in united]
    headings = (words.gettext("Most united"), words.gettext("Most divided"))
    return [
        (id_, heading if place == 0 else "")
        for run, heading in zip((united, divided), headings, strict=True)
        for place, id_ in enumerate(run)
    ]


def _row(
    id_: str,
    found: list[Cohesion],
    heading: str,
    sides: tuple[Side, ...],
    analysis: Analysis,
    words: Words,
) -> Row:
    own = {one.party: one for one in found}
    marks = tuple(_mark(side, own[side.id], analysis, words) for side in sides if side.id in own)
    return Row(quote_of(analysis.statement(id_).statement, words.language), marks, heading)


def _mark(side: Side, one: Cohesion, analysis: Analysis, words: Words) -> Mark:
    stood = standing(analysis.statement(one.statement), side, analysis.settings.level)
    label = answer_label(stood, words) if stood else ""
    return Mark(
        side.name(words),
        one.agreement_index,
        one.low,
        one.high,
        label,
        is_united(one) or is_divided(one),
    )


def _title(analysis: Analysis, words: Words) -> str:
    united = sum(is_united(one) for one in analysis.cohesion)
    divided = sum(is_divided(one) for one in analysis.cohesion)
    if not united and not divided:
        return words.gettext("The answers are too few to say where sides are united or divided")
    return words.gettext(
        "Sides are clearly united in {united} and clearly divided in {divided} of {total} cases",
        united=words.number(united),
        divided=words.number(divided),
        total=words.number(len(analysis.cohesion)),
    )


def _alt(words: Words) -> str:
    return words.gettext(
        "One row a statement, one line a side, from evenly split on the left to all the same answer on the right. The bar is the range the figure is known within; at the right edge stands how many agree. Full marks lie clearly in one half."
    )


def _table(
    order: list[str],
    found: dict[str, list[Cohesion]],
    sides: tuple[Side, ...],
    analysis: Analysis,
    words: Words,
) -> Table:
    columns = (
        words.gettext("Key"),
        words.gettext("Statement"),
        *(side.name(words) for side in sides),
    )
    return Table(
        columns, tuple(_table_row(id_, found[id_], sides, analysis, words) for id_ in order)
    )


def _table_row(
    id_: str, found: list[Cohesion], sides: tuple[Side, ...], analysis: Analysis, words: Words
) -> tuple[Cell, ...]:
    quote = quote_of(analysis.statement(id_).statement, words.language)
    own = {one.party: one for one in found}
    return (quote.key, quote, *(_cell(own.get(side.id), words) for side in sides))


def _cell(one: Cohesion | None, words: Words) -> str:
    if one is None:
        return words.gettext("too few to show")
    if one.n <= SMALL:
        return _in_words(one, words)
    return words.gettext(
        "{value} ({interval}), n = {n}",
        value=words.number(one.agreement_index, 2),
        interval=words.gettext(
            "{low} to {high}", low=words.number(one.low, 2), high=words.number(one.high, 2)
        ),
        n=words.number(one.n),
    )


def _in_words(one: Cohesion, words: Words) -> str:
    if is_united(one):
        return words.gettext("clearly united")
    if is_divided(one):
        return words.gettext("clearly divided")
    return words.gettext("too few to say")
