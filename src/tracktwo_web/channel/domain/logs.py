"""The two logs of a line: where each ends, what is in them, and one's own made longer.

Whoever calls these holds the line (`held`): two entries for one place wait for each other.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from tracktwo.record import (
    Entry,
    Head,
    Json,
    SigningKey,
    Tail,
    entry_bytes,
    followed,
    read_entry,
    sealed,
    unsigned,
)
from tracktwo.record.entry import Draft
from tracktwo.record.tail import key_after
from tracktwo_web.channel.models import LONGEST_KIND, Line, Logged
from tracktwo_web.kit.sealed import seal_bytes, unseal_bytes

MOST_ROWS = 500


class Unreadable(Exception):  # noqa: N818 -- an answer, not a fault
    """What was sealed here does not open any more: the server's secret is another one."""


def held(line: Line) -> Line:
    """The line, alone until the transaction ends."""
    return Line.objects.select_for_update().select_related("side").get(pk=line.pk)


def log_name(line: Line, *, is_own: bool) -> str:
    return line.office if is_own else line.peer


def tail_of(line: Line, *, is_own: bool) -> Tail:
    """Where a log ends; an empty one of the other office begins with the key that was compared."""
    last = line.logged.filter(is_own=is_own).order_by("-id").first()
    if last is None:
        key = signing_key(line).public if is_own else line.peer_key
        return Tail(log_name(line, is_own=is_own), key=key or None)
    return Tail(last.log, last.seq, last.hash, key_after(read_entry(last.text.encode())))


def row_at(line: Line, head: Head) -> Logged | None:
    """The entry here at the place that a head names, whatever its hash."""
    return line.logged.filter(log=head.log, seq=head.seq).first()


def entries_after(line: Line, row_id: int, *, is_own: bool, most: int) -> tuple[Entry, ...]:
    """Entries of a log that came after one, as many as are asked for."""
    rows = line.logged.filter(is_own=is_own, id__gt=row_id).order_by("id")[:most]
    return tuple(read_entry(one.text.encode()) for one in rows)


def add(line: Line, entries: Iterable[Entry], *, is_own: bool) -> list[Logged]:
    """Keep entries that were checked, in their order."""
    rows = [
        Logged(
            line=line,
            is_own=is_own,
            log=one.log,
            seq=one.seq,
            hash=one.hash,
            kind=one.kind[:LONGEST_KIND],  # a longer one is none that is known here
            text=entry_bytes(one).decode(),
        )
        for one in entries
    ]
    return Logged.objects.bulk_create(rows, batch_size=MOST_ROWS)


def write(
    line: Line,
    acts: Sequence[tuple[str, Mapping[str, Json]]],
    *,
    now: dt.datetime,
    key: SigningKey | None = None,
) -> list[tuple[Logged, Entry]]:
    """Sign and keep acts, by kind and body, as the next entries of this office's own log."""
    key = key or signing_key(line)
    tail, entries = tail_of(line, is_own=True), []
    for kind, body in acts:
        entry = signed_after(tail, kind, body, key, now)
        tail = followed(tail, entry, is_trusted=True)
        entries.append(entry)
    return list(zip(add(line, entries, is_own=True), entries, strict=True))


def signing_key(line: Line) -> SigningKey:
    """The office’s key. Raises `Unreadable` where the server's secret has changed since."""
    return SigningKey(bytes.fromhex(opened(line, line.key).decode()))


def sealed_for(line: Line, content: bytes) -> str:
    """A secret of the line, readable by this server alone."""
    return seal_bytes(content, purpose=f"line {line.pk}").hex()


def opened(line: Line, kept: str) -> bytes:
    """What was sealed for the line."""
    content = unseal_bytes(bytes.fromhex(kept), purpose=f"line {line.pk}")
    if content is None:
        raise Unreadable
    return content


def signed_after(
    tail: Tail, kind: str, body: Mapping[str, Json], key: SigningKey, now: dt.datetime
) -> Entry:
    """The entry that comes next after the end of a log."""
    draft = Draft(
        log=tail.log,
        seq=tail.seq + 1,
        prev=tail.hash,
        at=now.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        kind=kind,
        body=body,
        key=key.public,
    )
    return sealed(draft, key.sign(unsigned(draft)))
