"""What messages of a thread do to a matter: who made an event, and acknowledgements as events."""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime

from tracktwo.channel.kinds.read_values import text_in
from tracktwo.channel.machines.machine import By, E, Happened
from tracktwo.channel.messages import Message, MessageId, Type
from tracktwo.channel.threads import Thread

EventOf = Callable[[Message], E | None]


def happenings(
    thread: Thread, opener: MessageId, now: datetime, event_of: EventOf[E]
) -> list[Happened[E]]:
    """What the messages about a matter did to it until `now`; messages that do nothing to it are left out."""
    office = opener.series.office
    found = []
    for one in thread.under(opener):
        event = event_of(one)
        if event is not None and one.sent is not None and one.sent <= now:
            by = By.OPENER if one.originator == office else By.OTHER
            found.append(Happened(event, one.sent, by, one.id))
    return found


def passed(event: E, due: datetime | None, now: datetime) -> list[Happened[E]]:
    """An event of time, once its moment has come."""
    return [Happened(event, due, By.TIME)] if due is not None and due <= now else []


def level_of(message: Message) -> str:
    """Whether a message acknowledges as received or read; empty for one that does not acknowledge."""
    return text_in(message.fields, "level") if message.type is Type.ACKNOWLEDGE else ""


def answers_another(message: Message) -> bool:
    """Whether a message is about one of another office: nobody accepts what it asked for itself."""
    return any(one.series.office != message.originator for one in message.refs)


class Voices:
    """Who has said what, so that what binds both sides counts once both have said it.

    >>> voices = Voices()
    >>> voices.are_both("agreed", "NATO"), voices.are_both("agreed", "NATO"), voices.are_both("agreed", "CHINA")
    (False, False, True)
    """

    def __init__(self) -> None:
        self._said: dict[str, set[str]] = defaultdict(set)

    def are_both(self, what: str, office: str) -> bool:
        """Take in that an office says so, and tell whether another has said so too."""
        self._said[what].add(office)
        return len(self._said[what]) > 1
