"""The states of the channel’s matters in the reader’s language."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from tracktwo.channel.machines.call import CallState
from tracktwo.channel.machines.escort_plan import EscortState
from tracktwo.channel.machines.incident import IncidentState
from tracktwo.channel.machines.line_test import LineState, LineTestState
from tracktwo.channel.machines.prior_notification import NotificationState
from tracktwo.channel.machines.unusual_activity import UnusualState
from tracktwo.locale import Words, english, said

_U, _N, _C, _T = UnusualState, NotificationState, CallState, LineTestState
_I, _E, _L = IncidentState, EscortState, LineState

STATE_NAMES: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    _U: {
        _U.RAISED: english("raised, not yet sent"),
        _U.SENT: english("request sent"),
        _U.RECEIVED: english("request received by a machine"),
        _U.READ: english("request read by the officer on duty"),
        _U.REPLIED: english("explanation given"),
        _U.SATISFIED: english("the explanation is sufficient"),
        _U.MEETING_ASKED: english("a meeting is asked for"),
        _U.MEETING_SET: english("a meeting is set"),
        _U.MEETING_DECLINED: english("the meeting is declined"),
        _U.HELD: english("a meeting was held; no summary is agreed"),
        _U.AGREED: english("a summary is agreed"),
        _U.PLENARY: english("a meeting of all is asked for"),
        _U.MEASURES: english("measures are recommended"),
        _U.CLOSED: english("the matter is closed"),
        _U.CANCELLED: english("request cancelled"),
    },
    _N: {
        _N.PLANNED: english("activity planned"),
        _N.DRAFTED: english("notification drafted"),
        _N.DUE: english("notification due"),
        _N.SENT: english("notification sent"),
        _N.UPDATED: english("notification updated"),
        _N.ACTIVE: english("activity under way"),
        _N.ENDED: english("activity over"),
        _N.CANCELLED: english("activity cancelled"),
    },
    _C: {
        _C.REQUESTED: english("call requested"),
        _C.RELAYED: english("request received by a machine"),
        _C.RECEIVED: english("request read by the officer on duty"),
        _C.ACCEPTED: english("call accepted"),
        _C.DEFERRED: english("call deferred"),
        _C.DECLINED: english("call declined"),
        _C.NO_ANSWER: english("no answer in time"),
        _C.HELD: english("call held; one side has told of it"),
        _C.EXCHANGED: english("both sides have told of the call"),
        _C.SUMMARY_AGREED: english("a summary is agreed"),
        _C.TWO_KEPT: english("two summaries remain beside each other"),
        _C.CANCELLED: english("request cancelled"),
    },
    _T: {
        _T.SCHEDULED: english("test planned"),
        _T.SENT: english("test sent"),
        _T.RETURNED: english("test returned as expected"),
        _T.GARBLED: english("test returned garbled"),
        _T.MISSED: english("test missed"),
    },
    _L: {
        _L.UNTESTED: english("line not tested yet"),
        _L.WORKING: english("line working"),
        _L.DOUBTFUL: english("line in doubt"),
        _L.FAULTY: english("line faulty"),
    },
    _I: {
        _I.REPORTED: english("one side has reported"),
        _I.EXCHANGED: english("both sides have told what they know"),
        _I.CLARIFYING: english("a question is open"),
        _I.RECONCILED: english("accounts compared: agreed, disputed, unknown"),
        _I.REVIEWED: english("looked at in the annual review"),
        _I.LESSON: english("a lesson is drawn"),
        _I.RULE_CHANGED: english("a rule was changed"),
        _I.CLOSED: english("the matter is closed"),
    },
    _E: {
        _E.PLANNED: english("plan not sent yet"),
        _E.PROPOSED: english("plan proposed"),
        _E.COMMENTED: english("plan commented"),
        _E.FIXED: english("plan fixed"),
        _E.CHANGED: english("plan changed after it was fixed"),
        _E.HANDED_OVER: english("handed over to the next reference nation"),
        _E.CANCELLED: english("plan cancelled"),
    },
}


def state_name(state: StrEnum, words: Words) -> str:
    """What a state is called.

    >>> from tracktwo.locale import translator
    >>> state_name(CallState.NO_ANSWER, translator("en"))
    'no answer in time'
    """
    return said(STATE_NAMES[type(state)][state], words)
