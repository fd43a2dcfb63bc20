"""The life of a round: planned, a part alone, feedback, a part again, closed, released, or void.

How every step is taken once, and none back, says `rounds.life`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.events.publish import publish
from tracktwo_web.kit.locks import be_alone
from tracktwo_web.risks.box import ESTIMATES
from tracktwo_web.risks.domain.find import find
from tracktwo_web.risks.domain.quiet import require_no_open_round
from tracktwo_web.risks.models import (
    OPEN,
    RUNNING,
    AskedRisk,
    Estimate,
    EstimateRound,
    Reason,
    Risk,
    State,
)
from tracktwo_web.risks.tasks import draw_matrix
from tracktwo_web.rounds import life
from tracktwo_web.rounds.box import shuffle
from tracktwo_web.rounds.life import locked, next_number
from tracktwo_web.rounds.states import NotNow


@dataclass(frozen=True)
class Plan:
    """A round as the secretariat plans it."""

    quorum: int = 3
    title: Mapping[str, str] | None = None


@transaction.atomic
def plan_round(dialogue: Dialogue, plan: Plan, risks: Iterable[Risk]) -> EstimateRound:
    """Plan a round about some risks, in that order."""
    be_alone(dialogue.id)
    planned = EstimateRound.objects.create(
        dialogue=dialogue,
        number=next_number(dialogue.estimate_rounds.all()),
        title=dict(plan.title or {}),
        quorum=plan.quorum,
    )
    AskedRisk.objects.bulk_create(
        AskedRisk(round=planned, risk=risk, position=position)
        for position, risk in enumerate(risks)
    )
    publish(dialogue.id, "estimates")
    return planned


@transaction.atomic
def open_first_part(one: EstimateRound, *, now: datetime, closes_at: datetime) -> EstimateRound:
    """Let the seats estimate, each alone: from here on the risks are what they are."""
    one = _to_open(one, State.PLANNED, now, closes_at)
    if one.dialogue.estimate_rounds.filter(state__in=RUNNING).exists():
        raise NotNow("another round of estimates is not released yet")
    _word_as_asked(one)
    one.state, one.opened_at, one.closes_at = State.FIRST, now, closes_at
    return _saved(one, "state", "opened_at", "closes_at")


@transaction.atomic
def open_second_part(one: EstimateRound, *, now: datetime, closes_at: datetime) -> EstimateRound:
    """Let those who estimated alone estimate again, the others' estimates in view."""
    one = _to_open(one, State.BETWEEN, now, closes_at)
    one.state, one.closes_at = State.SECOND, closes_at
    return _saved(one, "state", "closes_at")


@transaction.atomic
def prolong(one: EstimateRound, closes_at: datetime) -> EstimateRound:
    """Let the open part close later; never earlier, which somebody might find out too late."""
    one = locked(one, *OPEN)
    if one.closes_at is None or closes_at <= one.closes_at:
        raise NotNow("the part would close earlier")
    one.closes_at = closes_at
    return _saved(one, "closes_at")


def close_part(one: EstimateRound) -> EstimateRound:
    """Close the part that is open and shuffle the ballots.

    The first part voids the round, and deletes its ballots, where a side is below quorum. The second
    part cannot fail: whoever does not come back to it keeps the first estimate.
    """
    with transaction.atomic():
        one = locked(one, *OPEN)
        if one.state == State.FIRST and not all(quorum_reached(one).values()):
            _empty(one)
        else:
            one.state = State.BETWEEN if one.state == State.FIRST else State.CLOSED
            shuffle(one.id, box=ESTIMATES)
        one.has_forgotten_order = False
        _saved(one, "state", "has_forgotten_order")
    forget_order_of(one)
    return one


def release(one: EstimateRound, *, now: datetime) -> EstimateRound:
    """Show a closed round to everybody at once, as a whole; its picture is drawn afterwards.

    What is found is computed before the transaction: the ballots of a closed round do not change,
    and nobody else who writes need wait for it.
    """
    found = find(one) if one.state == State.CLOSED else None
    with transaction.atomic():
        one = locked(one, State.CLOSED)
        if found is None:
            raise NotNow("the round has closed only now")
        one.state, one.released_at, one.found = State.RELEASED, now, found
        _saved(one, "state", "released_at", "found")
        draw_matrix.enqueue(str(one.id))
    return one


def void(one: EstimateRound) -> EstimateRound:
    """Give a round up before its release: its estimates are deleted."""
    with transaction.atomic():
        one = locked(one, State.PLANNED, *RUNNING)
        _empty(one)
        one.has_forgotten_order = one.opened_at is None
        _saved(one, "state", "has_forgotten_order")
    if one.opened_at:
        forget_order_of(one)
    return one


def forget_order_of(one: EstimateRound) -> None:
    """Drop what the database keeps beside the ballots."""
    life.forget_order_of(one, ESTIMATES)


def quorum_reached(one: EstimateRound) -> dict[str, bool]:
    """By side's code, whether its quorum is reached: all that is said of the first part while it is open."""
    return life.quorum_reached(one, ballots_by_side(one))


def ballots_by_side(one: EstimateRound) -> dict[str, int]:
    """How many ballots each side has cast in the first part. Not for pages."""
    return life.ballots_by_side(Estimate.objects.filter(asked__round=one, part=1))


def _to_open(one: EstimateRound, state: State, now: datetime, closes_at: datetime) -> EstimateRound:
    require_no_open_round(one.dialogue)
    one = locked(one, state)
    if closes_at <= now:
        raise NotNow("the part would close before it opens")
    return one


def _word_as_asked(one: EstimateRound) -> None:
    asked = list(one.asked.select_related("risk"))
    if not asked:
        raise NotNow("the round has no risks yet")
    for each in asked:
        if not each.risk.period:
            raise NotNow("a likelihood needs a period")
        each.texts, each.period = each.risk.texts, each.risk.period
    AskedRisk.objects.bulk_update(asked, ["texts", "period"])


def _saved(one: EstimateRound, *fields: str) -> EstimateRound:
    one.save(update_fields=fields)
    publish(one.dialogue_id, "estimates")
    return one


def _empty(one: EstimateRound) -> None:
    one.state = State.VOID
    Estimate.objects.filter(asked__round=one).delete()
    Reason.objects.filter(asked__round=one).delete()
