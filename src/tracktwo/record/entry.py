"""One signed line of a log: who says what, after which entry, in whose sight of the others' logs."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import cast

from tracktwo.errors import RecordError
from tracktwo.locale import english
from tracktwo.record.base64url import to_text
from tracktwo.record.canonical import Json, canonical, copied, read_canonical
from tracktwo.record.head import Head, require_hash, require_log, require_seq
from tracktwo.record.keys import public_bytes, signature_bytes, verifies

SIGNED = b"tracktwo/record/entry/v1\n"
"""Stands before what is signed, so that a signature given here means nothing anywhere else."""
_NO_SIGNATURE = 86 * "A"
"""Of the form of a signature, and one of nothing: in its place a draft is read as an entry is."""
_KIND = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")
_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry that nobody has signed yet. Raises `RecordError` for a field that is not of its form."""

    log: str
    """Whose log: the party's code; with `.2`, `.3` where earlier logs of the party were given up."""
    seq: int
    """The place in the log, from 1 on."""
    prev: str | None
    """The hash of the entry before it; None at place 1."""
    at: str
    """When, by the writer's clock: RFC 3339 in UTC to the second, such as 2026-11-26T09:00:00Z."""
    kind: str
    """What kind of act, such as text.adopted."""
    body: Mapping[str, Json]
    """What the act is about. Two parties who sign the same act write the same body."""
    key: str
    """The writer's public key."""
    seen: tuple[Head, ...] = field(default=())
    """Where the writer last saw the logs of others end, in order of their names."""

    def __post_init__(self) -> None:
        """Refuse what would not read back as it was written; the body is copied."""
        require_log(self.log)
        require_seq(self.seq)
        _require_prev(self.prev, self.seq)
        _require_time(self.at)
        _require_kind(self.kind)
        public_bytes(self.key)
        _require_seen(self.seen, self.log)
        object.__setattr__(self, "body", _object(copied(_object(self.body))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Draft):
    """A signed entry. It is of the right form; whether its signature holds, `is_signed` says.

    >>> from tracktwo.record import SigningKey
    >>> key = SigningKey(bytes(32))
    >>> draft = Draft(log="nato", seq=1, prev=None, at="2026-11-26T09:00:00Z", kind="text.adopted",
    ...               body={"text": "joint-report", "hash": 64 * "a"}, key=key.public)
    >>> entry = sealed(draft, key.sign(unsigned(draft)))
    >>> str(entry.head)[:20], is_signed(entry)
    ('nato:1:7019897c2204d', True)
    """

    signature: str
    """The signature of `unsigned(...)` by `key`, as base64url."""
    hash: str = field(init=False, compare=False)
    """The SHA-256 of the entry's bytes, with its signature, as 64 hexadecimal digits."""

    def __post_init__(self) -> None:
        """Refuse a field that is not of its form."""
        Draft.__post_init__(self)
        signature_bytes(self.signature)
        object.__setattr__(self, "hash", hashlib.sha256(entry_bytes(self)).hexdigest())

    @property
    def head(self) -> Head:
        """The entry as the end of its log."""
        return Head(self.log, self.seq, self.hash)


def unsigned(draft: Draft) -> bytes:
    """The bytes that the writer signs: a prefix and the bytes of the draft."""
    return SIGNED + draft_bytes(draft)


def sealed(draft: Draft, signature: bytes) -> Entry:
    """The entry that a draft becomes by a signature, made here or in a browser.

    Raises `RecordError` where the signature was not made with the draft's key over `unsigned(draft)`.
    """
    given = {one.name: getattr(draft, one.name) for one in fields(Draft)}
    entry = Entry(**given, signature=to_text(signature))
    if not is_signed(entry):
        raise RecordError(
            english(
                "the signature does not fit entry {seq} of {log}; sign exactly these bytes with the key that the entry names",
                seq=draft.seq,
                log=draft.log,
            )
        )
    return entry


def is_signed(entry: Entry) -> bool:
    """Whether the signature was made with the entry's key over what the entry says."""
    return verifies(entry.key, signature_bytes(entry.signature), unsigned(entry))


def entry_bytes(entry: Entry) -> bytes:
    """An entry as it stands on its line, without the line's end."""
    return canonical(dict(_members(entry)))


def read_entry(line: bytes) -> Entry:
    """The entry on a line; its signature is not looked at. The line has no end.

    Raises `RecordError` for a line that is not exactly what `entry_bytes` writes of an entry.
    """
    told = read_canonical(line)
    if not isinstance(told, Mapping):
        raise RecordError(english("it is no entry; an entry is a JSON object"))
    _require_names(told)
    seen = told.get("seen")
    given = {name: value for name, value in told.items() if name != "seen"}
    entry = Entry(**cast("dict[str, object]", given), seen=_heads(seen))  # type: ignore[arg-type]
    if seen is not None and not entry.seen:
        raise RecordError(english("seen is empty; it is left out where nothing was seen"))
    return entry


def draft_bytes(draft: Draft) -> bytes:
    """A draft as it is handed to whoever signs it: the canonical form of all but the signature."""
    return canonical({name: value for name, value in _members(draft) if name != "signature"})


def read_draft(data: bytes) -> Draft:
    """The draft in a file that was handed out to be signed; a line's end behind it is no harm.

    Raises `RecordError` for what is not exactly the canonical form of an entry without its signature.

    >>> draft = Draft(log="nato", seq=1, prev=None, at="2026-11-26T09:00:00Z", kind="text.adopted",
    ...               body={}, key="ed25519:O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik")
    >>> read_draft(draft_bytes(draft)) == draft
    True
    """
    told = read_canonical(data.removesuffix(b"\n"))
    if not isinstance(told, Mapping) or "signature" in told:
        raise RecordError(
            english("it is no draft; take draft.json from where you were asked to sign")
        )
    read = read_entry(canonical({**told, "signature": _NO_SIGNATURE}))
    return Draft(**{one.name: getattr(read, one.name) for one in fields(Draft)})


def body_hash(body: Mapping[str, Json]) -> str:
    """The SHA-256 of a body's canonical form: what two parties compare who sign the same act.

    >>> body_hash({"b": 1, "a": 2}) == body_hash({"a": 2, "b": 1})
    True
    """
    return hashlib.sha256(canonical(body)).hexdigest()


def _members(draft: Draft) -> list[tuple[str, Json]]:
    """What an entry holds as JSON; `seen` only where there is any."""
    told = [(one.name, getattr(draft, one.name)) for one in fields(draft) if one.init]
    heads: Json = [{"log": one.log, "seq": one.seq, "hash": one.hash} for one in draft.seen]
    members = [(name, heads if name == "seen" else value) for name, value in told]
    return [(name, value) for name, value in members if name != "seen" or value]


def _require_names(told: Mapping[str, Json]) -> None:
    known = {one.name for one in fields(Entry) if one.init}
    if missing := sorted(known - {"seen"} - told.keys()):
        raise RecordError(english("the entry has no {name}", name=missing[0]))
    if unknown := sorted(told.keys() - known):
        raise RecordError(
            english(
                "{name} is no part of an entry; what an act is about is its body",
                name=repr(unknown[0]),
            )
        )


def _heads(seen: Json) -> tuple[Head, ...]:
    if seen is None:
        return ()
    if not isinstance(seen, list):
        raise RecordError(english("seen is no list of where other logs end"))
    return tuple(_head(one) for one in seen)


def _head(told: Json) -> Head:
    if not isinstance(told, Mapping) or told.keys() != {"log", "seq", "hash"}:
        raise RecordError(
            english("what was seen of a log is its log, seq and hash, and nothing else")
        )
    return Head(told["log"], told["seq"], told["hash"])  # type: ignore[arg-type]


def _require_prev(prev: object, seq: int) -> None:
    if seq == 1 and prev is not None:
        raise RecordError(
            english("entry 1 names an entry before it (prev); it is the first and has none")
        )
    if seq > 1:
        require_hash(prev, english("prev of entry {seq}", seq=seq))


def _require_time(at: object) -> None:
    if not (isinstance(at, str) and _AT.fullmatch(at) and _is_a_day(at)):
        raise RecordError(
            english(
                "at is {at}; write UTC to the second, such as 2026-11-26T09:00:00Z", at=repr(at)
            )
        )


def _is_a_day(at: str) -> bool:
    try:
        datetime.fromisoformat(at)
    except ValueError:
        return False
    return True


def _require_kind(kind: object) -> None:
    if not (isinstance(kind, str) and _KIND.fullmatch(kind)):
        raise RecordError(
            english(
                "kind is {kind}; write words with a point between, such as text.adopted",
                kind=repr(kind),
            )
        )


def _require_seen(seen: tuple[Head, ...], log: str) -> None:
    names = [one.log for one in seen]
    if names != sorted(set(names)):
        raise RecordError(english("seen names each log once, in order of their names"))
    if log in names:
        raise RecordError(
            english("seen names {log} itself; its own entry before is named by prev", log=log)
        )


def _object(body: Json) -> Mapping[str, Json]:
    if not isinstance(body, Mapping):
        raise RecordError(english("body is no JSON object"))
    return body
