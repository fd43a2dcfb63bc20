"""The table beside the matrix: every risk with each side's figures, sides in the order of the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracktwo import risk as library
from tracktwo_web.dialogues.models import Side
from tracktwo_web.risks.amounts import LIKELIHOOD, SEVERITY, Measured
from tracktwo_web.risks.models import AskedRisk
from tracktwo_web.risks.telling import figure


@dataclass(frozen=True)
class TableRow:
    """A risk, and by side its likelihood and its severity in words."""

    asked: AskedRisk
    number: int
    cells: tuple[tuple[Side, str, str], ...]


def table_rows(
    found: library.Assessment, asked: Sequence[AskedRisk], sides: Sequence[Side]
) -> list[TableRow]:
    """A row a risk, in the order of the round."""
    figures = {one.risk: one for one in found.risks}
    return [
        TableRow(each, number, tuple(_cells(figures.get(each.risk.code), sides)))
        for number, each in enumerate(asked, start=1)
    ]


def _cells(risk: library.RiskFigures | None, sides: Sequence[Side]) -> list[tuple[Side, str, str]]:
    return [(side, _cell(risk, side, LIKELIHOOD), _cell(risk, side, SEVERITY)) for side in sides]


def _cell(risk: library.RiskFigures | None, side: Side, measured: Measured) -> str:
    quantity = risk.of(measured.quantity) if risk else None
    return figure(quantity, side, measured) if quantity else "–"
