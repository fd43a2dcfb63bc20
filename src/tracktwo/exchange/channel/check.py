"""Whether the messages of a file hold together: kinds, answers, series without gaps, times in order."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracktwo.channel.kinds import check_message
from tracktwo.channel.messages import Message, MessageId, Series
from tracktwo.errors import InputError
from tracktwo.exchange.channel.traffic_file import Line
from tracktwo.locale import english


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not hold, a sentence, and the line where it is seen; 0 where that is no single one."""

    line: int
    what: str


def check_traffic(lines: Sequence[Line]) -> tuple[Fault, ...]:
    """Everything that does not hold, by line: none where all does.

    A message that answers one that is not in the file is a fault here: a file is a whole.
    """
    known = {line.message.id: line.message for line in lines}
    found = [
        *(fault for line in lines for fault in _of_message(line, known)),
        *_doubles(lines),
        *_gaps(lines),
    ]
    return tuple(sorted(found, key=lambda one: (one.line, one.what)))


def _of_message(line: Line, known: dict[MessageId, Message]) -> Iterator[Fault]:
    message = line.message
    try:
        check_message(message, known)
    except InputError as error:
        yield Fault(line.number, english("{id}: {what}", id=message.id, what=error.message))
    for one in message.refs:
        if one not in known:
            yield Fault(
                line.number,
                english(
                    "{id} is about {other}, which is not in the file", id=message.id, other=one
                ),
            )
        elif _is_before(message, known[one]):
            yield Fault(
                line.number,
                english(
                    "{id} was sent before {other}, which it is about", id=message.id, other=one
                ),
            )


def _is_before(message: Message, about: Message) -> bool:
    return bool(message.sent and about.sent and message.sent < about.sent)


def _doubles(lines: Sequence[Line]) -> Iterator[Fault]:
    seen: set[MessageId] = set()
    for line in lines:
        if line.message.id in seen:
            yield Fault(line.number, english("{id} was given to two messages", id=line.message.id))
        seen.add(line.message.id)


def _gaps(lines: Sequence[Line]) -> Iterator[Fault]:
    """Numbers that are missing below the highest of their series, told at the first line after each."""
    by_series: dict[Series, dict[int, int]] = defaultdict(dict)
    for line in lines:
        by_series[line.message.id.series].setdefault(line.message.id.number, line.number)
    for series, places in sorted(by_series.items()):
        before = 0
        for number in sorted(places):
            if number > before + 1:
                first, last = MessageId(series, before + 1), MessageId(series, number - 1)
                yield Fault(places[number], _missing(first, last))
            before = number


def _missing(first: MessageId, last: MessageId) -> str:
    if first == last:
        return english("{id} is missing in its series", id=first)
    return english("{first} to {last} are missing in their series", first=first, last=last)
