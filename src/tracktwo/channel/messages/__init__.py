"""Messages between duty offices: what one is, how it is counted, and by when it is to be answered."""

from tracktwo.channel.messages.envelope import Message, Precedence, Scope, Status, Type
from tracktwo.channel.messages.limits import Limit, Limits, Needs, needs_of
from tracktwo.channel.messages.series import MessageId, Series, next_in
from tracktwo.channel.messages.standing import Acknowledged, Answer, Late, late
from tracktwo.channel.messages.times import date_time_group, read_date_time_group

__all__ = [
    "Acknowledged",
    "Answer",
    "Late",
    "Limit",
    "Limits",
    "Message",
    "MessageId",
    "Needs",
    "Precedence",
    "Scope",
    "Series",
    "Status",
    "Type",
    "date_time_group",
    "late",
    "needs_of",
    "next_in",
    "read_date_time_group",
]
