"""State machines of the channel: where a matter stands, from its messages and the time."""

from tracktwo.channel.machines.call import CALL, CallEvent, CallState, call
from tracktwo.channel.machines.escort_plan import ESCORT_PLAN, EscortEvent, EscortState, escort_plan
from tracktwo.channel.machines.incident import INCIDENT, IncidentEvent, IncidentState, incident
from tracktwo.channel.machines.line_test import (
    LINE_TEST,
    LineState,
    LineTestEvent,
    LineTestState,
    Planned,
    line_state,
    line_test,
    planned_tests,
)
from tracktwo.channel.machines.machine import By, Course, Happened, Machine, Taken, Transition
from tracktwo.channel.machines.prior_notification import (
    NOTICE,
    PRIOR_NOTIFICATION,
    Notice,
    NotificationEvent,
    NotificationState,
    notice,
    prior_notification,
)
from tracktwo.channel.machines.unusual_activity import (
    UNUSUAL_ACTIVITY,
    UnusualEvent,
    UnusualState,
    unusual_activity,
)
from tracktwo.channel.machines.words import STATE_NAMES, state_name

__all__ = [
    "CALL",
    "ESCORT_PLAN",
    "INCIDENT",
    "LINE_TEST",
    "NOTICE",
    "PRIOR_NOTIFICATION",
    "STATE_NAMES",
    "UNUSUAL_ACTIVITY",
    "By",
    "CallEvent",
    "CallState",
    "Course",
    "EscortEvent",
    "EscortState",
    "Happened",
    "IncidentEvent",
    "IncidentState",
    "LineState",
    "LineTestEvent",
    "LineTestState",
    "Machine",
    "Notice",
    "NotificationEvent",
    "NotificationState",
    "Planned",
    "Taken",
    "Transition",
    "UnusualEvent",
    "UnusualState",
    "call",
    "escort_plan",
    "incident",
    "line_state",
    "line_test",
    "notice",
    "planned_tests",
    "prior_notification",
    "state_name",
    "unusual_activity",
]
