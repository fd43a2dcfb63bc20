"""A party's log: entries that each name the one before them, signed by one writer, only ever longer.

What a chain of signatures shows: that whoever held the key said these things in this order, and that
nothing was changed, put in or taken out since. What it does not show: that the times are true (they
are the writer's own), that the log goes no further than this copy (the end of a copy can be cut off
without a trace in it), and that no other copy tells a different story. The last two are found only
by comparing with another copy or with a head that somebody kept: see `verify` and `union`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tracktwo.errors import RecordError
from tracktwo.locale import english
from tracktwo.record.canonical import Json
from tracktwo.record.entry import Draft, Entry, is_signed
from tracktwo.record.head import Head, is_replacement, party_of, require_log
from tracktwo.record.keys import public_bytes

KEY_CHANGED = "key.changed"
"""Signed by the key so far; its body names the key of all entries after it."""
LOG_REPLACES = "log.replaces"
"""The first entry of a log that takes the place of one whose key was lost or stolen."""


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
        if not self.entries:
            return None
        last = self.entries[-1]
        return str(last.body["key"]) if last.kind == KEY_CHANGED else last.key

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
    told = _place(entry)
    if entry.log != log.name:
        raise RecordError(
            english(
                "entry {seq} of {log} does not belong to {other}; each log has one writer",
                **told,
                other=log.name,
            )
        )
    if entry.seq != len(log.entries) + 1:
        raise RecordError(_out_of_place(log, entry))
    if entry.prev != (log.head.hash if log.head else None):
        raise RecordError(
            english(
                "entry {seq} of {log} follows another entry {before} than the one before it here: one of both was changed or replaced",
                **told,
                before=entry.seq - 1,
            )
        )
    if log.key not in (None, entry.key):
        raise RecordError(
            english(
                "entry {seq} of {log} is signed with {key}, and not with {wanted}, the log's",
                **told,
                key=entry.key,
                wanted=log.key,
            )
        )
    if not is_signed(entry):
        raise RecordError(
            english(
                "the signature does not fit entry {seq} of {log}: one of both was changed", **told
            )
        )
    _require_told(entry)
    return replace(log, entries=(*log.entries, entry))


def replaced(entry: Entry) -> Head:
    """The end of the log that a `log.replaces` entry gives up.

    That the new log follows the old one is a claim of whoever holds the new key, and shows nothing
    about who that is: a thief can write the same. The others must have the new fingerprint from the
    party itself, by another way, before they trust the new log. What the old log held up to the head
    named here stays proven; what it holds beyond it was signed with a key that was given up.
    """
    try:
        told = entry.body
        head = Head(told["log"], told["seq"], told["hash"])  # type: ignore[arg-type]
    except (KeyError, RecordError):
        raise RecordError(
            english(
                "entry {seq} of {log} does not name the log that it replaces by log, seq and hash",
                **_place(entry),
            )
        ) from None
    if party_of(head.log) != party_of(entry.log) or head.log == entry.log:
        raise RecordError(
            english(
                "{log} cannot replace {other}; a party replaces its own log",
                log=entry.log,
                other=head.log,
            )
        )
    return head


def _place(entry: Entry) -> dict[str, object]:
    return {"seq": entry.seq, "log": entry.log}


def _out_of_place(log: Log, entry: Entry) -> str:
    wanted = len(log.entries) + 1
    told = _place(entry)
    if entry.seq > wanted:
        return english(
            "entry {seq} of {log} stands where entry {wanted} should be: entries are missing",
            **told,
            wanted=wanted,
        )
    if log.entries[entry.seq - 1] == entry:
        return english("entry {seq} of {log} stands here a second time", **told)
    if entry.key == log.entries[entry.seq - 1].key and is_signed(entry):
        return english(
            "entry {seq} of {log} is there twice with different content, both signed: its writer told two stories",
            **told,
        )
    return english(
        "entry {seq} of {log} is there twice with different content; the second is not signed with the log's key",
        **told,
    )


def _require_told(entry: Entry) -> None:
    """Check what the entries say that change who may write."""
    if entry.kind == KEY_CHANGED:
        if not isinstance(entry.body.get("key"), str):
            raise RecordError(
                english(
                    "entry {seq} of {log} changes the key and does not name the new one",
                    **_place(entry),
                )
            )
        public_bytes(str(entry.body["key"]))
    if (entry.kind == LOG_REPLACES) != (is_replacement(entry.log) and entry.seq == 1):
        raise RecordError(
            english(
                "entry {seq} of {log}: a log such as {party}.2 begins with {kind}, which stands nowhere else",
                **_place(entry),
                party=party_of(entry.log),
                kind=LOG_REPLACES,
            )
        )
    if entry.kind == LOG_REPLACES:
        replaced(entry)
