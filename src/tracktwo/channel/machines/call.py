"""A call on the direct line: asked for, answered or not, held, and told by both sides."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Final

from tracktwo.channel.kinds.read_values import text_in
from tracktwo.channel.machines.events import Voices, happenings, level_of, passed
from tracktwo.channel.machines.machine import By, Course, Happened, Machine, Transition
from tracktwo.channel.messages import Limits, Message, MessageId, Needs, Type, needs_of
from tracktwo.channel.threads import Thread


class CallState(StrEnum):
    """Where a request for a call stands.

    RELAYED: the other side's machine has it. RECEIVED: its officer on duty has read it; neither is an
    agreement to talk. HELD: one side has told of the call. EXCHANGED: both have. TWO_KEPT: the sides
    agree that they tell it otherwise.
    """

    REQUESTED = "requested"
    RELAYED = "relayed"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    DEFERRED = "deferred"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"
    HELD = "held"
    EXCHANGED = "exchanged"
    SUMMARY_AGREED = "summary_agreed"
    TWO_KEPT = "two_kept"
    CANCELLED = "cancelled"


class CallEvent(StrEnum):
    """What moves it. RUN_OUT: the time to answer is over."""

    RELAY = "relay"
    RECEIVE = "receive"
    ACCEPT = "accept"
    DEFER = "defer"
    DECLINE = "decline"
    RUN_OUT = "run_out"
    TELL = "tell"
    TELL_TOO = "tell_too"
    AGREE = "agree"
    KEEP = "keep"
    CANCEL = "cancel"


_S, _E = CallState, CallEvent
_ASKED = (_S.REQUESTED, _S.RELAYED, _S.RECEIVED)
_ANSWERABLE = (*_ASKED, _S.NO_ANSWER, _S.DEFERRED, _S.ACCEPTED)

CALL: Final = Machine(
    _S.REQUESTED,
    (
        Transition(_S.REQUESTED, _E.RELAY, _S.RELAYED, By.OTHER),
        *(Transition(one, _E.RECEIVE, _S.RECEIVED, By.OTHER) for one in (_S.REQUESTED, _S.RELAYED)),
        *(Transition(one, _E.RUN_OUT, _S.NO_ANSWER, By.TIME) for one in _ASKED),
        *(Transition(one, _E.ACCEPT, _S.ACCEPTED, By.OTHER) for one in _ANSWERABLE),
        *(Transition(one, _E.DEFER, _S.DEFERRED, By.OTHER) for one in _ANSWERABLE),
        *(Transition(one, _E.DECLINE, _S.DECLINED, By.OTHER) for one in _ANSWERABLE),
        *(Transition(one, _E.TELL, _S.HELD) for one in (_S.ACCEPTED, _S.DEFERRED)),
        Transition(_S.HELD, _E.TELL, _S.HELD),
        Transition(_S.HELD, _E.TELL_TOO, _S.EXCHANGED),
        *(Transition(one, _E.AGREE, _S.SUMMARY_AGREED) for one in (_S.HELD, _S.EXCHANGED)),
        *(Transition(one, _E.KEEP, _S.TWO_KEPT) for one in (_S.HELD, _S.EXCHANGED)),
        Transition(_S.TWO_KEPT, _E.AGREE, _S.SUMMARY_AGREED),
        *(Transition(one, _E.CANCEL, _S.CANCELLED, By.OPENER) for one in _ANSWERABLE),
    ),
)  # fmt: skip
"""No answer, a deferral and a refusal are outcomes with their times; a late answer is still taken."""
_ANSWERS = {"accepted": _E.ACCEPT, "deferred": _E.DEFER, "declined": _E.DECLINE}


def call(
    thread: Thread,
    opener: MessageId,
    now: datetime,
    limits: Limits | None = None,
    needs: Needs | None = None,
    acts: Iterable[Happened[CallEvent]] = (),
) -> Course[CallState, CallEvent]:
    """Where a request for a call stands by `now`; `needs` are the times stored with it, else `limits` say."""
    asked = thread.message[opener]
    due = needs or needs_of(asked, limits or Limits())
    voices = Voices()
    told = happenings(thread, opener, now, lambda one: _event(one, opener, voices))
    return CALL.run(
        [*told, *passed(_E.RUN_OUT, due.answered_by, now), *(one for one in acts if one.at <= now)]
    )


def _event(message: Message, opener: MessageId, voices: Voices) -> CallEvent | None:
    if message.kind == "CR" and message.id != opener:
        if message.type is Type.CANCEL:
            return _E.CANCEL
        return {"received": _E.RELAY, "read": _E.RECEIVE}.get(level_of(message))
    if message.kind == "CA" and message.type is Type.REPLY:
        return _ANSWERS.get(text_in(message.fields, "answer"))
    if message.kind == "CS" and message.type in (Type.REPLY, Type.UPDATE):
        return _of_summary(message, voices)
    return None


def _of_summary(message: Message, voices: Voices) -> CallEvent | None:
    """Whoever agrees agrees to the other side's summary; one's own is only told."""
    outcome = text_in(message.fields, "outcome")
    if outcome == "own":
        return _E.TELL_TOO if voices.are_both("own", message.originator) else _E.TELL
    is_about_theirs = any(
        one.series.kind == "CS" and one.series.office != message.originator for one in message.refs
    )
    if not is_about_theirs:
        return None
    return _E.AGREE if outcome == "agreed" else _E.KEEP
