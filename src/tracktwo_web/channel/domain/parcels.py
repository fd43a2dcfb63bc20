"""Parcels made and taken in: at least once on the way, exactly once in the log.

A parcel may come twice, late, or after a later one: entries that are here already are passed over, and
every other is checked against the end of its log. What does not fit is refused with its reason, and
nothing of it is kept but that.
"""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from tracktwo.channel.line import (
    MESSAGE_REFUSED,
    RECEIVED,
    Parcel,
    read_parcel,
    received_body,
    refused_body,
    write_parcel,
)
from tracktwo.errors import InputError
from tracktwo.locale import english
from tracktwo.record import (
    LOG_REPLACES,
    Entry,
    Head,
    Tail,
    followed,
    is_signed,
    read_entry,
    replaced,
)
from tracktwo.record.tail import key_after
from tracktwo_web.channel.domain.columns import Columns
from tracktwo_web.channel.domain.logs import (
    add,
    entries_after,
    held,
    row_at,
    signing_key,
    tail_of,
    write,
)
from tracktwo_web.channel.domain.numbers import may_number, send_waiting
from tracktwo_web.channel.models import LONGEST_LOG, Fault, Line, Refused
from tracktwo_web.events.publish import publish

MOST = 500
"""Entries in a parcel over a wire."""
MOST_REFUSALS = 1000
MOST_AHEAD = 2**31 - 1


@dataclass(frozen=True)
class Taken:
    """What became of a parcel: how many entries were new, and why the rest was refused, in English."""

    new: int = 0
    refusal: str = ""
    parcel: Parcel | None = None


def make_parcel(
    line: Line, *, now: dt.datetime, answering: Parcel | None = None, most: int = MOST
) -> bytes:
    """What the other office lacks of this one's log, and what it has lost of its own."""
    entries = entries_after(line, line.peer_holds, is_own=True, most=most)
    if answering is not None and line.fault != Fault.FORKED:
        entries += _lost(line, answering, most)
    parcel = Parcel(
        line.office,
        line.peer,
        now.astimezone(dt.UTC),
        holds=_end(line, is_own=False),
        ends=_end(line, is_own=True),
        entries=entries,
        asks=line.asked,
        answers=line.peer_asks,
    )
    return write_parcel(parcel, signing_key(line))


def take(line: Line, data: bytes, *, way: str, now: dt.datetime) -> Taken:
    """Take a parcel in. `way` is how it came, for the list of what was refused."""
    try:
        parcel = read_parcel(data)
    except InputError as error:
        _refuse(line, data, way, error.message, now)
        return Taken(refusal=error.message)
    return take_read(line, parcel, data, way=way, now=now)


@transaction.atomic
def take_read(line: Line, parcel: Parcel, data: bytes, *, way: str, now: dt.datetime) -> Taken:
    """The same for a parcel that was read from the bytes already."""
    line = held(line)
    try:
        _require_for(line, parcel)
        fault = line.fault
        theirs, refusal = _followed(line, parcel.of_office(line.peer), is_own=False)
        speaker = _speaker(line, theirs)
        is_heard = parcel.key == speaker
        if not is_heard:
            _require_on_the_way(line, parcel, theirs)
            line.fault = fault
    except InputError as error:
        _refuse(line, data, way, error.message, now)
        return Taken(refusal=error.message)
    lost, lost_refusal = _followed(
        line, parcel.of_office(line.office) if is_heard else (), is_own=True
    )
    _keep(line, lost, is_own=True)
    refused = _keep(line, theirs, is_own=False)
    refusal = refusal or lost_refusal
    if refusal:
        _refuse(line, data, way, refusal, now)
    line.peer_key = speaker
    if is_heard:
        _compare(line, parcel)
        line.peer_asks = parcel.asks
        line.clock_ahead = _ahead(parcel.clock, now)
    line.save()
    if may_number(line):
        _acknowledge(line, refused, now)
        send_waiting(line, now=now)
    if theirs or lost:
        publish(line.pk, "channel")
    return Taken(len(theirs) + len(lost), refusal, parcel)


def _end(line: Line, *, is_own: bool) -> Head | None:
    return tail_of(line, is_own=is_own).head


def _lost(line: Line, answering: Parcel, most: int) -> tuple[Entry, ...]:
    """Entries of the other's log that are here and that its last parcel did not know of."""
    ends = answering.ends
    row = row_at(line, ends) if ends else None
    if ends is not None and (row is None or row.hash != ends.hash):
        return ()
    return entries_after(line, row.pk if row else 0, is_own=False, most=most)


def _require_for(line: Line, parcel: Parcel) -> None:
    if (parcel.sender, parcel.recipient) != (line.peer, line.office):
        raise InputError(
            english(
                "this parcel goes from {sender} to {recipient}; this line is that of {office} with {peer}",
                sender=parcel.sender,
                recipient=parcel.recipient,
                office=line.office,
                peer=line.peer,
            )
        )


def _speaker(line: Line, theirs: Sequence[Entry]) -> str:
    """The key by which the other office speaks, counting what a parcel brings.

    The one that people compared, or that was handed on from it. A key that was given up hands on nothing.
    """
    speaker = line.peer_key
    for entry in theirs:
        if entry.key == speaker:
            speaker = key_after(entry)
    return speaker


