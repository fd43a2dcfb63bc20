"""Messages that belong together: by what they are about, and by the incident or activity that they name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from tracktwo.channel.messages import Message, MessageId
from tracktwo.errors import InputError, OptionError
from tracktwo.locale import english

_LATEST = datetime.max.replace(tzinfo=UTC)
_Node = MessageId | tuple[bool, str]
"""A message, or a thread by its name: one in exercises is never one that is meant."""


@dataclass(frozen=True)
class Thread:
    """Messages that hang together, in the order in which they were sent; drafts last.

    `missing` are messages that others are about and that are not here: they may come later, as after an
    outage, or have been lost.
    """

    messages: tuple[Message, ...]
    missing: tuple[MessageId, ...] = ()

    @cached_property
    def message(self) -> Mapping[MessageId, Message]:
        """The messages by their numbers."""
        return {one.id: one for one in self.messages}

    @cached_property
    def _about(self) -> Mapping[MessageId, tuple[Message, ...]]:
        told: dict[MessageId, list[Message]] = defaultdict(list)
        for one in self.messages:
            for ref in one.refs:
                told[ref].append(one)
        return {ref: tuple(ones) for ref, ones in told.items()}

    @property
    def first(self) -> Message:
        """What it began with."""
        return self.messages[0]

    def about(self, id_: MessageId) -> tuple[Message, ...]:
        """Messages directly about one, in the order in which they were sent."""
        return self._about.get(id_, ())

    def under(self, id_: MessageId) -> tuple[Message, ...]:
        """A message and all that are about it, directly or through others, in the order of sending.

        `OptionError` for one that is not in this thread.
        """
        if id_ not in self.message:
            raise OptionError(english("{id} is not in this thread", id=id_))
        found, left = {id_}, [id_]
        while left:
            new = {one.id for one in self.about(left.pop())} - found
            found |= new
            left.extend(new)
        return tuple(one for one in self.messages if one.id in found)


def threads_of(messages: Iterable[Message]) -> tuple[Thread, ...]:
    """Messages as threads, the one that began first first. `InputError` where a number is given twice."""
    every = sorted(messages, key=_when)
    _require_once(every)
    root: dict[_Node, _Node] = {}
    for one in every:
        for other in _ties(one):
            root[_found(root, one.id)] = _found(root, other)
    parts: dict[_Node, list[Message]] = defaultdict(list)
    for one in every:
        parts[_found(root, one.id)].append(one)
    return tuple(_thread(part) for part in parts.values())


def _ties(message: Message) -> list[_Node]:
    named: list[_Node] = [(message.is_exercise, message.thread)] if message.thread else []
    return [*message.refs, *named]


def _found(root: dict[_Node, _Node], node: _Node) -> _Node:
    """The node that stands for all that are tied to one; ways are halved as they are gone."""
    while (above := root.setdefault(node, node)) != node:
        root[node] = root[above]
        node = root[node]
    return node


def _thread(messages: list[Message]) -> Thread:
    here = {one.id for one in messages}
    missing = {ref for one in messages for ref in one.refs} - here
    return Thread(tuple(messages), tuple(sorted(missing)))


def _require_once(messages: list[Message]) -> None:
    seen: set[MessageId] = set()
    for one in messages:
        if one.id in seen:
            raise InputError(english("{id} was given to two messages; the series cannot go on", id=one.id))  # fmt: skip
        seen.add(one.id)


def _when(message: Message) -> tuple[datetime, MessageId]:
    return message.sent or _LATEST, message.id
