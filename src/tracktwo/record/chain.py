"""A quick look at a huge record: the chain of every entry, and signatures where nothing behind vouches.

Each entry names the hash of the one before it. So the signature at the end of a log, once it was
checked, covers all before it, and checking theirs as well finds no change that this does not find. A
signature is checked here where a log ends, where its key changes, where it begins, and at both sides
of every place that does not fit. Memory does not grow with the record.

What `verify` looks at and this does not: whether each entry between was of the right form, and bore a
signature of its own at its time. Who holds the key that signed the end can have put there what was
never signed; nobody else can. Where several lines were changed so that they fit each other, this names
the last of them and `verify` the first. Of heads of another log that a log names, the last is compared.
Joint acts are not counted.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO, NamedTuple, cast

from tracktwo.errors import RecordError
from tracktwo.locale import english
from tracktwo.record.entry import Entry, is_signed
from tracktwo.record.head import Head
from tracktwo.record.keys import public_bytes
from tracktwo.record.log import Log, refuse_second
from tracktwo.record.stored import Kept, Lines
from tracktwo.record.tail import KEY_CHANGED, LOG_REPLACES, Tail, followed, key_after, replaced
from tracktwo.record.verify import Problem, Reading, Told, continued, missing

_ALONE = (KEY_CHANGED, LOG_REPLACES)
"""Kinds that change who may write: each is looked at closely."""


@dataclass(frozen=True, slots=True)
class Chain:
    """A log that was looked at: how many entries are vouched for, where the last stands, and its keys."""

    name: str
    length: int
    head: Head
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChainVerification:
    """What a quick look found; fields as those of `Verification`."""

    logs: Mapping[str, Chain]
    problems: tuple[Problem, ...]
    absent: tuple[Head, ...]
    are_keys_given: bool

    @property
    def holds(self) -> bool:
        """Whether there is no problem."""
        return not self.problems

    @property
    def entries(self) -> int:
        """How many entries are vouched for."""
        return sum(log.length for log in self.logs.values())


def verify_chain(
    file: BinaryIO, *, keys: Mapping[str, str] | None = None, heads: Iterable[Head] = ()
) -> ChainVerification:
    """Check the chains of a record file that can be read from its start more than once.

    `keys` and `heads` are those of `verify`. Raises `RecordError` for a given key that is none.

    >>> from io import BytesIO
    >>> verify_chain(BytesIO(b"")).problems
    (Problem(what='there is no entry in the file', line=None, log=None),)
    """
    for key in (keys or {}).values():
        public_bytes(key)
    look = _Look(keys, lines=Lines(file))
    is_cut = False
    for line, written in look.lines.all():
        look.see(line, written.removesuffix(b"\n"))
        is_cut = not written.endswith(b"\n")
    look.settle()
    if is_cut:
        look.find(english("the last line has no end; the file was cut off"), look.lines.count)
    look.close()
    return _found(look, [Told(head) for head in heads])


def _found(look: "_Look", heads: list[Told]) -> ChainVerification:
    kept = {name: one for name, one in sorted(look.kept.items()) if len(one)}
    logs = {name: Log(name, cast("tuple[Entry, ...]", one)) for name, one in kept.items()}
    whole = {name: log for name, log in logs.items() if name not in look.stopped}
    told = [*heads, *look.told_in(kept)]
    absent = {one.head for one in told if one.head.log not in look.named}
    return ChainVerification(
        {name: Chain(name, len(one), one[-1].head, one.keys) for name, one in kept.items()},
        (*look.problems, *missing(told, whole, look.named), *continued(whole)),
        tuple(sorted(absent, key=lambda head: (head.log, head.seq, head.hash))),
        bool(look.keys),
    )


class _End(NamedTuple):
    """Where a log ends for now."""

    log: str
    seq: int
    hash: str
    key: str


@dataclass(slots=True)
class _Look(Reading):
    """A reading that looks closely where it must, and else keeps the last line alone."""

    lines: Lines = field(kw_only=True)
    kept: dict[str, Kept] = field(default_factory=dict)
    before: _End | None = None
    """The end in front of the line that waits."""
    end: _End | None = None
    """The end behind the line that was read last; None where nothing may follow it unseen."""
    waiting: tuple[int, bytes] | None = None
    """A line that follows, and for which nothing vouches yet."""
    at: int = 0
    """The line that is looked at closely."""
    seen: dict[tuple[str, str], tuple[int, Head]] = field(default_factory=dict)
    """The last head that a log names of another, and the entry that does."""

    def see(self, line: int, written: bytes) -> None:
        """Read one line more."""
        told, end = _told(written), self.end
        if told is None or end is None or not _follows(told, end):
            self.settle()
            self._look_closely(line, written)
            return
        self._vouch(end.log)
        self.before, self.waiting = end, (line, written)
        digest = hashlib.sha256(written).hexdigest()
        self.end = _End(end.log, end.seq + 1, digest, end.key)
        if "seen" in told:
            self._note_seen(end.log, end.seq + 1, told["seen"])

    def settle(self) -> None:
        """Look closely at the line that waits, because nothing behind it vouches for it."""
        if self.waiting is None or self.before is None:
            return
        (line, written), before = self.waiting, self.before
        self.waiting = None
        self.tails[before.log] = Tail(before.log, before.seq, before.hash, before.key)
        self._look_closely(line, written)
        if len(self.kept[before.log]) == before.seq:
            self._go_back(before.log)

    def append(self, entry: Entry) -> None:
        """Add an entry that was looked at closely; `RecordError` where it does not follow."""
        kept = self.kept.get(entry.log) or Kept(self.lines)
        refuse_second(entry.log, kept, entry)
        tail = followed(self.tails.get(entry.log, Tail(entry.log)), entry)
        self.tails[entry.log], self.kept[entry.log] = tail, kept
        kept.add(self.at)
        kept.vouched = len(kept)
        kept.use(entry.key, key_after(entry))
        self.end = _End(entry.log, entry.seq, entry.hash, key_after(entry))
        named = [replaced(entry)] if entry.kind == LOG_REPLACES else []
        for head in (*entry.seen, *named):
            self.seen[entry.log, head.log] = (entry.seq, head)

    def told_in(self, kept: Mapping[str, Kept]) -> list[Told]:
        """The heads that entries name, each with its entry."""
        return [
            Told(head, kept[log][seq - 1])
            for (log, _), (seq, head) in sorted(
                self.seen.items(), key=lambda one: (one[0][0], one[1][0])
            )
            if log in kept and seq <= len(kept[log])
        ]

    def _look_closely(self, line: int, written: bytes) -> None:
        self.at, self.end = line, None
        self.take(line, written)

    def _vouch(self, log: str) -> None:
        """The line that waits is named by the one behind it."""
        if self.waiting is not None:
            self.kept[log].add(self.waiting[0])

    def _note_seen(self, log: str, seq: int, seen: object) -> None:
        for one in seen if isinstance(seen, list) else ():
            try:
                head = Head(one["log"], one["seq"], one["hash"])
            except (TypeError, KeyError, RecordError):
                continue
            self.seen[log, head.log] = (seq, head)

    def _go_back(self, log: str) -> None:
        """What vouched for the entries before does not hold: the last of them must speak for itself."""
        kept = self.kept[log]
        if len(kept) == kept.vouched:
            return
        if _is_signed_at_all(kept):
            kept.vouched = len(kept)
            return
        self.find(
            english("the signature does not fit entry {seq} of {log}: one of both was changed", seq=len(kept), log=log),
            kept.line_of(len(kept) - 1),
            log,
        )  # fmt: skip
        self.stopped.setdefault(log, 0)
        kept.cut()


def _is_signed_at_all(kept: Kept) -> bool:
    try:
        return is_signed(kept[-1])
    except RecordError:
        return False


def _told(written: bytes) -> dict[str, Any] | None:
    """What a line says, whether or not that is an entry; None where it is no JSON object."""
    try:
        told = json.loads(written)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _follows(told: Mapping[str, Any], end: _End) -> bool:
    """Whether a line is the next entry of a log by the same key, as far as it says so itself."""
    return (
        told.get("prev") == end.hash
        and told.get("seq") == end.seq + 1
        and told.get("log") == end.log
        and told.get("key") == end.key
        and told.get("kind") not in _ALONE
    )