def _require_on_the_way(line: Line, parcel: Parcel, theirs: Sequence[Entry]) -> None:
    """Refuse a parcel of a key that does not speak for the other office here.

    Unless this node may not have come to it yet: the change stands further on in the log than the parcel
    reaches. Then the entries are taken, each signed by a key that is known, and nothing else that the
    parcel says is believed.
    """
    if not (theirs and theirs[0].key == line.peer_key):
        raise InputError(
            english("the parcel is signed with {key}, which is not the other office's key", key=parcel.key)
        )  # fmt: skip


def _followed(line: Line, entries: Sequence[Entry], *, is_own: bool) -> tuple[list[Entry], str]:
    """The entries that are new and fit, up to the first that does not; and why that one does not."""
    tail = tail_of(line, is_own=is_own)
    new: list[Entry] = []
    for entry in entries:
        if _is_here(tail, entry):
            if told := _other_story(line, entry):
                return new, told
            continue
        try:
            tail = followed(_begun_anew(line, tail, entry), entry)
        except InputError as error:
            return new, error.message
        new.append(entry)
    return new, ""


def _begun_anew(line: Line, tail: Tail, entry: Entry) -> Tail:
    """The end of the log that an entry belongs to: a new one, if the other's key was given up, the one
    that follows was compared by people, and what it goes on from is here.
    """
    is_next = entry.kind == LOG_REPLACES and entry.log != tail.log and len(entry.log) <= LONGEST_LOG
    if not (is_next and entry.key == line.peer_key):
        return tail
    head = replaced(entry)
    if head != tail.head and ((row := row_at(line, head)) is None or row.hash != head.hash):
        raise InputError(
            english(
                "{log} goes on from entry {seq} of {other}, which is not here",
                log=entry.log,
                seq=head.seq,
                other=head.log,
            )
        )
    return Tail(entry.log, key=line.peer_key)


def _is_here(tail: Tail, entry: Entry) -> bool:
    return entry.log == tail.log and entry.seq <= tail.seq


def _other_story(line: Line, entry: Entry) -> str:
    """Why an entry for a place that is taken is another than the one here; empty for the same again."""
    row = row_at(line, entry.head)
    if row is None or row.hash == entry.hash:
        return ""
    if entry.key == read_entry(row.text.encode()).key and is_signed(entry):
        line.fault = Fault.FORKED
    return english(
        "entry {seq} of {log} is another one here than in the parcel", seq=entry.seq, log=entry.log
    )


def _keep(line: Line, entries: Sequence[Entry], *, is_own: bool) -> list[tuple[Head, str]]:
    """Keep new entries with what they say; those that hold no message that was understood."""
    columns = Columns(line, is_own=is_own)
    columns.fill(list(zip(add(line, entries, is_own=is_own), entries, strict=True)))
    return columns.refusals


def _compare(line: Line, parcel: Parcel) -> None:
    """See how far the other holds this office's log: less, as far, or further than this node does.

    Any parcel can show that something is missing here. That nothing is, only one that answers this node:
    an older one was written when there was less to hold.
    """
    holds = parcel.holds
    row = row_at(line, holds) if holds else None
    if holds is not None and row is None:
        line.is_compared, line.fault = False, line.fault or Fault.LOST
        return
    if holds is not None and row is not None and row.hash != holds.hash:
        line.fault = Fault.FORKED
        return
    line.peer_holds = row.pk if row else 0
    if parcel.answers == line.asked:
        line.is_compared = True
        line.fault = Fault.NONE if line.fault == Fault.LOST else line.fault


def _ahead(clock: dt.datetime, now: dt.datetime) -> int:
    """Seconds by which the other's clock is ahead; of one that is off by decades, the decades are enough."""
    return max(-MOST_AHEAD, min(round((clock - now).total_seconds()), MOST_AHEAD))


def _acknowledge(line: Line, refused: Sequence[tuple[Head, str]], now: dt.datetime) -> None:
    """Say how far the other's log has come, unless all that came only said the same of this one's."""
    acts = [(MESSAGE_REFUSED, refused_body(head, reason)) for head, reason in refused]
    since = line.logged.filter(is_own=False, id__gt=line.acknowledged)
    if since.exclude(kind=RECEIVED).exists():
        last = since.order_by("-id")[0]
        acts.append((RECEIVED, received_body(Head(last.log, last.seq, last.hash))))
        line.acknowledged = last.pk
        line.save(update_fields=["acknowledged"])
    if acts:
        Columns(line, is_own=True).fill(write(line, acts, now=now))


def _refuse(line: Line, data: bytes, way: str, reason: str, now: dt.datetime) -> None:
    """Write down that something was refused; the oldest make room."""
    digest = hashlib.sha256(data).hexdigest()
    Refused.objects.create(line=line, at=now, way=way[:200], reason=reason, sha256=digest)
    newest = line.refusals.order_by("-id").values_list("id", flat=True)[:MOST_REFUSALS]
    oldest = list(newest)[-1]
    line.refusals.filter(id__lt=oldest).delete()
