"""What a command of the channel tells, in words and as a document for programs."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """Lines to print, and the same as JSON."""

    lines: Sequence[str]
    document: dict[str, object]
