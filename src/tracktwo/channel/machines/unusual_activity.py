"""An unusual activity: asked about, explained, met about, and closed (OSCE Vienna Document 2011, chapter III)."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Final

from tracktwo.channel.kinds.read_values import text_in
from tracktwo.channel.machines.events import Voices, answers_another, happenings, level_of
from tracktwo.channel.machines.machine import By, Course, Happened, Machine, Transition
from tracktwo.channel.messages import Message, MessageId, Type
from tracktwo.channel.threads import Thread


class UnusualState(StrEnum):
    """Where the matter stands. HELD: a meeting took place and agreed no summary."""

    RAISED = "raised"
    SENT = "sent"
    RECEIVED = "received"
    READ = "read"
    REPLIED = "replied"
    SATISFIED = "satisfied"
    MEETING_ASKED = "meeting_asked"
    MEETING_SET = "meeting_set"
    MEETING_DECLINED = "meeting_declined"
    HELD = "held"
    AGREED = "agreed"
    PLENARY = "plenary"
    MEASURES = "measures"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class UnusualEvent(StrEnum):
    """What moves it."""

    SEND = "send"
    RECEIVE = "receive"
    READ = "read"
    REPLY = "reply"
    SATISFY = "satisfy"
    ASK_MEETING = "ask_meeting"
    ACCEPT = "accept"
    DEFER = "defer"
    DECLINE = "decline"
    HOLD = "hold"
    AGREE = "agree"
    ASK_PLENARY = "ask_plenary"
    RECOMMEND = "recommend"
    CLOSE = "close"
    CANCEL = "cancel"


_S, _E = UnusualState, UnusualEvent
_UNDER_WAY = (_S.SENT, _S.RECEIVED, _S.READ)
_MEETING = (_S.MEETING_ASKED, _S.MEETING_SET)

UNUSUAL_ACTIVITY: Final = Machine(
    _S.RAISED,
    (
        Transition(_S.RAISED, _E.SEND, _S.SENT, By.OPENER),
        Transition(_S.SENT, _E.RECEIVE, _S.RECEIVED, By.OTHER),
        *(Transition(one, _E.READ, _S.READ, By.OTHER) for one in (_S.SENT, _S.RECEIVED)),
        *(Transition(one, _E.REPLY, _S.REPLIED, By.OTHER) for one in (*_UNDER_WAY, _S.REPLIED, *_MEETING)),
        Transition(_S.REPLIED, _E.SATISFY, _S.SATISFIED, By.OPENER),
        # Whoever gets no reply may ask to meet as well as whoever is not content with one.
        *(Transition(one, _E.ASK_MEETING, _S.MEETING_ASKED) for one in (*_UNDER_WAY, _S.REPLIED, _S.MEETING_DECLINED)),
        *(Transition(one, _E.ACCEPT, _S.MEETING_SET) for one in _MEETING),
        *(Transition(one, _E.DEFER, _S.MEETING_ASKED) for one in _MEETING),
        *(Transition(one, _E.DECLINE, _S.MEETING_DECLINED) for one in _MEETING),
        *(Transition(one, _E.HOLD, _S.HELD) for one in (*_MEETING, _S.HELD)),
        *(Transition(one, _E.AGREE, _S.AGREED) for one in (*_MEETING, _S.HELD)),
        *(Transition(one, _E.ASK_PLENARY, _S.PLENARY) for one in (_S.REPLIED, *_MEETING, _S.MEETING_DECLINED, _S.HELD)),
        Transition(_S.PLENARY, _E.HOLD, _S.PLENARY),
        Transition(_S.PLENARY, _E.AGREE, _S.AGREED),
        *(Transition(one, _E.RECOMMEND, _S.MEASURES) for one in (_S.HELD, _S.AGREED, _S.PLENARY)),
        *(Transition(one, _E.CLOSE, _S.CLOSED, By.OPENER) for one in (_S.SATISFIED, _S.MEETING_DECLINED, _S.HELD, _S.AGREED, _S.PLENARY, _S.MEASURES)),
        *(Transition(one, _E.CANCEL, _S.CANCELLED, By.OPENER) for one in (_S.RAISED, *_UNDER_WAY, _S.REPLIED)),
    ),
)  # fmt: skip
"""Whoever asked says when the matter is closed. What is closed is not asked again: a new concern is a new request."""
_OUTCOMES = {
    "satisfied": _E.SATISFY,
    "agreed": _E.AGREE,
    "not_agreed": _E.HOLD,
    "measures": _E.RECOMMEND,
    "closed": _E.CLOSE,
}
_ANSWERS = {"accepted": _E.ACCEPT, "deferred": _E.DEFER, "declined": _E.DECLINE}


def unusual_activity(
    thread: Thread,
    opener: MessageId,
    now: datetime,
    acts: Iterable[Happened[UnusualEvent]] = (),
) -> Course[UnusualState, UnusualEvent]:
    """Where a request for an explanation has led by `now`, from its messages and acts outside them."""
    voices = Voices()
    told = happenings(thread, opener, now, lambda one: _event(one, opener, voices))
    return UNUSUAL_ACTIVITY.run([*told, *(one for one in acts if one.at <= now)])


def _event(message: Message, opener: MessageId, voices: Voices) -> UnusualEvent | None:
    if message.id == opener:
        return _E.SEND
    if message.kind == "UA":
        return _of_request(message)
    if message.type in (Type.NEW, Type.REPLY):
        return _of_answer(message, voices)
    return None


def _of_answer(message: Message, voices: Voices) -> UnusualEvent | None:
    match message.kind:
        case "UR":
            return _E.REPLY
        case "UM":
            is_plenary = text_in(message.fields, "level") == "all"
            return _E.ASK_PLENARY if is_plenary else _E.ASK_MEETING
        case "CA" if answers_another(message):
            return _ANSWERS.get(text_in(message.fields, "answer"))
        case "UO":
            return _of_outcome(message, voices)
    return None


def _of_outcome(message: Message, voices: Voices) -> UnusualEvent:
    """A summary is agreed once both sides say so; from one alone it tells that the meeting was held."""
    outcome = text_in(message.fields, "outcome")
    if outcome == "agreed" and not voices.are_both(outcome, message.originator):
        return _E.HOLD
    return _OUTCOMES[outcome]


def _of_request(message: Message) -> UnusualEvent | None:
    if message.type is Type.CANCEL:
        return _E.CANCEL
    return {"received": _E.RECEIVE, "read": _E.READ}.get(level_of(message))
