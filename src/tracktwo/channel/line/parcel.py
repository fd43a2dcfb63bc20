"""What goes from one node to the other, over a wire or carried by hand: entries, and where logs end.

A parcel is a line of JSON and then entries, one a line. The first line says who sends it to whom, up
to where the sender holds the other's log (`holds`), where its own ends (`ends`), what its clock shows, and
the hash of the lines below; it is signed by the sender's key, so that nobody else can tell a node that
something has arrived, or that it has lost something.

How old a parcel is, its clock cannot prove. So each node puts into what it sends a value that nobody could
have known before it began (`asks`), and the last such value of the other (`answers`): what answers the
value that a node asks with was written since.

Entries of the sender's log follow; and entries of the recipient's own log, where the recipient's last
parcel showed that it holds less of it than the sender does: it was restored from an old backup.
"""

import hashlib
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from tracktwo.errors import InputError, RecordError
from tracktwo.locale import english
from tracktwo.record import Entry, Head, Json, SigningKey, canonical, read_canonical, read_entry
from tracktwo.record.base64url import to_text
from tracktwo.record.head import party_of
from tracktwo.record.keys import public_bytes, signature_bytes, verifies
from tracktwo.record.lines import numbered_lines, write_entries

FORMAT: Final = "tracktwo.parcel/2"
EARLIER: Final = frozenset({"tracktwo.parcel/1"})
SIGNED: Final = b"tracktwo/channel/parcel/v1\n"
"""Stands before what is signed, so that the signature means nothing anywhere else."""
MOST_BYTES: Final = 64 * 2**20
"""A parcel carried by hand; over a wire they are smaller, and more."""
MOST_ENTRIES: Final = 100_000
_OFFICE = re.compile(r"[A-Z][A-Z0-9]{0,11}")
_VALUE = re.compile(r"[0-9a-f]{32}")
_MEMBERS = frozenset(
    {
        "format", "from", "to", "asks", "answers", "holds", "ends", "clock", "entries", "sha256",
        "key", "signature",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parcel:
    """Entries on their way. `holds` and `ends` are None for empty logs."""

    sender: str
    recipient: str
    clock: datetime
    holds: Head | None = None
    ends: Head | None = None
    entries: tuple[Entry, ...] = field(default=())
    key: str = ""
    """The key that signed it; empty before."""
    asks: str = ""
    """The value that the sender wants to see answered (`new_value`)."""
    answers: str = ""
    """The last value that the recipient asked with; empty before the sender knows one."""

    def of_office(self, office: str) -> tuple[Entry, ...]:
        """The entries of one of the two offices."""
        return tuple(one for one in self.entries if party_of(one.log) == office)


def new_value() -> str:
    """A value to ask with: random, so that no parcel written before can answer it."""
    return secrets.token_hex(16)


def write_parcel(parcel: Parcel, key: SigningKey) -> bytes:
    """A parcel as bytes, signed by the key of the office that sends it.

    >>> from datetime import UTC
    >>> key = SigningKey(bytes(32))
    >>> noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    >>> sent = write_parcel(Parcel("NATO", "CHINA", noon, asks=new_value()), key)
    >>> read_parcel(sent).key == key.public
    True
    """
    lines = write_entries(parcel.entries)
    told: dict[str, Json] = {
        "format": FORMAT,
        "from": parcel.sender,
        "to": parcel.recipient,
        "asks": parcel.asks,
        "answers": parcel.answers,
        "holds": _told(parcel.holds),
        "ends": _told(parcel.ends),
        "clock": f"{parcel.clock:%Y-%m-%dT%H:%M:%SZ}",
        "entries": len(parcel.entries),
        "sha256": hashlib.sha256(lines).hexdigest(),
        "key": key.public,
    }
    signature = to_text(key.sign(SIGNED + canonical(told)))
    return canonical({**told, "signature": signature}) + b"\n" + lines


def read_parcel(data: bytes) -> Parcel:
    """The parcel that bytes are, its signature and its entries' form checked; not yet whose key it is.

    Raises `InputError` for anything that `write_parcel` does not write.
    """
    if len(data) > MOST_BYTES:
        raise InputError(
            english("a parcel has at most {n} MB; ask for a smaller one", n=MOST_BYTES // 2**20)
        )
    first, _, lines = data.partition(b"\n")
    try:
        told = _heading(first, lines)
        parcel = _parcel(told, lines)
    except RecordError as error:
        raise InputError(error.message, line=error.line) from None
    except (TypeError, ValueError, KeyError):
        raise _wrong() from None
    if len(parcel.entries) != told["entries"]:
        raise _wrong()
    return parcel


def _heading(first: bytes, lines: bytes) -> Mapping[str, Json]:
    told = read_canonical(first)
    if isinstance(told, Mapping) and told.get("format") in EARLIER:
        raise InputError(
            english(
                "the parcel was packed by an earlier version of Tracktwo; update the node that sends it, and pack again"
            )
        )
    if not isinstance(told, Mapping) or told.keys() != _MEMBERS or told["format"] != FORMAT:
        raise _wrong()
    signed = {name: value for name, value in told.items() if name != "signature"}
    key, signature = _text(told["key"]), signature_bytes(_text(told["signature"]))
    public_bytes(key)
    if not verifies(key, signature, SIGNED + canonical(signed)):
        raise InputError(english("the signature does not fit the parcel: one of both was changed"))
    if hashlib.sha256(lines).hexdigest() != told["sha256"]:
        raise InputError(
            english("the entries are not those that were put in the parcel; ask for it again")
        )
    return told


def _parcel(told: Mapping[str, Json], lines: bytes) -> Parcel:
    sender, recipient = _office(told["from"]), _office(told["to"])
    if sender == recipient:
        raise _wrong()
    return Parcel(
        sender,
        recipient,
        _clock(told["clock"]),
        _head(told["holds"], recipient),
        _head(told["ends"], sender),
        tuple(_entries(lines, (sender, recipient))),
        _text(told["key"]),
        asks=_value(told["asks"]),
        answers=_value(told["answers"]) if told["answers"] else "",
    )


def _entries(lines: bytes, logs: tuple[str, str]) -> list[Entry]:
    found = []
    for number, line in numbered_lines(lines):
        if number > MOST_ENTRIES:
            raise _wrong()
        try:
            entry = read_entry(line)
        except RecordError as error:
            raise RecordError(error.message, line=number + 1) from None
        if party_of(entry.log) not in logs:
            raise _wrong()
        found.append(entry)
    return found


def _told(head: Head | None) -> Json:
    return None if head is None else {"log": head.log, "seq": head.seq, "hash": head.hash}


def _head(told: Json, office: str) -> Head | None:
    if told is None:
        return None
    if not isinstance(told, Mapping) or told.keys() != {"log", "seq", "hash"}:
        raise _wrong()
    head = Head(told["log"], told["seq"], told["hash"])  # type: ignore[arg-type]
    if party_of(head.log) != office:
        raise _wrong()
    return head


def _office(told: Json) -> str:
    if not _OFFICE.fullmatch(_text(told)):
        raise _wrong()
    return _text(told)


def _value(told: Json) -> str:
    if not _VALUE.fullmatch(_text(told)):
        raise _wrong()
    return _text(told)


def _clock(told: Json) -> datetime:
    text = _text(told)
    moment = datetime.fromisoformat(text)
    if f"{moment:%Y-%m-%dT%H:%M:%SZ}" != text:
        raise _wrong()
    return moment


def _text(told: Json) -> str:
    if not isinstance(told, str):
        raise _wrong()
    return told


def _wrong() -> InputError:
    return InputError(
        english("this is no parcel of a line; take the file as tracktwo channel pack wrote it")
    )
