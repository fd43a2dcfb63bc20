"""The life of a round: planned, open, closed, released, or void.

How every step is taken once, and none back, says `rounds.life`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.events.publish import publish
from tracktwo_web.kit.locks import be_alone
from tracktwo_web.perceptions.box import ANSWERS
from tracktwo_web.perceptions.models import Answer, Comment, Question, Round, Version
from tracktwo_web.rounds import life
from tracktwo_web.rounds.box import shuffle
from tracktwo_web.rounds.life import locked, next_number, roll_of
from tracktwo_web.rounds.states import NotNow, RoundState

ON_RELEASE: list[Callable[[Round], None]] = []
"""What else happens when a round is released, in the same transaction: all of it or nothing."""


@dataclass(frozen=True)
class RoundPlan:
    """A round as the secretariat plans it."""

    closes_at: datetime
    opens_at: datetime | None = None
    title: Mapping[str, str] | None = None
    quorum: int = 3
    asks_mirror: bool = False
    takes_comments: bool = True


@transaction.atomic
def plan_round(dialogue: Dialogue, plan: RoundPlan, versions: Iterable[Version]) -> Round:
    """Plan a round about some wordings, in that order."""
    be_alone(dialogue.id)
    planned = Round(dialogue=dialogue, number=next_number(dialogue.rounds.all()))
    _write(planned, plan, versions)
    return planned


@transaction.atomic
def change_plan(one: Round, plan: RoundPlan, versions: Iterable[Version]) -> Round:
    """Plan a round otherwise, while it is not open."""
    one = locked(one, RoundState.PLANNED)
    _write(one, plan, versions)
    return one


@transaction.atomic
def open_round(one: Round, *, now: datetime) -> Round:
    """Open a round to answers: from here on its questions and its roll are fixed."""
    one = locked(one, RoundState.PLANNED)
    if not one.questions.exists():
        raise NotNow("the round has no statements yet")
    if one.closes_at <= now:
        raise NotNow("the round would close before it opens")
    one.state, one.opened_at, one.roll = RoundState.OPEN, now, roll_of(one.dialogue)
    one.save(update_fields=["state", "opened_at", "roll"])
    publish(one.dialogue_id, "round")
    return one


@transaction.atomic
def prolong_round(one: Round, closes_at: datetime) -> Round:
    """Let an open round close later; never earlier, which somebody might find out too late."""
    one = locked(one, RoundState.OPEN)
    if closes_at <= one.closes_at:
        raise NotNow("the round would close earlier")
    one.closes_at = closes_at
    one.save(update_fields=["closes_at"])
    publish(one.dialogue_id, "round")
    return one


def close_round(one: Round) -> Round:
    """Close a round and shuffle its ballots; void it, and delete them, where a side is below quorum.

    Waits for answers that are being written, and lets none in afterwards.
    """
    with transaction.atomic():
        one = locked(one, RoundState.OPEN)
        if is_quorate(one):
            one.state = RoundState.CLOSED
            shuffle(one.id, box=ANSWERS)
        else:
            one.state = RoundState.VOID
            _empty(one)
        one.has_forgotten_order = False
        one.save(update_fields=["state", "has_forgotten_order"])
        publish(one.dialogue_id, "round")
    forget_order_of(one)
    return one


@transaction.atomic
def release_round(one: Round, now: datetime) -> Round:
    """Show a closed round to everybody at once, as a whole."""
    one = locked(one, RoundState.CLOSED)
    one.state, one.released_at = RoundState.RELEASED, now
    one.save(update_fields=["state", "released_at"])
    for happen in ON_RELEASE:
        happen(one)
    publish(one.dialogue_id, "round")
    return one


def void_round(one: Round) -> Round:
    """Give a round up before its release: its answers are deleted, and nobody has seen them."""
    with transaction.atomic():
        one = locked(one, RoundState.PLANNED, RoundState.OPEN, RoundState.CLOSED)
        one.state = RoundState.VOID
        _empty(one)
        one.has_forgotten_order = one.opened_at is None
        one.save(update_fields=["state", "has_forgotten_order"])
        publish(one.dialogue_id, "round")
    if one.opened_at:
        forget_order_of(one)
    return one


def forget_order_of(one: Round) -> None:
    """Drop what the database keeps beside the ballots."""
    life.forget_order_of(one, ANSWERS)


def is_quorate(one: Round) -> bool:
    """Whether every side has cast as many ballots as the round asks for."""
    return one.dialogue.is_open or all(quorum_reached(one).values())


def quorum_reached(one: Round) -> dict[str, bool]:
    """By side's code, whether its quorum is reached: all that is said of a round before its release."""
    return life.quorum_reached(one, ballots_by_side(one))


def ballots_by_side(one: Round) -> dict[str, int]:
    """How many ballots each side has cast. Not for pages before the release."""
    return life.ballots_by_side(Answer.objects.filter(question__round=one))


def _write(one: Round, plan: RoundPlan, versions: Iterable[Version]) -> None:
    if plan.opens_at and plan.opens_at >= plan.closes_at:
        raise ValueError("a round closes after it opens")
    one.title = dict(plan.title or {})
    one.opens_at, one.closes_at = plan.opens_at, plan.closes_at
    one.quorum = plan.quorum
    one.asks_mirror, one.takes_comments = plan.asks_mirror, plan.takes_comments
    one.save()
    one.questions.all().delete()
    Question.objects.bulk_create(
        Question(round=one, version=version, position=position)
        for position, version in enumerate(versions)
    )


def _empty(one: Round) -> None:
    Answer.objects.filter(question__round=one).delete()
    Comment.objects.filter(question__round=one).delete()
