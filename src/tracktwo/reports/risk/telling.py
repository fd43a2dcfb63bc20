"""What findings on risks share: how sides are called, and a figure with what a side holds possible."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracktwo.dialogue import Party
from tracktwo.locale import Words
from tracktwo.locale.plain import plain
from tracktwo.risk import Assessment, QuantityFigures, SideFigures


@dataclass(frozen=True)
class Telling:
    """What is told, how the sides are called, and in which language."""

    found: Assessment
    names: Mapping[str, str]
    words: Words

    def text(self, risk: str) -> str:
        """What a risk is, in this language."""
        return plain(self.found.register[risk].text(self.words.language))


def names_of(found: Assessment, parties: Iterable[Party], language: str) -> dict[str, str]:
    """How each side is called."""
    known = {party.id: party.name(language) for party in parties}
    return {side: plain(known.get(side, side)) for side in found.sides}


def figure(quantity: QuantityFigures, side: SideFigures, words: Words, *, with_range: bool) -> str:
    """A side's pooled estimate, with what it holds possible in brackets; a dash where it is not shown."""
    if side.best is None or side.low is None or side.high is None:
        return "–"
    if quantity.quantity == "likelihood":
        best, ends = words.percent(side.best), words.percent_range(side.low, side.high)
    else:
        best = words.number(side.best, 1)
        low, high = words.number(side.low, 1), words.number(side.high, 1)
        ends = f"{low}–{high}"
    return words.gettext("{best} ({ends})", best=best, ends=ends) if with_range else best
