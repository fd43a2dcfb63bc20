"""The end of a log: as much of it as the next entry is checked against, however long the log is."""

from dataclasses import dataclass

from tracktwo.errors import RecordError
from tracktwo.locale import english
from tracktwo.record.entry import Entry, is_signed
from tracktwo.record.head import Head, is_replacement, party_of, require_log
from tracktwo.record.keys import public_bytes

KEY_CHANGED = "key.changed"
"""Signed by the key so far; its body names the key of all entries after it."""
LOG_REPLACES = "log.replaces"
"""The first entry of a log that takes the place of one whose key was lost or stolen."""


@dataclass(frozen=True, slots=True)
class Tail:
    """A log's name, its last entry's place and hash, and the key that must sign the next one.

    At the beginning seq is 0, hash None, and key None or the one that others were told.

    >>> Tail("nato").head is None
    True
    """

    log: str
    seq: int = 0
    hash: str | None = None
    key: str | None = None

    def __post_init__(self) -> None:
        """Refuse a name that is none."""
        require_log(self.log)

    @property
    def head(self) -> Head | None:
        """Where the log ends; None for an empty one."""
        return Head(self.log, self.seq, self.hash) if self.hash else None


def key_after(entry: Entry) -> str:
    """The key that must sign what follows an entry."""
    return str(entry.body["key"]) if entry.kind == KEY_CHANGED else entry.key


def followed(tail: Tail, entry: Entry, *, is_trusted: bool = False) -> Tail:
    """The end of a log with one entry more.

    `is_trusted` leaves the signature out, for an entry that one's own database has checked before.
    Raises `RecordError` where the entry is another log's, stands at another place, does not name the
    entry before it, is signed by another key, or its signature does not fit.
    """
    _require_place(tail, entry)
    told = place_of(entry)
    if tail.key not in (None, entry.key):
        raise RecordError(
            english(
                "entry {seq} of {log} is signed with {key}, and not with {wanted}, the log's",
                **told,
                key=entry.key,
                wanted=tail.key,
            )
        )
    if not is_trusted and not is_signed(entry):
        raise RecordError(
            english(
                "the signature does not fit entry {seq} of {log}: one of both was changed", **told
            )
        )
    _require_told(entry)
    return Tail(tail.log, entry.seq, entry.hash, key_after(entry))


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
                **place_of(entry),
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


def place_of(entry: Entry) -> dict[str, object]:
    """An entry's place, for sentences about it."""
    return {"seq": entry.seq, "log": entry.log}


def _require_place(tail: Tail, entry: Entry) -> None:
    told, wanted = place_of(entry), tail.seq + 1
    if entry.log != tail.log:
        raise RecordError(
            english(
                "entry {seq} of {log} does not belong to {other}; each log has one writer",
                **told,
                other=tail.log,
            )
        )
    if entry.seq > wanted:
        raise RecordError(
            english(
                "entry {seq} of {log} stands where entry {wanted} should be: entries are missing",
                **told,
                wanted=wanted,
            )
        )
    if entry.seq < wanted:
        raise RecordError(english("entry {seq} of {log} stands here a second time", **told))
    if entry.prev != tail.hash:
        raise RecordError(
            english(
                "entry {seq} of {log} follows another entry {before} than the one before it here: one of both was changed or replaced",
                **told,
                before=entry.seq - 1,
            )
        )


def _require_told(entry: Entry) -> None:
    """Check what the entries say that change who may write."""
    if entry.kind == KEY_CHANGED:
        if not isinstance(entry.body.get("key"), str):
            raise RecordError(
                english(
                    "entry {seq} of {log} changes the key and does not name the new one",
                    **place_of(entry),
                )
            )
        public_bytes(str(entry.body["key"]))
    if (entry.kind == LOG_REPLACES) != (is_replacement(entry.log) and entry.seq == 1):
        raise RecordError(
            english(
                "entry {seq} of {log}: a log such as {party}.2 begins with {kind}, which stands nowhere else",
                **place_of(entry),
                party=party_of(entry.log),
                kind=LOG_REPLACES,
            )
        )
    if entry.kind == LOG_REPLACES:
        replaced(entry)
