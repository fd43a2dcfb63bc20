"""The demonstration's estimates: both parts of a round, given by every seat through its own key."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction

from tracktwo.risk.estimates import Estimate
from tracktwo_web.dialogues.cookie import Sitting
from tracktwo_web.dialogues.models import Side
from tracktwo_web.operations.demo.example import folder_of_example
from tracktwo_web.operations.demo.table import Table
from tracktwo_web.risks.domain.bring_in import bring_in, read_tables
from tracktwo_web.risks.domain.cast import Said, Span, cast
from tracktwo_web.risks.domain.rounds import (
    Plan,
    close_part,
    open_first_part,
    open_second_part,
    plan_round,
    release,
)
from tracktwo_web.risks.models import EstimateRound

PART_LASTS = timedelta(days=2)
USUALLY_SURE = 0.8
Told = dict[tuple[str, int], dict[str, dict[str, Estimate]]]
"""Estimates by expert and part, then by risk and quantity."""


def weigh_risks(table: Table, *, now: datetime) -> None:
    """Fill the register from the example, and let all seats estimate alone, then again, and release."""
    folder = folder_of_example()
    risks, indicators = ((folder / f"{name}.csv").read_bytes() for name in ("risks", "indicators"))
    register = read_tables(table.dialogue, risks, indicators)
    bring_in(table.dialogue, register, replaces=False)
    one = plan_round(table.dialogue, Plan(), table.dialogue.risks.order_by("code"))
    told = _told()
    begun = now - 3 * PART_LASTS
    one = open_first_part(one, now=begun, closes_at=begun + PART_LASTS)
    _estimate(table, one, told, 1, now=begun)
    one = close_part(one)
    one = open_second_part(one, now=begun + PART_LASTS, closes_at=begun + 2 * PART_LASTS)
    _estimate(table, one, told, 2, now=begun + PART_LASTS)
    release(close_part(one), now=now)


def _told() -> Told:
    from tracktwo.exchange.risks import read_risks

    told: Told = defaultdict(lambda: defaultdict(dict))
    for one in read_risks(folder_of_example()).estimates.rows:
        told[one.expert, one.round][one.risk][one.quantity] = one
    return told


@transaction.atomic
def _estimate(table: Table, one: EstimateRound, told: Told, part: int, *, now: datetime) -> None:
    """Each of the example's experts on a seat of the same side."""
    asked = {each.risk.code: each for each in one.asked.select_related("risk")}
    for expert, side, sitting in _seated(table, told):
        for risk, said in told[expert, part].items():
            cast(asked[risk], sitting.root, side, _said(said), now=now)


def _seated(table: Table, told: Told) -> Iterator[tuple[str, Side, Sitting]]:
    """Experts and seats of each side, both in the order of their names."""
    for side in table.dialogue.sides.all():
        experts = sorted({expert for expert, _ in told if _side_of(told, expert) == side.code})
        labels = (
            table.dialogue.seats.filter(side=side).order_by("label").values_list("label", flat=True)
        )
        for expert, label in zip(experts, labels, strict=True):
            yield expert, side, table.sittings[label]


def _side_of(told: Told, expert: str) -> str:
    by_risk = next(iter(told[expert, 1].values()))
    return next(iter(by_risk.values())).side


def _said(said: dict[str, Estimate]) -> Said:
    return Said(*(_span(said[quantity]) for quantity in ("likelihood", "severity")))


def _span(one: Estimate) -> Span:
    return Span(one.low, one.best, one.high, one.sure or USUALLY_SURE)
