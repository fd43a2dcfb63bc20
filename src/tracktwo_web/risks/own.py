"""Where the reader's own estimates lie: one ballot, opened by whoever holds its key, for this one answer.

Nothing of it is kept: no row, no log line, no cached page.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext

from tracktwo import risk as library
from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.risks.amounts import BOTH, Bar, Measured
from tracktwo_web.risks.domain.cast import Said, Span, said_in
from tracktwo_web.risks.models import AskedRisk, EstimateRound
from tracktwo_web.risks.queries import asked_in, own_estimates
from tracktwo_web.risks.telling import figure, side_figures


@dataclass(frozen=True)
class Beside:
    """A side's figures beside the reader's own."""

    side: Side
    text: str
    bar: Bar | None


@dataclass(frozen=True)
class OwnQuantity:
    """One quantity of one risk: the reader's estimate, then each side's."""

    measured: Measured
    text: str
    bar: Bar
    sides: tuple[Beside, ...]
    where: str


@dataclass(frozen=True)
class Own:
    """A risk that the reader estimated."""

    asked: AskedRisk
    number: int
    quantities: tuple[OwnQuantity, ...]


def own_of(
    root: Root, one: EstimateRound, found: library.Assessment, sides: Sequence[Side], mine: Side
) -> list[Own]:
    """The reader's last estimates beside the released figures, in the order of the round."""
    said = last_said(root, one)
    figures = {risk.risk: risk for risk in found.risks}
    return [
        Own(asked, number, tuple(_quantities(said[asked.id], figures[code], sides, mine)))
        for number, asked in enumerate(asked_in(one), start=1)
        if (code := asked.risk.code) in figures and asked.id in said
    ]


def last_said(root: Root, one: EstimateRound) -> Mapping[UUID, Said]:
    """The seat's last word on each risk: that of the second part, else that of the first."""
    rows = {**own_estimates(root, one, 1), **own_estimates(root, one, 2)}
    return {key: said_in(row) for key, row in rows.items()}


def _quantities(
    said: Said, risk: library.RiskFigures, sides: Sequence[Side], mine: Side
) -> Iterator[OwnQuantity]:
    for measured, span in zip(BOTH, (said.likelihood, said.severity), strict=True):
        quantity = risk.of(measured.quantity)
        if quantity is None:
            continue
        told = {"best": measured.said(span.best), "range": measured.range(span.low, span.high)}
        yield OwnQuantity(
            measured,
            gettext("%(best)s (%(range)s)") % told,
            Bar.of(measured, span.low, span.best, span.high),
            tuple(_beside(quantity, side, measured) for side in sides),
            _where(quantity, span, mine),
        )


def _beside(quantity: library.QuantityFigures, side: Side, measured: Measured) -> Beside:
    own = side_figures(quantity, side)
    if own is None or own.best is None or own.low is None or own.high is None:
        return Beside(side, gettext("too few to show"), None)
    bar = Bar.of(measured, own.low, own.best, own.high)
    return Beside(side, figure(quantity, side, measured), bar)


def _where(quantity: library.QuantityFigures, span: Span, mine: Side) -> str:
    own = side_figures(quantity, mine)
    if own is None or own.low is None or own.high is None:
        return ""
    if span.best < own.low:
        return gettext("Your best estimate lies below what your side holds possible.")
    if span.best > own.high:
        return gettext("Your best estimate lies above what your side holds possible.")
    return gettext("Your best estimate lies within what your side holds possible.")
