"""What the commands of the record take in: files, and passphrases typed or handed over."""

import os
from getpass import getpass
from pathlib import Path

from tracktwo.errors import InputError, OptionError


def read_bytes(file: Path) -> bytes:
    """A file as it is; one sentence where it cannot be read."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise InputError("there is no such file; check the path", file=file) from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=file) from error


def ask_passphrase(source: str, *, twice: bool = False) -> str:
    """The passphrase from env:NAME or fd:NUMBER; typed, where no source is named."""
    kind, _, name = source.partition(":")
    if kind == "env" and name:
        if name not in os.environ:
            raise OptionError(f"--passphrase-from {source}: there is no such variable")
        return os.environ[name]
    if kind == "fd" and name.isdecimal():
        return _from_descriptor(int(name))
    if source:
        raise OptionError(f"--passphrase-from {source!r}: write env:NAME or fd:NUMBER")
    given = getpass("Passphrase: ")
    if twice and getpass("The same again: ") != given:
        raise OptionError("the two passphrases differ; nothing was written")
    return given


def _from_descriptor(number: int) -> str:
    """The first line that can be read there."""
    try:
        with os.fdopen(number, encoding="utf-8", closefd=False) as opened:
            return opened.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise OptionError(f"--passphrase-from fd:{number}: nothing can be read there") from None
