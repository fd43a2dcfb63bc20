"""Entries of a log that stay in their file: counted while it is read, and fetched one by one."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO, overload

from tracktwo.record.entry import Entry, read_entry

MARK_EVERY = 4096
"""Lines between two places that are remembered: a line is found by reading as many at most."""


class Lines:
    """The lines of a file, numbered from 1, with their ends.

    >>> from io import BytesIO
    >>> lines = Lines(BytesIO(b"one" + bytes([10]) + b"two"))
    >>> [number for number, _ in lines.all()], lines.at(2)
    ([1, 2], b'two')
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._marks: list[int] = []
        self.count = 0
        """How many have been read."""

    def all(self) -> Iterator[tuple[int, bytes]]:
        """One after another; `at` may be asked meanwhile."""
        self._file.seek(0)
        self.count, place, self._marks = 0, 0, []
        while line := self._file.readline():
            if self.count % MARK_EVERY == 0:
                self._marks.append(place)
            self.count += 1
            place += len(line)
            yield self.count, line

    def at(self, number: int) -> bytes:
        """A line that was read, without its end."""
        here = self._file.tell()
        self._file.seek(self._marks[(number - 1) // MARK_EVERY])
        for _ in range((number - 1) % MARK_EVERY):
            self._file.readline()
        found = self._file.readline().removesuffix(b"\n")
        self._file.seek(here)
        return found


class Kept(Sequence[Entry]):
    """The entries of one log, which stand on lines of a file."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._runs: list[tuple[int, int]] = []
        """Where a run of lines begins: its first place in the log, and its first line."""
        self._next_line = 0
        self._count = 0
        self.keys: tuple[str, ...] = ()
        """In the order in which they came into use."""
        self.vouched = 0
        """Up to where a signature that was checked covers them."""

    def add(self, line: int) -> None:
        """One entry more, on a line."""
        if line != self._next_line or not self._runs:
            self._runs.append((self._count, line))
        self._count += 1
        self._next_line = line + 1

    def use(self, *keys: str) -> None:
        """Note keys that are in use."""
        self.keys = tuple(dict.fromkeys([*self.keys, *keys]))

    def cut(self) -> None:
        """Forget what no signature covers."""
        self._count = self.vouched

    def line_of(self, place: int) -> int:
        """On which line an entry stands, counted from 0."""
        first, line = next(run for run in reversed(self._runs) if run[0] <= place)
        return line + place - first

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Entry: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Entry]: ...
    def __getitem__(self, place: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(self._count))]
        if not -self._count <= place < self._count:
            raise IndexError(place)
        return read_entry(self._lines.at(self.line_of(place % self._count)))
