"""Notified activities of two offices that would be in each other's way, out of messages that both know."""

from collections.abc import Iterable
from itertools import combinations

from tracktwo.channel.activities import Activity, Margin, Overlap, overlap
from tracktwo.channel.kinds import activities_of
from tracktwo.channel.messages import Message
from tracktwo.exchange.channel.current import current


def meetings(
    messages: Iterable[Message], margin: Margin
) -> tuple[tuple[Activity, Activity, Overlap], ...]:
    """Each pair of activities of different offices that meet, in the order of the messages.

    Both are named: whoever holds the messages of both sides knows both already.
    """
    activities = [
        activity
        for message in current(messages)
        if message.kind == "PN"
        for activity in activities_of(message)
    ]
    return tuple(
        (one, other, met)
        for one, other in combinations(activities, 2)
        if one.side != other.side and (met := overlap(one, other, margin)) is not None
    )
