"""The table beside the matrix: every risk with each side's likelihood and severity, and what it amounts to."""

from collections.abc import Mapping

from tracktwo.figures.figure import Cell, Table, quoted_text
from tracktwo.locale import Words
from tracktwo.risk import Assessment, Finding, QuantityFigures, RiskFigures


def risk_table(found: Assessment, words: Words, series: Mapping[str, str]) -> Table:
    """A row a risk; `series` are the sides' names by id, in the order of the columns."""
    columns = (
        words.gettext("No."),
        words.gettext("Risk"),
        *(
            title
            for name in series.values()
            for title in (
                words.gettext("{side}: likelihood", side=name),
                words.gettext("{side}: severity", side=name),
            )
        ),
        words.gettext("What it is"),
    )
    rows = (_row(found, one, number, words, series) for number, one in enumerate(found.risks, 1))
    return Table(columns, tuple(rows))


def _row(
    found: Assessment, one: RiskFigures, number: int, words: Words, series: Mapping[str, str]
) -> tuple[Cell, ...]:
    risk = found.register[one.risk]
    quote = quoted_text(risk.id, risk.texts, words.language)
    cells = (
        figure_in_words(one.of(quantity), side, words)
        for side in series
        for quantity in ("likelihood", "severity")
    )
    verdicts = (verdict_in_words(each, words, series) for each in one.findings)
    return (str(number), quote, *cells, words.phrases(verdicts))


def figure_in_words(figures: QuantityFigures | None, side: str, words: Words) -> str:
    """A side's best value with what it holds possible, or that too few said it."""
    own = figures.of(side) if figures else None
    if figures is None or own is None or own.best is None or own.low is None or own.high is None:
        return words.gettext("too few to show")
    if figures.quantity == "likelihood":
        best, ends = words.percent(own.best), words.percent_range(own.low, own.high)
    else:
        best = words.number(own.best, 1)
        ends = f"{words.number(own.low, 1)}\N{EN DASH}{words.number(own.high, 1)}"
    return words.gettext("{best} ({ends})", best=best, ends=ends)


def verdict_in_words(finding: Finding, words: Words, series: Mapping[str, str]) -> str:
    """What a risk is between two sides, as a phrase."""
    side = series.get(finding.side, finding.side)
    said = {
        "alike": words.gettext("seen alike"),
        "more": words.gettext("feared more by {side}", side=side),
        "alone": words.gettext("feared by {side} alone", side=side),
        "mixed": words.gettext("likelier to one, graver to the other"),
        "unclear": words.gettext("not clear"),
        "hidden": words.gettext("too few to show"),
    }
    return said[finding.verdict]
