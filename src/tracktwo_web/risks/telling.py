"""What a released round found, in words: first what is feared alike, then what one side fears more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from django.utils.translation import gettext, ngettext

from tracktwo import risk as library
from tracktwo_web.dialogues.models import Side
from tracktwo_web.risks.amounts import BOTH, Measured
from tracktwo_web.risks.models import AskedRisk

Pair = tuple[Side, Side]


@dataclass(frozen=True)
class Told:
    """A risk in words: a sentence a quantity, and what to bear in mind."""

    asked: AskedRisk
    number: int
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Topic:
    """A heading with the risks under it."""

    title: str
    risks: tuple[Told, ...]


@dataclass(frozen=True)
class Moved:
    """How far each side moved between the parts on one quantity of a risk, sides as on the page."""

    number: int
    measured: Measured
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Teller:
    """A released round, the sides in the order of the page, and its risks as they were asked."""

    found: library.Assessment
    sides: Sequence[Side]
    asked: Sequence[AskedRisk]

    def in_brief(self) -> str:
        """How many risks are surely seen differently, and how many alike."""
        verdicts = [{one.verdict for one in risk.findings} for risk in self.found.risks]
        apart = sum(bool(told & {"more", "alone", "mixed"}) for told in verdicts)
        alike = sum(told == {"alike"} for told in verdicts)
        text = ngettext(
            "Of %(known)s risk, the sides surely fear %(apart)s differently and %(alike)s alike.",
            "Of %(known)s risks, the sides surely fear %(apart)s differently and %(alike)s alike.",
            len(verdicts),
        )
        return text % {"known": len(verdicts), "apart": apart, "alike": alike}

    def topics(self) -> Iterator[Topic]:
        """For every pair of sides: alike, feared more, mixed, not clear, not shown."""
        for pair in combinations(self.sides, 2):
            for verdict, side, title in self._headings(pair):
                risks = tuple(self._told(pair, verdict, side))
                if risks:
                    yield Topic(title, risks)

    def moves(self) -> list[Moved]:
        """How far each side moved from the first part to the second, where k allow it."""
        return [
            Moved(number, measured, tuple(_move(quantity, side, measured) for side in self.sides))
            for number, _, risk in self._risks()
            for measured in BOTH
            if (quantity := risk.of(measured.quantity))
        ]

    def _risks(self) -> Iterator[tuple[int, AskedRisk, library.RiskFigures]]:
        figures = {one.risk: one for one in self.found.risks}
        for number, asked in enumerate(self.asked, start=1):
            if asked.risk.code in figures:
                yield number, asked, figures[asked.risk.code]

    def _headings(self, pair: Pair) -> Iterator[tuple[str, str, str]]:
        names = {"one": str(pair[0]), "other": str(pair[1])}
        yield "alike", "", gettext("Feared alike by %(one)s and %(other)s") % names
        for side in pair:
            name = {"side": str(side)}
            yield "alone", side.code, gettext("Feared by %(side)s alone") % name
            yield "more", side.code, gettext("Feared more by %(side)s") % name
        yield "mixed", "", gettext("Likelier to one side, graver to the other")
        yield (
            "unclear",
            "",
            gettext("Too scattered to tell %(one)s and %(other)s apart") % names,
        )
        yield "hidden", "", gettext("Too few estimates of %(one)s or %(other)s to show any") % names

    def _told(self, pair: Pair, verdict: str, side: str) -> Iterator[Told]:
        codes = {one.code for one in pair}
        for number, asked, risk in self._risks():
            for finding in risk.findings:
                if {finding.one, finding.other} == codes and (
                    finding.verdict,
                    finding.side,
                ) == (verdict, side):
                    yield Told(asked, number, tuple(_sentences(risk, pair)))


def _sentences(risk: library.RiskFigures, pair: Pair) -> Iterator[str]:
    for measured in BOTH:
        quantity = risk.of(measured.quantity)
        row = quantity and _of_pair(quantity, pair)
        if quantity is None or not row or row.difference is None:
            continue
        yield _sentence(quantity, measured, row, pair)
        if row.standing == "apart" and (row.within or 0.0) > abs(row.difference):
            yield gettext("Each side disagrees more within itself.")
        if row.holds is False:
            yield gettext("This hangs on one person’s estimate.")


def _sentence(
    quantity: library.QuantityFigures, measured: Measured, row: library.Comparison, pair: Pair
) -> str:
    told = {
        "one": str(pair[0]),
        "other": str(pair[1]),
        "first": figure(quantity, pair[0], measured),
        "second": figure(quantity, pair[1], measured),
        **_difference(row, measured, pair),
    }
    if measured.is_likelihood:
        text = gettext(
            "Likelihood: %(one)s %(first)s, %(other)s %(second)s; difference %(gap)s points "
            "(%(low)s to %(high)s)."
        )
    else:
        text = gettext(
            "Severity: %(one)s %(first)s, %(other)s %(second)s; difference %(gap)s (%(low)s to "
            "%(high)s)."
        )
    return text % told


def _difference(row: library.Comparison, measured: Measured, pair: Pair) -> dict[str, str]:
    """The first side of the page minus the second, with the ends of its interval."""
    gap, low, high = row.difference or 0.0, row.low or 0.0, row.high or 0.0
    if row.one != pair[0].code:
        gap, low, high = -gap, -high, -low
    return {
        "gap": measured.difference(gap),
        "low": measured.difference(low),
        "high": measured.difference(high),
    }


def figure(quantity: library.QuantityFigures, side: Side, measured: Measured) -> str:
    """A side's best value with what it holds possible; a dash where that is not shown."""
    own = side_figures(quantity, side)
    if own is None or own.best is None or own.low is None or own.high is None:
        return "–"
    told = {"best": measured.said(own.best), "range": measured.range(own.low, own.high)}
    return gettext("%(best)s (%(range)s)") % told


def side_figures(quantity: library.QuantityFigures, side: Side) -> library.SideFigures | None:
    """What a side said of a quantity; None where nobody of it said anything."""
    return next((one for one in quantity.sides if one.side == side.code), None)


def _of_pair(quantity: library.QuantityFigures, pair: Pair) -> library.Comparison | None:
    codes = {one.code for one in pair}
    rows = (row for row in quantity.comparisons if {row.one, row.other} == codes)
    return next(rows, None)


def _move(quantity: library.QuantityFigures, side: Side, measured: Measured) -> str:
    """The mean move of a side, and how far its people stood apart before and after."""
    own = side_figures(quantity, side)
    change = own.change if own else None
    if change is None or change.mean is None:
        return "–"
    told = {
        "mean": measured.difference(change.mean),
        "before": measured.size(change.spread_before or 0.0),
        "after": measured.size(change.spread_after or 0.0),
    }
    return gettext("%(mean)s; spread %(before)s, then %(after)s") % told
