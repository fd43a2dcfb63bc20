"""Which text each party signed last, for whoever asks whether all have signed the same."""

from collections.abc import Iterable, Mapping

from tracktwo.errors import RecordError
from tracktwo.locale import english
from tracktwo.record.entry import Entry
from tracktwo.record.head import party_of
from tracktwo.record.log import Log
from tracktwo.record.tail import LOG_REPLACES, replaced
from tracktwo.record.union import received


def signed_texts(
    logs: Iterable[Log], *, kind: str = "text.adopted", text: str | None = None
) -> Mapping[str, str]:
    """By party, the hash of the text that it signed last; a party that has signed none is not in it.

    A signature is an entry of `kind` whose body holds the text's fingerprint as `hash`. With `text`,
    only those count whose body names that text. A log that replaces another goes on for the same
    party, and of the old one nothing counts behind the place where it was given up. Whether a key is
    the party's own no log can show: give logs whose keys are trusted (`tracktwo.record.verify`).

    Every entry is checked once more, so that no log made by other means than `append` counts. Raises
    `RecordError` where one does not hold or the last signature names no hash, `ForkError` where two
    copies of a log contradict each other.

    >>> from tracktwo.record import SigningKey, append, drafted, sealed, unsigned
    >>> key = SigningKey(bytes(32))
    >>> draft = drafted(Log("nato"), at="2026-11-26T09:00:00Z", kind="text.adopted",
    ...                 body={"text": "joint", "hash": "3ec8c278"}, key=key.public)
    >>> signed_texts([append(Log("nato"), sealed(draft, key.sign(unsigned(draft))))])
    {'nato': '3ec8c278'}
    """
    last: dict[str, Entry] = {}
    for log in _in_turn(logs):
        for entry in log.entries:
            if entry.kind == kind and text in (None, entry.body.get("text")):
                last[party_of(log.name)] = entry
    return {party: _hash_in(entry) for party, entry in sorted(last.items())}


def _in_turn(logs: Iterable[Log]) -> list[Log]:
    """The logs checked, a replaced one before that which replaces it, and no longer than it counts."""
    held: dict[str, Log] = {}
    for log in logs:
        held[log.name] = received(held.get(log.name, Log(log.name)), log.entries)
    firsts = [log.entries[0] for log in held.values() if log.entries]
    ends = [replaced(one) for one in firsts if one.kind == LOG_REPLACES]
    counted = {end.log: end.seq for end in ends}
    return [
        Log(log.name, log.entries[: counted.get(log.name)])
        for log in sorted(held.values(), key=_turn)
    ]


def _turn(log: Log) -> int:
    """Which log of its party it is, the first being 1."""
    return int(log.name.partition(".")[2] or 1)


def _hash_in(entry: Entry) -> str:
    told = entry.body.get("hash")
    if not isinstance(told, str):
        raise RecordError(
            english(
                "entry {seq} of {log} signs a text and does not name its hash",
                seq=entry.seq,
                log=entry.log,
            )
        )
    return told
