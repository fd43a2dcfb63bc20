"""Whether a record file holds: every line, signature and chain, and what others have seen of it.

What verification finds: any byte that was changed, put in or taken out; entries that are missing,
doubled or out of order; another signer than the log's; two stories told by one writer in one file.

What it cannot find by the file alone:

- **A missing end.** A log that is cut off after any entry is a perfect shorter log. It is found where
  somebody knows a later head: given as `heads`, or named by an entry of another party (`seen`).
- **A log that is not there**, for the same reason.
- **Whose keys they are.** Without `keys`, keys are taken from the file itself, and whoever wrote the
  whole file can have made them all. Fingerprints must be compared by another way.
- **Whether times are true.** They are the writers' own.
- **Whether an act was free, or its signer entitled.** A signature shows the use of a key.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tracktwo.errors import RecordError
from tracktwo.locale import Sentence, english
from tracktwo.record.entry import Entry, read_entry
from tracktwo.record.head import Head
from tracktwo.record.keys import fingerprint, public_bytes
from tracktwo.record.lines import numbered_lines
from tracktwo.record.log import Log, refuse_second
from tracktwo.record.tail import LOG_REPLACES, Tail, followed, replaced


@dataclass(frozen=True, slots=True)
class Problem:
    """What does not hold, in a sentence, and where."""

    what: str
    """In English; `tracktwo.locale.said` says it in another language."""
    line: int | None = None
    """The line of the file, from 1 on; None where something is missing."""
    log: str | None = None
    """The log it belongs to; None where the line does not say."""

    def __str__(self) -> str:
        """The place and the sentence."""
        return f"line {self.line}: {self.what}" if self.line else self.what


@dataclass(frozen=True, slots=True)
class Verification:
    """What a record file holds, and what in it does not hold."""

    logs: Mapping[str, Log]
    """By name, each log up to its first problem."""
    problems: tuple[Problem, ...]
    """In order of lines; what is missing comes last."""
    absent: tuple[Head, ...]
    """Heads of logs that entries name and that are not in the file: nothing of them was checked."""
    are_keys_given: bool
    """Whether the keys came from outside the file."""

    @property
    def holds(self) -> bool:
        """Whether there is no problem."""
        return not self.problems

    @property
    def entries(self) -> int:
        """How many entries hold."""
        return sum(len(log.entries) for log in self.logs.values())


def verify(
    data: bytes, *, keys: Mapping[str, str] | None = None, heads: Iterable[Head] = ()
) -> Verification:
    """Check a record file, of one log or of several.

    `keys` name the public key with which each log begins; a log without one is then a problem.
    Without any, each log's own first key is believed. `heads` are ends of logs known from elsewhere:
    a log that ends before, or holds another entry there, is a problem. Raises `RecordError` for a
    given key that is none.

    >>> verify(b"").problems
    (Problem(what='there is no entry in the file', line=None, log=None),)
    """
    for key in (keys or {}).values():
        public_bytes(key)
    reading = Reading(keys)
    for line, written in numbered_lines(data):
        reading.take(line, written)
    if data and not data.endswith(b"\n"):
        reading.find(
            english("the last line has no end; the file was cut off"), data.count(b"\n") + 1
        )
    reading.close()
    logs = reading.logs()
    whole = {name: log for name, log in logs.items() if name not in reading.stopped}
    told = [*(Told(head) for head in heads), *told_in(logs.values())]
    problems = [*reading.problems, *missing(told, whole, reading.named), *continued(whole)]
    absent = {one.head for one in told if one.head.log not in reading.named}
    return Verification(
        logs=logs,
        problems=tuple(problems),
        absent=tuple(sorted(absent, key=lambda head: (head.log, head.seq, head.hash))),
        are_keys_given=bool(keys),
    )


def read_record(data: bytes) -> dict[str, Log]:
    """The logs of a record file by name; `RecordError` with its line for the first problem.

    >>> read_record(b"")
    {}
    """
    found = verify(data)
    if data and found.problems:
        raise RecordError(found.problems[0].what, line=found.problems[0].line)
    return dict(found.logs)


@dataclass(slots=True)
class Reading:
    """What is known of a file after some of its lines."""

    keys: Mapping[str, str] | None
    entries: dict[str, list[Entry]] = field(default_factory=dict)
    tails: dict[str, Tail] = field(default_factory=dict)
    stopped: dict[str, int] = field(default_factory=dict)
    """Entries left out after the first problem of a log."""
    problems: list[Problem] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    """Logs in the order in which the file comes to them."""

    def find(self, what: str, line: int | None = None, log: str | None = None) -> None:
        """Note a problem."""
        self.problems.append(Problem(what, line, log))

    def take(self, line: int, written: bytes) -> None:
        """Look at a line closely: its form, its place, its signature."""
        try:
            entry = read_entry(written)
        except RecordError as error:
            self.find(error.message, line)
            return
        self._keep_order(line, entry.log)
        if entry.log in self.stopped:
            self.stopped[entry.log] += 1
            return
        try:
            self._require_given_key(entry)
            self.append(entry)
        except RecordError as error:
            self.stopped[entry.log] = 0
            self.find(error.message, line, entry.log)

    def append(self, entry: Entry) -> None:
        """Add an entry to its log; `RecordError` where it does not follow."""
        entries = self.entries.get(entry.log, [])
        refuse_second(entry.log, entries, entry)
        self.tails[entry.log] = followed(self.tails.get(entry.log, Tail(entry.log)), entry)
        entries.append(entry)
        self.entries[entry.log] = entries

    def logs(self) -> dict[str, Log]:
        """Each log up to its first problem."""
        return {name: Log(name, tuple(entries)) for name, entries in sorted(self.entries.items())}

    def close(self) -> None:
        """Say what was left out, which keys were given for nothing, and whether all is empty."""
        for log, count in self.stopped.items():
            if count:
                self.find(
                    english("{n} more of {log} come after and count for nothing", n=count, log=log),
                    log=log,
                )
        for log in sorted((self.keys or {}).keys() - set(self.named)):
            self.find(
                english("a key is given for {log}, and no entry of it is in the file", log=log),
                log=log,
            )
        if not (self.named or self.problems):
            self.find(english("there is no entry in the file"))

    def _keep_order(self, line: int, log: str) -> None:
        if self.named and self.named[-1] == log:
            return
        if log in self.named or (self.named and log < self.named[-1]):
            self.find(
                english(
                    "{log} stands after {before}; logs stand one after the other by name: lines were moved",
                    log=log,
                    before=self.named[-1],
                ),
                line,
                log,
            )
        self.named.append(log)

    def _require_given_key(self, entry: Entry) -> None:
        if self.keys is None or not self.keys or entry.seq != 1 or entry.log in self.tails:
            return
        given = self.keys.get(entry.log)
        if given is None:
            raise RecordError(
                english(
                    "no key is given for {log}; ask the party for it, and compare the fingerprint: {fingerprint}",
                    log=entry.log,
                    fingerprint=fingerprint(entry.key),
                )
            )
        if given != entry.key:
            raise RecordError(
                english(
                    "{log} begins with the key {key} and not with the one given: it is not that party's log, or not from its beginning",
                    log=entry.log,
                    key=entry.key,
                )
            )


@dataclass(frozen=True, slots=True)
class Told:
    """A head, and the entry that names it; None where it is known from elsewhere."""

    head: Head
    by: Entry | None = None


def told_in(logs: Iterable[Log]) -> Iterator[Told]:
    """Heads that entries name of other logs."""
    for log in logs:
        for entry in log.entries:
            yield from (Told(head, entry) for head in entry.seen)
            if entry.kind == LOG_REPLACES:
                yield Told(replaced(entry), entry)


def missing(
    told: Iterable[Told], whole: Mapping[str, Log], named: Iterable[str]
) -> Iterator[Problem]:
    """Ends that are known and not there; logs with a problem have been told of already."""
    for one in told:
        head, log = one.head, whole.get(one.head.log)
        if log is None:
            if one.by is None and head.log not in named:
                yield Problem(
                    english(
                        "{log} is not in the file, and its entry {seq} is known",
                        log=head.log,
                        seq=head.seq,
                    )
                )
        elif head.seq > len(log.entries):
            yield Problem(_cut_off(log, one), log=log.name)
        elif not log.holds(head):
            yield Problem(_two_stories(log, one), log=log.name)


def _cut_off(log: Log, told: Told) -> Sentence:
    values: dict[str, object] = {"log": log.name, "n": len(log.entries), "seq": told.head.seq}
    if told.by is None:
        return english(
            "{log} ends with entry {n}, and its entry {seq} is known: the end of the log is missing, or that entry never was",
            **values,
        )
    return english(
        "{log} ends with entry {n}, and its entry {seq} is named in entry {by} of {other}: the end of the log is missing, or that entry never was",
        **values,
        by=told.by.seq,
        other=told.by.log,
    )


def _two_stories(log: Log, told: Told) -> Sentence:
    values: dict[str, object] = {"log": log.name, "seq": told.head.seq}
    if told.by is None:
        return english(
            "entry {seq} of {log} is another than the one that is known: there are two stories of this log; compare both copies",
            **values,
        )
    return english(
        "entry {seq} of {log} is another than the one that is named in entry {by} of {other}: there are two stories of this log; compare both copies",
        **values,
        by=told.by.seq,
        other=told.by.log,
    )


def continued(whole: Mapping[str, Log]) -> Iterator[Problem]:
    """Logs that go on behind the place at which their party gave them up."""
    for log in whole.values():
        if not log.entries or log.entries[0].kind != LOG_REPLACES:
            continue
        head = replaced(log.entries[0])
        old = whole.get(head.log)
        if old is not None and len(old.entries) > head.seq:
            yield Problem(
                english(
                    "{log} goes on after entry {seq}, at which {other} replaced it: what stands there was signed with a key that was given up",
                    log=old.name,
                    seq=head.seq,
                    other=log.name,
                ),
                log=old.name,
            )
