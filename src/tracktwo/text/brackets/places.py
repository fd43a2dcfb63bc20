"""Where in a text a character stands, as an editor shows it."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r")


class Place(NamedTuple):
    """A line and a column, both from 1; a column is one character."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Places:
    r"""Places of a text, made once: lines end at \n, \r\n or \r.

    >>> Places.of("one\r\ntwo").at(6)
    Place(line=2, column=2)
    """

    starts: tuple[int, ...]

    @classmethod
    def of(cls, source: str) -> "Places":
        """The places of a text."""
        return cls((0, *(match.end() for match in _LINE_END.finditer(source))))

    def at(self, offset: int) -> Place:
        """The place of the character at an offset; the end of the text is a place too."""
        line = bisect_right(self.starts, offset)
        return Place(line, offset - self.starts[line - 1] + 1)
