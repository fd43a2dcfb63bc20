"""What a file of a negotiated text holds: the text, what is proposed to it, and remarks."""

from dataclasses import dataclass

from tracktwo.text.changes.operations import Operation
from tracktwo.text.units import NegotiatedText


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


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text as it stood before any proposal, the operations against it, and the remarks on it."""

    text: NegotiatedText
    operations: tuple[Operation, ...] = ()
    remarks: tuple[Remark, ...] = ()
