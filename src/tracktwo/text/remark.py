"""What somebody says of a passage to the whole table, beside the text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment on words of a unit.

    `start` and `end` are the characters of the unit's source it speaks of, of the added unit where it
    speaks of one. `reply_to` is the id of the remark it answers. `side` is "" where the author is
    not known to stand for one.
    """

    id: str
    words: str
    unit: str
    language: str = ""
    start: int = 0
    end: int = 0
    side: str = ""
    reply_to: str | None = None
