"""Which messages still say what they said: neither taken back nor replaced by an update."""

from collections.abc import Iterable

from tracktwo.channel.messages import Message, Type
from tracktwo.channel.picture.marks import TELLING


def current(messages: Iterable[Message]) -> tuple[Message, ...]:
    """The messages that tell something and that no later one changed, in their order."""
    every = tuple(messages)
    gone = {
        one
        for message in every
        if message.type in (Type.UPDATE, Type.CANCEL)
        for one in message.refs
    }
    return tuple(one for one in every if one.type in TELLING and one.id not in gone)
