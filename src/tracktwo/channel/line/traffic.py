"""What two logs say of a line: every message once, with what became of it, the same on either node."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tracktwo.channel.kinds import check_message
from tracktwo.channel.line.entries import (
    MESSAGE_READ,
    MESSAGE_REFUSED,
    MESSAGE_SENT,
    RECEIVED,
    read_of,
    received_of,
    refused_of,
)
from tracktwo.channel.messages import Acknowledged, Answer, Message, MessageId, Needs, Type
from tracktwo.channel.messages.as_json import message_from
from tracktwo.channel.messages.series import FIRST_YEAR, LAST_YEAR
from tracktwo.errors import InputError
from tracktwo.locale import english
from tracktwo.record import Entry, Head, party_of
from tracktwo.record.head import log_number

NOTHING_YET = Acknowledged()


@dataclass(frozen=True, slots=True)
class Held:
    """A message, where it stands in its log, and what became of it; `refused` is why it was, or empty."""

    message: Message
    needs: Needs
    entry: Head
    acknowledged: Acknowledged = NOTHING_YET
    refused: str = ""


def message_in(entry: Entry) -> tuple[Message, Needs]:
    """The message that an entry sends, checked as far as it can be alone.

    Raises `InputError` where it is no message, one in another office's name, a draft, one without the
    times by which it is due, or one that its kind does not allow.
    """
    message, needs = message_from(entry.body)
    if message.originator != party_of(entry.log):
        raise InputError(
            english(
                "{id} stands in the log of {log}; an office speaks for itself alone",
                id=message.id,
                log=entry.log,
            )
        )
    if message.sent is None or needs is None:
        raise InputError(english("{id} was not sent: it has no time", id=message.id))
    check_message(message, {})
    return message, needs


def answer_in(message: Message) -> Answer | None:
    """What a reply says where its kind asks: accepted, deferred, declined, or to be clarified."""
    said = message.fields.get("answer")
    return Answer(said) if isinstance(said, str) and said in set(Answer) else None


def moment_of(entry: Entry) -> datetime:
    """When an entry was made, by its writer's clock; `InputError` for a year that no series has."""
    moment = datetime.fromisoformat(entry.at)
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise InputError(english("{time} is no time of this century", time=entry.at))
    return moment


class Traffic:
    """The messages of a line by id. Logs may be given in any order, and one may end before the other.

    >>> Traffic([]).messages
    {}
    """

    def __init__(self, logs: Iterable[Sequence[Entry]]) -> None:
        entries = [one for log in logs for one in log]
        self.messages: dict[MessageId, Held] = {}
        self._at: dict[tuple[str, int], MessageId] = {}
        for entry in entries:
            if entry.kind == MESSAGE_SENT:
                self._take(entry)
        for entry in entries:
            self._acknowledge(entry)
        for held in list(self.messages.values()):
            self._answer(held.message)

    def _take(self, entry: Entry) -> None:
        """A message that cannot be understood is passed over, and so is a second of the same number."""
        try:
            message, needs = message_in(entry)
        except InputError:
            return
        if message.id not in self.messages:
            self.messages[message.id] = Held(message, needs, entry.head)
            self._at[entry.log, entry.seq] = message.id

    def _acknowledge(self, entry: Entry) -> None:
        try:
            at = moment_of(entry)
            if entry.kind == RECEIVED:
                for id_ in self._up_to(received_of(entry.body), entry):
                    self._note(id_, received=at)
            elif entry.kind == MESSAGE_READ:
                id_ = read_of(entry.body)
                if id_.series.office != party_of(entry.log):
                    self._note(id_, read=at)
            elif entry.kind == MESSAGE_REFUSED:
                head, reason = refused_of(entry.body)
                self._refuse(head, reason)
        except InputError:
            return

    def _up_to(self, head: Head, by: Entry) -> Iterator[MessageId]:
        """Messages of another's log up to a place, and of the logs that it replaced."""
        if party_of(head.log) == party_of(by.log):
            return
        yield from (id_ for place, id_ in self._at.items() if _is_up_to(place, head))

    def _refuse(self, head: Head, reason: str) -> None:
        id_ = self._at.get((head.log, head.seq))
        if id_ is not None and self.messages[id_].entry == head:
            self.messages[id_] = replace(self.messages[id_], refused=reason)

    def _answer(self, message: Message) -> None:
        """The first reply from the other office answers; what is said later is for its reader to see."""
        if message.type is not Type.REPLY:
            return
        for id_ in message.refs:
            if id_.series.office != message.originator:
                self._note(id_, answered=message.sent, answer=answer_in(message))

    def _note(self, id_: MessageId, **what: object) -> None:
        """Keep the first time of each: what was acknowledged once stays so."""
        held = self.messages.get(id_)
        if held is None:
            return
        first = next(iter(what))
        if getattr(held.acknowledged, first) is None:
            noted = replace(held.acknowledged, **what)  # type: ignore[arg-type]
            self.messages[id_] = replace(held, acknowledged=noted)


def _is_up_to(place: tuple[str, int], head: Head) -> bool:
    log, seq = place
    if log == head.log:
        return seq <= head.seq
    return party_of(log) == party_of(head.log) and log_number(log) < log_number(head.log)
