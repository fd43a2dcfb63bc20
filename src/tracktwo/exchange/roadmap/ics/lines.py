r"""Content lines of RFC 5545: values escaped, long lines folded at 75 octets, CRLF at the end of each.

Source: RFC 5545, sections 3.1 and 3.3.11; RFC 6868 for what may stand in a parameter.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

WIDEST = 75
"""Octets of a line, without its end."""


def folded(line: str) -> str:
    r"""A content line as it is written: no line is longer than 75 octets, and no character is cut in two.

    >>> [len(one.encode()) for one in folded("SUMMARY:" + "海" * 40).split("\r\n")]
    [74, 55, 0]
    """
    pieces, piece, room = [], "", WIDEST
    for mark in line:
        size = len(mark.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", WIDEST - 1
        piece += mark
        room -= size
    return "\r\n ".join((*pieces, piece)) + "\r\n"


def escaped(text: str) -> str:
    r"""A text as a value.

    >>> print(escaped("a, b; c\\d\ne"))
    a\, b\; c\\d\ne
    """
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def line(name: str, value: str, parameters: Mapping[str, str] | None = None) -> str:
    """A content line with parameters, not yet folded.

    >>> line("ATTENDEE", "mailto:desk@here", {"CN": "Naval staff, Beijing", "ROLE": "CHAIR"})
    'ATTENDEE;CN="Naval staff, Beijing";ROLE=CHAIR:mailto:desk@here'
    """
    told = "".join(f";{key}={_parameter(one)}" for key, one in (parameters or {}).items())
    return f"{name}{told}:{value}"


def text_of(lines: Iterable[str]) -> str:
    """Content lines as a file."""
    return "".join(map(folded, lines))


def local(moment: datetime) -> str:
    """A moment in the clock time of its zone."""
    return f"{moment:%Y%m%dT%H%M%S}"


def utc(moment: datetime) -> str:
    """A moment in UTC."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _parameter(value: str) -> str:
    clean = value.replace("^", "^^").replace('"', "^'").replace("\n", "^n")
    return f'"{clean}"' if any(mark in clean for mark in ":;, ") else clean
