"""`tracktwo record sign` and `append`: an entry that was drafted elsewhere, signed on one's own computer."""

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from tracktwo.errors import InputError, OptionError, RecordError
from tracktwo_cli.outputs import check_outputs, print_document, write_together
from tracktwo_cli.record_inputs import ask_passphrase, read_bytes
from tracktwo_cli.terminal import say

if TYPE_CHECKING:
    from tracktwo.record import Draft, Entry

UNSIGNED = 86 * "A"
"""Of the form of a signature, and one of nothing: in its place a draft is read as an entry is."""
HIDDEN = {"Cc", "Cf", "Cn", "Co", "Zl", "Zp"}
"""Characters that show nothing, or turn what stands around them."""


def sign(
    draft: Path,
    /,
    *,
    key: Annotated[Path, Parameter(name="--key")],
    out: Path | None = None,
    passphrase_from: str = "",
) -> None:
    """Sign a drafted entry with a key from a file, and print the signed line.

    Parameters
    ----------
    draft
        What is to be signed, as the platform offers it: draft.json.
    key
        The file with the key, as `tracktwo record key` or the platform's page made it.
    out
        A file for the signed line, instead of printing it.
    passphrase_from
        Where the passphrase comes from, if it is not to be asked for: env:NAME or fd:NUMBER.

    """
    from tracktwo.record import read_key, sealed, unsigned, write_entries

    check_outputs([out] if out else [], inputs=[draft, key])
    drafted = _read_draft(draft)
    for line in _told(drafted):
        say(line)
    opened = read_key(key, passphrase=ask_passphrase(passphrase_from))
    if opened.public != drafted.key:
        raise OptionError(
            f"{key} holds {opened.public}, and the draft asks for {drafted.key}; sign with that key"
        )
    line = write_entries([sealed(drafted, opened.sign(unsigned(drafted)))]).decode()
    if out is None:
        print_document(line)
    else:
        write_together({out: line})
        say(f"wrote {out}")


def append(file: Path, line: Path, /) -> None:
    """Add a signed line to a record file, if the whole still holds; else the file stays as it is.

    Parameters
    ----------
    file
        A record file. It is begun where there is none yet.
    line
        A file with one signed line, as `tracktwo record sign` writes it.

    """
    from tracktwo.record import Log, read_record, verify, write_record
    from tracktwo.record import append as appended

    entry = _read_line(line)
    check_outputs([file], inputs=[line])
    try:
        logs = read_record(read_bytes(file)) if file.exists() else {}
        log = appended(logs.get(entry.log, Log(entry.log)), entry)
        whole = write_record({**logs, log.name: log}.values())
        problems = verify(whole).problems
    except RecordError as error:
        raise RecordError(f"nothing was added: {error}", file=file) from None
    if problems:
        raise RecordError(f"nothing was added: {problems[0].what}", file=file)
    write_together({file: whole.decode()})
    say(f"added entry {entry.seq} of {entry.log} to {file}")


def _read_draft(file: Path) -> "Draft":
    try:
        return _drafted_in(read_bytes(file).removesuffix(b"\n"))
    except RecordError as error:
        raise InputError(error.message, file=file) from None


def _drafted_in(data: bytes) -> "Draft":
    from tracktwo.record import canonical, read_canonical, read_entry

    told = read_canonical(data)
    if not isinstance(told, Mapping) or "signature" in told:
        raise RecordError("it is no draft; take draft.json from where you were asked to sign")
    return read_entry(canonical({**told, "signature": UNSIGNED}))


def _read_line(file: Path) -> "Entry":
    from tracktwo.record import read_entry

    try:
        return read_entry(read_bytes(file).removesuffix(b"\n"))
    except RecordError as error:
        raise InputError(error.message, file=file) from None


def _told(drafted: "Draft") -> Iterator[str]:
    """What is signed, for a person to read before the passphrase is typed."""
    from tracktwo.record import canonical

    yield f"log   {drafted.log}, entry {drafted.seq}"
    yield f"at    {drafted.at}"
    yield f"kind  {drafted.kind}"
    yield f"body  {_visible(canonical(drafted.body).decode())}"
    for head in drafted.seen:
        yield f"seen  {head}"


def _visible(text: str) -> str:
    """A text whose hidden characters are spelled out: nobody should sign what they cannot see."""
    return "".join(
        f"\\u{ord(mark):04x}" if unicodedata.category(mark) in HIDDEN else mark for mark in text
    )
