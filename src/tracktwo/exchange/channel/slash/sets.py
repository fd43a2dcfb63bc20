r"""Slash-delimited text: sets of fields, one set a line, such as `DESIGNATION/MODEL SEA 26//`.

The notation is old and public; the catalogues of messages that some alliances write in it are not, and
nothing here claims to follow one. A slash in a field is written `\/`, a backslash `\\`, a new line `\n`.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from tracktwo.errors import InputError
from tracktwo.locale import english

LARGEST = 1_000_000
"""Characters of a text: many times what a message holds."""
MOST_LINES, MOST_FIELDS = 20_000, 1_000
_NAME = re.compile(r"[A-Z][A-Z0-9_.]{0,119}")
_FIELD = re.compile(r"((?:[^/\\]|\\[/\\n])*)(/|\Z)")
_WRITTEN = {"\\": "\\\\", "/": "\\/", "\n": "\\n"}
_MEANT = {written: meant for meant, written in _WRITTEN.items()}


class Set(NamedTuple):
    """A name and the fields behind it."""

    name: str
    fields: tuple[str, ...]


def write_sets(sets: Iterable[Set]) -> str:
    r"""The text of sets, which reads back as the same.

    >>> write_sets([Set("NOTE", ("either/or", "C:\\"))])
    'NOTE/either\\/or/C:\\\\//\n'
    """
    return "".join(f"{'/'.join([one.name, *map(_escaped, one.fields)])}//\n" for one in sets)


def read_sets(text: str) -> tuple[Set, ...]:
    """The sets of a text; `InputError` with the line where one is not whole."""
    if len(text) > LARGEST:
        raise InputError(english("the text is longer than a million characters; split it"))
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        raise InputError(english("the text has more than {most} lines; split it", most=MOST_LINES))
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            found.append(_set(line.removesuffix("\r"), number))
    return tuple(found)


def _escaped(field: str) -> str:
    return re.sub(r"[\\/\n]", lambda sign: _WRITTEN[sign[0]], field)


def _set(line: str, number: int) -> Set:
    if not line.endswith("//"):
        raise InputError(english("the set does not end with //"), line=number)
    body = line.removesuffix("//")
    name, *fields = _split(body, number)
    if not _NAME.fullmatch(name):
        raise InputError(
            english("{name} is no name of a set; it is capital letters", name=repr(name[:40])),
            line=number,
        )
    return Set(name, tuple(fields))


def _split(body: str, number: int) -> list[str]:
    """Fields between slashes that are not escaped."""
    found: list[str] = []
    place = 0
    while True:
        field = _FIELD.match(body, place)
        if field is None:
            raise InputError(
                english("a backslash stands before neither slash, backslash nor n; write it twice"),
                line=number,
            )
        if len(found) > MOST_FIELDS:
            raise InputError(
                english("the set has more than {most} fields", most=MOST_FIELDS), line=number
            )
        found.append(re.sub(r"\\[/\\n]", lambda sign: _MEANT[sign[0]], field[1]))
        if not field[2]:
            return found
        place = field.end()
