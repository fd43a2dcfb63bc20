"""What a file of a negotiated text holds: the text, what is proposed to it, and remarks."""

from dataclasses import dataclass

from tracktwo.text.changes.operations import Operation
from tracktwo.text.remark import Remark
from tracktwo.text.units import NegotiatedText


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text as it stood before any proposal, the operations against it, and the remarks on it."""

    text: NegotiatedText
    operations: tuple[Operation, ...] = ()
    remarks: tuple[Remark, ...] = ()
