"""What the commands of the record take in: files, keys, and passphrases typed or handed over."""

import os
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.errors import InputError, OptionError, RecordError
from tracktwo.locale import Words, english

if TYPE_CHECKING:
    from tracktwo.record import ChainVerification, Head


def read_bytes(file: Path) -> bytes:
    """A file as it is; one sentence where it cannot be read."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise InputError(english("there is no such file; check the path"), file=file) from None
    except OSError as error:
        raise InputError(
            english("cannot be read: {detail}", detail=error.strerror), file=file
        ) from error


def chain_of(file: Path, *, keys: dict[str, str], heads: "tuple[Head, ...]") -> "ChainVerification":
    """The chains of a record file, which is read and never held."""
    from tracktwo.record import verify_chain

    try:
        with file.open("rb") as opened:
            return verify_chain(opened, keys=keys, heads=heads)
    except FileNotFoundError:
        raise InputError(english("there is no such file; check the path"), file=file) from None
    except OSError as error:
        raise InputError(
            english("cannot be read: {detail}", detail=error.strerror), file=file
        ) from error


def ask_passphrase(source: str, words: Words, *, twice: bool = False) -> str:
    """The passphrase from env:NAME or fd:NUMBER; typed, where no source is named."""
    kind, _, name = source.partition(":")
    if kind == "env" and name:
        if name not in os.environ:
            raise OptionError(
                english("--passphrase-from {source}: there is no such variable", source=source)
            )
        return os.environ[name]
    if kind == "fd" and name.isdecimal():
        return _from_descriptor(int(name))
    if source:
        raise OptionError(
            english("--passphrase-from {source}: write env:NAME or fd:NUMBER", source=repr(source))
        )
    given = getpass(words.gettext("Passphrase: "))
    if twice and getpass(words.gettext("The same again: ")) != given:
        raise OptionError(english("the two passphrases differ; nothing was written"))
    return given


def keys_of(given: list[str] | None) -> dict[str, str]:
    """By party, the public key that --key PARTY=KEY names."""
    from tracktwo.record import public_bytes

    found: dict[str, str] = {}
    for pair in given or ():
        log, _, text = pair.partition("=")
        if not (log and text):
            raise OptionError(
                english("--key {given} is not of the form PARTY=KEY", given=repr(pair))
            )
        if log in found:
            raise OptionError(english("--key names {log} twice; name it once", log=log))
        try:
            public_bytes(text)
        except RecordError as error:
            raise OptionError(english("--key {log}: {what}", log=log, what=error.message)) from None
        found[log] = text
    return found


def _from_descriptor(number: int) -> str:
    """The first line that can be read there."""
    try:
        with os.fdopen(number, encoding="utf-8", closefd=False) as opened:
            return opened.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise OptionError(
            english("--passphrase-from {source}: nothing can be read there", source=f"fd:{number}")
        ) from None
