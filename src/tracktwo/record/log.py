"""A party's log: entries that each name the one before them, signed by one writer, only ever longer.

What a chain of signatures shows: that whoever held the key said these things in this order, and that
nothing was changed, put in or taken out since. What it does not show: that the times are true (they
are the writer's own), that the log goes no further than this copy (the end of a copy can be cut off
without a trace in it), and that no other copy tells a different story. The last two are found only
by comparing with another copy or with a head that somebody kept: see `verify` and `union`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tracktwo.errors import RecordError
from tracktwo.locale import english
from tracktwo.record.canonical import Json
from tracktwo.record.entry import Draft, Entry, is_signed
from tracktwo.record.head import Head, require_log
from tracktwo.record.tail import Tail, followed, key_after, place_of


@dataclass(frozen=True, slots=True)
class Log:
    """One party's entries in order. Make one empty and `append`, so that all in it was checked.

    >>> Log("nato").head is None
    True
    """

    name: str
    entries: tuple[Entry, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a name that is none. Entries are checked one by one, by `append`."""
        require_log(self.name)

    @property
    def head(self) -> Head | None:
        """Where the log ends; None for an empty one."""
        return self.entries[-1].head if self.entries else None

    @property
    def key(self) -> str | None:
        """The key that must sign the next entry; None where any key may begin the log."""
        return key_after(self.entries[-1]) if self.entries else None

    @property
    def tail(self) -> Tail:
        """What the next entry is checked against."""
        last = self.entries[-1] if self.entries else None
        return Tail(self.name, last.seq, last.hash, key_after(last)) if last else Tail(self.name)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the log in the order in which they came into use, named ones included."""
        used = [one.key for one in self.entries]
        return tuple(dict.fromkeys([*used, self.key] if self.key else used))

    def holds(self, head: Head) -> bool:
        """Whether the entry at that place is the one that the head names."""
        within = head.log == self.name and head.seq <= len(self.entries)
        return within and self.entries[head.seq - 1].hash == head.hash


def drafted(
    log: Log,
    *,
    at: str,
    kind: str,
    body: Mapping[str, Json],
    key: str,
    seen: tuple[Head, ...] = (),
) -> Draft:
    """The entry that would be next in a log, for its writer to sign.

    >>> drafted(Log("nato"), at="2026-11-26T09:00:00Z", kind="text.adopted", body={},
    ...         key="ed25519:O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik").seq
    1
    """
    return Draft(
        log=log.name,
        seq=len(log.entries) + 1,
        prev=log.head.hash if log.head else None,
        at=at,
        kind=kind,
        body=body,
        key=key,
        seen=tuple(sorted(seen, key=lambda one: one.log)),
    )


def append(log: Log, entry: Entry) -> Log:
    """The log with one entry more.

    Raises `RecordError` where the entry is another log's, stands at another place, does not name the
    entry before it, is signed by another key, or its signature does not fit.
    """
    refuse_second(log.name, log.entries, entry)
    followed(log.tail, entry)
    return replace(log, entries=(*log.entries, entry))


def refuse_second(name: str, entries: Sequence[Entry], entry: Entry) -> None:
    """Tell an entry for a place that is taken: the same again, or another story."""
    if entry.log != name or entry.seq > len(entries) or entries[entry.seq - 1] == entry:
        return
    told = place_of(entry)
    if entry.key == entries[entry.seq - 1].key and is_signed(entry):
        raise RecordError(
            english(
                "entry {seq} of {log} is there twice with different content, both signed: its writer told two stories",
                **told,
            )
        )
    raise RecordError(
        english(
            "entry {seq} of {log} is there twice with different content; the second is not signed with the log's key",
            **told,
        )
    )
