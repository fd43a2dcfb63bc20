"""`tracktwo record sign` and `append`: an entry that was drafted elsewhere, signed on one's own computer."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from tracktwo.errors import InputError, OptionError, RecordError
from tracktwo.locale import Words, english
from tracktwo_cli.outputs import check_outputs, print_document, write_together
from tracktwo_cli.printed import Language
from tracktwo_cli.record_inputs import ask_passphrase, read_bytes
from tracktwo_cli.refusals import refusals_in
from tracktwo_cli.terminal import say

if TYPE_CHECKING:
    from tracktwo.record import Draft, Entry

HIDDEN = {"Cc", "Cf", "Cn", "Co", "Zl", "Zp"}
"""Characters that show nothing, or turn what stands around them."""


def sign(
    draft: Path,
    /,
    *,
    key: Annotated[Path, Parameter(name="--key")],
    out: Path | None = None,
    passphrase_from: str = "",
    language: Language = "en",
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
    language
        Language of what is said: en, zh or fr.

    """
    with refusals_in(language) as words:
        check_outputs([out] if out else [], inputs=[draft, key])
        drafted = _read_draft(draft)
        for told in _told(drafted, words):
            say(told)
        line = _signed(drafted, key, ask_passphrase(passphrase_from, words))
        if out is None:
            print_document(line)
        else:
            write_together({out: line})
            say(words.gettext("wrote {file}", file=out))


def append(file: Path, line: Path, /, *, language: Language = "en") -> None:
    """Add a signed line to a record file, if the whole still holds; else the file stays as it is.

    Parameters
    ----------
    file
        A record file. It is begun where there is none yet.
    line
        A file with one signed line, as `tracktwo record sign` writes it.
    language
        Language of what is said: en, zh or fr.

    """
    with refusals_in(language) as words:
        entry = _read_line(line)
        check_outputs([file], inputs=[line])
        write_together({file: _with_entry(file, entry)})
        say(
            words.gettext(
                "added entry {seq} of {log} to {file}", seq=entry.seq, log=entry.log, file=file
            )
        )


def _signed(drafted: "Draft", key: Path, passphrase: str) -> str:
    """The line that a draft becomes by the key in a file."""
    from tracktwo.record import read_key, sealed, unsigned, write_entries

    opened = read_key(key, passphrase=passphrase)
    if opened.public != drafted.key:
        raise OptionError(
            english(
                "{file} holds {key}, and the draft asks for {wanted}; sign with that key",
                file=key,
                key=opened.public,
                wanted=drafted.key,
            )
        )
    return write_entries([sealed(drafted, opened.sign(unsigned(drafted)))]).decode()


def _with_entry(file: Path, entry: "Entry") -> str:
    """A record file with one entry more; `RecordError` where the whole would not hold."""
    from tracktwo.record import Log, append, read_record, verify, write_record

    try:
        logs = read_record(read_bytes(file)) if file.exists() else {}
        log = append(logs.get(entry.log, Log(entry.log)), entry)
        whole = write_record({**logs, log.name: log}.values())
        problems = verify(whole).problems
    except RecordError as error:
        raise _not_added(error.message, error.line, file) from None
    if problems:
        raise _not_added(problems[0].what, None, file)
    return whole.decode()


def _not_added(what: str, line: int | None, file: Path) -> RecordError:
    told = english("line {line}: {what}", line=line, what=what) if line else what
    return RecordError(english("nothing was added: {what}", what=told), file=file)


def _read_draft(file: Path) -> "Draft":
    from tracktwo.record import read_draft

    try:
        return read_draft(read_bytes(file))
    except RecordError as error:
        raise InputError(error.message, file=file) from None


def _read_line(file: Path) -> "Entry":
    from tracktwo.record import read_entry

    try:
        return read_entry(read_bytes(file).removesuffix(b"\n"))
    except RecordError as error:
        raise InputError(error.message, file=file) from None


def _told(drafted: "Draft", words: Words) -> Iterator[str]:
    """What is signed, for a person to read before the passphrase is typed."""
    from tracktwo.record import canonical

    rows = [
        (
            words.gettext("log"),
            words.gettext("{log}, entry {seq}", log=drafted.log, seq=drafted.seq),
        ),
        (words.gettext("at"), drafted.at),
        (words.gettext("kind"), drafted.kind),
        (words.gettext("body"), _visible(canonical(drafted.body).decode())),
        *((words.gettext("seen"), str(head)) for head in drafted.seen),
    ]
    yield from (f"{label:<5} {told}" for label, told in rows)


def _visible(text: str) -> str:
    """A text whose hidden characters are spelled out: nobody should sign what they cannot see."""
    return "".join(
        f"\\u{ord(mark):04x}" if unicodedata.category(mark) in HIDDEN else mark for mark in text
    )
