"""Logs as a file: JSON Lines, one canonical entry a line, each line ended by LF.

The logs of several parties stand one after the other in order of their names, so that two copies
that hold the same entries are the same bytes.
"""

from collections.abc import Iterable, Iterator

from tracktwo.record.entry import Entry, entry_bytes
from tracktwo.record.log import Log


def write_entries(entries: Iterable[Entry]) -> bytes:
    """Entries as lines, to be sent or added to a file of one log."""
    return b"".join(entry_bytes(one) + b"\n" for one in entries)


def write_record(logs: Iterable[Log]) -> bytes:
    """The record file of several logs.

    >>> write_record([])
    b''
    """
    ordered = sorted(logs, key=lambda one: one.name)
    return b"".join(write_entries(one.entries) for one in ordered)


def numbered_lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Lines without their end, counted from 1; a last line that has no end is one of them."""
    lines = data.split(b"\n")
    yield from enumerate(lines[:-1] if lines[-1] == b"" else lines, start=1)
