"""The demonstration's options: brought in, limited by the heads, valued by every seat, and released."""

from collections import defaultdict
from datetime import datetime, timedelta

from django.db import transaction

from tracktwo.convergence import Talks
from tracktwo_web.convergence.domain.bring_in import TABLES, bring_in, read_tables
from tracktwo_web.convergence.domain.cast import Given, cast
from tracktwo_web.convergence.domain.conditions import Stated
from tracktwo_web.convergence.domain.limits import add_condition, state_no_agreement
from tracktwo_web.convergence.domain.rounds import (
    Plan,
    close_round,
    open_round,
    plan_round,
    release,
)
from tracktwo_web.convergence.models import ValueRound
from tracktwo_web.convergence.queries import options_of
from tracktwo_web.operations.demo.example import folder_of_example
from tracktwo_web.operations.demo.table import Table
from tracktwo_web.operations.demo.texts import ON_THE_TABLE, VALUING
from tracktwo_web.risks.domain.bring_in import bring_in as bring_in_risks
from tracktwo_web.risks.domain.bring_in import read_tables as read_risks

LASTED = timedelta(days=2)


def value_options(table: Table, *, now: datetime) -> None:
    """Put the example's options on offer, let heads state limits, all seats value, and release."""
    dialogue, folder = table.dialogue, folder_of_example()
    register = read_risks(dialogue, (folder / "risks.csv").read_bytes(), None)
    bring_in_risks(dialogue, register, replaces=False)
    files = {name: (folder / "convergence" / f"{name}.csv").read_bytes() for name in TABLES}
    bring_in(dialogue, read_tables(dialogue, files), replaces=False)
    talks = _talks()
    one = plan_round(dialogue, Plan(title=VALUING), options_of(dialogue), table=ON_THE_TABLE)
    _state_limits(one, talks)
    begun = now - LASTED
    one = open_round(one, now=begun, closes_at=now)
    _value(table, one, talks, now=begun)
    release(close_round(one), now=now)


def _talks() -> Talks:
    from tracktwo.exchange.convergence import read_convergence

    return read_convergence(folder_of_example()).talks


def _state_limits(one: ValueRound, talks: Talks) -> None:
    """What the example's sides state, each under the seal of its own."""
    sides = {side.code: side for side in one.dialogue.sides.all()}
    for code, points in talks.no_agreement.items():
        state_no_agreement(one, sides[code], int(points))
    for each in talks.conditions:
        if each.by:
            limit = None if each.limit is None else int(each.limit)
            stated = Stated(each.kind, each.options, limit, each.of, dict(each.texts))
            add_condition(one, sides[each.by], stated)


@transaction.atomic
def _value(table: Table, one: ValueRound, talks: Talks, *, now: datetime) -> None:
    """Each of the example's experts on a seat of the same side."""
    asked = {each.option.code: each.id for each in one.asked.select_related("option")}
    told: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for row in talks.valuation.rows:
        told[row.party, row.expert][row.option] = int(row.points)
    for side in one.dialogue.sides.all():
        ballots = [points for (party, _), points in sorted(told.items()) if party == side.code]
        voices = table.dialogue.seats.filter(side=side).order_by("label")
        seats = [seat.label for seat in voices if seat.role in ("head", "member", "adviser")]
        for label, points in zip(seats, ballots, strict=True):
            given = Given({key: points.get(code, 0) for code, key in asked.items()})
            cast(one, table.sittings[label].root, side, given, now=now)
