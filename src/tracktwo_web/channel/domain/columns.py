"""What entries say, put into columns: messages, and what became of them, each once and for good."""

import re
from collections.abc import Iterable

from django.db.models import Max

from tracktwo.channel.line import (
    MESSAGE_READ,
    MESSAGE_REFUSED,
    MESSAGE_SENT,
    RECEIVED,
    read_of,
    received_of,
    refused_of,
)
from tracktwo.channel.line.traffic import answer_in, message_in, moment_of
from tracktwo.channel.measures.stated import MEASURE_STATED
from tracktwo.channel.messages import Message as Said
from tracktwo.channel.messages import MessageId, Type
from tracktwo.errors import InputError
from tracktwo.locale import english
from tracktwo.record import Entry, Head
from tracktwo_web.channel.domain import drill_columns, measure_columns
from tracktwo_web.channel.domain.logs import row_at
from tracktwo_web.channel.models import Line, Logged, Message

Refusal = tuple[Head, str]
"""An entry that holds no message that could be understood, and why."""


class Columns:
    """Fills the columns from entries of one log, in order; what was refused is left in `refusals`."""

    def __init__(self, line: Line, *, is_own: bool) -> None:
        self.line, self.is_own = line, is_own
        self.refusals: list[Refusal] = []
        self._new: list[Message] = []
        self._numbers: dict[str, int] = {}
        self._threads: dict[str, str] = {}

    def fill(self, kept: Iterable[tuple[Logged, Entry]]) -> None:
        """Take entries that were added to the log."""
        for row, entry in kept:
            try:
                _require_storable(row)
                self._take(row, entry)
            except InputError as error:
                if entry.kind == MESSAGE_SENT:
                    self.refusals.append((entry.head, error.message))
        self._flush()

    def _take(self, row: Logged, entry: Entry) -> None:
        if entry.kind == MESSAGE_SENT:
            self._send(row, entry)
            return
        if entry.kind in (RECEIVED, MESSAGE_READ, MESSAGE_REFUSED):
            self._flush()
            self._acknowledge(entry)
        elif entry.kind in drill_columns.KINDS:
            drill_columns.take(self.line, row, entry)
        elif entry.kind == MEASURE_STATED:
            measure_columns.take(self.line, row, entry)

    def _send(self, row: Logged, entry: Entry) -> None:
        said, needs = message_in(entry)
        code = str(said.id)
        last = self._last(said.id)
        if said.id.number <= last and self._is_known(code):
            raise InputError(english("{id} was sent before; a number is given once", id=code))
        self._threads[code] = thread = self._thread(said)
        self._new.append(
            Message(
                line=self.line,
                is_own=self.is_own,
                entry=row.pk,
                code=code,
                series=series_of(said.id),
                number=said.id.number,
                kind=said.kind,
                type=said.type.value,
                status=said.status.value,
                precedence=said.precedence.value,
                thread=thread,
                refs=[str(one) for one in said.refs],
                content=dict(entry.body),  # which is read only as `message_json` would write it
                has_gap=said.id.number != last + 1,
                sent=said.sent,
                read_by=needs.read_by,
                answered_by=needs.answered_by,
            )
        )
        if said.type is Type.REPLY:
            self._flush()
            self._answer(said)

    def _is_known(self, code: str) -> bool:
        return code in self._threads or self.line.messages.filter(code=code).exists()

    def _thread(self, said: Said) -> str:
        """The message with which it began; what refers to nothing that is known begins one."""
        for one in map(str, said.refs):
            if one in self._threads:
                return self._threads[one]
            found = self.line.messages.filter(code=one).values_list("thread", flat=True).first()
            if found:
                return found
        return str(said.refs[0] if said.refs else said.id)

    def _last(self, id_: MessageId) -> int:
        """The highest number before this one; another than the next is a gap, which is shown and hides
        no message.
        """
        series = series_of(id_)
        last = self._numbers.get(series)
        if last is None:
            last = last_number(self.line, series)
        self._numbers[series] = max(last, id_.number)
        return last

    def _acknowledge(self, entry: Entry) -> None:
        theirs, at = self.line.messages.filter(is_own=not self.is_own), moment_of(entry)
        if entry.kind == RECEIVED:
            row = self._named(received_of(entry.body))
            if row is not None:
                theirs.filter(entry__lte=row.pk, received=None).update(received=at)
        elif entry.kind == MESSAGE_READ:
            theirs.filter(code=str(read_of(entry.body)), read=None).update(read=at)
        else:
            head, reason = refused_of(entry.body)
            if (row := self._named(head)) is not None:
                theirs.filter(entry=row.pk, refused="").update(refused=reason)

    def _named(self, head: Head) -> Logged | None:
        """The other log's entry that a head names; None where it is not here, or is another."""
        row = row_at(self.line, head)
        return row if row and row.hash == head.hash and row.is_own != self.is_own else None

    def _answer(self, said: Said) -> None:
        """The first reply from the other office answers."""
        answer = answer_in(said)
        about = [str(one) for one in said.refs]
        asked = self.line.messages.filter(is_own=not self.is_own, code__in=about, answered=None)
        asked.update(answered=said.sent, answer=answer.value if answer else "")

    def _flush(self) -> None:
        Message.objects.bulk_create(self._new)
        self._new = []


_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
"""A NUL as JSON writes it; a backslash that is itself escaped begins none."""


def _require_storable(row: Logged) -> None:
    """Refuse what no column can hold: PostgreSQL keeps no text with a NUL in it."""
    if _NUL.search(row.text):
        raise InputError(english("a text holds the character NUL, which stands for nothing"))


def series_of(id_: MessageId) -> str:
    """A series as it is kept in a column."""
    start = str(id_).rsplit(" ", 1)[0]
    return f"{start}/{id_.series.year % 100:02d}"


def last_number(line: Line, series: str) -> int:
    """The highest number that was given in a series; 0 where none was."""
    found = line.messages.filter(series=series).aggregate(last=Max("number"))["last"]
    return found or 0
