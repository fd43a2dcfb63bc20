"""What the seats see between the parts: every interval without a name, by side, where k allow it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from tracktwo import risk as library
from tracktwo.risk.estimates import Quantity
from tracktwo_web.dialogues.models import Side
from tracktwo_web.risks.amounts import BOTH, Bar, Measured
from tracktwo_web.risks.domain.find import estimates_of
from tracktwo_web.risks.models import AskedRisk, EstimateRound, Reason
from tracktwo_web.risks.queries import asked_in

STEP = 9
"""Pixels from one interval to the next."""


@dataclass(frozen=True)
class Lines:
    """A side's estimates of one quantity; without figures where fewer than k gave one."""

    side: Side
    measured: Measured
    found: library.Feedback | None

    @property
    def is_shown(self) -> bool:
        return self.found is not None and self.found.n is not None

    @property
    def bars(self) -> list[Bar]:
        spans = self.found.intervals if self.found else ()
        return [
            Bar.of(self.measured, *span, y=place * STEP + 2) for place, span in enumerate(spans)
        ]

    @property
    def height(self) -> int:
        return len(self.bars) * STEP + 4

    @property
    def median(self) -> float:
        return self.measured.at(self.found.median or 0.0) if self.found else 0.0

    @property
    def sentence(self) -> str:
        """Median and quartiles in words."""
        one = self.found
        if one is None or one.n is None or one.median is None:
            return gettext("Too few estimates to show any.")
        text = ngettext(
            "%(n)s estimate; the middle one is %(median)s, half of them lie within %(range)s.",
            "%(n)s estimates; the middle one is %(median)s, half of them lie within %(range)s.",
            one.n,
        )
        quartiles = (one.lower_quartile or 0.0, one.upper_quartile or 0.0)
        told = {"median": self.measured.said(one.median), "range": self.measured.range(*quartiles)}
        return text % {"n": one.n, **told}

    @property
    def numbers(self) -> list[str]:
        """Every interval in numbers: the best value, and what is held possible."""
        spans = self.found.intervals if self.found else ()
        return [
            gettext("%(best)s (%(range)s)")
            % {"best": self.measured.said(best), "range": self.measured.range(low, high)}
            for low, best, high in spans
        ]


@dataclass(frozen=True)
class Shown:
    """A risk as it was estimated in the first part."""

    asked: AskedRisk
    number: int
    quantities: tuple[tuple[Measured, tuple[Lines, ...]], ...]
    reasons: tuple[str, ...]


def feedback_of(one: EstimateRound, sides: Sequence[Side]) -> list[Shown]:
    """Every risk of a round, sides in the order given. Reasons come in the order of the shuffle."""
    estimates = estimates_of(one, parts=(1,))
    told = library.feedback(estimates, k=one.dialogue.k)
    found = {(each.risk, each.quantity, each.side): each for each in told}
    reasons = _reasons(one)
    return [
        Shown(asked, number, tuple(_quantities(asked, sides, found)), reasons.get(asked.pk, ()))
        for number, asked in enumerate(asked_in(one), start=1)
    ]


def _quantities(
    asked: AskedRisk,
    sides: Sequence[Side],
    found: Mapping[tuple[str, Quantity, str], library.Feedback],
) -> Iterator[tuple[Measured, tuple[Lines, ...]]]:
    for measured in BOTH:
        yield (
            measured,
            tuple(
                Lines(side, measured, found.get((asked.risk.code, measured.quantity, side.code)))
                for side in sides
            ),
        )


def _reasons(one: EstimateRound) -> dict[object, tuple[str, ...]]:
    """By asked risk; keys were drawn anew when the part closed, so that their order says nothing."""
    by_risk: dict[object, tuple[str, ...]] = {}
    for reason in Reason.objects.filter(asked__round=one).order_by("id"):
        by_risk[reason.asked_id] = (*by_risk.get(reason.asked_id, ()), reason.text)
    return by_risk
