"""The life of a round: planned (heads state their limits), open, closed, released, or void.

How every step is taken once, and none back, says `rounds.life`.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tracktwo_web.convergence.box import VALUATIONS
from tracktwo_web.convergence.domain.find import find
from tracktwo_web.convergence.domain.limits import prepare_limits
from tracktwo_web.convergence.domain.quiet import require_options_at_rest
from tracktwo_web.convergence.models import (
    RUNNING,
    AskedOption,
    Limits,
    Option,
    OwnView,
    Valuation,
    ValueRound,
)
from tracktwo_web.convergence.sealing import JSON, opened_for, sealed_for
from tracktwo_web.dialogues.models import Dialogue, Side
from tracktwo_web.events.publish import publish
from tracktwo_web.kit.locks import be_alone
from tracktwo_web.rounds import life
from tracktwo_web.rounds.box import shuffle
from tracktwo_web.rounds.life import locked, next_number
from tracktwo_web.rounds.states import NotNow, RoundState

FEWEST_ASKED, MOST_ASKED = 2, 18
"""Nobody divides a hundred points among more with care, and all packages of these can be looked at."""
OWN = "own view"


@dataclass(frozen=True)
class Plan:
    """A round as the secretariat plans it."""

    quorum: int = 3
    title: Mapping[str, str] | None = None


@transaction.atomic
def plan_round(
    dialogue: Dialogue, plan: Plan, options: Iterable[Option], *, table: Container[str] = ()
) -> ValueRound:
    """Plan a round about some options, in that order; `table`: codes of those on the table."""
    be_alone(dialogue.id)
    planned = ValueRound.objects.create(
        dialogue=dialogue,
        number=next_number(dialogue.value_rounds.all()),
        title=dict(plan.title or {}),
        quorum=plan.quorum,
    )
    AskedOption.objects.bulk_create(
        AskedOption(
            round=planned, option=option, position=position, is_on_table=option.code in table
        )
        for position, option in enumerate(options)
    )
    prepare_limits(planned)
    publish(dialogue.id, "valuing")
    return planned


@transaction.atomic
def open_round(one: ValueRound, *, now: datetime, closes_at: datetime) -> ValueRound:
    """Let the seats divide their points: from here on options and limits are what they are."""
    require_options_at_rest(one.dialogue)
    one = locked(one, RoundState.PLANNED)
    if closes_at <= now:
        raise NotNow("the round would close before it opens")
    _word_as_asked(one)
    one.state, one.opened_at, one.closes_at = RoundState.OPEN, now, closes_at
    return _saved(one, "state", "opened_at", "closes_at")


@transaction.atomic
def prolong(one: ValueRound, closes_at: datetime) -> ValueRound:
    """Let the open round close later; never earlier, which somebody might find out too late."""
    one = locked(one, RoundState.OPEN)
    if one.closes_at is None or closes_at <= one.closes_at:
        raise NotNow("the round would close earlier")
    one.closes_at = closes_at
    return _saved(one, "closes_at")


def close_round(one: ValueRound) -> ValueRound:
    """Close the open round and shuffle the ballots; drafts are deleted, as is all below quorum."""
    with transaction.atomic():
        one = locked(one, RoundState.OPEN)
        if all(quorum_reached(one).values()):
            one.state = RoundState.CLOSED
            Valuation.objects.filter(round=one, is_complete=False).delete()
            shuffle(one.id, box=VALUATIONS)
        else:
            _empty(one)
        one.has_forgotten_order = False
        _saved(one, "state", "has_forgotten_order")
    forget_order_of(one)
    return one


def release(one: ValueRound, *, now: datetime) -> ValueRound:
    """Show everybody at once what a closed round says, and each side what is its own.

    It is computed before the transaction: the ballots of a closed round do not change, and nobody
    else who writes need wait for it.
    """
    found = find(one) if one.state == RoundState.CLOSED else None
    with transaction.atomic():
        one = locked(one, RoundState.CLOSED)
        if found is None:
            raise NotNow("the round has closed only now")
        one.state, one.released_at, one.found = RoundState.RELEASED, now, found.shared
        OwnView.objects.bulk_create(
            OwnView(round=one, side=side, sealed=_own(one, side, found.own[side.code]))
            for side in one.dialogue.sides.all()
        )
        _saved(one, "state", "released_at", "found")
    return one


def void(one: ValueRound) -> ValueRound:
    """Give a round up before its release: its points and what the sides stated are deleted."""
    with transaction.atomic():
        one = locked(one, RoundState.PLANNED, *RUNNING)
        _empty(one)
        one.has_forgotten_order = one.opened_at is None
        _saved(one, "state", "has_forgotten_order")
    if one.opened_at:
        forget_order_of(one)
    return one


def own_view_of(one: ValueRound, side: Side) -> JSON:
    """What a side alone may see of a released round."""
    row = OwnView.objects.get(round=one, side=side)
    return opened_for(OWN, one.id, str(side.id), row.sealed)


def forget_order_of(one: ValueRound) -> None:
    """Drop what the database keeps beside the ballots."""
    life.forget_order_of(one, VALUATIONS)


def quorum_reached(one: ValueRound) -> dict[str, bool]:
    """By side's code, whether its quorum is reached: all that is said of a round while it is open."""
    whole = Valuation.objects.filter(round=one, is_complete=True)
    return life.quorum_reached(one, life.ballots_by_side(whole))


def _word_as_asked(one: ValueRound) -> None:
    asked = list(one.asked.select_related("option"))
    if not FEWEST_ASKED <= len(asked) <= MOST_ASKED:
        raise NotNow("the round asks about too few options, or too many")
    for each in asked:
        each.texts = each.option.texts
    AskedOption.objects.bulk_update(asked, ["texts"])


def _own(one: ValueRound, side: Side, document: JSON) -> str:
    return sealed_for(OWN, one.id, str(side.id), document)


def _saved(one: ValueRound, *fields: str) -> ValueRound:
    one.save(update_fields=fields)
    publish(one.dialogue_id, "valuing")
    return one


def _empty(one: ValueRound) -> None:
    one.state = RoundState.VOID
    Valuation.objects.filter(round=one).delete()
    Limits.objects.filter(round=one).delete()
