"""Numbers: given once, in one transaction with the signature and the place in the log.

None is given while this node does not know whether its database is an old one (see
`Line.is_compared`): it could have been given before.
"""

import datetime as dt

from tracktwo.channel.line import MESSAGE_SENT
from tracktwo.channel.messages import Limits, MessageId, needs_of
from tracktwo.channel.messages.as_json import message_json
from tracktwo_web.channel.domain.columns import Columns, last_number, series_of
from tracktwo_web.channel.domain.logs import signing_key, tail_of, write
from tracktwo_web.channel.domain.wording import Wording, said_by, series_by
from tracktwo_web.channel.models import Fault, Line, Message
from tracktwo_web.events.publish import publish

LIMITS = Limits()


def may_number(line: Line) -> bool:
    """Whether numbers may be given now.

    Not by a key that the log has left behind: after an old backup the log comes back, the secret does not.
    """
    if not line.is_compared or line.fault != Fault.NONE:
        return False
    return tail_of(line, is_own=True).key == signing_key(line).public


def send_waiting(line: Line, *, now: dt.datetime) -> int:
    """Number and enter what waits, in the order in which it was written; how many that were."""
    waiting = list(line.messages.filter(is_own=True, entry=None).order_by("written"))
    for one in waiting:
        one.delete()
        numbered(line, Wording.of(one.content), now)
    return len(waiting)


def next_number(line: Line, wording: Wording, now: dt.datetime) -> int:
    """The number that a wording would get now."""
    series = series_by(line, wording, now)
    return last_number(line, series_of(MessageId(series, 1))) + 1


def numbered(line: Line, wording: Wording, now: dt.datetime) -> Message:
    now = now.replace(microsecond=0)
    said = said_by(line, wording, next_number(line, wording, now), now)
    body = message_json(said, needs_of(said, LIMITS))
    columns = Columns(line, is_own=True)
    columns.fill(write(line, [(MESSAGE_SENT, body)], now=now))
    publish(line.pk, "channel")
    return line.messages.get(code=str(said.id))
