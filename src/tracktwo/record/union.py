"""Two copies become one: by cursor over a wire, or from a file that somebody carried.

A log has one writer, so of two honest copies one begins the other and their union is the longer one.
Where both hold a different entry at one place, nothing is merged: the two entries are the evidence.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracktwo.errors import ForkError, RecordError
from tracktwo.locale import english
from tracktwo.record.entry import Entry, entry_bytes, is_signed
from tracktwo.record.head import Head
from tracktwo.record.log import Log
from tracktwo.record.tail import followed


@dataclass(frozen=True, slots=True)
class Fork:
    """Two entries of one log at one place, each signed and each following the same entries."""

    one: Entry
    other: Entry

    @property
    def is_by_one_key(self) -> bool:
        """Whether one key signed both: then its holder told two stories.

        Where two keys did, which is possible at the first entry alone, one of them is not the party's.
        """
        return self.one.key == self.other.key

    @property
    def sentence(self) -> str:
        """What was found, for a person."""
        told = {"seq": self.one.seq, "log": self.one.log, "key": self.one.key}
        if self.is_by_one_key:
            return english(
                "entry {seq} of {log} differs between the copies, and {key} signed both: keep both as evidence",
                **told,
            )
        return english(
            "entry {seq} of {log} is signed with two keys; ask the party by another way which of them is its own",
            **told,
        )

    def error(self) -> ForkError:
        """The fork as an error that carries both entries."""
        return ForkError(
            self.sentence,
            log=self.one.log,
            seq=self.one.seq,
            one=entry_bytes(self.one),
            other=entry_bytes(self.other),
        )


def fork_between(one: Log, other: Log) -> Fork | None:
    """The first place where two copies of a log differ; None where one begins the other."""
    pairs = zip(one.entries, other.entries, strict=False)
    return next((Fork(a, b) for a, b in pairs if a != b), None)


def forks(one: Mapping[str, Log], other: Mapping[str, Log]) -> tuple[Fork, ...]:
    """All forks between two records, by log name."""
    both = sorted(one.keys() & other.keys())
    found = (fork_between(one[name], other[name]) for name in both)
    return tuple(fork for fork in found if fork is not None)


def union(one: Log, other: Log) -> Log:
    """What two copies of a log hold together: the longer of both.

    Raises `ForkError`, with both entries, where they differ at one place; `RecordError` for two logs.

    >>> union(Log("nato"), Log("nato"))
    Log(name='nato', entries=())
    """
    if one.name != other.name:
        raise RecordError(
            english(
                "{log} and {other} are two logs; a log is united with its copy",
                log=one.name,
                other=other.name,
            )
        )
    if fork := fork_between(one, other):
        raise fork.error()
    return max(one, other, key=lambda log: len(log.entries))


def united(one: Mapping[str, Log], other: Mapping[str, Log]) -> dict[str, Log]:
    """What two records hold together, by log name; `ForkError` where they contradict each other.

    `forks` first tells all of them, so that the other logs can be united without those.
    """
    names = sorted(one.keys() | other.keys())
    return {name: union(one.get(name, Log(name)), other.get(name, Log(name))) for name in names}


def since(log: Log, head: Head | None) -> tuple[Entry, ...]:
    """What somebody lacks of a log whose copy ends at `head`; everything for None.

    Nothing where that copy is longer. Raises `RecordError` where it holds another entry at that place:
    it is not the beginning of this one, and whole copies must be compared.
    """
    if head is None:
        return log.entries
    if head.log == log.name and head.seq > len(log.entries):
        return ()
    if not log.holds(head):
        raise RecordError(
            english(
                "entry {seq} of {log} is another one there than here; exchange whole copies, which shows both",
                seq=head.seq,
                log=head.log,
            )
        )
    return log.entries[head.seq :]


def received(log: Log, entries: Iterable[Entry]) -> Log:
    """A log with the entries that somebody sent: those it has already are passed over.

    Raises `ForkError` where one contradicts an entry that is here, `RecordError` as `append` does.
    """
    held, tail = list(log.entries), log.tail
    for entry in entries:
        if entry.log == log.name and entry.seq <= len(held):
            _require_same(held[entry.seq - 1], entry)
        else:
            tail = followed(tail, entry)
            held.append(entry)
    return Log(log.name, tuple(held))


def _require_same(here: Entry, sent: Entry) -> None:
    if here == sent:
        return
    if not is_signed(sent):
        raise RecordError(
            english(
                "the signature does not fit the entry {seq} of {log} that was sent",
                seq=sent.seq,
                log=sent.log,
            )
        )
    raise Fork(here, sent).error()
