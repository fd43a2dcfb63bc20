"""An incident: told by one side, told by both, clarified, reconciled, and learnt from."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Final

from tracktwo.channel.kinds.read_values import text_in
from tracktwo.channel.machines.events import Voices, happenings
from tracktwo.channel.machines.machine import By, Course, Happened, Machine, Transition
from tracktwo.channel.messages import Message, MessageId, Type
from tracktwo.channel.threads import Thread


class IncidentState(StrEnum):
    """Where an incident stands. RECONCILED: both know what is agreed, disputed and unknown."""

    REPORTED = "reported"
    EXCHANGED = "exchanged"
    CLARIFYING = "clarifying"
    RECONCILED = "reconciled"
    REVIEWED = "reviewed"
    LESSON = "lesson"
    RULE_CHANGED = "rule_changed"
    CLOSED = "closed"


class IncidentEvent(StrEnum):
    """What moves it. The yearly review, lessons and changes of rules are acts outside messages."""

    REPORT = "report"
    REPORT_BACK = "report_back"
    ASK = "ask"
    ANSWER = "answer"
    RECONCILE = "reconcile"
    REVIEW = "review"
    LEARN = "learn"
    CHANGE_RULE = "change_rule"
    CLOSE = "close"


_S, _E = IncidentState, IncidentEvent
_TELLING = (_S.REPORTED, _S.EXCHANGED, _S.CLARIFYING)

INCIDENT: Final = Machine(
    _S.REPORTED,
    (
        *(Transition(one, _E.REPORT, one, By.OPENER) for one in _TELLING),
        Transition(_S.REPORTED, _E.REPORT_BACK, _S.EXCHANGED, By.OTHER),
        *(Transition(one, _E.REPORT_BACK, one, By.OTHER) for one in (_S.EXCHANGED, _S.CLARIFYING)),
        *(Transition(one, _E.ASK, _S.CLARIFYING) for one in _TELLING),
        Transition(_S.CLARIFYING, _E.ANSWER, _S.EXCHANGED),
        *(Transition(one, _E.RECONCILE, _S.RECONCILED) for one in (_S.EXCHANGED, _S.CLARIFYING)),
        *(Transition(one, _E.REVIEW, _S.REVIEWED) for one in (*_TELLING, _S.RECONCILED, _S.CLOSED)),
        *(Transition(one, _E.LEARN, _S.LESSON) for one in (_S.RECONCILED, _S.REVIEWED)),
        Transition(_S.LESSON, _E.CHANGE_RULE, _S.RULE_CHANGED),
        *(Transition(one, _E.CLOSE, _S.CLOSED) for one in (_S.EXCHANGED, _S.RECONCILED, _S.REVIEWED, _S.LESSON, _S.RULE_CHANGED)),
    ),
)  # fmt: skip
"""The review of a year looks at closed incidents too, and at those that were never reconciled."""


def incident(
    thread: Thread,
    opener: MessageId,
    now: datetime,
    acts: Iterable[Happened[IncidentEvent]] = (),
) -> Course[IncidentState, IncidentEvent]:
    """Where an incident stands by `now`; `opener` is the first report of it (kind HI or EN)."""
    voices = Voices()
    told = happenings(thread, opener, now, lambda one: _event(one, opener, voices))
    return INCIDENT.run([*told, *(one for one in acts if one.at <= now)])


def _event(message: Message, opener: MessageId, voices: Voices) -> IncidentEvent | None:
    if message.id == opener or message.type in (Type.ACKNOWLEDGE, Type.ERROR, Type.CANCEL):
        return None
    match message.kind:
        case "HI" | "EN":
            is_own = message.originator == opener.series.office
            return _E.REPORT if is_own else _E.REPORT_BACK
        case "UA":
            return _E.ASK
        case "UR":
            return _E.ANSWER
        case "UO":
            return _outcome(message, voices)
    return None


def _outcome(message: Message, voices: Voices) -> IncidentEvent | None:
    """One side can say that nothing is agreed; that something is, or that all is done, both say."""
    outcome = text_in(message.fields, "outcome")
    if outcome == "not_agreed":
        return _E.RECONCILE
    event = {"agreed": _E.RECONCILE, "closed": _E.CLOSE}.get(outcome)
    return event if event and voices.are_both(outcome, message.originator) else None
