"""Amounts of the two quantities as pages write and draw them."""

from dataclasses import dataclass

from django.utils.translation import gettext

from tracktwo.locale import translator
from tracktwo.risk.estimates import Quantity
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.risks.domain.cast import MOST_SEVERE

HUNDRED = 100


@dataclass(frozen=True)
class Measured:
    """A quantity with its unit: likelihoods are written in percent, severities out of ten."""

    quantity: Quantity

    @property
    def label(self) -> str:
        return gettext("Likelihood") if self.is_likelihood else gettext("Severity, of 10")

    @property
    def is_likelihood(self) -> bool:
        return self.quantity == "likelihood"

    @property
    def ends(self) -> tuple[str, str]:
        """The ends of its line."""
        words = translator(reader_language())
        if self.is_likelihood:
            return words.percent(0.0), words.percent(1.0)
        return words.number(0), words.number(MOST_SEVERE)

    def said(self, value: float) -> str:
        words = translator(reader_language())
        return words.percent(value) if self.is_likelihood else words.number(value, 1)

    def range(self, low: float, high: float) -> str:
        words = translator(reader_language())
        if self.is_likelihood:
            return words.percent_range(low, high)
        return gettext("%(low)s to %(high)s") % {"low": self.said(low), "high": self.said(high)}

    def difference(self, value: float) -> str:
        """Points of a hundred, or of ten, always with a sign."""
        words = translator(reader_language())
        return words.signed(value * HUNDRED) if self.is_likelihood else words.signed(value, 1)

    def size(self, value: float) -> str:
        """A spread: points without a sign."""
        words = translator(reader_language())
        return words.number(value * HUNDRED) if self.is_likelihood else words.number(value, 1)

    def at(self, value: float) -> float:
        """Where a value lies on a line of a hundred."""
        return round(value * (HUNDRED if self.is_likelihood else HUNDRED / MOST_SEVERE), 1)


LIKELIHOOD, SEVERITY = Measured("likelihood"), Measured("severity")
BOTH = (LIKELIHOOD, SEVERITY)


@dataclass(frozen=True)
class Bar:
    """An interval and its best value on a line of a hundred, at a height in pixels."""

    low: float
    best: float
    high: float
    y: int = 0

    @classmethod
    def of(cls, measured: Measured, low: float, best: float, high: float, *, y: int = 0) -> "Bar":
        return cls(measured.at(low), measured.at(best), measured.at(high), y)

    @property
    def width(self) -> float:
        """Never nothing: an interval of one value is still to be seen."""
        return round(max(self.high - self.low, 0.4), 1)

    @property
    def mark(self) -> float:
        """Where the mark of the best value begins: it stays on the line."""
        return min(max(self.best - 0.6, 0.0), HUNDRED - 1.2)
