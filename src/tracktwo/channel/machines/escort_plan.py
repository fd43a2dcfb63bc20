"""The escort plan of a quarter: proposed by the reference nation, commented, fixed, changed, handed over."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Final

from tracktwo.channel.kinds.read_values import text_in
from tracktwo.channel.machines.events import happenings
from tracktwo.channel.machines.machine import By, Course, Happened, Machine, Transition
from tracktwo.channel.messages import Message, MessageId, Type
from tracktwo.channel.threads import Thread


class EscortState(StrEnum):
    """Where a plan stands."""

    PLANNED = "planned"
    PROPOSED = "proposed"
    COMMENTED = "commented"
    FIXED = "fixed"
    CHANGED = "changed"
    HANDED_OVER = "handed_over"
    CANCELLED = "cancelled"


class EscortEvent(StrEnum):
    """What moves it. CHANGE: a change of what was fixed."""

    PROPOSE = "propose"
    COMMENT = "comment"
    FIX = "fix"
    CHANGE = "change"
    HAND_OVER = "hand_over"
    CANCEL = "cancel"


_S, _E = EscortState, EscortEvent
_OPEN = (_S.PROPOSED, _S.COMMENTED)
_FIXED = (_S.FIXED, _S.CHANGED)

ESCORT_PLAN: Final = Machine(
    _S.PLANNED,
    (
        *(Transition(one, _E.PROPOSE, _S.PROPOSED, By.OPENER) for one in (_S.PLANNED, *_OPEN)),
        *(Transition(one, _E.COMMENT, _S.COMMENTED, By.OTHER) for one in _OPEN),
        *(Transition(one, _E.COMMENT, one, By.OTHER) for one in _FIXED),
        *(Transition(one, _E.FIX, _S.FIXED, By.OPENER) for one in (_S.PLANNED, *_OPEN)),
        *(Transition(one, _E.CHANGE, _S.CHANGED, By.OPENER) for one in _FIXED),
        *(Transition(one, _E.HAND_OVER, _S.HANDED_OVER, By.OPENER) for one in _FIXED),
        *(Transition(one, _E.CANCEL, _S.CANCELLED, By.OPENER) for one in (*_OPEN, *_FIXED)),
    ),
)  # fmt: skip


def escort_plan(
    thread: Thread,
    opener: MessageId,
    now: datetime,
    acts: Iterable[Happened[EscortEvent]] = (),
) -> Course[EscortState, EscortEvent]:
    """Where the plan of a quarter stands by `now`; `opener` is its first version."""
    stages: list[str] = []
    told = happenings(thread, opener, now, lambda one: _event(one, stages))
    return ESCORT_PLAN.run([*told, *(one for one in acts if one.at <= now)])


def _event(message: Message, stages: list[str]) -> EscortEvent | None:
    """`stages` are those that earlier messages named: a plan that was fixed is changed, not fixed again."""
    if message.kind != "CV":
        return None
    match message.type:
        case Type.CANCEL:
            return _E.CANCEL
        case Type.REPLY:
            return _E.COMMENT
        case Type.NEW | Type.UPDATE:
            stage = text_in(message.fields, "stage")
            stages.append(stage)
            return _of_stage(stage, is_again="fixed" in stages[:-1])
    return None


def _of_stage(stage: str, *, is_again: bool) -> EscortEvent:
    if stage == "fixed":
        return _E.CHANGE if is_again else _E.FIX
    return _E.PROPOSE if stage == "proposal" else _E.HAND_OVER
