"""Casting an estimate: one transaction, on disk before anybody is told so."""

from dataclasses import dataclass
from datetime import datetime
from math import isfinite

from django.db import transaction

from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.kit.locks import share
from tracktwo_web.risks.models import OPEN, AskedRisk, Estimate, EstimateRound, Reason, State
from tracktwo_web.rounds.states import NotNow

LEAST_SURE = 0.5
MOST_SEVERE = 10.0
LONGEST_REASON = 600


@dataclass(frozen=True)
class Span:
    """Lowest, best and highest value, and how sure somebody is (0.5 to 1) that the truth lies within."""

    low: float
    best: float
    high: float
    sure: float

    def __post_init__(self) -> None:
        if not (self.low <= self.best <= self.high and LEAST_SURE <= self.sure <= 1):
            raise ValueError("a span is in order, and its credence between 0.5 and 1")

    def is_within(self, end: float) -> bool:
        return isfinite(self.low) and isfinite(self.high) and self.low >= 0 and self.high <= end


@dataclass(frozen=True)
class Said:
    """An estimate of a risk: how likely (0 to 1) it is in its period, how severe (0 to 10) if it comes."""

    likelihood: Span
    severity: Span

    def __post_init__(self) -> None:
        if not (self.likelihood.is_within(1.0) and self.severity.is_within(MOST_SEVERE)):
            raise ValueError("a likelihood lies between 0 and 1, a severity between 0 and 10")


@transaction.atomic
def cast(asked: AskedRisk, root: Root, side: Side, said: Said, *, now: datetime) -> None:
    """Record an estimate in the part that is open, or change it; `NotNow` when none is taken.

    In the second part only whoever estimated this risk alone estimates it again. Waits for nobody
    but a part that is being closed.
    """
    one = _open_round(asked, now)
    ballot = root.ballot(one.id)
    mine = Estimate.objects.filter(asked=asked, ballot=ballot)
    if one.state == State.SECOND and not mine.filter(part=1).exists():
        raise NotNow("it was not estimated in the first part")
    Estimate.objects.update_or_create(
        asked=asked, part=one.part, ballot=ballot, defaults={"side": side, **_columns(said)}
    )


@transaction.atomic
def give_reason(asked: AskedRisk, root: Root, text: str, *, now: datetime) -> None:
    """Leave a reason, change it, or take it back with an empty text; kept under a mark of its own.

    Reasons are given in the first part: they are what is talked about before the second.
    """
    if _open_round(asked, now).state != State.FIRST:
        raise NotNow("reasons are given in the first part")
    mark = reason_mark(root, asked)
    if text:
        told = {"asked": asked, "text": text[:LONGEST_REASON]}
        Reason.objects.update_or_create(mark=mark, defaults=told)
    else:
        Reason.objects.filter(mark=mark).delete()


def reason_mark(root: Root, asked: AskedRisk) -> str:
    """The pseudonym under which a seat's reason is kept: another for each risk of a round."""
    return root.mark(f"reason {asked.id}")


def own_reason(root: Root, asked: AskedRisk) -> str:
    """What this seat wrote; empty where nothing."""
    found = Reason.objects.filter(mark=reason_mark(root, asked)).values_list("text")
    return next((text for (text,) in found), "")


def said_in(row: Estimate) -> Said:
    """An estimate as it was said."""
    return Said(
        Span(row.likely_low, row.likely_best, row.likely_high, row.likely_sure),
        Span(row.severe_low, row.severe_best, row.severe_high, row.severe_sure),
    )


def _columns(said: Said) -> dict[str, float]:
    spans = (("likely", said.likelihood), ("severe", said.severity))
    ends = ("low", "best", "high", "sure")
    return {f"{name}_{end}": getattr(span, end) for name, span in spans for end in ends}


def _open_round(asked: AskedRisk, now: datetime) -> EstimateRound:
    share(asked.round_id)
    one = EstimateRound.objects.defer("found").get(pk=asked.round_id)
    if one.state not in OPEN or one.closes_at is None or one.closes_at <= now:
        raise NotNow("no estimates are taken now")
    return one
